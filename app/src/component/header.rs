//! The top of every page: skip link, logo and name, menu, the other language.

use super::{Component, Press, Sheet, icon::icon, search_box::header_box};
use crate::document::Print as _;
use crate::route::Route;
use domain::language::Language;
use leptos::prelude::*;

mod examples;

/// The header of a page; `twin` is its address in the other language, where it has one.
pub fn header(press: Press<'_>, route: &Route, twin: Option<String>) -> impl IntoView + use<> {
    let site = &press.catalogue.site;
    let other = press.language.pick(Language::English, Language::Vietnamese);
    let language = twin.map(|href| {
        let (short, whole) = press.language.pick(("EN", "Read this page in English"), ("VI", "Đọc trang này bằng tiếng Việt"));
        let tag = other.tag();
        view! { <a class="language" href=href hreflang=tag lang=tag aria-label=format!("{short} – {whole}")>{short}</a> }
    });
    let menu = press.say("Menu", "Menu").to_owned();
    view! {
        <a class="skip-link" href="#noi-dung">{press.say("Đến nội dung chính", "Skip to main content").to_owned()}</a>
        <header class="header">
            <div class="wide">
                <a class="brand" href=press.href(&Route::Home)>
                    <img src=press.assets.logo.clone() alt="" width="36" height="36"/>
                    <span>{site.name.in_language(press.language).to_owned()}<small>{site.tagline.in_language(press.language).to_owned()}</small></span>
                </a>
                <nav class="header-nav" aria-label=press.say("Chính", "Main").to_owned()>{links(press, route)}</nav>
                <details class="header-menu">
                    <summary>{icon(press, "menu")}<span>{menu}</span></summary>
                    <ul>{links(press, route).into_iter().map(|link| view! { <li>{link}</li> }).collect_view()}</ul>
                </details>
                {language}
                {search(press, route)}
            </div>
        </header>
    }
}

/// The search box, folded; pages that have their own do without.
fn search(press: Press<'_>, route: &Route) -> Option<AnyView> {
    let own = matches!(route, Route::Home | Route::Catalogue | Route::Search | Route::NotFound | Route::Offline);
    let view = || {
        view! {
            <details class="header-search">
                <summary>{icon(press, "search")}<span>{press.say("Tìm", "Search").to_owned()}</span></summary>
                <div class="header-search-inside">{header_box(press)}</div>
            </details>
        }
    };
    (!own).then(|| view().printed())
}

fn links(press: Press<'_>, current: &Route) -> Vec<AnyView> {
    let help = "tro-giup".parse().map(Route::Text);
    let mut links = vec![
        (Route::Catalogue, press.say("Thủ tục", "Procedures")),
        (Route::LifeEvents, press.say("Chuyện trong đời", "Life events")),
        (Route::Follow, press.say("Tra cứu hồ sơ", "Follow a dossier")),
        (Route::Agencies, press.say("Nơi làm thủ tục", "Offices")),
    ];
    if let Ok(help) = help {
        links.push((help, press.say("Trợ giúp", "Help")));
    }
    let link = |(route, label): (Route, &str)| {
        let here = (route == *current).then_some("page");
        view! { <a href=press.href(&route) aria-current=here>{label.to_owned()}</a> }.printed()
    };
    links.into_iter().map(link).collect()
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "header", sheet: Sheet::Every, style: include_str!("header/header.css"), examples: examples::examples }
}
