//! The pages, one file each, and the ways to print them.

use crate::{
    component::{Press, question::Filled},
    document::{Page, document},
    filter::Filter,
    route::Route,
};
use domain::{form::RawAnswers, language::Language};

pub mod agency;
pub mod application;
pub mod blank;
pub mod catalogue;
pub mod check;
pub mod desk;
pub mod field;
pub mod follow;
pub mod form;
pub mod former;
#[cfg(feature = "prerender")]
mod former_places;
pub mod gallery;
pub mod guide;
pub mod home;
pub mod life_event;
mod mine;
#[cfg(feature = "prerender")]
mod national;
pub mod not_found;
mod offline;
pub mod papers;
pub mod problem;
pub mod rating;
pub mod receipt;
pub mod search;
pub mod sheet;
pub mod slip;
pub mod statistics;
pub mod survey;
pub mod text_page;

/// Prints a page that depends on nothing but the content; `None` when there is no such page in this language.
pub fn printed(press: Press<'_>, route: &Route) -> Option<String> {
    if !route.exists_in(press.language) {
        return None;
    }
    // Views are made within the press run, so the page is looked up first.
    let catalogue = press.catalogue;
    let known = match route {
        Route::Procedure(slug) => {
            catalogue.procedure(slug.as_str()).is_some() || catalogue.former.iter().any(|former| former.slug == *slug)
        }
        Route::LifeEvent(slug) => catalogue.life_events.iter().any(|event| event.slug == *slug),
        Route::Agency(slug) => catalogue.agency(slug).is_some(),
        Route::Field(slug) => catalogue.field(slug).is_some() || catalogue.national.field(slug).is_some(),
        Route::Text(slug) => catalogue.page(slug.as_str(), press.language).is_some(),
        Route::Blank(slug) => catalogue.blank(slug).is_some(),
        Route::Form(slug) => catalogue.form(slug.as_str()).is_some(),
        Route::Survey(slug) => catalogue.survey(slug.as_str()).is_some(),
        Route::Home
        | Route::Catalogue
        | Route::LifeEvents
        | Route::Agencies
        | Route::Follow
        | Route::Mine
        | Route::Desk
        | Route::NotFound
        | Route::Offline
        | Route::Gallery => true,
        #[cfg(feature = "prerender")]
        Route::FormerPlaces => !catalogue.places.former.provinces.is_empty(),
        #[cfg(feature = "prerender")]
        Route::FormerPlacesOf(slug) => catalogue.places.former.province(slug).is_some(),
        _ => false,
    };
    known.then(|| document(press, || page(press, route)))
}

fn page(press: Press<'_>, route: &Route) -> Page {
    let catalogue = press.catalogue;
    let found = match route {
        Route::Home => Some(home::page(press)),
        Route::Offline => Some(offline::page(press)),
        Route::Catalogue => Some(catalogue::page(press, &Filter::default())),
        Route::Procedure(slug) => match catalogue.procedure(slug.as_str()) {
            Some(procedure) if press.language == Language::English => Some(guide::english::page(press, procedure)),
            Some(procedure) => Some(guide::page(press, procedure)),
            None => catalogue.former.iter().find(|former| former.slug == *slug).map(|former| former::page(press, former)),
        },
        Route::LifeEvents => Some(life_event::index(press)),
        Route::LifeEvent(slug) => {
            catalogue.life_events.iter().find(|event| event.slug == *slug).map(|event| life_event::page(press, event))
        }
        Route::Agencies => Some(agency::index(press)),
        Route::Agency(slug) => catalogue.agency(slug).map(|agency| agency::page(press, agency)),
        Route::Field(slug) => {
            let own = catalogue.field(slug).map(|field| field::page(press, field));
            own.or_else(|| catalogue.national.field(slug).map(|field| field::national(press, field)))
        }
        Route::Text(slug) => catalogue.page(slug.as_str(), press.language).map(|text| text_page::page(press, text)),
        Route::Blank(slug) => catalogue.blank(slug).map(|blank| blank::page(press, blank)),
        Route::Desk => Some(desk::page(press)),
        Route::Gallery => Some(gallery::page(press)),
        Route::Form(slug) => catalogue.form(slug.as_str()).map(|form| form::page(press, form, Filled::unjudged(&form::presets(form)))),
        Route::Follow => Some(follow::page(press, follow::Lookup::default())),
        Route::Mine => Some(mine::page(press)),
        Route::Survey(slug) => {
            catalogue.survey(slug.as_str()).map(|survey| survey::page(press, survey, Filled::unjudged(&RawAnswers::default())))
        }
        #[cfg(feature = "prerender")]
        Route::FormerPlaces => Some(former_places::index(press)),
        #[cfg(feature = "prerender")]
        Route::FormerPlacesOf(slug) => catalogue.places.former.province(slug).map(|province| former_places::page(press, province)),
        // What the Worker answers is printed by its own functions.
        _ => None,
    };
    found.unwrap_or_else(|| not_found::page(press))
}

/// Prints the page of a record of the nation.
#[cfg(feature = "prerender")]
pub fn printed_record(press: Press<'_>, record: &domain::national::NationalRecord) -> String {
    document(press, || national::page(press, record))
}

/// Every page printed ahead of time, with its language; those of the nation's records are printed by [`printed_record`].
pub fn all(catalogue: &domain::catalogue::Catalogue) -> Vec<(Route, Language)> {
    let mut routes = vec![
        Route::Home,
        Route::Catalogue,
        Route::LifeEvents,
        Route::Agencies,
        Route::Follow,
        Route::Mine,
        Route::Desk,
        Route::NotFound,
        Route::Offline,
    ];
    routes.extend(catalogue.procedures.iter().map(|procedure| Route::Procedure(procedure.slug.clone())));
    routes.extend(catalogue.former.iter().map(|former| Route::Procedure(former.slug.clone())));
    routes.extend(catalogue.life_events.iter().map(|event| Route::LifeEvent(event.slug.clone())));
    routes.extend(catalogue.agencies.iter().map(|agency| Route::Agency(agency.slug.clone())));
    routes.extend(catalogue.fields.iter().map(|field| Route::Field(field.id.clone())));
    routes.extend(catalogue.national.fields.iter().map(|field| Route::Field(field.id.clone())));
    routes.extend(catalogue.pages.iter().map(|page| Route::Text(page.vi.slug.clone())));
    routes.extend(catalogue.blanks.iter().map(|blank| Route::Blank(blank.slug.clone())));
    routes.extend(catalogue.forms.iter().map(|form| Route::Form(form.procedure.clone())));
    routes.extend(catalogue.surveys.iter().map(|survey| Route::Survey(survey.slug.clone())));
    let former = &catalogue.places.former.provinces;
    routes.extend(former.first().map(|_| Route::FormerPlaces));
    routes.extend(former.iter().map(|province| Route::FormerPlacesOf(province.slug.clone())));
    let both = |route: Route| {
        Language::ALL
            .into_iter()
            .filter(|language| route.exists_in(*language))
            .map(|language| (route.clone(), language))
            .collect::<Vec<_>>()
    };
    routes.into_iter().flat_map(both).collect()
}

#[cfg(all(test, feature = "prerender"))]
mod tests;
