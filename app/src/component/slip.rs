//! The slip (phiếu), our signature: the facts that matter, label left, answer right in bold.

use super::{Component, Press, Sheet, icon::icon};
use leptos::prelude::*;

mod examples;

/// One fact of a slip.
#[derive(Debug)]
pub struct SlipRow {
    /// The name of its icon.
    pub icon: &'static str,
    /// What it answers.
    pub label: String,
    /// The answer.
    pub answer: AnyView,
}

/// A slip with its rows and, under them, what to do next.
pub fn slip(press: Press<'_>, title: String, rows: Vec<SlipRow>, actions: Option<AnyView>) -> impl IntoView + use<> {
    let rows =
        rows.into_iter().map(|row| view! { <div class="slip-row">{icon(press, row.icon)}<dt>{row.label}</dt><dd>{row.answer}</dd></div> });
    view! {
        <section class="slip" id="phieu" aria-labelledby="phieu-ten">
            <h2 id="phieu-ten">{title}</h2>
            <dl>{rows.collect_view()}</dl>
            {actions.map(|actions| view! { <div class="actions">{actions}</div> })}
        </section>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "slip", sheet: Sheet::Every, style: include_str!("slip/slip.css"), examples: examples::examples }
}
