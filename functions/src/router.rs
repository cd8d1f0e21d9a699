//! Which answer a path gets; plain values in, plain values out.

use app::{bound::Bound, component::Press, filter::Filter, page, route::Route};
use domain::{catalogue::Found, date::Date, language::Language};

/// A request as far as answers depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path, as it was sent.
    pub path: String,
    /// The query without its question mark, as it was sent.
    pub query: String,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A page.
    Page(String),
    /// There is no such page; this says so.
    NotFound(String),
    /// The thing stands at another address.
    Moved(String),
    /// This address takes no such method; these it takes.
    MethodNotAllowed(&'static str),
    /// Short text for machines.
    Plain(&'static str),
    /// The query is longer than anybody types.
    QueryTooLong,
}

/// More than this nobody types into a search box, even with every letter encoded.
const LONGEST_QUERY: usize = 4096;

/// Answers a request.
pub fn answer(asked: &Asked, content: &Bound, today: Date) -> Answer {
    if !matches!(asked.method.as_str(), "GET" | "HEAD") {
        return Answer::MethodNotAllowed("GET, HEAD");
    }
    if asked.query.len() > LONGEST_QUERY {
        return Answer::QueryTooLong;
    }
    if asked.path == "/healthz" {
        return Answer::Plain("ok\n");
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
            let query = pairs.iter().find(|(name, _)| name == "q").map(|(_, value)| value.as_str()).unwrap_or_default();
            let query: String = query.chars().filter(|letter| !letter.is_control()).take(200).collect();
            Answer::Page(page::search::printed(press, &query))
        }
        _ => by_code(rest, press).unwrap_or_else(|| Answer::NotFound(page::printed(press, &Route::NotFound).unwrap_or_default())),
    }
}

/// `/thu-tuc/1.004222` leads to the guide of that code.
fn by_code(rest: &str, press: Press<'_>) -> Option<Answer> {
    let code = rest.strip_prefix("/thu-tuc/")?.trim_end_matches('/');
    let slug = match press.catalogue.by_code(code)? {
        Found::Guide(procedure) => &procedure.slug,
        Found::Former(former) => &former.slug,
    };
    Some(Answer::Moved(Route::Procedure(slug.clone()).path(press.language)))
}

/// Reads a query (WHATWG URL, `application/x-www-form-urlencoded`); what is not UTF-8 becomes the mark for it.
fn pairs(query: &str) -> Vec<(String, String)> {
    let decode = |part: &str| {
        let mut bytes = Vec::with_capacity(part.len());
        let mut rest = part.bytes();
        while let Some(byte) = rest.next() {
            let hex = |digit: Option<u8>| digit.and_then(|digit| char::from(digit).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
            bytes.push(match byte {
                b'+' => b' ',
                b'%' => {
                    let mut ahead = rest.clone();
                    match (hex(ahead.next()), hex(ahead.next())) {
                        (Some(high), Some(low)) => {
                            rest = ahead;
                            high * 16 + low
                        }
                        _ => b'%',
                    }
                }
                other => other,
            });
        }
        String::from_utf8_lossy(&bytes).into_owned()
    };
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}

#[cfg(test)]
mod tests;
