//! A link that looks like the next step: filled once a page, else outlined.

use super::{Component, Press, Sheet, icon::icon};
use leptos::prelude::*;

mod examples;

/// How loud a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one next step of the page.
    Filled,
    /// Anything else.
    Outlined,
}

/// A link in the shape of a button, with an icon when one helps.
pub fn link_button(press: Press<'_>, weight: Weight, href: String, label: String, sign: Option<&str>) -> impl IntoView + use<> {
    let class = match weight {
        Weight::Filled => "button",
        Weight::Outlined => "button button-outlined",
    };
    let outside = href.starts_with("https://");
    view! { <a class=class href=href rel=outside.then_some("external")>{label}{sign.map(|name| icon(press, name))}</a> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "button", sheet: Sheet::Every, style: include_str!("button/button.css"), examples: examples::examples }
}
