//! The search box: a plain form that works everywhere, with words to try.

use super::{Component, Press, Sheet, icon::icon};
use crate::route::Route;
use leptos::prelude::*;
use std::fmt::Write as _;

mod examples;

/// Which button a search box has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loudness {
    /// Searching is the next step of the page.
    Main,
    /// The page has another next step.
    Quiet,
}

/// A search box; `query` is what was searched last, empty at first.
pub fn search_box(press: Press<'_>, query: &str, loudness: Loudness, with_examples: bool) -> impl IntoView + use<> {
    named(press, "q", query, loudness, with_examples)
}

/// The search box of the header, beside which the page may have its own.
pub fn header_box(press: Press<'_>) -> impl IntoView + use<> {
    named(press, "tim", "", Loudness::Quiet, false)
}

fn named(press: Press<'_>, id: &'static str, query: &str, loudness: Loudness, with_examples: bool) -> impl IntoView + use<> {
    let examples = with_examples.then(|| {
        let tries = press.catalogue.site.search_examples.iter().map(|example| {
            let words = example.in_language(press.language).to_owned();
            let href = format!("{}?q={}", press.href(&Route::Search), encode(&words));
            view! { <li><a href=href>{words}</a></li> }
        });
        view! { <ul class="tries"><li class="mute">{press.say("Ví dụ:", "Try:").to_owned()}</li>{tries.collect_view()}</ul> }
    });
    let class = match loudness {
        Loudness::Main => "button",
        Loudness::Quiet => "button button-outlined",
    };
    view! {
        <form class="search-box" role="search" method="get" action=press.href(&Route::Search)>
            <label for=id>{press.say("Gõ việc bạn cần làm, có dấu hay không dấu đều được", "Type what you need to do, with or without Vietnamese marks").to_owned()}</label>
            <div class="search-row">
                <input id=id name="q" type="search" value=query.to_owned() maxlength="200" autocomplete="off" autocapitalize="none" enterkeyhint="search"/>
                <button class=class type="submit">{icon(press, "search")}{press.say("Tìm", "Search").to_owned()}</button>
            </div>
            {examples}
        </form>
    }
}

/// Writes words as a value of a query (RFC 3986).
pub fn encode(words: &str) -> String {
    let mut text = String::new();
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "search_box", sheet: Sheet::Every, style: include_str!("search_box/search_box.css"), examples: examples::examples }
}
