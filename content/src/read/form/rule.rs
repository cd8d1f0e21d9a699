//! Reads rules between answers, and proves that each can be kept and can be broken.

use super::{
    outline::{Entry, Outline, Reference},
    page::Asking,
    reach::Space,
};
use crate::{problem::Fault, table::Table};
use domain::form::{Agrees, Range as Bounds, Rule};
use std::ops::Range;

/// What an answer may be to another; one of them stands in a rule.
const KEYS: [&str; 7] = ["at_most", "at_least", "not_after", "not_before", "equals", "differs_from", "adds_up_to"];

/// Kinds with a number; a group counts its rows.
const NUMBERS: &[&str] = &["number", "money", "computed", "group"];
const DAYS: &[&str] = &["date"];
/// Kinds with answers that are the same or not.
static ALIKE: [&str; 11] =
    ["text", "number", "money", "date", "choice", "personal-id", "phone", "email", "tax-code", "bank-account", "address"];

/// A rule with the places of what it names.
#[derive(Debug)]
pub(super) struct Ruling {
    own: Reference,
    other: Option<Reference>,
    agrees: Agrees,
    /// The page it stands on.
    page: usize,
    /// Where it says what must hold.
    place: Range<usize>,
}

impl Asking<'_> {
    /// Reads a rule of a page, which looks at its questions and at earlier ones.
    pub(super) fn rule(&mut self, table: &Table<'_>, page: usize) -> Option<Rule> {
        let before = self.outline.next();
        let own = table.need_path("question");
        let key = table.need_one_of(&KEYS);
        let say = table.need_localized("say");
        let kinds = match key {
            Some("not_after" | "not_before") => DAYS,
            Some("differs_from") => &ALIKE,
            _ => NUMBERS,
        };
        let reference = |question: &domain::form::Path, span: Range<usize>| Reference {
            question: question.clone(),
            span,
            options: Vec::new(),
            kinds,
            before,
            group: None,
            columns: true,
        };
        let mut other = None;
        let agrees = if key == Some("adds_up_to") {
            table.need_number("adds_up_to", 0).map(Agrees::AddsUpTo)
        } else {
            key.and_then(|key| table.need_path(key)).zip(key).map(|((path, span), key)| {
                other = Some(reference(&path, span));
                match key {
                    "at_most" | "not_after" => Agrees::AtMost(path),
                    "at_least" | "not_before" => Agrees::AtLeast(path),
                    "equals" => Agrees::Equals(path),
                    _ => Agrees::DiffersFrom(path),
                }
            })
        };
        let own = own.map(|(path, span)| (reference(&path, span), path));
        let needs = own.iter().map(|(reference, _)| reference.clone()).chain(other.clone()).collect();
        let entry = Entry { within: Some(page), needs, ..Entry::other(table, None) };
        // A rule that could not be read is at fault already, and so is nothing that hangs on it.
        let when = self.outline.add(entry, table);
        let ((own, question), agrees, key) = (own?, agrees?, key?);
        self.outline.rule(Ruling { own, other, agrees: agrees.clone(), page, place: table.place(key) });
        Some(Rule { question, agrees, when, say })
    }
}

impl Ruling {
    /// Records what is wrong with the rule by itself; names that lead nowhere are recorded with its entry.
    pub(super) fn check(&self, outline: &Outline, table: &Table<'_>) {
        let Some(own) = outline.named(&self.own) else { return };
        let entry = outline.entry(own);
        if outline.page_of(own) != self.page {
            table.fault(self.own.span.clone(), Fault::RuleOfOtherPage { id: self.own.question.to_string() });
            return;
        }
        let Some(reference) = &self.other else { return self.adds_up(outline, own, table) };
        let Some(other) = outline.named(reference) else { return };
        if let (Agrees::DiffersFrom(_), Some(kind), false) = (&self.agrees, entry.kind, outline.entry(other).kind == entry.kind) {
            let kinds = ALIKE.iter().find(|known| **known == kind).map_or(&ALIKE[..], std::slice::from_ref);
            table.fault(reference.span.clone(), Fault::QuestionOfOtherKind { id: reference.question.to_string(), kinds });
            return;
        }
        let fault = if own == other {
            // Rows are compared with those before them, a cell with those beside it; without either there is nothing to compare.
            let column = [&self.own, reference].into_iter().any(|of| outline.column(&of.question, None).is_some());
            (!column || outline.rows(own).greatest < 2).then_some(Fault::RuleAlwaysHolds)
        } else {
            judged(&self.agrees, outline, own, other)
        };
        if let Some(fault) = fault {
            table.fault(self.place.clone(), fault);
        }
    }

    fn adds_up(&self, outline: &Outline, own: usize, table: &Table<'_>) {
        let Agrees::AddsUpTo(total) = self.agrees else { return };
        let (each, rows) = (outline.bounds(own), outline.rows(own));
        if outline.column(&self.own.question, None).is_none() {
            table
                .fault(self.own.span.clone(), Fault::QuestionOfOtherKind { id: self.own.question.to_string(), kinds: &["group", "table"] });
            return;
        }
        let least = if outline.may_miss(own) { 0 } else { each.least.saturating_mul(rows.least.max(1)) };
        let sum = Bounds { least, greatest: each.greatest.saturating_mul(rows.greatest) };
        let total = Bounds { least: total, greatest: total };
        if let Some(fault) = between(&Agrees::AddsUpTo(0), sum, total) {
            table.fault(self.place.clone(), fault);
        }
    }
}

/// Says that answers never, or always, are to each other what is wanted.
fn judged(agrees: &Agrees, outline: &Outline, own: usize, other: usize) -> Option<Fault> {
    match (&outline.entry(own).answers, &outline.entry(other).answers) {
        (Some(Space::Number(own)), Some(Space::Number(other))) => between(agrees, *own, *other),
        (Some(Space::One(own)), Some(Space::One(other))) => {
            let alike = own.iter().any(|option| other.contains(option));
            (!alike).then_some(Fault::RuleAlwaysHolds)
        }
        _ => None,
    }
}

fn between(agrees: &Agrees, own: Bounds, other: Bounds) -> Option<Fault> {
    let apart = own.greatest < other.least || own.least > other.greatest;
    let one = own.least == own.greatest && other.least == other.greatest && own.least == other.least;
    let (never, always) = match agrees {
        Agrees::AtMost(_) => (own.least > other.greatest, own.greatest <= other.least),
        Agrees::AtLeast(_) => (own.greatest < other.least, own.least >= other.greatest),
        Agrees::Equals(_) | Agrees::AddsUpTo(_) => (apart, one),
        Agrees::DiffersFrom(_) => (one, apart),
    };
    if never { Some(Fault::RuleNeverHolds) } else { always.then_some(Fault::RuleAlwaysHolds) }
}
