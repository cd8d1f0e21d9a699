//! Reads the reasons officers choose from.

use super::procedure::duplicates;
use crate::{
    problem::Referent,
    table::{Table, stand_in},
};
use domain::reason::{Reason, ReasonFor};

pub(super) fn read(table: &Table<'_>) -> Vec<Reason> {
    let mut ids = Vec::new();
    let reason = |entry: &Table<'_>| {
        let id = entry.need_slug("id");
        ids.extend(id.clone());
        Reason {
            id: id.map_or_else(stand_in, |(id, _)| id),
            occasions: entry.need_choices("for", &ReasonFor::NAMED).into_iter().map(|chosen| chosen.choice).collect(),
            text: entry.need_words("text").value,
            procedures: entry.references("procedures", Referent::Procedure),
        }
    };
    let reasons = table.need_tables("reasons").iter().map(reason).collect();
    duplicates(table, &ids);
    reasons
}
