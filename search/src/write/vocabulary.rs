//! The words and signs of all texts, and how each is written in bytes.

use crate::{
    Fault, Phrase, Record,
    bytes::{put_number, put_text},
    format::{END, FIRST, FLIP},
    token::{gap, tokens},
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// How many forms are written as one byte at most; the commonest.
const SHORT: usize = 200;

pub(super) struct Vocabulary {
    numbers: BTreeMap<String, u16>,
    short: usize,
    /// The new forms of each part; those of one byte first.
    short_forms: Vec<String>,
    long_forms: Vec<Vec<String>>,
}

/// The texts of a record in the order they are written.
pub(super) fn texts_of(record: &Record) -> impl Iterator<Item = &str> {
    let given = |text: &'_ str| !text.is_empty();
    let one = [record.official.as_str(), record.english.as_str()].into_iter().filter(move |text| given(text));
    let last = Some(record.summary.as_str()).into_iter().filter(move |text| given(text));
    core::iter::once(record.title.as_str()).chain(one).chain(record.names.iter().map(String::as_str)).chain(last)
}

impl Vocabulary {
    pub(super) fn new(parts: &[Vec<&Record>], phrases: &[&Phrase]) -> Result<Self, Fault> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut sets: Vec<BTreeSet<&str>> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let mut set = BTreeSet::new();
            let lexicon = phrases.iter().filter(|_| at == 0).flat_map(|phrase| phrase.says.iter().chain(&phrase.means));
            let shared = part.iter().flat_map(|record| [record.field.as_str(), record.agency.as_str()]);
            let all = part.iter().flat_map(|record| texts_of(record)).chain(shared).chain(lexicon.map(String::as_str));
            for token in all.flat_map(tokens) {
                *counts.entry(token.text).or_default() += 1;
                set.insert(token.text);
            }
            sets.push(set);
        }
        let first = sets.first().cloned().unwrap_or_default();
        let mut common: Vec<(usize, &str)> = first.iter().map(|form| (counts.get(form).copied().unwrap_or(0), *form)).collect();
        common.sort_by_key(|(count, _)| core::cmp::Reverse(*count));
        let short: BTreeSet<&str> = common.into_iter().take(SHORT).map(|(_, form)| form).collect();

        let mut made = Self { numbers: BTreeMap::new(), short: short.len(), short_forms: Vec::new(), long_forms: Vec::new() };
        made.short_forms = short.iter().map(|form| (*form).to_owned()).collect();
        let mut seen = short.clone();
        for set in sets {
            made.long_forms.push(set.difference(&seen).map(|form| (*form).to_owned()).collect());
            seen.extend(set);
        }
        // Asked first: more forms than there is room for may be more than there are numbers.
        if seen.len() > made.short + (254 - made.short) * 256 {
            return Err(Fault::TooMuch);
        }
        let all = made.short_forms.iter().chain(made.long_forms.iter().flatten());
        made.numbers = (FIRST..).zip(all).map(|(number, form)| (form.clone(), number)).collect();
        Ok(made)
    }

    pub(super) fn put(&mut self, into: &mut Vec<u8>, part: usize) {
        if part == 0 {
            put_number(into, self.short);
            put_text(into, &self.short_forms.join("\n"));
        }
        put_text(into, &self.long_forms.get(part).map(|forms| forms.join("\n")).unwrap_or_default());
    }

    fn put_form(&self, into: &mut Vec<u8>, number: u16) {
        let number = usize::from(number);
        let short = self.short + usize::from(FIRST);
        if number < short {
            into.extend(u8::try_from(number));
        } else {
            let above = number - short;
            into.extend(u8::try_from(short + above / 256));
            into.extend(u8::try_from(above % 256));
        }
    }

    /// Writes a text; white space at its ends is lost, and more than one space becomes one.
    pub(super) fn put_text(&self, into: &mut Vec<u8>, text: &str) {
        let mut before: Option<&str> = None;
        for token in tokens(text) {
            if before.is_some_and(|left| gap(left, token.text) != token.spaced) {
                self.put_form(into, FLIP);
            }
            self.put_form(into, self.numbers.get(token.text).copied().unwrap_or(END));
            before = Some(token.text);
        }
        self.put_form(into, END);
    }
}
