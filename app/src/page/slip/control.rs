//! The control slip: from hand to hand, with times. It is generated from the record and never edited.

use super::Slip;
use crate::text::{self, desk as words};
use domain::language::Language::Vietnamese as VI;
use leptos::prelude::*;

pub(super) fn of(slip: &Slip<'_>) -> impl IntoView + use<> {
    let rows = slip.events.iter().filter(|event| event.what.tells_owner()).map(|event| {
        let at = event.at.moment();
        let facts = words::facts(&event.what, slip.name).join(" ");
        view! { <tr><td>{format!("{} {}", at.time, text::date(at.date, VI))}</td><td>{words::actor(&event.by).to_owned()}</td><td>{words::happened(&event.what)}</td><td>{facts}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <table><thead><tr><th>"Lúc"</th><th>"Ai"</th><th>"Việc"</th><th>"Ghi chú"</th></tr></thead><tbody>{rows}</tbody></table>
    }
}
