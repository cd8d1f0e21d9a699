//! What happened to a dossier, newest first: when, who, what, in the owner's words.

use super::{Component, Press, Sheet};
use crate::document::Print as _;
use crate::text::{self, status::closed};
use domain::{
    dossier::{Actor, Dossier, Event, Happening, Outcome},
    language::Language::Vietnamese,
};
use leptos::prelude::*;

pub(crate) mod examples;
mod words;

/// The timeline of a record; what stays inside the office is left out.
pub fn timeline(_press: Press<'_>, events: &[Event]) -> impl IntoView + use<> {
    let mut rows = Vec::new();
    let mut before: Option<Dossier> = None;
    for event in events {
        if !event.what.is_internal() {
            rows.push(row(event, before.as_ref()));
        }
        let next = before.as_ref().map_or_else(|| Dossier::begin(event), |dossier| dossier.apply(event));
        before = next.ok().or(before);
    }
    rows.reverse();
    view! { <ol class="timeline">{rows}</ol> }
}

fn row(event: &Event, before: Option<&Dossier>) -> AnyView {
    let (title, more) = words::of(&event.what);
    let more = more.map(|more| view! { <p class="timeline-text">{more}</p> });
    let at = event.at.moment();
    let machine = format!("{}T{}+07:00", at.date, at.time);
    view! {
        <li>
            <strong>{title}</strong>
            <p class="mute"><time datetime=machine>{text::moment(at, Vietnamese)}</time>" · "{actor(event, before)}</p>
            {more}
        </li>
    }
    .printed()
}

/// «Bạn», «Cán bộ tiếp nhận Nguyễn Thị A», «Hệ thống».
fn actor(event: &Event, before: Option<&Dossier>) -> String {
    match &event.by {
        Actor::Owner => "Bạn".to_owned(),
        Actor::System => "Hệ thống".to_owned(),
        Actor::Officer { name, .. } => {
            let roles = before.map_or(&[][..], |dossier| event.what.kind().roles(dossier.status));
            match roles {
                [role] => format!("{} {name}", role.name()),
                _ => format!("Cán bộ {name}"),
            }
        }
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "timeline", sheet: Sheet::Form, style: include_str!("timeline/timeline.css"), examples: examples::examples }
}
