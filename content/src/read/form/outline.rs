//! What a form asks in which order, and under which conditions; checks what only the whole form can tell.

use crate::{
    problem::{Fault, Referent, nearest},
    table::Table,
};
use domain::{
    form::{self, Condition},
    slug::Slug,
};
use std::ops::Range;

/// Names that are no question's: the shared pages have them, or the page that posts the form.
const RESERVED: [&str; 8] =
    [form::OFFICE, form::PHONE, form::EMAIL, form::DELIVERY, form::DELIVERY_ADDRESS, "contact", "delivery", "website"];

/// Kinds that conditions may name.
const DECIDING: [&str; 3] = ["choice", "choices", "yes-no"];

/// Everything that is asked, in order, and whatever names it.
#[derive(Debug, Default)]
pub(super) struct Outline {
    entries: Vec<Entry>,
    references: Vec<Reference>,
    /// Whether the names of the shared pages may be used: in those pages themselves.
    shared: bool,
}

/// A page, a question, a paper or a fee.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its name among the answers; pages and fees have none.
    pub(super) id: Option<(Slug, Range<usize>)>,
    /// The kind of a question that could be read.
    pub(super) kind: Option<&'static str>,
    /// The values a condition may name.
    pub(super) options: Vec<Slug>,
    /// The page or the group it lies in.
    pub(super) within: Option<usize>,
    /// The group whose rows it is asked in.
    pub(super) group: Option<usize>,
    pub(super) when: Vec<Reference>,
    /// Where its conditions stand.
    pub(super) place: Range<usize>,
}

/// A question that something names.
#[derive(Debug)]
pub(super) struct Reference {
    question: Slug,
    span: Range<usize>,
    /// Options of the question; none where only the question is named.
    is: Vec<(Slug, Range<usize>)>,
    kinds: &'static [&'static str],
    /// Only entries before this one may be named.
    before: usize,
    group: Option<usize>,
}

/// That a question has one of some answers.
type Needed = (usize, Vec<Slug>);

impl Entry {
    /// Something that is no question.
    pub(super) fn other(table: &Table<'_>, id: Option<(Slug, Range<usize>)>) -> Self {
        Self { id, kind: None, options: Vec::new(), within: None, group: None, when: Vec::new(), place: table.place("when") }
    }

    fn is(&self, id: &Slug) -> bool {
        self.id.as_ref().is_some_and(|(known, _)| known == id)
    }
}

impl Outline {
    /// The outline of the pages around every form.
    pub(super) fn of_shared_pages() -> Self {
        Self { shared: true, ..Self::default() }
    }

    /// Returns the number the next entry will have.
    pub(super) const fn next(&self) -> usize {
        self.entries.len()
    }

    /// Notes an entry and reads its key `when`.
    pub(super) fn add(&mut self, entry: Entry, table: &Table<'_>) -> Vec<Condition> {
        let read = |condition: &Table<'_>| {
            let (question, span) = condition.need_slug("question").unzip();
            let is = condition.need_slugs("is");
            let (before, group) = (self.entries.len(), entry.group);
            Some(Reference { question: question?, span: span?, is, kinds: &DECIDING, before, group })
        };
        let when: Vec<Reference> = table.tables("when").iter().filter_map(read).collect();
        let is = |reference: &Reference| reference.is.iter().map(|(id, _)| id.clone()).collect();
        let conditions = when.iter().map(|when| Condition { question: when.question.clone(), is: is(when) }).collect();
        self.entries.push(Entry { when, ..entry });
        conditions
    }

    /// Reads a key that names a question of some kinds which is asked before.
    pub(super) fn refer(&mut self, table: &Table<'_>, key: &'static str, kinds: &'static [&'static str]) -> Option<Slug> {
        self.refer_before(self.entries.len(), table, key, kinds)
    }

    /// Like [`Outline::refer`], where only entries before one of them may be named.
    pub(super) fn refer_before(
        &mut self,
        before: usize,
        table: &Table<'_>,
        key: &'static str,
        kinds: &'static [&'static str],
    ) -> Option<Slug> {
        let (question, span) = table.slug(key)?;
        self.references.push(Reference { question: question.clone(), span, is: Vec::new(), kinds, before, group: None });
        Some(question)
    }

    /// Finds the question of a name and kind that every form needs.
    pub(super) fn has(&self, id: &str, kind: &str) -> bool {
        self.entries.iter().any(|entry| entry.kind == Some(kind) && entry.id.as_ref().is_some_and(|(known, _)| known.as_str() == id))
    }

    /// Records every fault.
    pub(super) fn check(&self, table: &Table<'_>) {
        self.names(table);
        for reference in &self.references {
            self.resolve(reference, table);
        }
        let mut needs: Vec<Vec<Needed>> = Vec::new();
        for entry in &self.entries {
            let outer = entry.within.and_then(|within| needs.get(within)).cloned().unwrap_or_default();
            let mut all = outer.clone();
            let mut possible = self.possible(&outer);
            for when in &entry.when {
                let Some(question) = self.resolve(when, table) else { continue };
                let known = |(id, _): &(Slug, Range<usize>)| self.entry(question).options.contains(id).then(|| id.clone());
                let before = needs.get(question).cloned().unwrap_or_default();
                possible &= self.possible(&before);
                all.extend(before);
                let is: Vec<Slug> = when.is.iter().filter_map(known).collect();
                // Options nobody knows are faults of their own.
                all.extend((!is.is_empty()).then_some((question, is)));
            }
            // What can never be asked takes along what hangs on it; only the first is told.
            if possible && !self.possible(&all) {
                table.fault(entry.place.clone(), Fault::NeverAsked);
            }
            needs.push(all);
        }
    }

    fn entry(&self, at: usize) -> &Entry {
        #[expect(clippy::indexing_slicing, reason = "numbers of entries come from this outline only")]
        &self.entries[at]
    }

    /// Tells whether answers exist that fulfil all needs.
    ///
    /// A condition holds only while its question is asked, so all needs must hold at once:
    /// they can unless two of them want different answers to a question that takes one.
    fn possible(&self, needs: &[Needed]) -> bool {
        needs.iter().all(|(question, _)| {
            let entry = self.entry(*question);
            let fits = |option: &Slug| needs.iter().filter(|(other, _)| other == question).all(|(_, is)| is.contains(option));
            entry.kind == Some("choices") || entry.options.iter().any(fits)
        })
    }

    /// Finds the earlier question that a reference names, in its own row first.
    fn resolve(&self, reference: &Reference, table: &Table<'_>) -> Option<usize> {
        let Reference { question, span, is, kinds, before, group } = reference;
        let named = |group: Option<usize>| {
            let fits = move |entry: &Entry| entry.group == group && entry.kind.is_some() && entry.is(question);
            self.entries.iter().position(fits)
        };
        let own_row = group.and_then(|group| named(Some(group)));
        let Some(at) = own_row.or_else(|| named(None)) else {
            self.unknown(question, span, *group, table);
            return None;
        };
        let entry = self.entry(at);
        if at >= *before {
            table.fault(span.clone(), Fault::QuestionComesLater { id: question.to_string() });
            return None;
        }
        if !entry.kind.is_some_and(|kind| kinds.contains(&kind)) {
            table.fault(span.clone(), Fault::QuestionOfOtherKind { id: question.to_string(), kinds });
            return None;
        }
        for (option, place) in is.iter().filter(|(option, _)| !entry.options.is_empty() && !entry.options.contains(option)) {
            let nearest = nearest(option.as_str(), entry.options.iter().map(Slug::as_str));
            table.fault(place.clone(), Fault::UnknownReference { what: Referent::Option, id: option.to_string(), nearest });
        }
        Some(at)
    }

    fn unknown(&self, id: &Slug, span: &Range<usize>, group: Option<usize>, table: &Table<'_>) {
        let in_reach = |entry: &&Entry| entry.kind.is_some() && (entry.group.is_none() || entry.group == group);
        let known = self.entries.iter().filter(in_reach).filter_map(|entry| entry.id.as_ref());
        // A question whose kind could not be read may be the one that is meant.
        if self.entries.iter().any(|entry| entry.is(id)) {
            return;
        }
        let nearest = nearest(id.as_str(), known.map(|(id, _)| id.as_str()));
        table.fault(span.clone(), Fault::UnknownReference { what: Referent::Question, id: id.to_string(), nearest });
    }

    /// Records names that stand twice, or that are not free; each group has names of its own.
    fn names(&self, table: &Table<'_>) {
        for (at, entry) in self.entries.iter().enumerate() {
            let Some((id, span)) = &entry.id else { continue };
            let mut earlier = self.entries.iter().take(at);
            if earlier.any(|other| other.group == entry.group && other.is(id)) {
                table.fault(span.clone(), Fault::DuplicateId { id: id.to_string() });
            }
            if !self.shared && RESERVED.contains(&id.as_str()) {
                table.fault(span.clone(), Fault::ReservedId { id: id.to_string() });
            }
        }
    }
}
