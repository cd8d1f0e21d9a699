//! Where an agency is, when it is open, how to reach it.

use super::{Component, Press, Sheet, icon::icon};
use crate::route::Route;
use domain::agency::Agency;
use leptos::prelude::*;

mod examples;

/// A card that leads to the agency's page.
pub fn agency_card(press: Press<'_>, agency: &Agency) -> impl IntoView + use<> {
    let href = press.href(&Route::Agency(agency.slug.clone()));
    view! {
        <div class="agency-card">
            <h3><a href=href>{agency.name.in_language(press.language).to_owned()}</a></h3>
            {contact(press, agency)}
        </div>
    }
}

/// Address, hours, telephone, e-mail and map of an agency.
pub fn contact(press: Press<'_>, agency: &Agency) -> impl IntoView + use<> {
    let hours = agency.hours.iter().map(|hours| {
        let open: Vec<String> = hours.open.iter().map(|span| span.replace('-', "–")).collect();
        view! { <span>{hours.days.in_language(press.language).to_owned()}": "<span class="number">{open.join(", ")}</span><br/></span> }
    });
    let phone = format!("tel:{}", agency.phone.replace(' ', ""));
    let email = format!("mailto:{}", agency.email);
    let map = format!("{} {}", press.say("Bản đồ đến", "Map to"), agency.short.in_language(press.language));
    view! {
        <ul class="contact">
            <li>{icon(press, "place")}<span>{agency.address.in_language(press.language).to_owned()}</span></li>
            <li>{icon(press, "clock")}<span>{hours.collect_view()}</span></li>
            <li>{icon(press, "phone")}<span><a class="number" href=phone>{agency.phone.clone()}</a></span></li>
            <li>{icon(press, "mail")}<span><a href=email>{agency.email.clone()}</a></span></li>
            <li>{icon(press, "map")}<span><a href=agency.map_url.clone() rel="external">{map}</a></span></li>
        </ul>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "agency_card", sheet: Sheet::Every, style: include_str!("agency_card/agency_card.css"), examples: examples::examples }
}
