//! Reads a TOML table key by key and records every fault with its place.
//!
//! Each reading method always returns a value, a stand-in where the text is at fault, so that one fault does not hide the next.
//! When the table is dropped, keys that nobody asked for are faults too.

use crate::{
    markdown::{self, Written},
    problem::{Fault, Problems, nearest},
    source::SourceFile,
    wording,
};
use domain::{
    date::{Date, Moment, Time},
    language::Localized,
    markup::Markup,
    slug::Slug,
    validity::Validity,
};
use std::{cell::RefCell, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
    value::Datetime,
};

/// What every reader needs: where problems and links are noted, and the day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) problems: &'a Problems,
    pub(crate) links: &'a markdown::Links,
    pub(crate) as_of: Date,
}

/// A text with its place.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Range<usize>,
}

/// A table being read.
pub(crate) struct Table<'t> {
    desk: Desk<'t>,
    file: SourceFile<'t>,
    entries: &'t DeTable<'t>,
    /// Where the table stands in the file.
    pub(crate) span: Range<usize>,
    /// Where the TOML begins in the file.
    offset: usize,
    asked: RefCell<Vec<&'static str>>,
}

/// How a Vietnamese text is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    /// Our own words: all rules of writing.
    Ours,
    /// Official names: marks and composition only.
    Official,
    /// Codes, addresses, words people search with: composition only.
    Technical,
}

const TEXT: &str = "a text";
const LOCALIZED: &str = "a text in both languages, { vi = \"…\", en = \"…\" }";

impl<'t> Table<'t> {
    pub(crate) fn new(desk: Desk<'t>, file: SourceFile<'t>, root: &'t Spanned<DeTable<'t>>, offset: usize) -> Self {
        let span = shift(&root.span(), offset);
        // A whole document is no place to point at; its first character is.
        let span = span.start..span.start;
        Self { desk, file, entries: root.get_ref(), span, offset, asked: RefCell::default() }
    }

    pub(crate) const fn as_of(&self) -> Date {
        self.desk.as_of
    }

    pub(crate) fn fault(&self, span: Range<usize>, fault: Fault) {
        self.desk.problems.add(self.file, span, fault);
    }

    /// Looks a key up and remembers that somebody did.
    fn entry(&self, key: &'static str) -> Option<(&'t DeValue<'t>, Range<usize>)> {
        self.asked.borrow_mut().push(key);
        self.entries.get(key).map(|value| (value.get_ref(), shift(&value.span(), self.offset)))
    }

    /// Returns the place of a key's value, or of the table where the key is not there.
    pub(crate) fn place(&self, key: &str) -> Range<usize> {
        self.entries.get(key).map_or_else(|| self.span.clone(), |value| shift(&value.span(), self.offset))
    }

    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.entry(key).is_some()
    }

    fn missing(&self, key: &'static str) {
        self.fault(self.span.clone(), Fault::MissingKey { key: key.to_owned() });
    }

    fn wrong(&self, key: &str, span: Range<usize>, expected: &'static str) {
        self.fault(span, Fault::WrongType { key: key.to_owned(), expected });
    }

    // Texts.

    fn string(&self, key: &'static str, voice: Voice) -> Option<Text> {
        let (value, span) = self.entry(key)?;
        let DeValue::String(value) = value else {
            self.wrong(key, span, TEXT);
            return None;
        };
        self.look_at(value, &span, voice);
        Some(Text { value: value.clone().into_owned(), span })
    }

    fn look_at(&self, value: &str, span: &Range<usize>, voice: Voice) {
        if value.trim().is_empty() {
            self.fault(span.clone(), Fault::EmptyText);
        }
        wording::composition(value, span, self.file, self.desk.problems);
        if matches!(voice, Voice::Ours | Voice::Official) {
            wording::marks(value, span, self.file, self.desk.problems);
        }
        if voice == Voice::Ours {
            wording::officialese(value, span, self.file, self.desk.problems);
        }
    }

    fn needed(&self, key: &'static str, voice: Voice) -> Text {
        if !self.entries.contains_key(key) {
            self.asked.borrow_mut().push(key);
            self.missing(key);
        }
        self.string(key, voice).unwrap_or_else(|| Text { value: String::new(), span: self.place(key) })
    }

    /// Our own Vietnamese words.
    pub(crate) fn words(&self, key: &'static str) -> Option<Text> {
        self.string(key, Voice::Ours)
    }

    /// Our own Vietnamese words, which must be there.
    pub(crate) fn need_words(&self, key: &'static str) -> Text {
        self.needed(key, Voice::Ours)
    }

    /// An official name, which must be there.
    pub(crate) fn need_official(&self, key: &'static str) -> Text {
        self.needed(key, Voice::Official)
    }

    /// A code, an address, an English text.
    pub(crate) fn text(&self, key: &'static str) -> Option<Text> {
        self.string(key, Voice::Technical)
    }

    /// A code, an address, an English text, which must be there.
    pub(crate) fn need_text(&self, key: &'static str) -> Text {
        self.needed(key, Voice::Technical)
    }

    /// A text no longer than `limit` characters.
    pub(crate) fn limit(&self, text: &str, span: Range<usize>, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            self.fault(span, Fault::TooLong { limit, length });
        }
    }

    /// A text in both languages.
    pub(crate) fn localized(&self, key: &'static str) -> Option<Localized> {
        let (value, span) = self.entry(key)?;
        let DeValue::Table(entries) = value else {
            self.wrong(key, span, LOCALIZED);
            return None;
        };
        let both = self.inner(entries, span);
        Some(Localized { vi: both.need_words("vi").value, en: both.need_text("en").value })
    }

    /// A text in both languages, which must be there.
    pub(crate) fn need_localized(&self, key: &'static str) -> Localized {
        if !self.entries.contains_key(key) {
            self.missing(key);
        }
        self.localized(key).unwrap_or_default()
    }

    /// Markdown in both languages, which must be there.
    pub(crate) fn need_localized_markup(&self, key: &'static str) -> Localized<Markup> {
        if !self.entries.contains_key(key) {
            self.missing(key);
        }
        let Some((value, span)) = self.entry(key) else { return Localized::default() };
        let DeValue::Table(entries) = value else {
            self.wrong(key, span, LOCALIZED);
            return Localized::default();
        };
        let both = self.inner(entries, span);
        Localized { vi: both.markup_of(&both.need_words("vi")), en: both.markup_of(&both.need_text("en")) }
    }

    /// Vietnamese Markdown; nothing when the key is not there.
    pub(crate) fn markup(&self, key: &'static str) -> Markup {
        self.words(key).map(|text| self.markup_of(&text)).unwrap_or_default()
    }

    /// Vietnamese Markdown, which must be there.
    pub(crate) fn need_markup(&self, key: &'static str) -> Markup {
        self.markup_of(&self.need_words(key))
    }

    fn markup_of(&self, text: &Text) -> Markup {
        let written = Written { text: &text.value, span: text.span.clone(), exact: false };
        markdown::to_markup(&written, self.file, self.desk.problems, self.desk.links).0
    }

    /// Vietnamese Markdown texts.
    pub(crate) fn markups(&self, key: &'static str) -> Vec<Markup> {
        let texts = self.strings(key, Voice::Ours);
        texts.iter().map(|text| self.markup_of(text)).collect()
    }

    fn strings(&self, key: &'static str, voice: Voice) -> Vec<Text> {
        let Some((value, span)) = self.entry(key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.wrong(key, span, "a list");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            let span = shift(&item.span(), self.offset);
            if let DeValue::String(value) = item.get_ref() {
                self.look_at(value, &span, voice);
                texts.push(Text { value: value.clone().into_owned(), span });
            } else {
                self.wrong(key, span, TEXT);
            }
        }
        texts
    }

    /// Technical texts.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<Text> {
        self.strings(key, Voice::Technical)
    }

    // Names and choices.

    /// A slug; a stand-in where it is at fault.
    pub(crate) fn slug_of(&self, text: &Text) -> Slug {
        text.value.parse().unwrap_or_else(|_| {
            if !text.value.is_empty() {
                self.fault(text.span.clone(), Fault::BadSlug);
            }
            stand_in()
        })
    }

    pub(crate) fn need_slug(&self, key: &'static str) -> (Slug, Range<usize>) {
        let text = self.need_text(key);
        (self.slug_of(&text), text.span)
    }

    pub(crate) fn slug(&self, key: &'static str) -> Option<(Slug, Range<usize>)> {
        let text = self.text(key)?;
        Some((self.slug_of(&text), text.span))
    }

    pub(crate) fn slugs(&self, key: &'static str) -> Vec<(Slug, Range<usize>)> {
        self.texts(key).into_iter().map(|text| (self.slug_of(&text), text.span)).collect()
    }

    fn chosen<T: Copy>(&self, text: &Text, choices: &[(&'static str, T)]) -> Option<T> {
        let found = choices.iter().find(|(name, _)| *name == text.value).map(|(_, choice)| *choice);
        if found.is_none() {
            let choices = choices.iter().map(|(name, _)| *name).collect();
            self.fault(text.span.clone(), Fault::UnknownChoice { value: text.value.clone(), choices });
        }
        found
    }

    /// One of some named choices.
    pub(crate) fn choice<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        self.text(key).and_then(|text| self.chosen(&text, choices))
    }

    /// One of some named choices, which must be there; the first stands in for a fault.
    pub(crate) fn need_choice<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)], stand_in: T) -> T {
        if !self.entries.contains_key(key) {
            self.missing(key);
        }
        self.choice(key, choices).unwrap_or(stand_in)
    }

    /// Several of some named choices.
    pub(crate) fn choices<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Vec<T> {
        self.texts(key).iter().filter_map(|text| self.chosen(text, choices)).collect()
    }

    /// Several of some named choices, at least one.
    pub(crate) fn need_choices<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Vec<T> {
        if !self.entries.contains_key(key) {
            self.missing(key);
        } else if matches!(self.entry(key), Some((DeValue::Array(items), _)) if items.is_empty()) {
            self.fault(self.place(key), Fault::EmptyList { key: key.to_owned() });
        }
        self.choices(key, choices)
    }

    // Numbers, days, addresses.

    pub(crate) fn flag(&self, key: &'static str) -> bool {
        match self.entry(key) {
            None => false,
            Some((DeValue::Boolean(value), _)) => *value,
            Some((_, span)) => {
                self.wrong(key, span, "true or false");
                false
            }
        }
    }

    /// A whole number, or the word `unconfirmed`.
    pub(crate) fn number_or_unconfirmed(&self, key: &'static str) -> Option<NumberOr> {
        let Some((value, span)) = self.entry(key) else {
            self.missing(key);
            return None;
        };
        match value {
            DeValue::String(word) if word == "unconfirmed" => Some(NumberOr::Unconfirmed),
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().replace('_', "").parse().ok().map(NumberOr::Number),
            _ => {
                self.wrong(key, span, "a whole number");
                None
            }
        }
    }

    pub(crate) fn number<N: std::str::FromStr>(&self, key: &'static str) -> Option<N> {
        let (value, span) = self.entry(key)?;
        let parsed = match value {
            DeValue::Integer(number) => number.as_str().replace('_', "").parse().ok(),
            _ => None,
        };
        if parsed.is_none() {
            self.wrong(key, span, "a whole number");
        }
        parsed
    }

    fn datetime(&self, key: &'static str, expected: &'static str) -> Option<(Datetime, Range<usize>)> {
        let (value, span) = self.entry(key)?;
        if let DeValue::Datetime(value) = value {
            Some((*value, span))
        } else {
            self.wrong(key, span, expected);
            None
        }
    }

    pub(crate) fn date(&self, key: &'static str) -> Option<Date> {
        let (value, span) = self.datetime(key, "a date")?;
        let date = value.date.and_then(|date| Date::new(i32::from(date.year), date.month, date.day).ok());
        if date.is_none() {
            self.fault(span, Fault::BadDate);
        }
        date
    }

    pub(crate) fn need_date(&self, key: &'static str) -> Date {
        if !self.entries.contains_key(key) {
            self.missing(key);
        }
        self.date(key).unwrap_or(self.desk.as_of)
    }

    /// A day that has come: when something was read or decided.
    pub(crate) fn need_past_date(&self, key: &'static str) -> Date {
        let date = self.need_date(key);
        if date > self.desk.as_of {
            self.fault(self.place(key), Fault::FutureDate);
        }
        date
    }

    pub(crate) fn need_moment(&self, key: &'static str) -> Moment {
        let date = self.need_date(key);
        let time = self.datetime(key, "a date and time").and_then(|(value, _)| value.time);
        Moment { date, time: time.map_or(Time::new(0, 0), |time| Time::new(time.hour, time.minute)) }
    }

    /// The keys `from` and `until` of this table.
    pub(crate) fn validity(&self) -> Validity {
        let validity = Validity { from: self.date("from"), until: self.date("until") };
        if let (Some(from), Some(until)) = (validity.from, validity.until)
            && from > until
        {
            self.fault(self.place("until"), Fault::PeriodBackwards);
        }
        validity
    }

    /// An address outside this site.
    pub(crate) fn url(&self, key: &'static str) -> Option<String> {
        let text = self.text(key)?;
        if !text.value.starts_with("https://") || text.value.contains(char::is_whitespace) {
            self.fault(text.span, Fault::BadUrl);
        }
        Some(text.value)
    }

    // Tables within.

    fn inner(&self, entries: &'t DeTable<'t>, span: Range<usize>) -> Self {
        Self { desk: self.desk, file: self.file, entries, span, offset: self.offset, asked: RefCell::default() }
    }

    pub(crate) fn table(&self, key: &'static str) -> Option<Self> {
        let (value, span) = self.entry(key)?;
        if let DeValue::Table(entries) = value {
            Some(self.inner(entries, span))
        } else {
            self.wrong(key, span, "a table");
            None
        }
    }

    pub(crate) fn need_table(&self, key: &'static str) -> Option<Self> {
        if !self.entries.contains_key(key) {
            self.missing(key);
        }
        self.table(key)
    }

    /// The tables of a list, `[[key]]` or `key = [{ … }]`.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Self> {
        let Some((value, span)) = self.entry(key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.wrong(key, span, "a list");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            let span = shift(&item.span(), self.offset);
            if let DeValue::Table(entries) = item.get_ref() {
                tables.push(self.inner(entries, span));
            } else {
                self.wrong(key, span, "a table");
            }
        }
        tables
    }

    /// The tables of a list, at least one.
    pub(crate) fn need_tables(&self, key: &'static str) -> Vec<Self> {
        let tables = self.tables(key);
        if tables.is_empty() {
            self.fault(self.place(key), Fault::EmptyList { key: key.to_owned() });
        }
        tables
    }

    /// The tables of a table of tables, with their names.
    pub(crate) fn named_tables(&self) -> Vec<(Text, Self)> {
        let mut tables = Vec::new();
        for (key, value) in self.entries {
            let name = Text { value: key.get_ref().clone().into_owned(), span: shift(&key.span(), self.offset) };
            let span = shift(&value.span(), self.offset);
            if let DeValue::Table(entries) = value.get_ref() {
                tables.push((name, self.inner(entries, span)));
            } else {
                self.wrong(&name.value, span, "a table");
            }
        }
        tables
    }

    /// Says that every key of this table is known.
    pub(crate) fn all_known(&self) {
        self.asked.borrow_mut().push("*");
    }
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        let asked = self.asked.borrow();
        if asked.contains(&"*") {
            return;
        }
        for key in self.entries.keys() {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                let fault = Fault::UnknownKey { key: name.to_owned(), nearest: nearest(name, asked.iter().copied()) };
                self.desk.problems.add(self.file, shift(&key.span(), self.offset), fault);
            }
        }
    }
}

/// A number, or the admission that no source is sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberOr {
    Number(u64),
    Unconfirmed,
}

/// A slug that stands in for one at fault; the catalogue is not published then.
pub(crate) fn stand_in() -> Slug {
    // The text is a slug, so this always succeeds.
    #[expect(clippy::unwrap_used, reason = "a constant that the first test would catch")]
    "x".parse().unwrap()
}

fn shift(span: &Range<usize>, offset: usize) -> Range<usize> {
    span.start + offset..span.end + offset
}
