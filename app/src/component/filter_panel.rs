//! What a list can be narrowed by, as plain links with counts.

use super::{Component, Press, Sheet, details::details, icon::icon};
use crate::document::Print as _;
use crate::{
    filter::{Facet, Filter},
    route::Route,
};
use leptos::prelude::*;

mod examples;

/// What is chosen, each with the link that takes it away.
pub fn chosen(press: Press<'_>, filter: &Filter) -> Option<AnyView> {
    let path = press.href(&Route::Catalogue);
    let chips: Vec<AnyView> = Facet::ALL
        .into_iter()
        .flat_map(|facet| filter.choices(facet, press.catalogue, press.language).into_iter().filter(|choice| choice.chosen))
        .map(|choice| {
            let label = format!("{} {}", press.say("Bỏ lọc:", "Remove filter:"), choice.name);
            view! { <li><a href=format!("{path}{}", choice.query) aria-label=label>{choice.name}{icon(press, "close")}</a></li> }.printed()
        })
        .collect();
    (!chips.is_empty()).then(|| view! { <ul class="chosen">{chips}</ul> }.printed())
}

/// Every facet, folded, with its values.
pub fn filter_panel(press: Press<'_>, filter: &Filter) -> impl IntoView + use<> {
    let path = press.href(&Route::Catalogue);
    let facets: Vec<AnyView> = Facet::ALL
        .into_iter()
        .filter(|facet| filter.value(*facet).is_none())
        .filter_map(|facet| {
            let choices = filter.choices(facet, press.catalogue, press.language);
            if choices.len() < 2 {
                return None;
            }
            let rows = choices.into_iter().map(|choice| {
                view! { <li><a href=format!("{path}{}", choice.query) rel="nofollow"><span>{choice.name}</span>" "<span class="number">{choice.count}</span></a></li> }
            });
            let inside = view! { <ul class="filter-list">{rows.collect_view()}</ul> }.printed();
            Some(details(press, facet.name(press.language).to_owned(), inside).printed())
        })
        .collect();
    let label = press.say("Lọc thủ tục", "Narrow the list").to_owned();
    view! { <nav class="filter" aria-label=label>{facets}</nav> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component {
        name: "filter_panel",
        sheet: Sheet::Every,
        style: include_str!("filter_panel/filter_panel.css"),
        examples: examples::examples,
    }
}
