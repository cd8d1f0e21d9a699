//! Reads a page of running text.

use super::MarkdownPart;
use crate::table::{Desk, Table};
use domain::{language::Language, site::TextPage, slug::Slug};

pub(super) fn read(slug: Slug, language: Language, table: &Table<'_>, markdown: MarkdownPart<'_>, desk: Desk<'_>) -> TextPage {
    let text = |key| if language == Language::Vietnamese { table.need_words(key) } else { table.need_text(key) };
    let title = text("title").value;
    let description = text("description");
    table.limit(&description, 155);
    let reviewed_on = table.need_past_date("reviewed_on").unwrap_or(desk.as_of);
    let (body, headings) = markdown.read(language, desk);
    TextPage { slug, title, description: description.value, reviewed_on, body, headings }
}
