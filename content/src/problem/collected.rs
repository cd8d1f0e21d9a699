//! Collects problems while files are read.

use super::{Fault, Problem, Severity, held_back};
use crate::source::SourceFile;
use std::{cell::RefCell, ops::Range};

/// Every problem found so far, in the order of finding.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Records a fault at a place of a file.
    pub(crate) fn add(&self, file: SourceFile<'_>, span: Range<usize>, fault: Fault) {
        let start = floor_boundary(file.text, span.start);
        let end = floor_boundary(file.text, span.end).max(start);
        let before = file.text.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        // Editors do not count a byte order mark as a column.
        let in_line = before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
        let column = in_line.chars().count() + 1;
        self.0.borrow_mut().push(Problem { path: file.path.to_owned(), span: start..end, line, column, fault });
    }

    /// Records a fault of a whole file.
    pub(crate) fn add_to_path(&self, path: &str, fault: Fault) {
        self.add(SourceFile { path, text: "" }, 0..0, fault);
    }

    /// Returns how many errors were recorded so far.
    pub(crate) fn errors(&self) -> usize {
        self.0.borrow().iter().filter(|problem| problem.fault.severity() == Severity::Error).count()
    }

    /// Tells whether an error was recorded in a file whose path passes.
    pub(crate) fn any_error_in(&self, passes: impl Fn(&str) -> bool) -> bool {
        self.0.borrow().iter().any(|problem| problem.fault.severity() == Severity::Error && passes(&problem.path))
    }

    /// Returns all problems by path and place, without those that only follow from others.
    pub(crate) fn into_sorted(self) -> Vec<Problem> {
        let mut problems = held_back::without_consequences(self.0.into_inner());
        problems.sort_by_cached_key(|problem| (problem.path.clone(), problem.span.start, problem.fault.code()));
        problems.dedup();
        problems
    }
}

/// Returns the nearest character boundary at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
