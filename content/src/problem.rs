//! What can be wrong with content, where, and what to do about it.

use crate::source::SourceFile;
use domain::date::Date;
use std::{cell::RefCell, ops::Range};

mod words;

/// A problem at a place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, by its path inside the content folder.
    pub path: String,
    /// Where in it, in bytes.
    pub span: Range<usize>,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Somebody should look at it.
    Warning,
}

/// Every fault the compiler knows. The variant's name in kebab-case is its stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is explained in both languages in `words`")]
pub enum Fault {
    NotUtf8,
    UnexpectedFile,
    MissingFile { path: String },
    BadFileName,
    NoFrontMatter,
    TomlSyntax { message: String },
    UnknownKey { key: String, nearest: Option<String> },
    MissingKey { key: String },
    WrongType { key: String, expected: &'static str },
    UnknownChoice { value: String, choices: Vec<&'static str> },
    EmptyText,
    EmptyList { key: String },
    TooLong { limit: usize, length: usize },
    BadSlug,
    BadCode,
    BadDate,
    BadUrl,
    FutureDate,
    PeriodBackwards,
    DuplicateSlug { slug: String, other: String },
    DuplicateCode { code: String, other: String },
    DuplicateId { id: String },
    UnknownReference { what: Referent, id: String, nearest: Option<String> },
    MissingSource,
    FeeWithoutUnit,
    UnconfirmedWithoutNote,
    PartialWithoutReason,
    ContradictingDeadlines { first: String, second: String },
    UnstatedPeriod { said: String, stated: Vec<String> },
    LegalBasisEnded { until: Date },
    RawHtml,
    HeadingSkipsLevel { expected: u8, found: u8 },
    MissingAlternativeText,
    BrokenLink { target: String },
    RelativeLink { target: String },
    LinkTextSaysNothing { text: String },
    MissingTranslation { path: String },
    StopAnnouncedLate { days: i32 },
    ReviewOverdue { on: Date },
    NoHolidays { year: i32 },
    NotNfc,
    NoDiacritics,
    ForbiddenWord { word: &'static str, instead: &'static str },
}

/// What a reference points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say everything")]
pub enum Referent {
    Paper,
    Agency,
    Field,
    Procedure,
    Source,
    Case,
    Blank,
    Icon,
}

impl Fault {
    /// Tells how bad the fault is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::LinkTextSaysNothing { .. }
            | Self::ReviewOverdue { .. }
            | Self::NoHolidays { .. }
            | Self::NotNfc
            | Self::NoDiacritics
            | Self::ForbiddenWord { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Returns the stable code of the fault: `unknown-key`.
    pub fn code(&self) -> String {
        let debug = format!("{self:?}");
        let name = debug.split([' ', '{']).next().unwrap_or_default();
        let mut code = String::new();
        for letter in name.chars() {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('-');
            }
            code.push(letter.to_ascii_lowercase());
        }
        code
    }
}

/// Collects problems while files are read.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Records a fault at a place of a file.
    pub(crate) fn add(&self, file: SourceFile<'_>, span: Range<usize>, fault: Fault) {
        let start = floor_boundary(file.text, span.start);
        let end = floor_boundary(file.text, span.end).max(start);
        let before = file.text.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.0.borrow_mut().push(Problem { path: file.path.to_owned(), span: start..end, line, column, fault });
    }

    /// Records a fault of a whole file.
    pub(crate) fn add_to_path(&self, path: &str, fault: Fault) {
        self.add(SourceFile { path, text: "" }, 0..0, fault);
    }

    /// Returns all problems by path and place.
    pub(crate) fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort_by(|a, b| (&a.path, a.span.start, a.fault.code()).cmp(&(&b.path, b.span.start, b.fault.code())));
        problems.dedup();
        problems
    }
}

/// Returns the nearest character boundary at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Returns the known word closest to a mistyped one, if any is close.
pub(crate) fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = (typed.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|word| (search::distance(typed, word), word))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, word)| word.to_owned())
}
