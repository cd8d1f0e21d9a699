//! Reads a blank form.

use super::procedure::source;
use crate::table::Table;
use domain::{
    blank::{Blank, BlankLine, BlankSection, Filling, LineWidth},
    slug::Slug,
};

pub(super) fn read(slug: Slug, table: &Table<'_>) -> Blank {
    Blank {
        slug,
        title: table.need_official("title").value,
        symbol: table.text("symbol").map(|text| text.value),
        source: table.need_table("source").map_or_else(super::procedure::no_source, |table| source(&table)),
        to: table.need_official("to").value,
        sections: table.need_tables("sections").iter().map(section).collect(),
        declaration: table.need_official("declaration").value,
        signatures: table.texts("signatures").into_iter().map(|text| text.value).collect(),
        review_note: table.words("review_note").map(|text| text.value),
    }
}

fn section(table: &Table<'_>) -> BlankSection {
    BlankSection {
        heading: table.text("heading").map(|text| text.value),
        lines: table.need_tables("lines").iter().map(line).collect(),
    }
}

fn line(table: &Table<'_>) -> BlankLine {
    let choices: Vec<String> = table.texts("choices").into_iter().map(|text| text.value).collect();
    let filling = match table.number::<u8>("boxes") {
        Some(boxes) => Filling::Boxes(boxes),
        None if choices.is_empty() => Filling::Free,
        None => Filling::Choices(choices),
    };
    BlankLine { label: table.need_text("label").value, width: table.choice("width", &LineWidth::NAMED).unwrap_or(LineWidth::Full), filling }
}
