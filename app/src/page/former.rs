//! A procedure that ended or will end: it keeps its address and says what replaces it.

use crate::{
    component::{
        Press,
        back_link::back_link,
        badge::Tone,
        button::{Weight, link_button},
        callout::callout,
    },
    document::Page,
    route::Route,
    text,
};
use domain::{
    language::Language,
    procedure::{Change, FormerProcedure},
};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>, former: &FormerProcedure) -> Page {
    let language = press.language;
    let pick = |vietnamese: String, english: String| if language == Language::Vietnamese { vietnamese } else { english };
    let on = text::date(former.ended_on, language);
    let over = press.as_of >= former.ended_on;
    let said = match (over, former.change) {
        (true, Change::Renamed) => {
            pick(format!("Từ ngày {on}, thủ tục này mang tên khác."), format!("Since {on} this procedure has another name."))
        }
        (true, _) => pick(format!("Thủ tục này không còn từ ngày {on}."), format!("This procedure ended on {on}.")),
        (false, Change::Renamed) => {
            pick(format!("Từ ngày {on}, thủ tục này sẽ mang tên khác."), format!("From {on} this procedure will have another name."))
        }
        (false, _) => pick(format!("Thủ tục này chỉ còn đến trước ngày {on}."), format!("This procedure ends on {on}.")),
    };
    let next = former.replaced_by.as_ref().and_then(|slug| press.catalogue.procedure(slug.as_str()));
    let button = next.map(|procedure| {
        let href = press.href(&Route::Procedure(procedure.slug.clone()));
        let label = format!("{} {}", press.say("Xem thủ tục thay thế:", "See what replaces it:"), procedure.title.in_language(language));
        view! { <p class="actions">{link_button(press, Weight::Filled, href, label, None)}</p> }
    });
    let title = former.title.in_language(language).to_owned();
    let note = former.note.in_language(language).to_owned();
    let source = pick(
        format!("Nguồn: {}, xem ngày {}.", former.source.title, text::date(former.source.date, language)),
        format!("Source (in Vietnamese): {}, read on {}.", former.source.title, text::date(former.source.date, language)),
    );
    let main = view! {
        {back_link(press, press.href(&Route::Catalogue), press.say("Tất cả thủ tục", "All procedures").to_owned())}
        <div class="column">
            <h1>{title.clone()}</h1>
            <p class="mute" lang="vi">{former.official_name.clone()}" · "<span class="number">{former.code.to_string()}</span></p>
            {callout(press, Tone::Warning, view! { <p><strong>{said}</strong></p><p>{note.clone()}</p> })}
            {button}
            <p class="mute small">{source}</p>
        </div>
    };
    Page::new(Route::Procedure(former.slug.clone()), title, note, main)
}
