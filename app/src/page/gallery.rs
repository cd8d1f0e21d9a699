//! Every component with its examples, under `serve` only.

use crate::{
    component::{Press, all},
    document::Page,
    route::Route,
};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>) -> Page {
    let parts = all().into_iter().map(|component| {
        let examples = (component.examples)(press).into_iter().map(|example| view! { <h3>{example.name}</h3><div class="gallery-example">{example.view}</div> });
        view! { <section><h2 id=component.name>{component.name}</h2>{examples.collect_view()}</section> }
    });
    let main = view! { <h1>"Thành phần"</h1><div class="gallery">{parts.collect_view()}</div> };
    let mut page = Page::new(Route::Gallery, "Thành phần".to_owned(), "Mọi thành phần của cổng với các ví dụ.".to_owned(), main);
    page.hidden_from_search = true;
    page
}
