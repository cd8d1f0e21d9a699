//! Pages of a long list, by real links.

use super::{Component, Press, Sheet};
use crate::document::Print as _;
use leptos::prelude::*;

mod examples;

/// Links to the pages of a list; nothing when there is one page. `href` gives the address of a page.
pub fn pagination(press: Press<'_>, page: usize, pages: usize, href: impl Fn(usize) -> String) -> Option<AnyView> {
    if pages < 2 {
        return None;
    }
    // The first, the last, and the neighbours of this page.
    let shown = (1..=pages).filter(|number| *number == 1 || *number == pages || number.abs_diff(page) <= 1);
    let mut last = 0;
    let mut items: Vec<AnyView> = Vec::new();
    for number in shown {
        if number > last + 1 {
            items.push(view! { <li aria-hidden="true"><strong>"…"</strong></li> }.printed());
        }
        last = number;
        let label = format!("{} {number}", press.say("Trang", "Page"));
        items.push(if number == page {
            view! { <li><strong aria-current="page"><span class="spoken-only">{label.replace(char::is_numeric, "")}</span>{number}</strong></li> }.printed()
        } else {
            view! { <li><a href=href(number) aria-label=label>{number}</a></li> }.printed()
        });
    }
    let label = press.say("Các trang", "Pages").to_owned();
    Some(view! { <nav class="pagination" aria-label=label><ul>{items}</ul></nav> }.printed())
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "pagination", sheet: Sheet::Every, style: include_str!("pagination/pagination.css"), examples: examples::examples }
}
