//! Reads a blank form.

use super::procedure::{no_source, source};
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
        source: table.need_table("source").map_or_else(|| no_source(table), |table| source(&table)),
        to: table.need_official("to").value,
        sections: table.need_tables("sections").iter().map(section).collect(),
        declaration: table.need_official("declaration").value,
        signatures: table.texts("signatures").into_iter().map(|text| text.value).collect(),
        review_note: table.words("review_note").map(|text| text.value),
    }
}

fn section(table: &Table<'_>) -> BlankSection {
    BlankSection { heading: table.text("heading").map(|text| text.value), lines: table.need_tables("lines").iter().map(line).collect() }
}

fn line(table: &Table<'_>) -> BlankLine {
    BlankLine {
        label: table.need_text("label").value,
        width: table.choice("width", &LineWidth::NAMED).unwrap_or(LineWidth::Full),
        filling: filling(table),
        answer: table.text("answer").map(|text| text.value),
    }
}

/// One character to a box or one answer to tick: a line cannot be filled in both ways.
fn filling(table: &Table<'_>) -> Filling {
    match table.one_of(&["boxes", "choices"]) {
        Some("boxes") => table.number("boxes", 1).map_or(Filling::Free, Filling::Boxes),
        Some(_) => Filling::Choices(table.texts("choices").into_iter().map(|text| text.value).collect()),
        None => Filling::Free,
    }
}
