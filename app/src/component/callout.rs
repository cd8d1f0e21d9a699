//! A tinted message within a page: something to know before going on.

use super::{Component, Press, Sheet, badge::Tone, icon::icon};
use crate::document::Print as _;
use leptos::prelude::*;

mod examples;

/// A message in a tone; `children` is its text.
pub fn callout(press: Press<'_>, tone: Tone, children: impl IntoView + 'static) -> AnyView {
    let (class, sign) = tone.signs();
    view! { <div class=format!("callout callout-{class}")>{icon(press, sign)}<div>{children.printed()}</div></div> }.printed()
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "callout", sheet: Sheet::Every, style: include_str!("callout/callout.css"), examples: examples::examples }
}
