//! Reads the cases of a guide and the papers each needs.

use super::{
    duplicates,
    names::{channels, unknown},
};
use crate::{
    problem::Referent,
    table::{Table, stand_in},
};
use domain::{
    procedure::{Case, Paper, PaperNeed, PaperRole},
    slug::Slug,
};
use std::ops::Range;

/// Reads all cases, and the id of each where it could be read.
pub(super) fn read(table: &Table<'_>, papers: &[Paper]) -> (Vec<Option<Slug>>, Vec<Case>) {
    let entries = table.need_tables("cases");
    let ids: Vec<_> = entries.iter().map(|entry| entry.need_slug("id")).collect();
    duplicates(table, &ids.iter().flatten().cloned().collect::<Vec<_>>());
    let ids: Vec<Option<Slug>> = ids.into_iter().map(|id| id.map(|(slug, _)| slug)).collect();
    let cases = entries.iter().zip(&ids).map(|(entry, id)| Case {
        id: id.clone().unwrap_or_else(stand_in),
        name: entry.need_localized("name"),
        about: entry.markup("about"),
        papers: needs(entry, papers),
    });
    let cases = cases.collect();
    (ids, cases)
}

fn needs(table: &Table<'_>, papers: &[Paper]) -> Vec<PaperNeed> {
    let mut named = Vec::new();
    let needs = table.tables("papers").iter().filter_map(|need| read_need(need, papers, &mut named)).collect();
    duplicates(table, &named);
    needs
}

/// Reads what a case needs of a paper, and notes the paper's name in `named`.
fn read_need(table: &Table<'_>, papers: &[Paper], named: &mut Vec<(Slug, Range<usize>)>) -> Option<PaperNeed> {
    let role = role(table);
    let channels = channels(table);
    let note = table.markup("note");
    let (id, span) = table.need_slug("paper")?;
    named.push((id.clone(), span.clone()));
    let found = papers.iter().find(|paper| paper.id == id);
    // A paper whose id could not be read may be the one that is meant.
    if found.is_none() && papers.iter().all(|paper| paper.id != stand_in()) {
        table.fault(span, unknown(Referent::Paper, &id, papers.iter().map(|paper| &paper.id)));
    }
    Some(PaperNeed { paper: found?.clone(), role, channels, note })
}

fn role(table: &Table<'_>) -> PaperRole {
    #[derive(Clone, Copy)]
    enum Role {
        HandIn,
        Show,
        NotNeeded,
    }
    const ROLES: [(&str, Role); 3] = [("hand-in", Role::HandIn), ("show", Role::Show), ("not-needed", Role::NotNeeded)];
    let role = table.need_choice("role", &ROLES);
    if matches!(role, Some(Role::NotNeeded)) {
        return PaperRole::NotNeeded { looked_up_in: table.need_words("looked_up_in").value };
    }
    let originals: Option<u8> = table.number("originals", 0);
    let copies: Option<u8> = table.number("copies", 0);
    match role {
        // Whoever says nothing means one original.
        Some(Role::HandIn) => PaperRole::HandIn { originals: originals.unwrap_or(u8::from(copies.is_none())), copies: copies.unwrap_or(0) },
        // Shown papers are originals; saying so does no harm.
        Some(Role::Show) => PaperRole::Show,
        // Which keys belong to a role that could not be read is not known.
        Some(Role::NotNeeded) | None => {
            table.all_known();
            PaperRole::Show
        }
    }
}
