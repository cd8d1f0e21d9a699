//! Procedures as rows, each with how long it takes and what it costs.

use super::{Component, Press, Sheet, icon::icon};
use crate::document::Print as _;
use crate::{route::Route, summary};
use domain::{catalogue::Listed, national::NationalRecord, procedure::Procedure};
use leptos::prelude::*;
use std::ops::Range;

mod examples;

/// A list of procedures; says so when there are none.
pub fn procedure_list<'a>(press: Press<'_>, procedures: impl IntoIterator<Item = &'a Procedure>) -> AnyView {
    listed(press, procedures.into_iter().map(Listed::Guide))
}

/// A list of guides and records of the nation, which say that they are such; says so when there are none.
pub fn listed<'a>(press: Press<'_>, rows: impl IntoIterator<Item = Listed<'a>>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|listed| {
            let procedure = match listed {
                Listed::Guide(procedure) => procedure,
                Listed::National(record) => return national_row(press, record),
            };
            let facts = [summary::time_in_short(press, procedure), summary::fee_in_short(press, procedure)];
            let mut facts: Vec<String> = facts.into_iter().flatten().collect();
            if facts.is_empty() {
                // Nothing is sure of time and fee; the field at least tells like from like.
                facts.push(summary::field_name(press, &procedure.field));
            }
            let facts = facts.join(" · ");
            row(press, press.href(&Route::Procedure(procedure.slug.clone())), procedure.title.in_language(press.language).to_owned(), facts)
        })
        .collect();
    if rows.is_empty() {
        return view! { <p>{press.say("Chưa có thủ tục nào ở đây.", "There is no procedure here yet.").to_owned()}</p> }.printed();
    }
    view! { <ul class="procedure-list">{rows}</ul> }.printed()
}

/// A record of the nation: its field, and what it is, so that nobody takes it for a guide.
fn national_row(press: Press<'_>, record: &NationalRecord) -> AnyView {
    let href = press.href(&Route::Procedure(record.slug.clone()));
    row(press, href, record.title.clone(), under_national(press, &summary::field_name(press, &record.field)))
}

/// What stands under the name of a record of the nation.
pub fn under_national(press: Press<'_>, field: &str) -> String {
    format!("{field} · {}", press.say("bản ghi quốc gia", "national record, in Vietnamese"))
}

/// One row: a name that leads somewhere, and a line under it.
pub fn row(press: Press<'_>, href: String, title: String, under: String) -> AnyView {
    let under = (!under.is_empty()).then(|| view! { <small>{under}</small> });
    view! { <li><a href=href><span><strong>{title}</strong>{under}</span>{icon(press, "arrow-right")}</a></li> }.printed()
}

/// One row with the parts of its name marked that somebody asked for, in bytes.
pub fn marked_row(press: Press<'_>, href: String, title: &str, marks: &[Range<usize>], under: String) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(asked)) = (title.get(at..mark.start), title.get(mark.clone())) else { continue };
        parts.extend(written(before));
        parts.push(view! { <mark>{asked.to_owned()}</mark> }.printed());
        at = mark.end;
    }
    parts.extend(title.get(at..).and_then(written));
    let under = (!under.is_empty()).then(|| view! { <small>{under}</small> });
    view! { <li><a href=href><span><strong>{parts}</strong>{under}</span>{icon(press, "arrow-right")}</a></li> }.printed()
}

/// A text, if there is any: nothing at all would be printed as a space.
fn written(text: &str) -> Option<AnyView> {
    (!text.is_empty()).then(|| view! { {text.to_owned()} }.printed())
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component {
        name: "procedure_list",
        sheet: Sheet::Every,
        style: include_str!("procedure_list/procedure_list.css"),
        examples: examples::examples,
    }
}
