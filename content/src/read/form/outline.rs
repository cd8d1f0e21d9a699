//! What a form asks in which order, and under which conditions; checks what only the whole form can tell.

use super::{
    condition::{Wanted, When},
    reach::{self, Node, Space},
};
use crate::{
    problem::{Fault, Referent, nearest},
    table::Table,
};
use domain::{
    form::{self, Condition, Kind, Wants},
    slug::Slug,
};
use std::ops::Range;

/// Names that are no question's: the shared pages have them, or the page that posts the form.
const RESERVED: [&str; 8] =
    [form::OFFICE, form::PHONE, form::EMAIL, form::DELIVERY, form::DELIVERY_ADDRESS, "contact", "delivery", "website"];

/// Everything that is asked, in order, and whatever names it.
#[derive(Debug, Default)]
pub(super) struct Outline {
    entries: Vec<Entry>,
    references: Vec<Reference>,
    /// Whether the names of the shared pages may be used: in those pages themselves.
    shared: bool,
}

/// A page, a question, a paper, a fee or a stop.
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
    /// What may be answered, once it was read.
    pub(super) answers: Option<Space>,
    /// Whether nothing may be answered.
    pub(super) optional: bool,
    /// Whether nobody comes past it: a stop.
    pub(super) stop: bool,
    pub(super) when: Vec<When>,
    /// Whether conditions could not be read.
    pub(super) unread: bool,
    /// Where its conditions stand.
    pub(super) place: Range<usize>,
}

/// A question that something names.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) question: Slug,
    pub(super) span: Range<usize>,
    /// Options of the question; none where only the question is named.
    pub(super) options: Vec<(Slug, Range<usize>)>,
    pub(super) kinds: &'static [&'static str],
    /// Only entries before this one may be named.
    pub(super) before: usize,
    pub(super) group: Option<usize>,
}

impl Entry {
    /// Something that is no question.
    pub(super) fn other(table: &Table<'_>, id: Option<(Slug, Range<usize>)>) -> Self {
        Self {
            id,
            kind: None,
            options: Vec::new(),
            within: None,
            group: None,
            answers: None,
            optional: false,
            stop: false,
            when: Vec::new(),
            unread: false,
            place: table.place("when"),
        }
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
        let tables = table.tables("when");
        let read = tables.iter().filter_map(|condition| When::read(condition, self.entries.len(), entry.group));
        let (conditions, when): (Vec<Condition>, Vec<When>) = read.unzip();
        // A stop without conditions is at fault by itself.
        let unread = when.len() < tables.len() || (entry.stop && tables.is_empty());
        self.entries.push(Entry { when, unread, ..entry });
        conditions
    }

    /// Notes what may be answered to the question of an entry.
    pub(super) fn settle(&mut self, number: usize, kind: &Kind, optional: bool, table: &Table<'_>) {
        if let Some(entry) = self.entries.get_mut(number).filter(|entry| entry.kind.is_some()) {
            entry.answers = Some(Space::of(kind, table.as_of().year()));
            entry.optional = optional;
        }
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
        self.references.push(Reference { question: question.clone(), span, options: Vec::new(), kinds, before, group: None });
        Some(question)
    }

    /// Tells whether a condition or another entry names a question.
    pub(super) fn steers(&self, id: &Slug) -> bool {
        let tests = self.entries.iter().flat_map(|entry| &entry.when).flat_map(|when| &when.any);
        tests.map(|wanted| &wanted.reference).any(|reference| reference.question == *id)
    }

    /// Returns where the name of an entry stands.
    pub(super) fn place_of(&self, id: &Slug) -> Option<Range<usize>> {
        self.entries.iter().filter(|entry| entry.kind.is_some()).find(|entry| entry.is(id))?.id.as_ref().map(|(_, span)| span.clone())
    }

    /// Like [`Outline::refer`], where the question must have some options.
    pub(super) fn refer_with(
        &mut self,
        table: &Table<'_>,
        key: &'static str,
        kinds: &'static [&'static str],
        options: &[&str],
    ) -> Option<Slug> {
        let question = self.refer(table, key, kinds)?;
        if let Some(reference) = self.references.last_mut() {
            let span = reference.span.clone();
            reference.options = options.iter().filter_map(|option| Some((option.parse().ok()?, span.clone()))).collect();
        }
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
        let nodes: Vec<Node> = self.entries.iter().map(|entry| self.node(entry, table)).collect();
        let asked: Vec<bool> = (0..nodes.len()).map(|at| reach::reachable(&nodes, at)).collect();
        let first = |at: &usize| asked.get(*at).copied().unwrap_or(true);
        for (at, ((entry, node), asked)) in self.entries.iter().zip(&nodes).zip(&asked).enumerate() {
            if entry.stop && *asked && !reach::passable(&nodes, at) {
                table.fault(entry.place.clone(), Fault::NobodyPasses);
                // So nothing behind it is asked, which is the same fault.
                break;
            }
            // What can never be asked takes along what hangs on it; only the first is told.
            let named = node.when.iter().flatten().map(|(question, _)| question);
            if !asked && node.outer.iter().chain(named).all(first) {
                table.fault(entry.place.clone(), Fault::NeverAsked);
            }
        }
    }

    /// Takes down what the search needs, and records what is wrong with each condition by itself.
    fn node(&self, entry: &Entry, table: &Table<'_>) -> Node {
        let (outer, answers) = (entry.within, entry.answers.clone());
        let mut node = Node { outer, answers, optional: entry.optional, stop: entry.stop, unsure: entry.unread, when: Vec::new() };
        for when in &entry.when {
            let tests: Vec<Option<(usize, Wants)>> = when.any.iter().map(|wanted| self.test(wanted, table)).collect();
            match tests.into_iter().collect() {
                Some(tests) => node.when.push(tests),
                None => node.unsure = true,
            }
        }
        node
    }

    /// Returns the question of a test; nothing where the test is at fault.
    fn test(&self, Wanted { reference, wants, place }: &Wanted, table: &Table<'_>) -> Option<(usize, Wants)> {
        let at = self.resolve(reference, table)?;
        let question = self.entry(at);
        // Options nobody knows are faults of their own.
        let known = reference.options.iter().all(|(option, _)| question.options.contains(option));
        let of = Node { answers: question.answers.clone(), optional: question.optional, ..Node::default() };
        if known && !reach::possible(&of, wants) {
            table.fault(place.clone(), Fault::ConditionNeverHolds);
            return None;
        }
        known.then(|| (at, wants.clone()))
    }

    fn entry(&self, at: usize) -> &Entry {
        #[expect(clippy::indexing_slicing, reason = "numbers of entries come from this outline only")]
        &self.entries[at]
    }

    /// Finds the earlier question that a reference names, in its own row first.
    fn resolve(&self, reference: &Reference, table: &Table<'_>) -> Option<usize> {
        let Reference { question, span, options, kinds, before, group } = reference;
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
        for (option, place) in options.iter().filter(|(option, _)| !entry.options.is_empty() && !entry.options.contains(option)) {
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
