//! Reads a TOML table key by key and records every fault with its place.
//!
//! Each reading method goes on after a fault, so that one fault does not hide the next.
//! What must name a thing, a number or a day is `None` where the text is at fault: nothing may be concluded from it.
//! When the table is dropped, keys that nobody asked for are faults too.

use crate::{
    problem::{Expected, Fault, Problems, Referent, nearest},
    register::{Register, Thing},
    source::SourceFile,
};
use domain::date::Date;
use std::{cell::RefCell, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

mod name;
mod number;
mod text;

pub(crate) use name::{Chosen, stand_in};
pub(crate) use number::NumberOr;
pub(crate) use text::Text;

/// What every reader needs: where problems, names and links are noted, and the day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) problems: &'a Problems,
    pub(crate) register: &'a Register,
    pub(crate) as_of: Date,
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

/// The mark in [`Table::asked`] of a table in which every key is known.
const ALL: &str = "*";

impl<'t> Table<'t> {
    pub(crate) fn new(desk: Desk<'t>, file: SourceFile<'t>, root: &'t Spanned<DeTable<'t>>, offset: usize) -> Self {
        // A whole document is no place to point at; its first character is.
        let start = root.span().start + offset;
        Self { desk, file, entries: root.get_ref(), span: start..start, offset, asked: RefCell::default() }
    }

    pub(crate) const fn as_of(&self) -> Date {
        self.desk.as_of
    }

    pub(crate) fn fault(&self, span: Range<usize>, fault: Fault) {
        self.desk.problems.add(self.file, span, fault);
    }

    /// Returns how many errors were recorded so far, to tell whether reading something added one.
    pub(crate) fn errors(&self) -> usize {
        self.desk.problems.errors()
    }

    /// Notes that this file defines a thing.
    pub(crate) fn define(&self, thing: Thing, id: &str, span: Range<usize>) {
        self.desk.register.define(thing, id, self.file.path, span);
    }

    /// Notes that this file names a thing that must exist.
    pub(crate) fn note_use(&self, what: Referent, id: &str, span: Range<usize>) {
        self.desk.register.note_use(what, id, self.file.path, span);
    }

    /// Looks a key up and remembers that somebody did.
    fn entry(&self, key: &'static str) -> Option<(&'t DeValue<'t>, Range<usize>)> {
        self.asked.borrow_mut().push(key);
        self.entries.get(key).map(|value| (value.get_ref(), shift(&value.span(), self.offset)))
    }

    /// Looks a key up that must be there.
    fn needed_entry(&self, key: &'static str) -> Option<(&'t DeValue<'t>, Range<usize>)> {
        let entry = self.entry(key);
        if entry.is_none() {
            self.missing(vec![key]);
        }
        entry
    }

    /// Returns the place of a key's value, or of the table where the key is not there.
    pub(crate) fn place(&self, key: &str) -> Range<usize> {
        self.entries.get(key).map_or_else(|| self.span.clone(), |value| shift(&value.span(), self.offset))
    }

    /// Returns the place of a key itself, or of the table where the key is not there.
    pub(crate) fn key_place(&self, key: &str) -> Range<usize> {
        self.entries.get_key_value(key).map_or_else(|| self.span.clone(), |(key, _)| shift(&key.span(), self.offset))
    }

    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.entry(key).is_some()
    }

    /// Finds out which one of some keys is there; the others are faults then, for only one of them may stand.
    pub(crate) fn one_of(&self, keys: &'static [&'static str]) -> Option<&'static str> {
        let mut present = keys.iter().copied().filter(|key| self.has(key));
        let first = present.next();
        for key in present {
            let fault = Fault::UnknownKey { key: key.to_owned(), nearest: None, rivals: keys };
            self.fault(self.key_place(key), fault);
        }
        first
    }

    /// Like [`Table::one_of`], where one of the keys must be there.
    pub(crate) fn need_one_of(&self, keys: &'static [&'static str]) -> Option<&'static str> {
        let found = self.one_of(keys);
        if found.is_none() {
            self.missing(keys.to_vec());
        }
        found
    }

    /// Finds out which of some lists of keys is there, by its number; keys of different lists never stand together.
    pub(crate) fn need_keys(&self, lists: &[&'static [&'static str]]) -> Option<usize> {
        // Every key is looked up, so that all of them are known here.
        let mut present = lists.iter().enumerate().filter(|(_, keys)| keys.iter().filter(|key| self.has(key)).count() > 0);
        let first = present.next();
        for key in present.flat_map(|(_, keys)| keys.iter()).filter(|key| self.has(key)) {
            let rivals = first.map_or(&[][..], |(_, keys)| keys);
            self.fault(self.key_place(key), Fault::UnknownKey { key: (*key).to_owned(), nearest: None, rivals });
        }
        if first.is_none() {
            self.missing(lists.concat());
        }
        first.map(|(at, _)| at)
    }

    fn missing(&self, keys: Vec<&'static str>) {
        self.fault(self.span.clone(), Fault::MissingKey { keys });
    }

    fn wrong(&self, key: &str, span: Range<usize>, expected: Expected) {
        self.fault(span, Fault::WrongType { key: key.to_owned(), expected });
    }

    // Tables within.

    fn inner(&self, entries: &'t DeTable<'t>, span: Range<usize>) -> Self {
        Self { desk: self.desk, file: self.file, entries, span, offset: self.offset, asked: RefCell::default() }
    }

    fn as_table(&self, key: &str, value: &'t DeValue<'t>, span: Range<usize>, expected: Expected) -> Option<Self> {
        if let DeValue::Table(entries) = value {
            Some(self.inner(entries, span))
        } else {
            self.wrong(key, span, expected);
            None
        }
    }

    fn items(&self, key: &str, value: &'t DeValue<'t>, span: Range<usize>) -> &'t [Spanned<DeValue<'t>>] {
        if let DeValue::Array(items) = value {
            items
        } else {
            self.wrong(key, span, Expected::List);
            &[]
        }
    }

    pub(crate) fn table(&self, key: &'static str) -> Option<Self> {
        let (value, span) = self.entry(key)?;
        self.as_table(key, value, span, Expected::Table)
    }

    pub(crate) fn need_table(&self, key: &'static str) -> Option<Self> {
        let (value, span) = self.needed_entry(key)?;
        self.as_table(key, value, span, Expected::Table)
    }

    /// The tables of a list, `[[key]]` or `key = [{ … }]`.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Self> {
        let Some((value, span)) = self.entry(key) else { return Vec::new() };
        let table = |item: &'t Spanned<DeValue<'t>>| self.as_table(key, item.get_ref(), shift(&item.span(), self.offset), Expected::Table);
        self.items(key, value, span).iter().filter_map(table).collect()
    }

    /// The tables of a list, at least one.
    pub(crate) fn need_tables(&self, key: &'static str) -> Vec<Self> {
        self.not_empty(key);
        self.tables(key)
    }

    /// Records a list that is empty or not there at all.
    pub(crate) fn not_empty(&self, key: &'static str) {
        let empty = self.entry(key).is_none_or(|(value, _)| matches!(value, DeValue::Array(items) if items.is_empty()));
        if empty {
            self.fault(self.place(key), Fault::EmptyList { key });
        }
    }

    /// The tables of a table of tables, with their names.
    pub(crate) fn named_tables(&self) -> Vec<(Text, Self)> {
        self.all_known();
        let mut tables = Vec::new();
        for (key, value) in self.entries {
            let name = Text { value: key.get_ref().clone().into_owned(), span: shift(&key.span(), self.offset) };
            let span = shift(&value.span(), self.offset);
            let table = self.as_table(&name.value, value.get_ref(), span, Expected::Table);
            tables.extend(table.map(|table| (name, table)));
        }
        tables
    }

    /// Says that every key of this table is known.
    pub(crate) fn all_known(&self) {
        self.asked.borrow_mut().push(ALL);
    }
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        let asked = self.asked.borrow();
        if asked.contains(&ALL) {
            return;
        }
        for key in self.entries.keys() {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                let nearest = nearest(name, asked.iter().copied());
                let fault = Fault::UnknownKey { key: name.to_owned(), nearest, rivals: &[] };
                self.desk.problems.add(self.file, shift(&key.span(), self.offset), fault);
            }
        }
    }
}

fn shift(span: &Range<usize>, offset: usize) -> Range<usize> {
    span.start + offset..span.end + offset
}
