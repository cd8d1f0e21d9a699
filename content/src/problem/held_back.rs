//! Holds back problems that only follow from another one.
//!
//! A file that cannot be read whole loses keys nobody left out, and takes away names that other files use.
//! Whoever mends the first fault sees at once whether more is wrong.

use super::{Fault, Problem, Referent};
use std::collections::BTreeSet;

/// Returns the problems without those that only follow from a file that cannot be read whole.
pub(super) fn without_consequences(mut problems: Vec<Problem>) -> Vec<Problem> {
    let unread: BTreeSet<String> =
        problems.iter().filter(|problem| leaves_unread(&problem.fault)).map(|problem| problem.path.clone()).collect();
    problems.retain(|problem| {
        let here = unread.contains(&problem.path) && may_be_absent_only(&problem.fault);
        let elsewhere = home(&problem.fault).is_some_and(|path| unread.contains(path));
        !here && !elsewhere
    });
    problems
}

/// Tells whether a fault keeps a file from being read whole.
const fn leaves_unread(fault: &Fault) -> bool {
    matches!(fault, Fault::TomlSyntax { .. } | Fault::NotUtf8 | Fault::MissingFile { .. } | Fault::NoFrontMatter)
}

/// Tells whether a fault may come from text that was not read, or was not read as it was meant.
const fn may_be_absent_only(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::UnknownKey { .. }
            | Fault::MissingKey { .. }
            | Fault::WrongType { .. }
            | Fault::UnknownChoice { .. }
            | Fault::EmptyText
            | Fault::EmptyList { .. }
            | Fault::UnknownReference { .. }
            | Fault::MissingSource
            | Fault::FeeWithoutUnit
            | Fault::UnconfirmedWithoutNote
            | Fault::PartialWithoutReason
            | Fault::UnstatedPeriod { .. }
            | Fault::NoHolidays { .. }
    )
}

/// Returns the one file that holds what a fault misses, where there is such a file.
fn home(fault: &Fault) -> Option<&'static str> {
    match fault {
        Fault::UnknownReference { what: Referent::Field, .. } => Some("fields.toml"),
        Fault::UnknownReference { what: Referent::Paper, .. } => Some("papers.toml"),
        Fault::UnknownReference { what: Referent::Door, .. } => Some("site.toml"),
        Fault::BrokenLink { target } if target.contains("/linh-vuc/") => Some("fields.toml"),
        Fault::BrokenLink { target } if target.contains("/thu-tuc/") => Some("former.toml"),
        _ => None,
    }
}
