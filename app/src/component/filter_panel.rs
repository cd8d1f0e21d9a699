//! What a list can be narrowed by, as plain links with counts.

use super::{Component, Press, Sheet, details::details, icon::icon};
use crate::document::Print as _;
use crate::{
    filter::{Choice, Facet, Filter},
    route::Route,
};
use leptos::prelude::*;

mod examples;

/// What of the catalogue is chosen, each with the link that takes it away.
pub fn chosen(press: Press<'_>, filter: &Filter) -> Option<AnyView> {
    let all = Facet::ALL.into_iter().flat_map(|facet| filter.choices(facet, press.catalogue, press.language));
    chips(press, &press.href(&Route::Catalogue), all)
}

/// Every facet of the catalogue, folded, with its values.
pub fn filter_panel(press: Press<'_>, filter: &Filter) -> impl IntoView + use<> {
    let free = Facet::ALL.into_iter().filter(|facet| filter.value(*facet).is_none());
    let groups = free.map(|facet| (facet.name(press.language), filter.choices(facet, press.catalogue, press.language)));
    panel(press, &press.href(&Route::Catalogue), groups.filter(|(_, choices)| choices.len() > 1))
}

/// Those of the choices that are chosen, each with the link that takes it away.
pub fn chips(press: Press<'_>, path: &str, choices: impl Iterator<Item = Choice>) -> Option<AnyView> {
    let chip = |choice: Choice| {
        let label = format!("{} {}", press.say("Bỏ lọc:", "Remove filter:"), choice.name);
        view! { <li><a href=format!("{path}{}", choice.query) aria-label=label>{choice.name}{icon(press, "close")}</a></li> }.printed()
    };
    let chips: Vec<AnyView> = choices.filter(|choice| choice.chosen).map(chip).collect();
    (!chips.is_empty()).then(|| view! { <ul class="chosen">{chips}</ul> }.printed())
}

/// Groups of choices, each folded under its name.
pub fn panel<'a>(press: Press<'_>, path: &str, groups: impl Iterator<Item = (&'a str, Vec<Choice>)>) -> AnyView {
    let group = |(name, choices): (&str, Vec<Choice>)| {
        let rows = choices.into_iter().map(|choice| {
            view! { <li><a href=format!("{path}{}", choice.query) rel="nofollow"><span>{choice.name}</span>" "<span class="number">{choice.count}</span></a></li> }
        });
        let inside = view! { <ul class="filter-list">{rows.collect_view()}</ul> }.printed();
        details(press, name.to_owned(), inside).printed()
    };
    let groups: Vec<AnyView> = groups.map(group).collect();
    let label = press.say("Lọc thủ tục", "Narrow the list").to_owned();
    view! { <nav class="filter" aria-label=label>{groups}</nav> }.printed()
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
