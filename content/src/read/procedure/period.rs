//! Finds working-day periods in sentences that no deadline of the guide states.

use crate::{problem::Fault, read::MarkdownPart, table::Table};
use domain::{
    procedure::{Procedure, Within},
    term::TermUnit,
};
use std::collections::BTreeSet;

/// Looks at every text of the file for «3 ngày làm việc» and `3 working days`.
///
/// Slips and prose are written by hand while deadlines are data; this keeps the two from drifting apart.
pub(super) fn unstated(table: &Table<'_>, markdown: MarkdownPart<'_>, procedure: &Procedure) {
    let stated: BTreeSet<u16> = procedure
        .channels
        .iter()
        .flat_map(|channel| &channel.deadlines)
        .filter_map(|deadline| match deadline.within {
            Within::Term(term) if term.unit == TermUnit::WorkingDay => Some(term.amount),
            _ => None,
        })
        .collect();
    let text = markdown.file.text;
    for phrase in [" ngày làm việc", " working day"] {
        for (at, _) in text.match_indices(phrase) {
            let digits: String = text.get(..at).unwrap_or_default().chars().rev().take_while(char::is_ascii_digit).collect();
            let Ok(said) = digits.chars().rev().collect::<String>().parse::<u16>() else { continue };
            if !stated.contains(&said) && !exempt(text, at) {
                let start = at - digits.len();
                let fault = Fault::UnstatedPeriod {
                    said: format!("{said}{phrase}"),
                    stated: stated.iter().map(|amount| format!("{amount}{phrase}")).collect(),
                };
                table.fault(start..at + phrase.len(), fault);
            }
        }
    }
}

/// What only editors read may weigh other periods: the review note, comments, the official name.
fn exempt(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default().trim_start();
    line.starts_with("review_note") || line.starts_with('#') || line.starts_with("official_name")
}
