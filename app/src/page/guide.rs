//! The guide of a procedure: the answer first, then what to bring, what happens, what it costs.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        agency_card::agency_card,
        back_link::back_link,
        badge::Tone,
        callout::callout,
        case_chooser::case_chooser,
        details::details,
        paper_list::{paper_list, prose},
        procedure_list::procedure_list,
        step_list::{ShownStep, StepHeading, step_list},
    },
    document::Page,
    route::Route,
    summary, text,
};
use domain::{
    agency::Agency,
    language::Language,
    markup::Markup,
    procedure::{Actor, AgencyDuty, FilingPlace, Office, Procedure},
    validity::Standing,
};
use leptos::prelude::*;

pub mod english;
mod official;
mod price;
mod slip;
mod structured;

pub(super) fn page(press: Press<'_>, procedure: &Procedure) -> Page {
    let (first_part, rest) = in_two(&procedure.body);
    let main = view! {
        {back_link(press, press.href(&Route::Field(procedure.field.clone())), field_name(press, procedure))}
        <div class="guide">
            <div class="guide-head">
                <h1>{procedure.title.vi.clone()}</h1>
                {official_name(procedure)}
                {standing(press, procedure)}
                <p class="lead">{procedure.answer.vi.clone()}</p>
            </div>
            <div class="guide-slip">{slip::slip_of(press, procedure)}</div>
            <div class="guide-body">
                <div class="beyond-checklist">{prose(&first_part)}</div>
                {papers(press, procedure)}
                <div class="beyond-checklist">
                {steps(press, procedure)}
                {price::section(press, procedure)}
                {places(press, procedure)}
                {results(press, procedure)}
                {returned(procedure)}
                {questions(press, procedure)}
                {prose(&rest)}
                {official::section(press, procedure)}
                {served(press, procedure)}
                {next(press, procedure)}
                </div>
                <div class="bar-track"><div class="bar">{slip::button_of(press, procedure, true)}</div></div>
            </div>
        </div>
    };
    let mut page = Page::new(Route::Procedure(procedure.slug.clone()), procedure.title.vi.clone(), procedure.answer.vi.clone(), main);
    page.structured = Some(structured::service(press, procedure));
    page.with_guide_bundle = true;
    page.days_off = Some(press.catalogue.calendar.to_compact(press.as_of.year()));
    page
}

/// How those were served who filed here; the loader brings the numbers, and without it the link leads to them.
fn served(press: Press<'_>, procedure: &Procedure) -> Option<impl IntoView + use<>> {
    press.catalogue.form(procedure.slug.as_str())?;
    let path = Route::StatisticsOf(procedure.slug.clone()).path(press.language);
    Some(view! {
        <h2 id="phuc-vu">"Mọi người được phục vụ thế nào?"</h2>
        <div data-fragment=path.clone()></div>
        <ul class="plain-links"><li><a href=path>"Số hồ sơ, đúng hẹn và mức hài lòng"</a></li></ul>
    })
}

/// The first section of the free text, which helps to decide, stands before the papers; the others after the questions.
fn in_two(body: &Markup) -> (Markup, Markup) {
    let text = body.as_str();
    let second = text.match_indices("<h2").nth(1).map_or(text.len(), |(at, _)| at);
    let (first, rest) = text.split_at_checked(second).unwrap_or((text, ""));
    (Markup::from_compiler(first.to_owned()), Markup::from_compiler(rest.to_owned()))
}

/// The official name under ours: three lines at most, the whole of it further down.
fn official_name(procedure: &Procedure) -> impl IntoView + use<> {
    let long = procedure.official_name.chars().count() > 110;
    let whole = long.then(|| view! { <a href="#thong-tin-chinh-thuc">"Xem đủ tên"</a> });
    view! {
        {(procedure.official_name != procedure.title.vi).then(|| view! { <p class="official">{procedure.official_name.clone()}</p> })}
        <p class="official-code">"Mã "<span class="number">{procedure.code.to_string()}</span>{whole.map(|link| view! { " · "{link} })}</p>
    }
}

fn field_name(press: Press<'_>, procedure: &Procedure) -> String {
    summary::field_name(press, &procedure.field)
}

/// What the passing of time makes of the procedure, above everything else.
fn standing(press: Press<'_>, procedure: &Procedure) -> Option<AnyView> {
    let say = |vietnamese: String, english: String| if press.language == Language::Vietnamese { vietnamese } else { english };
    let words = match procedure.effective.standing(press.as_of) {
        Standing::InForce => return None,
        Standing::NotYet(from) => {
            let on = text::date(from, press.language);
            say(
                format!("Thủ tục này bắt đầu áp dụng từ ngày {on}. Hiện chưa nộp được."),
                format!("This procedure begins on {on}. It cannot be filed yet."),
            )
        }
        Standing::Ended(until) => {
            let on = text::date(until, press.language);
            say(format!("Thủ tục này chỉ áp dụng đến hết ngày {on}."), format!("This procedure was in force until {on}."))
        }
    };
    let next = procedure.replaced_by.as_ref().and_then(|slug| press.catalogue.procedure(slug.as_str()));
    let next = next.map(|procedure| {
        let href = press.href(&Route::Procedure(procedure.slug.clone()));
        view! { <p>{press.say("Nay làm theo: ", "Now see: ").to_owned()}<a href=href>{procedure.title.in_language(press.language).to_owned()}</a></p> }
    });
    Some(callout(press, Tone::Warning, view! { <p><strong>{words}</strong></p>{next} }))
}

fn papers(press: Press<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let several = procedure.cases.len() > 1;
    let title = if several { "Trường hợp và giấy tờ của bạn" } else { "Giấy tờ" };
    let lists = procedure.cases.iter().map(|case| paper_list(press, case, several)).collect_view();
    let print = view! { <p class="actions screen-only"><button class="button button-outlined" type="button" data-print="" hidden="">"In danh sách giấy tờ"</button></p> };
    view! {
        <h2 id="giay-to">{title}</h2>
        <p class="kept screen-only" data-kept="" hidden="">"Dấu tích được giữ trên máy này, không gửi đi đâu."</p>
        <div class="cases" id="truong-hop" data-ticks=procedure.slug.to_string()>{case_chooser(press, &procedure.cases)}{lists}</div>
        {print}
    }
}

fn steps(press: Press<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let steps = procedure.steps.iter().map(|step| {
        let channels: Vec<String> = step.channels.iter().map(|kind| text::channel(*kind, press.language).to_lowercase()).collect();
        let office = (step.who == Actor::Office).then(|| "Cơ quan làm, bạn không phải làm gì".to_owned());
        let only = (!channels.is_empty()).then(|| format!("Chỉ khi nộp: {}", channels.join(", ")));
        ShownStep { title: step.title.clone(), applies: only.or(office), text: step.text.clone(), more: None }
    });
    view! { <h2 id="cac-buoc">"Các bước"</h2>{step_list(press, StepHeading::Third, steps.collect())} }
}

fn places(press: Press<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let language = press.language;
    let rule = procedure.competence.note.as_ref().map_or_else(
        || format!("{}.", text::competence(procedure.competence.rule, language)),
        |note| note.in_language(language).to_owned(),
    );
    let agencies: Vec<_> = press.catalogue.receivers(procedure).collect();
    let mut bodies: Vec<&str> = Vec::new();
    for duty in &procedure.agencies {
        if let AgencyDuty::Receives(Office::Body(name)) = duty
            && !bodies.contains(&name.in_language(language))
        {
            bodies.push(name.in_language(language));
        }
    }
    let form = press.catalogue.form(procedure.slug.as_str()).filter(|_| procedure.filed_at.contains(&FilingPlace::Here));
    let file_there = |agency: &Agency| {
        let form = form.filter(|_| language == Language::Vietnamese)?;
        let href = format!("{}?noi-nop={}", press.href(&Route::Form(form.procedure.clone())), agency.slug);
        Some(view! { <p class="more"><a href=href>{format!("Làm hồ sơ gửi {}", agency.short.vi)}</a></p> })
    };
    let cards = agencies
        .iter()
        .map(|agency| {
            let inside = view! { {agency_card(press, agency)}{file_there(agency)} };
            details(press, agency.name.in_language(language).to_owned(), inside.printed())
        })
        .collect_view();
    let elsewhere = (agencies.is_empty() && !bodies.is_empty()).then(|| {
        let phone = format!("tel:{}", press.catalogue.site.hotline.replace(' ', ""));
        let bodies = bodies.join(", ");
        let received = match language {
            Language::Vietnamese => format!("Nơi nhận hồ sơ: {bodies}. Cổng này chưa có địa chỉ của nơi đó."),
            Language::English => format!("Received by: {bodies}. This portal does not have its addresses yet."),
        };
        let (call, ask) = language.pick(("Gọi ", " để hỏi địa chỉ gần bạn nhất."), ("Call ", " to ask for the nearest one."));
        view! { <p>{received}</p><p>{call}<a class="number" href=phone>{press.catalogue.site.hotline.clone()}</a>{ask}</p> }
    });
    view! { <h2 id="noi-lam">{press.say("Nơi làm", "Where to go").to_owned()}</h2><p>{rule}</p>{cards}{elsewhere} }
}

fn results(press: Press<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let rows = procedure.results.iter().map(|result| {
        let forms: Vec<&str> = result.form.iter().map(|form| text::outcome_form(*form, press.language)).collect();
        view! { <li><strong>{result.name.vi.clone()}</strong>{format!(" ({})", forms.join(", "))}{prose(&result.note)}</li> }
    });
    view! { <h2 id="ket-qua">"Bạn nhận được gì"</h2><ul class="unmarked results">{rows.collect_view()}</ul> }
}

fn returned(procedure: &Procedure) -> Option<AnyView> {
    if procedure.returned_because.is_empty() {
        return None;
    }
    let rows =
        procedure.returned_because.iter().map(|reason| view! { <li><strong>{reason.fault.clone()}</strong>{prose(&reason.remedy)}</li> });
    Some(view! { <h2 id="hay-bi-tra-lai">"Hay bị trả lại vì…"</h2><ul class="reasons">{rows.collect_view()}</ul> }.printed())
}

fn questions(press: Press<'_>, procedure: &Procedure) -> Option<AnyView> {
    if procedure.questions.is_empty() {
        return None;
    }
    let rows = procedure.questions.iter().map(|question| details(press, question.ask.clone(), prose(&question.answer).printed()));
    Some(view! { <div class="screen-only"><h2 id="hoi-dap">"Hỏi đáp"</h2>{rows.collect_view()}</div> }.printed())
}

/// Where readers go from here.
fn next(press: Press<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let related: Vec<_> = procedure.related.iter().filter_map(|slug| press.catalogue.procedure(slug.as_str())).collect();
    let related = (!related.is_empty()).then(|| view! { <h2>"Thủ tục liên quan"</h2>{procedure_list(press, related)} });
    let events: Vec<_> = press.catalogue.life_events_of(procedure).collect();
    let events = (!events.is_empty()).then(|| {
        let links = events
            .into_iter()
            .map(|event| view! { <li><a href=press.href(&Route::LifeEvent(event.slug.clone()))>{event.title.vi.clone()}</a></li> });
        view! { <h2>"Thuộc chuyện trong đời"</h2><ul class="plain-links">{links.collect_view()}</ul> }
    });
    view! { <div class="screen-only">{related}{events}</div> }
}
