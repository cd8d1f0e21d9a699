//! Results of a search, printed by the Worker when somebody sends the search form.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        procedure_list::{procedure_list, row},
        search_box::{Loudness, encode, search_box},
    },
    document::{Page, document},
    finder::{Finding, find},
    route::Route,
    summary,
};
use leptos::prelude::*;

/// Prints the results of a query.
pub fn printed(press: Press<'_>, query: &str) -> String {
    document(press, || page(press, query))
}

fn page(press: Press<'_>, query: &str) -> Page {
    let query = query.trim();
    let findings = find(press.catalogue, query);
    let rows = findings.iter().map(|finding| {
        let title = finding.title(press.language).to_owned();
        match finding {
            Finding::Procedure(procedure) => {
                let facts = [summary::time_in_short(press, procedure), summary::fee_in_short(press, procedure)];
                row(
                    press,
                    press.href(&Route::Procedure(procedure.slug.clone())),
                    title,
                    facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                )
            }
            Finding::LifeEvent(event) => {
                let under = press.say("Chuyện trong đời: các việc cần làm theo thứ tự", "Life event: what to do, in order");
                row(press, press.href(&Route::LifeEvent(event.slug.clone())), title, under.to_owned())
            }
        }
    });
    let rows: Vec<AnyView> = rows.collect();
    let count = rows.len();
    let results = if query.is_empty() {
        view! { <p>{press.say("Gõ việc bạn cần làm rồi bấm Tìm.", "Type what you need to do, then press Search.").to_owned()}</p> }
            .printed()
    } else if count == 0 {
        let popular: Vec<_> = press.catalogue.site.popular.iter().filter_map(|slug| press.catalogue.procedure(slug.as_str())).collect();
        view! {
            <p role="status">{press.say("Chưa tìm thấy thủ tục nào cho ", "Nothing found for ").to_owned()}<strong>{format!("«{query}»")}</strong>"."</p>
            <p>{press.say("Thử ít từ hơn, hoặc dùng từ bạn hay nói: «sổ đỏ», «giấy độc thân», «mở quán».", "Try fewer words, or words you use every day.").to_owned()}</p>
            <h2>{press.say("Nhiều người làm", "Most used").to_owned()}</h2>
            {procedure_list(press, popular)}
            <p class="more"><a href=press.href(&Route::Catalogue)>{press.say("Xem tất cả thủ tục", "See all procedures").to_owned()}</a></p>
        }
        .printed()
    } else {
        let said = press
            .language
            .pick(format!("{count} kết quả").as_str(), format!("{count} {}", if count == 1 { "result" } else { "results" }).as_str())
            .to_owned();
        view! { <p class="mute" role="status">{said}</p><ul class="procedure-list">{rows}</ul> }.printed()
    };
    let main = view! {
        <h1>{press.say("Tìm thủ tục", "Search").to_owned()}</h1>
        {search_box(press, query, Loudness::Main, count == 0)}
        {results}
    };
    let title = if query.is_empty() {
        press.say("Tìm thủ tục", "Search").to_owned()
    } else {
        format!("{}: {query}", press.say("Tìm", "Search"))
    };
    let mut page = Page::new(Route::Search, title, press.catalogue.site.description.in_language(press.language).to_owned(), main);
    if !query.is_empty() {
        page.query = format!("?q={}", encode(query));
    }
    page.hidden_from_search = true;
    page
}
