//! Holds back problems that only follow from another one.
//!
//! A file that cannot be read whole loses keys nobody left out, and takes away names that other files use.
//! Whoever mends the first fault sees at once whether more is wrong.

use super::{Fault, Problem, Referent, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// Returns the problems without those that only follow from another one.
pub(super) fn without_consequences(problems: Vec<Problem>) -> Vec<Problem> {
    let known = Known::new(&problems);
    problems.into_iter().filter(|problem| !known.explains(problem)).collect()
}

/// What is known of the files at fault, by their paths.
struct Known {
    /// Files that cannot be read whole, and the line from which on they may be misread.
    unread: BTreeMap<String, usize>,
    /// Files in which the name of a thing cannot be read.
    nameless: BTreeSet<String>,
    /// Files with errors.
    failed: BTreeSet<String>,
}

impl Known {
    fn new(problems: &[Problem]) -> Self {
        let paths = |at_fault: fn(&Fault) -> bool| {
            let at_fault = problems.iter().filter(move |problem| at_fault(&problem.fault));
            at_fault.map(|problem| problem.path.clone()).collect()
        };
        let unread = problems.iter().filter(|problem| leaves_unread(&problem.fault));
        Self {
            unread: unread.map(|problem| (problem.path.clone(), problem.line)).collect(),
            nameless: paths(leaves_nameless),
            failed: paths(|fault| fault.severity() == Severity::Error),
        }
    }

    /// Tells whether a problem is explained by another one.
    fn explains(&self, problem: &Problem) -> bool {
        let Problem { path, line, fault, .. } = problem;
        let absent = may_be_absent(fault) && self.unread.contains_key(path);
        let misread = may_be_misread(fault) && self.unread.get(path).is_some_and(|from| line >= from);
        let elsewhere = home(fault).is_some_and(|home| self.unread.contains_key(home) || self.nameless.contains(home));
        let no_year = matches!(fault, Fault::NoHolidays { .. }) && self.failed.contains(path);
        absent || misread || elsewhere || no_year
    }
}

/// Tells whether a fault keeps a file from being read whole.
const fn leaves_unread(fault: &Fault) -> bool {
    matches!(fault, Fault::TomlSyntax { .. } | Fault::NotUtf8 | Fault::MissingFile { .. } | Fault::NoFrontMatter)
}

/// Tells whether a fault keeps a thing from having its name.
fn leaves_nameless(fault: &Fault) -> bool {
    match fault {
        Fault::MissingKey { keys } => keys.contains(&"id"),
        Fault::EmptyText { key } => key == "id",
        Fault::BadSlug { .. } => true,
        _ => false,
    }
}

/// Tells whether a fault may come from text that was not read.
const fn may_be_absent(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::UnknownKey { .. }
            | Fault::MissingKey { .. }
            | Fault::WrongType { .. }
            | Fault::UnknownChoice { .. }
            | Fault::EmptyText { .. }
            | Fault::EmptyList { .. }
            | Fault::UnknownReference { .. }
            | Fault::MissingSource
            | Fault::FeeWithoutUnit
            | Fault::UnconfirmedWithoutNote
            | Fault::PartialWithoutReason
            | Fault::UnstatedPeriod { .. }
            | Fault::QuestionMissing { .. }
            | Fault::QuestionComesLater { .. }
            | Fault::QuestionOfOtherKind { .. }
            | Fault::NoRegulation
            | Fault::SlipWithoutNumber { .. }
    )
}

/// Tells whether a fault may come from text that was not read as it was meant.
const fn may_be_misread(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::BadSlug { .. }
            | Fault::BadCode { .. }
            | Fault::BadDate { .. }
            | Fault::BadHours { .. }
            | Fault::BadUrl
            | Fault::TooLong { .. }
            | Fault::DuplicateSlug { .. }
            | Fault::DuplicateCode { .. }
            | Fault::DuplicateId { .. }
            | Fault::ContradictingDeadlines { .. }
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
