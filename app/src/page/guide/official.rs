//! What the law calls it, what it stands on, and when it was last checked.

use crate::document::Print as _;
use crate::{
    component::{Press, details::details},
    text,
};
use domain::procedure::{AgencyDuty, Office, Procedure};
use leptos::prelude::*;

pub(super) fn section(press: Press<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let sources: Vec<AnyView> = procedure
        .sources
        .iter()
        .map(|source| {
            let title = source.title.clone();
            let title = match &source.url {
                Some(url) => view! { <a href=url.clone() rel="external">{title}</a> }.printed(),
                None => title.printed(),
            };
            view! { <li>{title}{format!(", xem ngày {}", text::date(source.date, press.language))}</li> }.printed()
        })
        .collect();
    let doubt = procedure
        .review_note
        .clone()
        .map(|note| details(press, "Điều chúng tôi chưa chắc chắn".to_owned(), view! { <p>{note}</p> }.printed()));
    let conditions = (!procedure.conditions.is_empty()).then(|| {
        let rows = procedure.conditions.iter().map(|condition| view! { <li inner_html=condition.as_str().to_owned()></li> });
        view! { <h2>"Điều kiện"</h2><ul>{rows.collect_view()}</ul> }
    });
    view! {
        {conditions}
        <h2 id="thong-tin-chinh-thuc">"Thông tin chính thức"</h2>
        {details(press, "Tên, mã và cơ quan".to_owned(), names(press, procedure))}
        {(!procedure.legal_bases.is_empty()).then(|| details(press, "Căn cứ pháp lý".to_owned(), bases(press, procedure)))}
        {doubt}
        <p class="checked">{format!(
            "Kiểm tra ngày {}, lần tới trước {}. Nguồn:",
            text::date(procedure.reviewed_on, press.language),
            text::date(procedure.next_review(), press.language),
        )}</p>
        <ul class="small mute">{sources}</ul>
    }
}

fn names(press: Press<'_>, procedure: &Procedure) -> AnyView {
    let further = procedure
        .also
        .iter()
        .map(|further| view! { <li>{further.official_name.clone()}" · "<span class="number">{further.code.to_string()}</span></li> });
    let duties = procedure.agencies.iter().map(|duty| {
        let role = match duty {
            AgencyDuty::Receives(_) => "Tiếp nhận",
            AgencyDuty::Decides(_) => "Quyết định",
            AgencyDuty::Coordinates(_) => "Phối hợp",
        };
        view! { <li>{format!("{role}: {}", office(press, duty.office()))}</li> }
    });
    let levels: Vec<&str> = procedure.levels.iter().map(|level| text::level(*level, press.language)).collect();
    let audience: Vec<&str> = procedure.audience.iter().map(|audience| text::audience(*audience, press.language)).collect();
    let decision = procedure.decision.as_ref().map(|decision| {
        view! { <li>{format!("Quyết định công bố: {} ngày {}", decision.number, text::date(decision.date, press.language))}</li> }
    });
    view! {
        <ul>
            <li>{procedure.official_name.clone()}" · "<span class="number">{procedure.code.to_string()}</span></li>
            {further.collect_view()}
            {duties.collect_view()}
            <li>{format!("Cấp giải quyết: {}", levels.join(", "))}</li>
            <li>{format!("Ai làm: {}", audience.join(", "))}</li>
            {decision}
        </ul>
    }
    .printed()
}

fn office(press: Press<'_>, office: &Office) -> String {
    match office {
        Office::Group(group) => {
            let names: Vec<&str> = press.catalogue.agencies_of(*group).map(|agency| agency.name.vi.as_str()).collect();
            names.join(", ")
        }
        Office::Agency(slug) => press.catalogue.agency(slug).map(|agency| agency.name.vi.clone()).unwrap_or_default(),
        Office::Body(name) => name.vi.clone(),
    }
}

fn bases(press: Press<'_>, procedure: &Procedure) -> AnyView {
    let rows = procedure.legal_bases.iter().map(|basis| {
        let until = basis.until.map(|until| format!(" (hiệu lực đến hết {})", text::date(until, press.language)));
        view! { <li>{format!("{} · {}", basis.title, basis.number)}{until}</li> }
    });
    view! { <ul>{rows.collect_view()}</ul> }.printed()
}
