//! Reads procedures that ended or will end.

use super::procedure::{code, no_source, source};
use crate::table::Table;
use domain::procedure::{Change, FormerProcedure};

pub(super) fn read(table: &Table<'_>) -> Vec<FormerProcedure> {
    let procedures = table.tables("procedures");
    procedures
        .iter()
        .map(|former| {
            let title = former.need_localized("title");
            former.limit(&title.vi, former.place("title"), 60);
            FormerProcedure {
                slug: former.need_slug("slug").0,
                code: code(former, "code"),
                official_name: former.need_official("official_name").value,
                title,
                change: former.need_choice("change", &Change::NAMED, Change::Abolished),
                ended_on: former.need_date("ended_on"),
                replaced_by: former.slug("replaced_by").map(|(slug, _)| slug),
                note: former.need_localized("note"),
                source: former.need_table("source").map_or_else(no_source, |table| source(&table)),
            }
        })
        .collect()
}
