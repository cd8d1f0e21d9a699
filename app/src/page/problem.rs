//! What somebody reads when a request could not be done: what is wrong, what to do, and whom to call.

use crate::{
    component::Press,
    document::{Page, document},
    route::Route,
};
use leptos::prelude::*;

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is wrong, in one sentence.
    pub title: String,
    /// What more there is to say.
    pub detail: Option<String>,
    /// How to mend each thing.
    pub messages: Vec<String>,
    /// The code our log has it under, where the failure is ours.
    pub code: Option<String>,
}

/// Prints the page.
pub fn printed(press: Press<'_>, said: Said) -> String {
    document(press, || page(press, said))
}

fn page(press: Press<'_>, said: Said) -> Page {
    let site = &press.catalogue.site;
    let phone = format!("tel:{}", site.hotline.replace(' ', ""));
    // The first sentence is the heading; the others say what to do.
    let (heading, more) = said.title.split_once(". ").unwrap_or((said.title.trim_end_matches('.'), ""));
    let heading = heading.to_owned();
    let lead = (!more.is_empty()).then(|| view! { <p class="lead">{more.to_owned()}</p> });
    let detail = said.detail.map(|detail| view! { <p>{detail}</p> });
    let messages = (!said.messages.is_empty())
        .then(|| view! { <ul>{said.messages.into_iter().map(|message| view! { <li>{message}</li> }).collect_view()}</ul> });
    let code = said.code.map(|code| view! { <p>{press.say("Mã ", "Code ").to_owned()}<strong class="number">{code}</strong>"."</p> });
    let main = view! {
        <h1>{heading.clone()}</h1>
        {lead}
        {detail}
        {messages}
        {code}
        <p>{press.say("Cần giúp, gọi ", "For help, call ").to_owned()}<a class="number" href=phone>{site.hotline.clone()}</a>", "{site.hotline_hours.in_language(press.language).to_owned()}"."</p>
        <p class="more"><a href=press.href(&Route::Home)>{press.say("Về trang chủ", "To the home page").to_owned()}</a></p>
    };
    Page { hidden_from_search: true, ..Page::new(Route::NotFound, heading.clone(), heading, main) }
}
