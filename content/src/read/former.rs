//! Reads procedures that ended or will end.

use super::procedure::{code, no_source, source};
use crate::{
    problem::Referent,
    register::Thing,
    table::{Table, stand_in},
};
use domain::{
    procedure::{Change, FormerProcedure},
    slug::Slug,
};

pub(super) fn read(table: &Table<'_>) -> Vec<FormerProcedure> {
    table.tables("procedures").iter().map(former).collect()
}

fn former(table: &Table<'_>) -> FormerProcedure {
    let change = table.need_choice("change", &Change::NAMED);
    FormerProcedure {
        slug: slug(table),
        code: code(table, "code"),
        official_name: table.need_official("official_name").value,
        title: table.need_short("title", 60),
        change: change.unwrap_or(Change::Abolished),
        ended_on: table.need_date("ended_on").unwrap_or(table.as_of()),
        replaced_by: replaced_by(table, change),
        note: table.need_localized("note"),
        source: table.need_table("source").map_or_else(|| no_source(table), |table| source(&table)),
    }
}

fn slug(table: &Table<'_>) -> Slug {
    let Some((slug, span)) = table.need_slug("slug") else { return stand_in() };
    table.define(Thing::Former, slug.as_str(), span);
    slug
}

/// What goes on under another name must say under which.
fn replaced_by(table: &Table<'_>, change: Option<Change>) -> Option<Slug> {
    match change {
        Some(Change::Replaced | Change::Renamed) => table.need_reference("replaced_by", Referent::Procedure),
        Some(Change::Abolished) | None => table.reference("replaced_by", Referent::Procedure),
    }
}
