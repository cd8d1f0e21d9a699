//! Icons from the sprite, chips, badges: signs with a word beside them.

use crate::text::desk as words;
use domain::{desk::Chip, dossier::Status};
use leptos::prelude::*;
use std::sync::OnceLock;
use web_sys::HtmlElement;

static PLACE: OnceLock<[String; 4]> = OnceLock::new();

/// Remembers what the page told about itself: addresses of icons and logo, the names of portal and agencies.
pub(super) fn remember(place: &HtmlElement) {
    let told = |name: &str| place.get_attribute(name).unwrap_or_default();
    PLACE.get_or_init(|| [told("data-icons"), told("data-logo"), told("data-portal"), told("data-agencies")]);
}

fn told(at: usize) -> String {
    PLACE.get().and_then(|told| told.get(at)).cloned().unwrap_or_default()
}

pub(super) fn logo() -> impl IntoView {
    view! { <img class="desk-logo" src=told(1) alt="" width="28" height="28"/> }
}

pub(super) fn portal() -> String {
    told(2)
}

/// Every agency: its code and the name people say.
pub(super) fn agencies() -> Vec<(String, String)> {
    told(3).split('|').filter_map(|agency| agency.split_once('=')).map(|(code, name)| (code.to_owned(), name.to_owned())).collect()
}

/// The agencies of an officer; `*` is every one.
pub(super) fn agencies_of(codes: &[String]) -> Vec<(String, String)> {
    let every = codes.iter().any(|code| code == "*");
    agencies().into_iter().filter(|(code, _)| every || codes.contains(code)).collect()
}

pub(super) fn icon(name: &str) -> impl IntoView + use<> {
    let target = format!("{}#{name}", told(0));
    view! { <svg class="icon" aria-hidden="true"><use href=target></use></svg> }
}

pub(super) fn chip(chip: Chip) -> impl IntoView {
    let (tone, sign, text) = words::chip(chip);
    view! { <span class=format!("badge badge-{tone}")>{icon(sign)}{text}</span> }
}

pub(super) fn status(status: Status) -> impl IntoView {
    let (tone, sign) = words::status_tone(status);
    view! { <span class=format!("badge badge-{tone}")>{icon(sign)}{status.name()}</span> }
}

/// A few words in a tone, in a box.
pub(super) fn callout(tone: &'static str, text: String) -> impl IntoView {
    let sign = match tone {
        "information" => "info",
        other => other,
    };
    view! { <div class=format!("desk-callout badge-{tone}")>{icon(sign)}<p>{text}</p></div> }
}
