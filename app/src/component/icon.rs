//! A line drawing from the sprite; always beside a word.

use super::{Component, Press, Sheet};
use leptos::prelude::*;

mod examples;

/// An icon on the 24 px grid.
pub fn icon(press: Press<'_>, name: &str) -> impl IntoView + use<> {
    let target = format!("{}#{name}", press.assets.icons);
    view! { <svg class="icon" aria-hidden="true"><use href=target></use></svg> }
}

/// A drawing of a life event on the 40 px grid.
pub fn drawing(press: Press<'_>, name: &str) -> impl IntoView + use<> {
    let target = format!("{}#{name}", press.assets.icons);
    view! { <svg class="drawing" aria-hidden="true"><use href=target></use></svg> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "icon", sheet: Sheet::Every, style: include_str!("icon/icon.css"), examples: examples::examples }
}
