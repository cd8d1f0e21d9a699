//! Texts of a table: our own words, official names, both languages, Markdown.

use super::{Table, shift};
use crate::{
    markdown,
    problem::{Expected, Fault},
    wording,
    written::Written,
};
use domain::{language::Localized, markup::Markup};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A text with its place.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Range<usize>,
}

/// How a Vietnamese text is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// Our own words: all rules of writing.
    Ours,
    /// Official names: marks and composition only.
    Official,
    /// Codes, addresses, words people search with: composition only.
    Technical,
}

impl<'t> Table<'t> {
    fn as_text(&self, key: &str, value: &'t DeValue<'t>, span: Range<usize>, voice: Voice) -> Option<Text> {
        let DeValue::String(text) = value else {
            self.wrong(key, span, Expected::Text);
            return None;
        };
        self.look_at(key, text, &span, voice);
        Some(Text { value: text.clone().into_owned(), span })
    }

    fn look_at(&self, key: &str, text: &str, span: &Range<usize>, voice: Voice) {
        if text.trim().is_empty() {
            self.fault(span.clone(), Fault::EmptyText { key: key.to_owned() });
            return;
        }
        let written = Written::quoted(self.file, span.clone(), text);
        wording::composition(&written, self.desk.problems);
        if matches!(voice, Voice::Ours | Voice::Official) {
            wording::marks(&written, self.desk.problems);
        }
        if voice == Voice::Ours {
            wording::officialese(&written, self.desk.problems);
        }
    }

    fn string(&self, key: &'static str, voice: Voice) -> Option<Text> {
        let (value, span) = self.entry(key)?;
        self.as_text(key, value, span, voice)
    }

    /// A text that must be there; empty where it is not.
    fn needed(&self, key: &'static str, voice: Voice) -> Text {
        let text = self.needed_entry(key).and_then(|(value, span)| self.as_text(key, value, span, voice));
        text.unwrap_or_else(|| Text { value: String::new(), span: self.place(key) })
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

    fn strings(&self, key: &'static str, voice: Voice) -> Vec<Text> {
        let Some((value, span)) = self.entry(key) else { return Vec::new() };
        let text = |item: &'t Spanned<DeValue<'t>>| self.as_text(key, item.get_ref(), shift(&item.span(), self.offset), voice);
        self.items(key, value, span).iter().filter_map(text).collect()
    }

    /// Technical texts.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<Text> {
        self.strings(key, Voice::Technical)
    }

    /// Technical texts, at least one.
    pub(crate) fn need_texts(&self, key: &'static str) -> Vec<Text> {
        if self.needed_entry(key).is_some() {
            self.not_empty(key);
        }
        self.texts(key)
    }

    /// Records a text of more than `limit` characters.
    pub(crate) fn limit(&self, text: &Text, limit: usize) {
        let length = text.value.chars().count();
        if length > limit {
            self.fault(text.span.clone(), Fault::TooLong { limit, length });
        }
    }

    // Both languages.

    fn as_localized(&self, key: &str, value: &'t DeValue<'t>, span: Range<usize>) -> Option<(Self, Localized<Text>)> {
        let both = self.as_table(key, value, span, Expected::Localized)?;
        let texts = Localized { vi: both.need_words("vi"), en: both.need_text("en") };
        Some((both, texts))
    }

    /// A text in both languages.
    pub(crate) fn localized(&self, key: &'static str) -> Option<Localized> {
        let (value, span) = self.entry(key)?;
        self.as_localized(key, value, span).map(|(_, texts)| values(texts))
    }

    /// A text in both languages, which must be there.
    pub(crate) fn need_localized(&self, key: &'static str) -> Localized {
        let both = self.needed_entry(key).and_then(|(value, span)| self.as_localized(key, value, span));
        both.map(|(_, texts)| values(texts)).unwrap_or_default()
    }

    /// A text in both languages, which must be there and hold at most `limit` characters in each.
    pub(crate) fn need_short(&self, key: &'static str, limit: usize) -> Localized {
        let both = self.needed_entry(key).and_then(|(value, span)| self.as_localized(key, value, span));
        let Some((_, texts)) = both else { return Localized::default() };
        self.limit(&texts.vi, limit);
        self.limit(&texts.en, limit);
        values(texts)
    }

    /// Markdown in both languages, which must be there.
    pub(crate) fn need_localized_markup(&self, key: &'static str) -> Localized<Markup> {
        let both = self.needed_entry(key).and_then(|(value, span)| self.as_localized(key, value, span));
        let Some((table, texts)) = both else { return Localized::default() };
        Localized { vi: table.as_markup(&texts.vi), en: table.as_markup(&texts.en) }
    }

    /// The texts in both languages of a list of tables.
    pub(crate) fn localized_list(&self, key: &'static str) -> Vec<Localized> {
        let both = |table: &Self| Localized { vi: table.need_words("vi").value, en: table.need_text("en").value };
        self.tables(key).iter().map(both).collect()
    }

    // Markdown.

    /// Vietnamese Markdown; nothing when the key is not there.
    pub(crate) fn markup(&self, key: &'static str) -> Markup {
        self.words(key).map(|text| self.as_markup(&text)).unwrap_or_default()
    }

    /// Vietnamese Markdown, which must be there.
    pub(crate) fn need_markup(&self, key: &'static str) -> Markup {
        self.as_markup(&self.need_words(key))
    }

    /// Vietnamese Markdown texts.
    pub(crate) fn markups(&self, key: &'static str) -> Vec<Markup> {
        self.strings(key, Voice::Ours).iter().map(|text| self.as_markup(text)).collect()
    }

    fn as_markup(&self, text: &Text) -> Markup {
        let written = Written::quoted(self.file, text.span.clone(), &text.value);
        markdown::to_markup(&written, self.desk.problems, self.desk.register).0
    }

    // Every text at once.

    /// Calls `look` with every text of this table and of all tables within, except under some keys.
    pub(crate) fn every_text(&self, except: &[&str], look: &impl Fn(&Written<'_>)) {
        self.texts_of(self.entries, except, look);
    }

    fn texts_of(&self, entries: &DeTable<'_>, except: &[&str], look: &impl Fn(&Written<'_>)) {
        for (key, value) in entries {
            if !except.contains(&key.get_ref().as_ref()) {
                self.texts_in(value, except, look);
            }
        }
    }

    fn texts_in(&self, value: &Spanned<DeValue<'_>>, except: &[&str], look: &impl Fn(&Written<'_>)) {
        match value.get_ref() {
            DeValue::String(text) => look(&Written::quoted(self.file, shift(&value.span(), self.offset), text)),
            DeValue::Array(items) => items.iter().for_each(|item| self.texts_in(item, except, look)),
            DeValue::Table(entries) => self.texts_of(entries, except, look),
            _ => {}
        }
    }
}

fn values(texts: Localized<Text>) -> Localized {
    Localized { vi: texts.vi.value, en: texts.en.value }
}
