//! Reads conditions: `{ question = "…", is = […] }`, or `{ any = [ … ] }` over several of them.

use super::outline::Reference;
use crate::table::Table;
use domain::{
    form::{Condition, Test, Wants},
    slug::Slug,
};
use std::ops::Range;

/// What a test wants; keys of one list may stand together.
const WANTS: [&[&str]; 4] = [&["is"], &["at_least", "at_most"], &["age_at_least", "age_below"], &["answered"]];

/// The kinds each of [`WANTS`] is about.
const KINDS: [&[&str]; 4] = [
    &["choice", "choices", "yes-no"],
    &["number", "money", "computed"],
    &["date"],
    &[
        "text",
        "long-text",
        "number",
        "money",
        "date",
        "choice",
        "choices",
        "yes-no",
        "personal-id",
        "phone",
        "email",
        "tax-code",
        "bank-account",
        "address",
        "appointment",
    ],
];

/// A condition with the places of what it names.
#[derive(Debug)]
pub(super) struct When {
    /// The tests of which one must hold.
    pub(super) any: Vec<Wanted>,
}

/// A test with the places of what it names.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) reference: Reference,
    pub(super) wants: Wants,
    /// Where what it wants stands.
    pub(super) place: Range<usize>,
}

impl When {
    /// Reads a condition; only questions before an entry may be named, those of a row first.
    pub(super) fn read(table: &Table<'_>, before: usize, group: Option<usize>) -> Option<(Condition, Self)> {
        let test = |table: &Table<'_>| Wanted::read(table, before, group);
        let Some(key) = table.need_one_of(&["question", "any"]) else {
            // Which other keys there are depends on it.
            table.all_known();
            return None;
        };
        if key == "question" {
            let wanted = test(table)?;
            return Some((Condition::Test(wanted.test()), Self { any: vec![wanted] }));
        }
        let tables = table.need_tables("any");
        let any: Vec<Wanted> = tables.iter().filter_map(test).collect();
        // Of tests that are at fault nothing is known, so nothing is concluded from the others.
        (any.len() == tables.len() && !any.is_empty()).then(|| (Condition::Any(any.iter().map(Wanted::test).collect()), Self { any }))
    }
}

impl Wanted {
    fn read(table: &Table<'_>, before: usize, group: Option<usize>) -> Option<Self> {
        let (question, span) = table.need_path("question").unzip();
        let sort = table.need_keys(&WANTS)?;
        let mut options = Vec::new();
        let wants = match sort {
            0 => {
                options = table.need_slugs("is");
                Wants::Is(options.iter().map(|(id, _)| id.clone()).collect::<Vec<Slug>>())
            }
            1 => Wants::Between { at_least: table.number("at_least", 0), at_most: table.number("at_most", 0) },
            2 => Wants::Age { at_least: table.number("age_at_least", 0), below: table.number("age_below", 1) },
            _ => Wants::Answered(table.flag("answered")),
        };
        let [keys, kinds] = [WANTS, KINDS].map(|of| of.get(sort).copied().unwrap_or_default());
        let place = keys.iter().find(|key| table.has(key)).map_or_else(|| table.span.clone(), |key| table.place(key));
        let reference = Reference { question: question?, span: span?, options, kinds, before, group, columns: false };
        Some(Self { reference, wants, place })
    }

    fn test(&self) -> Test {
        Test { question: self.reference.question.clone(), wants: self.wants.clone() }
    }
}
