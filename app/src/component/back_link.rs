//! The way back to where this page belongs.

use super::{Component, Press, Sheet, icon::icon};
use leptos::prelude::*;

mod examples;

/// A link to the page above this one.
pub fn back_link(press: Press<'_>, href: String, label: String) -> impl IntoView + use<> {
    view! { <a class="back-link" href=href>{icon(press, "arrow-left")}{label}</a> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "back_link", sheet: Sheet::Every, style: include_str!("back_link/back_link.css"), examples: examples::examples }
}
