//! Reads a survey.

use super::{outline::Outline, page::Asking};
use crate::table::Table;
use domain::{form::Form, slug::Slug, survey::Survey};

/// Reads a survey; one that ended stays, for its page says so.
pub(in crate::read) fn survey(slug: Slug, table: &Table<'_>) -> Survey {
    let mut outline = Outline::default();
    let pages = Asking::of_survey(&mut outline).pages(table, Vec::new());
    outline.check(table);
    let title = table.need_words("title").value;
    let minutes = table.need_number("minutes", 1).unwrap_or(1);
    Survey {
        slug: slug.clone(),
        title: title.clone(),
        asks: table.need_official("asks").value,
        why: table.need_words("why").value,
        minutes,
        anonymous: table.flag("anonymous"),
        until: table.need_date("until").unwrap_or(table.as_of()),
        results: table.need_words("results").value,
        thanks: table.need_words("thanks").value,
        form: Form {
            procedure: slug,
            version: table.number::<u16>("version", 1).map_or(1, u32::from),
            title,
            source: None,
            addressed_to: String::new(),
            minutes,
            applicant: None,
            people: Vec::new(),
            owner: None,
            pages,
            papers: Vec::new(),
            fees: Vec::new(),
            sheet: None,
            declaration: String::new(),
            review_note: None,
            example: String::new(),
        },
    }
}
