//! Reads a page of running text.

use super::MarkdownPart;
use crate::{
    markdown::{self, Written},
    table::{Desk, Table},
    wording,
};
use domain::{language::Language, site::TextPage, slug::Slug};

pub(super) fn read(slug: Slug, language: Language, table: &Table<'_>, markdown: MarkdownPart<'_>, desk: Desk<'_>) -> TextPage {
    let text = |key| if language == Language::Vietnamese { table.need_words(key) } else { table.need_text(key) };
    let title = text("title").value;
    let description = text("description");
    table.limit(&description.value, description.span.clone(), 155);
    let span = markdown.begin..markdown.file.text.len();
    wording::composition(markdown.text(), &span, markdown.file, desk.problems);
    if language == Language::Vietnamese {
        wording::officialese(markdown.text(), &span, markdown.file, desk.problems);
    }
    let written = Written { text: markdown.text(), span, exact: true };
    let (body, headings) = markdown::to_markup(&written, markdown.file, desk.problems, desk.links);
    TextPage { slug, title, description: description.value, reviewed_on: table.need_past_date("reviewed_on"), body, headings }
}
