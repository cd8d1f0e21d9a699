//! The lines under a search box, as markup: what they say and where they lead.

use core::ops::Range;
use search::{Listing, Traits};

/// A line.
pub(super) struct Line {
    /// Where it leads.
    pub(super) href: String,
    /// What stands in it.
    pub(super) markup: String,
}

/// A result, what was asked for marked in it.
pub(super) fn of(entry: Listing<'_>, marks: &[Range<usize>], english: bool) -> Option<Line> {
    let event = entry.traits().meets(Traits::LIFE_EVENT);
    let slug = entry.slug();
    let folder = if event { "/su-kien/" } else { "/thu-tuc/" };
    let href = [if english { "/en" } else { "" }, folder, &slug, "/"].concat();
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
        (false, false) => [&entry.field(), " · bản ghi quốc gia"].concat(),
        (false, true) => [&entry.field(), " · national record"].concat(),
    };
    escape(&under, &mut markup);
    markup.push_str("</small>");
    Some(Line { href, markup })
}

/// The dossier whose code was typed.
pub(super) fn dossier(code: &str, english: bool) -> Line {
    let mut markup = String::from(if english { "<strong>Follow dossier " } else { "<strong>Xem hồ sơ " });
    escape(code, &mut markup);
    markup.push_str("</strong>");
    Line { href: ["/tra-cuu/", code].concat(), markup }
}

/// The way to all results.
pub(super) fn all(total: usize, text: &str, english: bool) -> Line {
    let words = if english { ["See all ", " results"] } else { ["Xem tất cả ", " kết quả"] };
    let path = if english { "/en/tim-kiem?q=" } else { "/tim-kiem?q=" };
    let query = String::from(js_sys::encode_uri_component(text));
    Line { href: [path, &query].concat(), markup: ["<strong>", words[0], &total.to_string(), words[1], "</strong>"].concat() }
}

/// What a screen reader says of the list.
pub(super) fn said(total: usize, nothing: bool, code: bool, english: bool) -> String {
    let number = total.to_string();
    match (total, english) {
        (0, false) if code && !nothing => "Mã hồ sơ: 1 lựa chọn.".to_owned(),
        (0, true) if code && !nothing => "A dossier code: 1 choice.".to_owned(),
        (0, false) if nothing => "Chưa tìm thấy. Bấm Tìm để xem gợi ý.".to_owned(),
        (0, true) if nothing => "Nothing found. Press Search for suggestions.".to_owned(),
        (0, false) => "Chưa tìm thấy đúng, đây là những gì gần nhất.".to_owned(),
        (0, true) => "Nothing fits; these are the closest.".to_owned(),
        (_, false) => [&number, " kết quả. Dùng phím mũi tên để chọn."].concat(),
        (_, true) => [&number, " results. Use the arrow keys to choose."].concat(),
    }
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
