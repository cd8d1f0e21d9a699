//! Pages that depend on nothing but their address: plain values in, plain values out.

use crate::{content::Content, request::pairs, respond};
use app::{component::Press, filter::Filter, finder::Wish, page, route::Route};
use domain::{catalogue::Found, date::Date, language::Language, missed::MissedWords};

/// A request as far as answers depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// `GET`, `HEAD`, …
    pub(crate) method: String,
    /// The path, as it was sent.
    pub(crate) path: String,
    /// The query without its question mark, as it was sent.
    pub(crate) query: String,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// A page.
    Page(String),
    /// A page of results without one.
    Missed(String, MissedWords),
    /// There is no such page; this says so.
    NotFound(String),
    /// The thing stands at another address.
    Moved(String),
    /// This address takes no such method; these it takes.
    MethodNotAllowed(&'static str),
    /// The query is longer than anybody types.
    QueryTooLong,
}

/// More than this nobody types into a search box, even with every letter encoded.
const LONGEST_QUERY: usize = 4096;

/// Answers a request.
pub(crate) fn answer(asked: &Asked, content: &Content, today: Date) -> Answer {
    if !matches!(asked.method.as_str(), "GET" | "HEAD") {
        return Answer::MethodNotAllowed("GET, HEAD");
    }
    if asked.query.len() > LONGEST_QUERY {
        return Answer::QueryTooLong;
    }
    let (language, rest) = match asked.path.strip_prefix("/en") {
        Some(rest) if rest.starts_with('/') => (Language::English, rest),
        _ => (Language::Vietnamese, asked.path.as_str()),
    };
    let press = Press { catalogue: &content.catalogue, language, as_of: today, assets: &content.assets };
    let pairs = pairs(&asked.query);
    match rest {
        "/thu-tuc/" => {
            let filter = Filter::from_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())), &content.catalogue);
            Answer::Page(page::catalogue::printed(press, &filter))
        }
        "/tim-kiem" | "/tim-kiem/" => {
            let wish = Wish::from_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            let text = page::search::printed(press, &content.index, &wish);
            match MissedWords::of(&wish.text).filter(|_| wish.misses(&content.index)) {
                Some(words) => Answer::Missed(text, words),
                None => Answer::Page(text),
            }
        }
        _ => by_code(rest, press).unwrap_or_else(|| Answer::NotFound(page::not_found::printed(press))),
    }
}

/// `/thu-tuc/1.004222` leads to the guide of that code, or to the nation's record.
fn by_code(rest: &str, press: Press<'_>) -> Option<Answer> {
    let code = rest.strip_prefix("/thu-tuc/")?.trim_end_matches('/');
    // A record of the nation has its code with hyphens for its address; a guide may have taken its place since.
    let dotted = code.replace('-', ".").to_ascii_uppercase();
    let slug = match press.catalogue.by_code(&dotted)? {
        Found::Guide(procedure) => &procedure.slug,
        Found::Former(former) => &former.slug,
        Found::National(record) => &record.slug,
    };
    if slug.as_str() == code {
        return None;
    }
    Some(Answer::Moved(Route::Procedure(slug.clone()).path(press.language)))
}

/// Turns an answer into a response.
pub(crate) fn response(answer: Answer, asked: &Asked) -> worker::Result<worker::Response> {
    let body = |text: String| if asked.method == "HEAD" { String::new() } else { text };
    // A browser may keep it, and asks each time whether it still holds.
    let page = |status, text| respond::page(respond::builder(status)?.with_header("cache-control", "no-cache")?, body(text));
    match answer {
        Answer::Page(text) | Answer::Missed(text, _) => page(200, text),
        Answer::NotFound(text) => page(404, text),
        Answer::Moved(path) => Ok(respond::builder(308)?.with_header("cache-control", "no-cache")?.with_header("location", &path)?.empty()),
        Answer::MethodNotAllowed(allowed) => respond::not_allowed(allowed),
        Answer::QueryTooLong => respond::plain(respond::builder(414)?, &body("The query is longer than 4096 characters.\n".to_owned())),
    }
}

#[cfg(test)]
mod tests;
