//! What can be wrong with content, where, and what to do about it.
// tidy-long: one list; parted, nobody would see that a problem is there already.

use domain::{date::Date, form::Wrong, language::Localized};
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
    /// A record's file bears another code than the record.
    RecordMisnamed {
        expected: String,
    },
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
    FormNotFiledHere,
    SheetFiledHere,
    NotOnSheet {
        id: String,
        blank: String,
    },
    QuestionMissing {
        id: &'static str,
        kind: &'static str,
    },
    ReservedId {
        id: String,
    },
    QuestionComesLater {
        id: String,
    },
    QuestionOfOtherKind {
        id: String,
        kinds: &'static [&'static str],
    },
    NeverAsked,
    ConditionNeverHolds,
    NobodyPasses,
    RuleOfOtherPage {
        id: String,
    },
    RuleNeverHolds,
    RuleAlwaysHolds,
    TooManyQuestions {
        limit: usize,
        count: usize,
    },
    BoundsBackwards,
    JsonSyntax {
        message: String,
    },
    ExampleOfAnother {
        procedure: String,
        expected: String,
    },
    AnswerRefused {
        path: String,
        wrong: Wrong,
    },
    PeriodsOverlap {
        other: String,
    },
    NoRegulation,
    SlipWithoutNumber {
        slips: Vec<&'static str>,
    },
    SayingTwice {
        saying: String,
        other: String,
    },
    SayingWithoutWords {
        saying: String,
    },
    /// `instead` here are the titles found first.
    /// `guide` tells whether a guide was expected; what only the nation's records miss is worth a look.
    SayingMisses {
        guide: bool,
        saying: String,
        codes: Vec<String>,
        instead: String,
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
    Form,
    Question,
    Option,
    Line,
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
    Province,
    Commune,
}

impl Fault {
    /// Tells how bad the fault is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::SayingMisses { guide: false, .. }
            | Self::LinkTextSaysNothing { .. }
            | Self::ReviewOverdue { .. }
            | Self::NoHolidays { .. }
            | Self::NoRegulation
            | Self::NotNfc
            | Self::NoDiacritics
            | Self::ForbiddenWord { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Every code there is, in the order of the variants; whoever adds a fault adds its code here too.
    pub const CODES: &[&str] = &[
        "not-utf8",
        "unexpected-file",
        "missing-file",
        "bad-file-name",
        "record-misnamed",
        "no-front-matter",
        "toml-syntax",
        "unknown-key",
        "missing-key",
        "wrong-type",
        "unknown-choice",
        "empty-text",
        "empty-list",
        "too-long",
        "bad-slug",
        "bad-code",
        "bad-date",
        "bad-hours",
        "bad-url",
        "future-date",
        "period-backwards",
        "duplicate-slug",
        "duplicate-code",
        "duplicate-id",
        "unknown-reference",
        "missing-source",
        "fee-without-unit",
        "unconfirmed-without-note",
        "partial-without-reason",
        "contradicting-deadlines",
        "unstated-period",
        "legal-basis-ended",
        "raw-html",
        "heading-skips-level",
        "missing-alternative-text",
        "broken-link",
        "relative-link",
        "link-text-says-nothing",
        "missing-translation",
        "stop-announced-late",
        "review-overdue",
        "no-holidays",
        "form-not-filed-here",
        "sheet-filed-here",
        "not-on-sheet",
        "question-missing",
        "reserved-id",
        "question-comes-later",
        "question-of-other-kind",
        "never-asked",
        "condition-never-holds",
        "nobody-passes",
        "rule-of-other-page",
        "rule-never-holds",
        "rule-always-holds",
        "too-many-questions",
        "bounds-backwards",
        "json-syntax",
        "example-of-another",
        "answer-refused",
        "periods-overlap",
        "no-regulation",
        "slip-without-number",
        "saying-twice",
        "saying-without-words",
        "saying-misses",
        "not-nfc",
        "no-diacritics",
        "forbidden-word",
    ];

    /// Returns the stable code of the fault: `unknown-key`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::UnexpectedFile => "unexpected-file",
            Self::MissingFile { .. } => "missing-file",
            Self::BadFileName => "bad-file-name",
            Self::RecordMisnamed { .. } => "record-misnamed",
            Self::NoFrontMatter => "no-front-matter",
            Self::TomlSyntax { .. } => "toml-syntax",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::EmptyText { .. } => "empty-text",
            Self::EmptyList { .. } => "empty-list",
            Self::TooLong { .. } => "too-long",
            Self::BadSlug { .. } => "bad-slug",
            Self::BadCode { .. } => "bad-code",
            Self::BadDate { .. } => "bad-date",
            Self::BadHours { .. } => "bad-hours",
            Self::BadUrl => "bad-url",
            Self::FutureDate => "future-date",
            Self::PeriodBackwards => "period-backwards",
            Self::DuplicateSlug { .. } => "duplicate-slug",
            Self::DuplicateCode { .. } => "duplicate-code",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownReference { .. } => "unknown-reference",
            Self::MissingSource => "missing-source",
            Self::FeeWithoutUnit => "fee-without-unit",
            Self::UnconfirmedWithoutNote => "unconfirmed-without-note",
            Self::PartialWithoutReason => "partial-without-reason",
            Self::ContradictingDeadlines { .. } => "contradicting-deadlines",
            Self::UnstatedPeriod { .. } => "unstated-period",
            Self::LegalBasisEnded { .. } => "legal-basis-ended",
            Self::RawHtml => "raw-html",
            Self::HeadingSkipsLevel { .. } => "heading-skips-level",
            Self::MissingAlternativeText => "missing-alternative-text",
            Self::BrokenLink { .. } => "broken-link",
            Self::RelativeLink { .. } => "relative-link",
            Self::LinkTextSaysNothing { .. } => "link-text-says-nothing",
            Self::MissingTranslation { .. } => "missing-translation",
            Self::StopAnnouncedLate { .. } => "stop-announced-late",
            Self::ReviewOverdue { .. } => "review-overdue",
            Self::NoHolidays { .. } => "no-holidays",
            Self::FormNotFiledHere => "form-not-filed-here",
            Self::SheetFiledHere => "sheet-filed-here",
            Self::NotOnSheet { .. } => "not-on-sheet",
            Self::QuestionMissing { .. } => "question-missing",
            Self::ReservedId { .. } => "reserved-id",
            Self::QuestionComesLater { .. } => "question-comes-later",
            Self::QuestionOfOtherKind { .. } => "question-of-other-kind",
            Self::NeverAsked => "never-asked",
            Self::ConditionNeverHolds => "condition-never-holds",
            Self::NobodyPasses => "nobody-passes",
            Self::RuleOfOtherPage { .. } => "rule-of-other-page",
            Self::RuleNeverHolds => "rule-never-holds",
            Self::RuleAlwaysHolds => "rule-always-holds",
            Self::TooManyQuestions { .. } => "too-many-questions",
            Self::BoundsBackwards => "bounds-backwards",
            Self::JsonSyntax { .. } => "json-syntax",
            Self::ExampleOfAnother { .. } => "example-of-another",
            Self::AnswerRefused { .. } => "answer-refused",
            Self::PeriodsOverlap { .. } => "periods-overlap",
            Self::NoRegulation => "no-regulation",
            Self::SlipWithoutNumber { .. } => "slip-without-number",
            Self::SayingTwice { .. } => "saying-twice",
            Self::SayingWithoutWords { .. } => "saying-without-words",
            Self::SayingMisses { .. } => "saying-misses",
            Self::NotNfc => "not-nfc",
            Self::NoDiacritics => "no-diacritics",
            Self::ForbiddenWord { .. } => "forbidden-word",
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_once() {
        for code in Fault::CODES {
            assert_eq!(Fault::CODES.iter().filter(|other| *other == code).count(), 1, "{code}");
        }
    }

    // Rust cannot list the variants; `tests/sites.rs` looks at every fault that a bad site shows.
    #[test]
    fn the_codes_of_faults_are_among_all_codes() {
        let first = Fault::NotUtf8;
        let last = Fault::ForbiddenWord { word: String::new(), instead: Localized { vi: "", en: "" } };
        assert_eq!([Some(&first.code()), Some(&last.code())], [Fault::CODES.first(), Fault::CODES.last()]);
    }
}
