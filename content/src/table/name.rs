//! Names of a table: slugs, references to other files, named choices, addresses.

use super::{Table, Text};
use crate::problem::{Fault, Referent};
use domain::{form::Path, slug::Slug};
use std::ops::Range;

/// One of some named choices, with its name and place.
#[derive(Debug, Clone)]
pub(crate) struct Chosen<T> {
    pub(crate) choice: T,
    pub(crate) name: &'static str,
    pub(crate) span: Range<usize>,
}

impl Table<'_> {
    fn as_slug(&self, text: Text) -> Option<(Slug, Range<usize>)> {
        // An empty text is a fault of its own.
        if text.value.trim().is_empty() {
            return None;
        }
        if let Ok(slug) = text.value.parse() {
            return Some((slug, text.span));
        }
        self.fault(text.span, Fault::BadSlug { value: text.value });
        None
    }

    pub(crate) fn slug(&self, key: &'static str) -> Option<(Slug, Range<usize>)> {
        self.as_slug(self.text(key)?)
    }

    pub(crate) fn need_slug(&self, key: &'static str) -> Option<(Slug, Range<usize>)> {
        self.as_slug(self.need_text(key))
    }

    fn as_path(&self, text: Text) -> Option<(Path, Range<usize>)> {
        if text.value.trim().is_empty() {
            return None;
        }
        if let Ok(path) = text.value.parse() {
            return Some((path, text.span));
        }
        self.fault(text.span, Fault::BadSlug { value: text.value });
        None
    }

    /// Where an answer stands: short names with points between.
    pub(crate) fn path(&self, key: &'static str) -> Option<(Path, Range<usize>)> {
        self.as_path(self.text(key)?)
    }

    /// Where an answer stands, which must be there.
    pub(crate) fn need_path(&self, key: &'static str) -> Option<(Path, Range<usize>)> {
        self.as_path(self.need_text(key))
    }

    /// Where several answers stand; at least one.
    pub(crate) fn need_paths(&self, key: &'static str) -> Vec<(Path, Range<usize>)> {
        if self.needed_entry(key).is_some() {
            self.not_empty(key);
        }
        self.texts(key).into_iter().filter_map(|text| self.as_path(text)).collect()
    }

    /// Short names, each with its place; at least one.
    pub(crate) fn need_slugs(&self, key: &'static str) -> Vec<(Slug, Range<usize>)> {
        if self.needed_entry(key).is_some() {
            self.not_empty(key);
        }
        self.texts(key).into_iter().filter_map(|text| self.as_slug(text)).collect()
    }

    fn noted(&self, what: Referent, (slug, span): (Slug, Range<usize>)) -> Slug {
        self.note_use(what, slug.as_str(), span);
        slug
    }

    /// The name of a thing some file defines.
    pub(crate) fn reference(&self, key: &'static str, what: Referent) -> Option<Slug> {
        self.slug(key).map(|slug| self.noted(what, slug))
    }

    /// The name of a thing some file defines, which must be there.
    pub(crate) fn need_reference(&self, key: &'static str, what: Referent) -> Option<Slug> {
        self.need_slug(key).map(|slug| self.noted(what, slug))
    }

    /// Names of things some files define.
    pub(crate) fn references(&self, key: &'static str, what: Referent) -> Vec<Slug> {
        let slugs = self.texts(key).into_iter().filter_map(|text| self.as_slug(text));
        slugs.map(|slug| self.noted(what, slug)).collect()
    }

    fn chosen<T: Copy>(&self, key: &'static str, text: Text, choices: &[(&'static str, T)]) -> Option<Chosen<T>> {
        if text.value.trim().is_empty() {
            return None;
        }
        if let Some((name, choice)) = choices.iter().find(|(name, _)| *name == text.value) {
            return Some(Chosen { choice: *choice, name, span: text.span });
        }
        let choices = choices.iter().map(|(name, _)| *name).collect();
        self.fault(text.span, Fault::UnknownChoice { key, value: text.value, choices });
        None
    }

    /// One of some named choices.
    pub(crate) fn choice<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        self.chosen(key, self.text(key)?, choices).map(|chosen| chosen.choice)
    }

    /// One of some named choices, which must be there; with its place.
    pub(crate) fn need_chosen<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<Chosen<T>> {
        self.chosen(key, self.need_text(key), choices)
    }

    /// One of some named choices, which must be there.
    pub(crate) fn need_choice<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        self.need_chosen(key, choices).map(|chosen| chosen.choice)
    }

    /// Several of some named choices, each with its place.
    pub(crate) fn choices<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Vec<Chosen<T>> {
        self.texts(key).into_iter().filter_map(|text| self.chosen(key, text, choices)).collect()
    }

    /// Several of some named choices, at least one; each with its place.
    pub(crate) fn need_choices<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Vec<Chosen<T>> {
        if self.needed_entry(key).is_some() {
            self.not_empty(key);
        }
        self.choices(key, choices)
    }

    fn as_url(&self, text: Text) -> String {
        let bad = !text.value.starts_with("https://") || text.value.contains(char::is_whitespace);
        if bad && !text.value.trim().is_empty() {
            self.fault(text.span, Fault::BadUrl);
        }
        text.value
    }

    /// An address outside this site.
    pub(crate) fn url(&self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| self.as_url(text))
    }

    /// An address outside this site, which must be there.
    pub(crate) fn need_url(&self, key: &'static str) -> String {
        self.as_url(self.need_text(key))
    }
}

/// A slug that stands in for one at fault; the catalogue is not published then.
pub(crate) fn stand_in() -> Slug {
    // The text is a slug, so this always succeeds.
    #[expect(clippy::unwrap_used, reason = "a constant that the first test would catch")]
    "stand-in".parse().unwrap()
}
