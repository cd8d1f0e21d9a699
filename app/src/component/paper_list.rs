//! Papers in three lists: hand in, show, not needed any more; the first two can be ticked.

use super::{Component, Press, Sheet, icon::icon};
use crate::document::Print as _;
use crate::{route::Route, text};
use domain::{
    markup::Markup,
    procedure::{Case, PaperNeed, PaperRole},
};
use leptos::prelude::*;

mod examples;

/// The papers of one case under its name.
pub fn paper_list(press: Press<'_>, case: &Case, heading: bool) -> impl IntoView + use<> {
    let hand_in = of(case, |role| matches!(role, PaperRole::HandIn { .. }));
    let show = of(case, |role| matches!(role, PaperRole::Show));
    let not_needed = of(case, |role| matches!(role, PaperRole::NotNeeded { .. }));
    let ticked = |name: &'static str, title: &str, needs: Vec<&PaperNeed>| {
        (!needs.is_empty()).then(|| {
            let rows = needs.into_iter().map(|need| ticked(press, case, need)).collect_view();
            view! { <h4 class="paper-role">{icon(press, name)}{title.to_owned()}</h4><ul class="needs">{rows}</ul> }
        })
    };
    let nothing = hand_in.is_empty() && show.is_empty();
    let free = (!not_needed.is_empty()).then(|| {
        let rows = not_needed.into_iter().map(|need| untouched(press, need)).collect_view();
        let title = press.say("Không phải nộp nữa (cơ quan tự tra)", "Not needed any more (the office looks it up)").to_owned();
        view! { <h4 class="paper-role">{icon(press, "not-needed")}{title}</h4><ul class="needs needs-none">{rows}</ul> }
    });
    view! {
        <section class="case" data-case=case.id.to_string()>
            {heading.then(|| view! { <h3>{case.name.in_language(press.language).to_owned()}</h3> })}
            {prose(&case.about)}
            {nothing.then(|| view! { <p>{press.say("Bạn không phải chuẩn bị giấy tờ nào.", "You need no papers.").to_owned()}</p> })}
            {ticked("hand-in", press.say("Phải nộp", "Hand in"), hand_in)}
            {ticked("show", press.say("Mang theo để đối chiếu", "Bring to show"), show)}
            {free}
        </section>
    }
}

/// Markup of the compiler within a block of its own; nothing for nothing.
pub fn prose(markup: &Markup) -> Option<AnyView> {
    (!markup.is_empty()).then(|| view! { <div class="prose" inner_html=markup.as_str().to_owned()></div> }.printed())
}

fn of(case: &Case, wanted: impl Fn(&PaperRole) -> bool) -> Vec<&PaperNeed> {
    case.papers.iter().filter(|need| wanted(&need.role)).collect()
}

fn ticked(press: Press<'_>, case: &Case, need: &PaperNeed) -> AnyView {
    let id = format!("{}-{}", case.id, need.paper.id);
    let (target, key) = (id.clone(), id.clone());
    let blank = need.paper.blank.as_ref().map(|slug| {
        view! { <p><a href=press.href(&Route::Blank(slug.clone()))>{press.say("In mẫu để điền tay", "Print the blank form").to_owned()}</a></p> }
    });
    let count = count(press, &need.role).map(|count| view! { <p>{count}</p> });
    let channels = (!need.channels.is_empty()).then(|| {
        let names: Vec<String> = need.channels.iter().map(|kind| text::channel(*kind, press.language).to_lowercase()).collect();
        view! { <p>{format!("{} {}", press.say("Khi nộp:", "When filing:"), names.join(", "))}</p> }
    });
    let facts = (blank.is_some() || count.is_some() || channels.is_some())
        .then(|| view! { <div class="need-facts">{count}{channels}{blank}</div> });
    view! {
        <li class="need">
            <label for=target><input type="checkbox" id=id data-tick=key/><strong>{need.paper.name.in_language(press.language).to_owned()}</strong></label>
            {facts}
            {note(&need.paper.note)}
            {note(&need.note)}
        </li>
    }
    .printed()
}

fn untouched(press: Press<'_>, need: &PaperNeed) -> AnyView {
    let place = match &need.role {
        PaperRole::NotNeeded { looked_up_in } => looked_up_in.clone(),
        PaperRole::HandIn { .. } | PaperRole::Show => String::new(),
    };
    view! {
        <li class="need">
            <p><strong>{need.paper.name.in_language(press.language).to_owned()}</strong></p>
            <div class="need-facts"><p>{format!("{} {place}", press.say("Tra trong:", "Looked up in:"))}</p></div>
            {note(&need.note)}
        </li>
    }
    .printed()
}

fn note(markup: &Markup) -> Option<AnyView> {
    (!markup.is_empty()).then(|| view! { <div class="need-note" inner_html=markup.as_str().to_owned()></div> }.printed())
}

/// `1 bản chính, 2 bản sao`; nothing for papers that are only shown.
fn count(press: Press<'_>, role: &PaperRole) -> Option<String> {
    let PaperRole::HandIn { originals, copies } = role else { return None };
    let of = |number: u8, vietnamese: &str, english: &str| {
        (number > 0).then(|| format!("{number}{}{}", text::NO_BREAK, press.language.pick(vietnamese, english)))
    };
    let parts: Vec<String> = [of(*originals, "bản chính", "original"), of(*copies, "bản sao", "copy")].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "paper_list", sheet: Sheet::Every, style: include_str!("paper_list/paper_list.css"), examples: examples::examples }
}
