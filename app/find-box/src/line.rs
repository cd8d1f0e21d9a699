//! The lines under a search box, as markup: what they say and where they lead.

use crate::dom;
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use core::ops::Range;
use search::{AUDIENCES, Answer, Index, LEVELS, Listing, Traits};

/// A line.
pub(super) struct Line {
    /// Where it leads.
    pub(super) href: String,
    /// What stands in it.
    pub(super) markup: String,
    /// Whether it is one of the short ones that stand side by side.
    pub(super) short: bool,
}

/// What results can be narrowed to, each with how many it leaves; only what parts them.
///
/// The most telling two fields, then who does it and where, then whether it can be done online: more would push results away.
pub(super) fn narrowings(index: &Index, answer: &Answer, text: &str, english: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |query: &str, value: &str, name: &str, records: usize| {
        if records > 0 && records < answer.total {
            // Fields are named in Vietnamese, whatever the page speaks.
            let mut markup = String::from(if name == value { "<span lang=vi>" } else { "<span>" });
            escape(name, &mut markup);
            for part in ["</span> <small>", &number(records), "</small>"] {
                markup.push_str(part);
            }
            lines.push(Line { href: joined(&[&results(text, english), query, &dom::encode(value)]), markup, short: true });
        }
    };
    for count in answer.facets.fields.iter().take(2) {
        let name = index.field_name(usize::from(count.of));
        add("&linh-vuc=", &name, &name, count.records);
    }
    for count in &answer.facets.levels {
        if let Some(level) = LEVELS.iter().find(|level| level.is == count.of) {
            add("&cap=", level.slug, level.name(english), count.records);
        }
    }
    for count in &answer.facets.audiences {
        if let Some(audience) = AUDIENCES.iter().find(|audience| audience.is == count.of) {
            add("&ai-lam=", audience.slug, audience.name(english), count.records);
        }
    }
    add("&tren-mang=", "co", if english { "Online" } else { "Trên mạng" }, answer.facets.online);
    lines
}

fn results(text: &str, english: bool) -> String {
    joined(&[if english { "/en/tim-kiem?q=" } else { "/tim-kiem?q=" }, &dom::encode(text)])
}

/// A result, what was asked for marked in it.
pub(super) fn of(entry: Listing<'_>, marks: &[Range<usize>], english: bool) -> Option<Line> {
    let event = entry.traits().meets(Traits::LIFE_EVENT);
    let slug = entry.slug();
    let folder = if event { "/su-kien/" } else { "/thu-tuc/" };
    let href = joined(&[if english { "/en" } else { "" }, folder, &slug, "/"]);
    let title = entry.title();
    let mut markup = String::from("<strong>");
    let translated = if english { entry.english() } else { String::new() };
    if translated.is_empty() {
        let mut at = 0;
        for mark in marks {
            escape(title.get(at..mark.start)?, &mut markup);
            markup.push_str("<mark>");
            escape(title.get(mark.clone())?, &mut markup);
            markup.push_str("</mark>");
            at = mark.end;
        }
        escape(title.get(at..)?, &mut markup);
    } else {
        escape(&translated, &mut markup);
    }
    markup.push_str("</strong><small lang=\"");
    markup.push_str(if english && event { "en" } else { "vi" });
    markup.push_str("\">");
    let under = match (event, english) {
        (true, false) => "Chuyện trong đời".to_owned(),
        (true, true) => "Life event".to_owned(),
        (false, _) if entry.traits().meets(Traits::GUIDE) => entry.field(),
        (false, false) => joined(&[&entry.field(), " · bản ghi quốc gia"]),
        (false, true) => joined(&[&entry.field(), " · national record"]),
    };
    escape(&under, &mut markup);
    markup.push_str("</small>");
    Some(Line { href, markup, short: false })
}

/// The dossier whose code was typed.
pub(super) fn dossier(code: &str, english: bool) -> Line {
    let mut markup = String::from(if english { "<strong>Follow dossier " } else { "<strong>Xem hồ sơ " });
    escape(code, &mut markup);
    markup.push_str("</strong>");
    Line { href: joined(&["/tra-cuu/", code]), markup, short: false }
}

/// The way to all results.
pub(super) fn all(total: usize, text: &str, english: bool) -> Line {
    let (before, after) = if english { ("See all ", " results") } else { ("Xem tất cả ", " kết quả") };
    Line { short: false, href: results(text, english), markup: joined(&["<strong>", before, &number(total), after, "</strong>"]) }
}

/// What a screen reader says of the list.
pub(super) fn said(total: usize, nothing: bool, code: bool, english: bool) -> String {
    let number = self::number(total);
    match (total, english) {
        (0, false) if code && !nothing => "Mã hồ sơ: 1 lựa chọn.".to_owned(),
        (0, true) if code && !nothing => "A dossier code: 1 choice.".to_owned(),
        (0, false) if nothing => "Chưa tìm thấy. Bấm Tìm để xem gợi ý.".to_owned(),
        (0, true) if nothing => "Nothing found. Press Search for suggestions.".to_owned(),
        (0, false) => "Chưa tìm thấy đúng, đây là những gì gần nhất.".to_owned(),
        (0, true) => "Nothing fits; these are the closest.".to_owned(),
        (_, false) => joined(&[&number, " kết quả. Dùng phím mũi tên để chọn."]),
        (_, true) => joined(&[&number, " results. Use the arrow keys to choose."]),
    }
}

/// Puts texts behind each other.
///
/// `concat` would do, and [`number`] is `to_string`; both bring what makes them general.
pub(super) fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Writes a number out.
pub(super) fn number(number: usize) -> String {
    let mut text = if number < 10 { String::new() } else { self::number(number / 10) };
    text.push(char::from_digit(u32::try_from(number % 10).unwrap_or(0), 10).unwrap_or('0'));
    text
}

fn escape(text: &str, into: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '"' => into.push_str("&quot;"),
            _ => into.push(letter),
        }
    }
}
