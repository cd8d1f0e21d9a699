//! Results of a search, printed by the Worker when somebody sends the search form.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        filter_panel::{chips, panel},
        procedure_list::{marked_row, procedure_list, under_national},
        search_box::{Loudness, search_box},
    },
    document::{Page, document},
    finder::{Wish, field_name},
    route::Route,
    summary,
};
use domain::language::Language;
use leptos::prelude::*;
use search::{Answer, Because, Code, Found, Index, Listing, Traits, Why};

/// Prints the results of a query.
pub fn printed(press: Press<'_>, index: &Index, wish: &Wish) -> String {
    document(press, || page(press, index, wish))
}

fn page(press: Press<'_>, index: &Index, wish: &Wish) -> Page {
    let answer = wish.ask(index);
    let query = wish.text.as_str();
    let results = match (&answer.code, answer.total) {
        _ if query.is_empty() => {
            view! { <p>{press.say("Gõ việc bạn cần làm rồi bấm Tìm.", "Type what you need to do, then press Search.").to_owned()}</p> }
                .printed()
        }
        (Some(Code::Dossier(code)), _) => dossier(press, code),
        (_, 0) => nothing(press, index, wish, &answer),
        _ => found(press, index, wish, &answer),
    };
    let main = view! {
        <h1>{press.say("Tìm thủ tục", "Search").to_owned()}</h1>
        {search_box(press, query, Loudness::Main, answer.total == 0)}
        {understood(press, &answer)}
        {results}
    };
    let title = if query.is_empty() {
        press.say("Tìm thủ tục", "Search").to_owned()
    } else {
        format!("{}: {query}", press.say("Tìm", "Search"))
    };
    let mut page = Page::new(Route::Search, title, press.catalogue.site.description.in_language(press.language).to_owned(), main);
    if !query.is_empty() {
        page.query = wish.query();
    }
    page.hidden_from_search = true;
    page
}

/// What was read otherwise than it was typed, so that a wrong guess can be seen.
fn understood(press: Press<'_>, answer: &Answer) -> Option<AnyView> {
    let mut all: Vec<String> = Vec::new();
    for part in answer.understood.iter().filter(|part| part.said.to_lowercase() != part.meant.to_lowercase()) {
        let words = match part.because {
            Because::Spelling => format!("«{}»", part.meant),
            Because::Saying(_) => format!("«{}»: {}", part.said, part.meant),
        };
        if !all.contains(&words) {
            all.push(words);
        }
    }
    let label = press.say("Hiểu là ", "Understood as ").to_owned();
    (!all.is_empty()).then(|| view! { <p class="mute">{label}<span lang="vi">{all.join("; ")}</span>"."</p> }.printed())
}

fn found(press: Press<'_>, index: &Index, wish: &Wish, answer: &Answer) -> AnyView {
    let shown = answer.hits.len();
    let said = match (press.language, answer.total) {
        (Language::Vietnamese, total) if total > shown => format!("{total} kết quả, đây là {shown} kết quả đầu"),
        (Language::Vietnamese, total) => format!("{total} kết quả"),
        (Language::English, 1) => "1 result".to_owned(),
        (Language::English, total) if total > shown => format!("{total} results, the first {shown} shown"),
        (Language::English, total) => format!("{total} results"),
    };
    let path = press.href(&Route::Search);
    let groups = wish.choices(&answer.facets, index, press);
    let chosen = chips(press, &path, groups.iter().flat_map(|(_, choices)| choices.iter().cloned()));
    // What would leave the list as it is narrows nothing.
    let groups = groups.into_iter().map(|(name, choices)| {
        (name, choices.into_iter().filter(|choice| !choice.chosen && choice.count < answer.total).collect::<Vec<_>>())
    });
    let panel = panel(press, &path, groups.filter(|(_, choices)| !choices.is_empty()));
    view! {
        <p class="mute" role="status">{said}</p>
        {chosen}
        {rows(press, index, wish, &answer.hits)}
        <h2>{press.say("Thu hẹp", "Narrow the list").to_owned()}</h2>
        {panel}
    }
    .printed()
}

/// A dossier code was typed: it is not searched, it is followed.
fn dossier(press: Press<'_>, code: &str) -> AnyView {
    let href = format!("{}{code}", press.href(&Route::Follow));
    view! {
        <p role="status">{press.say("Đây là mã của một hồ sơ đã nộp.", "This is the code of a dossier.").to_owned()}</p>
        <p class="actions"><a class="button" href=href>{format!("{} {code}", press.say("Xem hồ sơ", "Follow dossier"))}</a></p>
    }
    .printed()
}

/// Nothing fits: the nearest guesses, what many people do, and who can be asked.
fn nothing(press: Press<'_>, index: &Index, wish: &Wish, answer: &Answer) -> AnyView {
    let site = &press.catalogue.site;
    let popular: Vec<_> = site.popular.iter().filter_map(|slug| press.catalogue.procedure(slug.as_str())).collect();
    let guesses = (!answer.guesses.is_empty()).then(|| {
        view! {
            <h2>{press.say("Gần với điều bạn gõ", "Closest to what you typed").to_owned()}</h2>
            {rows(press, index, wish, &answer.guesses)}
        }
    });
    let phone = format!("tel:{}", site.hotline.replace(' ', ""));
    let subject = crate::component::search_box::encode(&format!("Không tìm thấy: {}", wish.text));
    let email = format!("mailto:{}?subject={subject}", site.email);
    view! {
        <p role="status">{press.say("Chưa tìm thấy thủ tục nào cho ", "Nothing found for ").to_owned()}<strong>{format!("«{}»", wish.text)}</strong>"."</p>
        <p>{press.say("Thử ít từ hơn, hoặc dùng từ bạn hay nói: «sổ đỏ», «giấy độc thân», «mở quán».", "Try fewer words, or words you use every day.").to_owned()}</p>
        {guesses}
        <h2>{press.say("Nhiều người làm", "Most used").to_owned()}</h2>
        {procedure_list(press, popular)}
        <p class="more"><a href=press.href(&Route::Catalogue)>{press.say("Xem tất cả thủ tục", "See all procedures").to_owned()}</a></p>
        <h2>{press.say("Hỏi người thật", "Ask a person").to_owned()}</h2>
        <ul class="plain-links">
            <li><a class="number" href=phone>{site.hotline.clone()}</a></li>
            <li><a href=email>{press.say("Báo cho chúng tôi là không tìm thấy", "Tell us what you could not find").to_owned()}</a></li>
        </ul>
    }
    .printed()
}

fn rows(press: Press<'_>, index: &Index, wish: &Wish, hits: &[Found]) -> AnyView {
    let rows: Vec<AnyView> = hits
        .iter()
        .filter_map(|hit| {
            let entry = index.entry(hit.entry)?;
            let why = wish.explained.then_some(&hit.why);
            Some(one(press, entry, &hit.marks, why))
        })
        .collect();
    view! { <ul class="procedure-list">{rows}</ul> }.printed()
}

fn one(press: Press<'_>, entry: Listing<'_>, marks: &[core::ops::Range<usize>], why: Option<&Why>) -> AnyView {
    let slug = entry.slug();
    let (href, under) = if entry.traits().meets(Traits::LIFE_EVENT) {
        let under = press.say("Chuyện trong đời: các việc cần làm theo thứ tự", "Life event: what to do, in order").to_owned();
        (slug.parse().map(|slug| press.href(&Route::LifeEvent(slug))), under)
    } else {
        let facts = press.catalogue.procedure(&slug).map(|procedure| {
            [summary::time_in_short(press, procedure), summary::fee_in_short(press, procedure)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        });
        let field = || field_name(press, entry.field());
        let under = match facts.filter(|facts| !facts.is_empty()) {
            Some(facts) => facts,
            None if entry.traits().meets(Traits::GUIDE) => field(),
            None => under_national(press, &field()),
        };
        (slug.parse().map(|slug| press.href(&Route::Procedure(slug))), under)
    };
    let english = Some(entry.english()).filter(|english| press.language == Language::English && !english.is_empty());
    let (title, marks) = english.map_or_else(|| (entry.title(), marks), |english| (english, &[]));
    let under = why.map_or(under.clone(), |why| {
        format!("{under} · {:.2} = {:.2} hợp, {:.2} gọn, {:.2} hay dùng", why.score, why.fit, why.brief, why.prior)
    });
    marked_row(press, href.unwrap_or_default(), &title, marks, under)
}
