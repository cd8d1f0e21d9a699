//! What can be wrong with content, where, and what to do about it.

use domain::{date::Date, language::Localized};
use std::ops::Range;

mod collected;
mod held_back;
mod words;

pub(crate) use collected::Problems;

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
    MissingFile {
        path: String,
    },
    BadFileName,
    NoFrontMatter,
    TomlSyntax {
        message: String,
    },
    /// `rivals` are the keys of which only one may stand; empty when the key is not known at all.
    UnknownKey {
        key: String,
        nearest: Option<String>,
        rivals: &'static [&'static str],
    },
    /// Several keys when one of them is enough.
    MissingKey {
        keys: Vec<&'static str>,
    },
    WrongType {
        key: String,
        expected: Expected,
    },
    UnknownChoice {
        key: &'static str,
        value: String,
        choices: Vec<&'static str>,
    },
    EmptyText {
        key: String,
    },
    EmptyList {
        key: &'static str,
    },
    TooLong {
        limit: usize,
        length: usize,
    },
    BadSlug {
        value: String,
    },
    BadCode {
        value: String,
        of: CodeOf,
    },
    /// `year` is the year the day should lie in, where the day exists but lies elsewhere.
    BadDate {
        year: Option<i32>,
    },
    BadHours {
        value: String,
    },
    BadUrl,
    FutureDate,
    PeriodBackwards,
    DuplicateSlug {
        slug: String,
        other: String,
    },
    DuplicateCode {
        code: String,
        other: String,
    },
    DuplicateId {
        id: String,
    },
    UnknownReference {
        what: Referent,
        id: String,
        nearest: Option<String>,
    },
    MissingSource,
    FeeWithoutUnit,
    UnconfirmedWithoutNote,
    PartialWithoutReason,
    ContradictingDeadlines {
        first: String,
        second: String,
    },
    /// Numbers of working days: as the sentence writes it, and as the deadlines state them.
    UnstatedPeriod {
        said: String,
        stated: Vec<u16>,
    },
    LegalBasisEnded {
        until: Date,
    },
    RawHtml,
    HeadingSkipsLevel {
        expected: u8,
        found: u8,
    },
    MissingAlternativeText,
    BrokenLink {
        target: String,
    },
    RelativeLink {
        target: String,
        picture: bool,
    },
    LinkTextSaysNothing {
        text: String,
    },
    MissingTranslation {
        path: String,
    },
    StopAnnouncedLate {
        days: i32,
    },
    ReviewOverdue {
        on: Date,
    },
    NoHolidays {
        year: i32,
    },
    NotNfc,
    NoDiacritics,
    /// `instead` is what to do, in both languages.
    ForbiddenWord {
        word: String,
        instead: Localized<&'static str>,
    },
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
    Door,
    Channel,
}

/// What kind of value a key wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say everything")]
pub enum Expected {
    Text,
    Localized,
    List,
    Table,
    Date,
    Moment,
    Flag,
    Number(Bounds),
    /// Also the word `unconfirmed`.
    NumberOrUnconfirmed(Bounds),
}

/// Between which numbers a number lies; both belong to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub least: u64,
    /// The greatest; `u64::MAX` where nothing bounds it.
    pub greatest: u64,
}

/// What a code is the code of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say everything")]
pub enum CodeOf {
    Procedure,
    Agency,
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
