//! Something folded away under a line that says what it is.

use super::{Component, Press, Sheet, icon::icon};
use leptos::prelude::*;

mod examples;

/// A folded part.
pub fn details(press: Press<'_>, summary: String, inside: AnyView) -> impl IntoView + use<> {
    view! {
        <details class="details">
            <summary>{summary}{icon(press, "chevron-down")}</summary>
            <div class="details-inside">{inside}</div>
        </details>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "details", sheet: Sheet::Every, style: include_str!("details/details.css"), examples: examples::examples }
}
