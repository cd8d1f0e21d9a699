//! Life events as tiles, each with its drawing.

use super::{Component, Press, Sheet, icon::drawing};
use crate::document::Print as _;
use crate::route::Route;
use domain::life_event::LifeEvent;
use leptos::prelude::*;

mod examples;

/// Tiles of life events, two in a row on a phone.
pub fn tiles<'a>(press: Press<'_>, events: impl IntoIterator<Item = &'a LifeEvent>) -> AnyView {
    let tile = |event: &LifeEvent| {
        let href = press.href(&Route::LifeEvent(event.slug.clone()));
        view! { <li><a href=href>{drawing(press, &event.icon)}{event.title.in_language(press.language).to_owned()}</a></li> }
    };
    view! { <ul class="tiles">{events.into_iter().map(tile).collect_view()}</ul> }.printed()
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "tiles", sheet: Sheet::Every, style: include_str!("tiles/tiles.css"), examples: examples::examples }
}
