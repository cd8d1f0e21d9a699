//! Every component with its examples, under `serve` only.
//!
//! Each example gets names of its own for its elements, as two slips on one page would share theirs.

use crate::{
    component::{Press, all},
    document::{Page, print},
    route::Route,
};
use leptos::prelude::*;

/// Attributes that name an element of the same page.
const NAMING: [&str; 6] = [" id=\"", " for=\"", " aria-labelledby=\"", " aria-describedby=\"", " name=\"", " href=\"#"];

pub(super) fn page(press: Press<'_>) -> Page {
    let parts = all().into_iter().map(|component| {
        let examples = (component.examples)(press).into_iter().enumerate().map(|(at, example)| {
            let own = format!("{}-{at}-", component.name);
            let markup = NAMING.iter().fold(print(|| example.view), |markup, naming| markup.replace(naming, &format!("{naming}{own}")));
            view! { <h3>{example.name}</h3><div class="gallery-example" inner_html=markup></div> }
        });
        view! { <section><h2 id=component.name>{component.name}</h2>{examples.collect_view()}</section> }
    });
    let main = view! { <h1>"Thành phần"</h1><div class="gallery">{parts.collect_view()}</div> };
    let mut page = Page::new(Route::Gallery, "Thành phần".to_owned(), "Mọi thành phần của cổng với các ví dụ.".to_owned(), main);
    page.hidden_from_search = true;
    page.styles = vec![press.assets.form_style.clone()];
    page
}
