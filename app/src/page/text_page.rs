//! A page of running text: help, privacy, accessibility, about.

use crate::{component::Press, document::Page, route::Route, text};
use domain::site::TextPage;
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>, page: &TextPage) -> Page {
    let contents: Vec<_> = page.headings.iter().filter(|heading| heading.level == 2).collect();
    let contents = (contents.len() > 3).then(|| {
        let links =
            contents.into_iter().map(|heading| view! { <li><a href=format!("#{}", heading.anchor)>{heading.text.clone()}</a></li> });
        let label = press.say("Trong trang này", "On this page").to_owned();
        view! { <nav aria-label=label class="contents"><ul>{links.collect_view()}</ul></nav> }
    });
    let main = view! {
        <div class="column">
            <h1>{page.title.clone()}</h1>
            {contents}
            <div class="prose" inner_html=page.body.as_str().to_owned()></div>
            <p class="mute small">{press.say("Đọc lại ngày ", "Last read through on ").to_owned()}{text::date(page.reviewed_on, press.language)}</p>
        </div>
    };
    Page::new(Route::Text(page.slug.clone()), page.title.clone(), page.description.clone(), main)
}
