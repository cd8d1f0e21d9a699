//! Reads the cases of a guide and the papers each needs.

use super::{duplicates, unknown};
use crate::{problem::Referent, table::Table};
use domain::procedure::{Case, ChannelKind, Paper, PaperNeed, PaperRole};

pub(super) fn read(table: &Table<'_>, papers: &[Paper]) -> Vec<Case> {
    let mut ids = Vec::new();
    let cases = table
        .need_tables("cases")
        .iter()
        .map(|entry| {
            let (id, span) = entry.need_slug("id");
            ids.push((id.clone(), span));
            Case {
                id,
                name: entry.need_localized("name"),
                about: entry.markup("about"),
                papers: entry.tables("papers").iter().filter_map(|need| read_need(need, papers)).collect(),
            }
        })
        .collect();
    duplicates(table, &ids);
    cases
}

#[derive(Clone, Copy)]
enum Role {
    HandIn,
    Show,
    NotNeeded,
}

fn read_need(table: &Table<'_>, papers: &[Paper]) -> Option<PaperNeed> {
    let role = match table.need_choice("role", &[("hand-in", Role::HandIn), ("show", Role::Show), ("not-needed", Role::NotNeeded)], Role::Show) {
        Role::HandIn => {
            let originals: Option<u8> = table.number("originals");
            let copies: Option<u8> = table.number("copies");
            // Whoever says nothing means one original.
            let originals = originals.unwrap_or(u8::from(copies.is_none()));
            PaperRole::HandIn { originals, copies: copies.unwrap_or(0) }
        }
        Role::Show => {
            // Shown papers are originals; saying so does no harm.
            let _: (Option<u8>, Option<u8>) = (table.number("originals"), table.number("copies"));
            PaperRole::Show
        }
        Role::NotNeeded => PaperRole::NotNeeded { looked_up_in: table.need_words("looked_up_in").value },
    };
    let channels = table.choices("channels", &ChannelKind::NAMED);
    let note = table.markup("note");
    let (id, span) = table.need_slug("paper");
    let Some(paper) = papers.iter().find(|paper| paper.id == id) else {
        table.fault(span, unknown(Referent::Paper, &id, papers.iter().map(|paper| paper.id.as_str())));
        return None;
    };
    Some(PaperNeed { paper: paper.clone(), role, channels, note })
}
