//! What a form asks in which order, and under which conditions; checks what only the whole form can tell.

use super::{
    condition::{Wanted, When},
    reach::{self, Node, Space},
    rule::Ruling,
};
use crate::{problem::Fault, table::Table};
use domain::{
    form::{self, Condition, Kind, Path, Range as Bounds, Wants},
    slug::Slug,
};
use std::ops::Range;

mod named;

/// Names that are no question's: the shared pages have them, or the page that posts the form.
const RESERVED: [&str; 8] =
    [form::OFFICE, form::PHONE, form::EMAIL, form::DELIVERY, form::DELIVERY_ADDRESS, "contact", "delivery", "website"];

/// Everything that is asked, in order, and whatever names it.
#[derive(Debug, Default)]
pub(super) struct Outline {
    entries: Vec<Entry>,
    references: Vec<Reference>,
    rulings: Vec<Ruling>,
    /// What computed values look at.
    formulas: Vec<Reference>,
    /// Whether the names of the shared pages may be used: in those pages themselves.
    shared: bool,
}

/// A page, a question, a paper, a fee, a stop or a rule.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub(super) struct Entry {
    /// Its name among the answers; pages and fees have none.
    pub(super) id: Option<(Path, Range<usize>)>,
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
    /// Whether the answer is an amount of đồng.
    pub(super) money: bool,
    /// How many rows a table has, of the first cell of each column.
    pub(super) rows: Option<u64>,
    /// Answers without which it says nothing, beside those its conditions name.
    pub(super) needs: Vec<Reference>,
    /// Whether nobody comes past it: a stop.
    pub(super) stop: bool,
    pub(super) when: Vec<When>,
    /// Whether conditions could not be read.
    pub(super) unread: bool,
    /// Where its conditions stand.
    pub(super) place: Range<usize>,
}

/// A question that something names.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) question: Path,
    pub(super) span: Range<usize>,
    /// Options of the question; none where only the question is named.
    pub(super) options: Vec<(Slug, Range<usize>)>,
    pub(super) kinds: &'static [&'static str],
    /// Only entries before this one may be named.
    pub(super) before: usize,
    pub(super) group: Option<usize>,
    /// Whether it may be a question of rows, named from without.
    pub(super) columns: bool,
}

impl Entry {
    /// Something that is no question.
    pub(super) fn other(table: &Table<'_>, id: Option<(Slug, Range<usize>)>) -> Self {
        Self {
            id: id.map(|(id, span)| (Path::from(&id), span)),
            kind: None,
            options: Vec::new(),
            within: None,
            group: None,
            answers: None,
            optional: false,
            money: false,
            rows: None,
            needs: Vec::new(),
            stop: false,
            when: Vec::new(),
            unread: false,
            place: table.place("when"),
        }
    }

    fn is(&self, id: &Path) -> bool {
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

    /// Notes an entry without a table of its own.
    pub(super) fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Tells whether there is a question at a path, outside groups.
    pub(super) fn knows(&self, path: &Path) -> bool {
        self.find(path, None, false).is_some()
    }

    /// Returns the page an entry lies on.
    pub(super) fn page_of(&self, at: usize) -> usize {
        // Whatever something lies in comes before it, so this comes to an end.
        self.entries.get(at).and_then(|entry| entry.within).map_or(at, |outer| self.page_of(outer))
    }

    /// Notes what may be answered to the question of an entry.
    pub(super) fn settle(&mut self, number: usize, kind: &Kind, optional: bool, table: &Table<'_>) {
        let space = match kind {
            Kind::Computed(computed) => Space::Number(self.reckoned(&computed.from, number, table.as_of().year())),
            kind => Space::of(kind, table.as_of().year()),
        };
        if let Some(entry) = self.entries.get_mut(number).filter(|entry| entry.kind.is_some()) {
            entry.answers = Some(space);
            // Where what it looks at is missing, there is no value either.
            entry.optional = optional || matches!(kind, Kind::Computed(_));
            entry.money = matches!(kind, Kind::Money(_) | Kind::Computed(form::Computed { money: true, .. }));
        }
    }

    /// Notes a rule; it is judged with everything else.
    pub(super) fn rule(&mut self, ruling: Ruling) {
        self.rulings.push(ruling);
    }

    /// Notes that a question outside groups must be there.
    pub(super) fn note_named(&mut self, question: Path, span: Range<usize>, kinds: &'static [&'static str]) {
        let before = self.entries.len();
        self.references.push(Reference { question, span, options: Vec::new(), kinds, before, group: None, columns: false });
    }

    /// Between which numbers an answer lies, of a column in one row; anything where that cannot be told.
    pub(super) fn bounds(&self, at: usize) -> Bounds {
        match self.entries.get(at).and_then(|entry| entry.answers.as_ref()) {
            Some(Space::Number(bounds)) => *bounds,
            _ => Bounds { least: 0, greatest: u64::MAX },
        }
    }

    /// How many rows the group has that a question is asked in; one where it is asked in none.
    pub(super) fn rows(&self, at: usize) -> Bounds {
        let entry = self.entries.get(at);
        let rows = entry.and_then(|entry| entry.rows).unwrap_or(1);
        entry.and_then(|entry| entry.group).map_or(Bounds { least: rows, greatest: rows }, |group| self.bounds(group))
    }

    /// Whether an answer may be missing where what it lies in is there: a row, a table somebody began.
    pub(super) fn may_miss(&self, at: usize) -> bool {
        self.entries.get(at).is_none_or(|entry| entry.optional || !entry.when.is_empty())
    }

    /// Whether an answer may be missing where something else is asked, be it that what it lies in is not asked.
    fn may_miss_beside(&self, at: usize, beside: usize) -> bool {
        let outer = self.entries.get(at).and_then(|entry| entry.within).filter(|outer| !self.lies_in(beside, *outer));
        self.may_miss(at) || outer.is_some_and(|outer| self.may_miss_beside(outer, beside))
    }

    fn lies_in(&self, at: usize, outer: usize) -> bool {
        self.entries.get(at).and_then(|entry| entry.within).is_some_and(|within| within == outer || self.lies_in(within, outer))
    }

    /// Between which numbers something computed lies.
    fn reckoned(&self, from: &form::Formula, number: usize, year: i32) -> Bounds {
        let group = self.entries.get(number).and_then(|entry| entry.group);
        let of = |path: &Path| self.find(path, group, true);
        match from {
            form::Formula::Age(_) => Bounds { least: 0, greatest: u64::try_from(year - 1900).unwrap_or(0) },
            form::Formula::Sum(paths) => {
                let whole = |path: &Path| {
                    let at = of(path)?;
                    let rows = if self.column(path, group).is_some() { self.rows(at) } else { Bounds { least: 1, greatest: 1 } };
                    let (each, none) = (self.bounds(at), self.may_miss_beside(at, number));
                    Some((if none { 0 } else { each.least.saturating_mul(rows.least) }, each.greatest.saturating_mul(rows.greatest)))
                };
                let all = paths.iter().map(|path| whole(path).unwrap_or((0, u64::MAX)));
                let (least, greatest) = all.fold((0_u64, 0_u64), |sum, next| (sum.0.saturating_add(next.0), sum.1.saturating_add(next.1)));
                Bounds { least, greatest }
            }
            form::Formula::Product(paths) => {
                let all = paths.iter().map(|path| of(path).map_or(Bounds { least: 0, greatest: u64::MAX }, |at| self.bounds(at)));
                all.fold(Bounds { least: 1, greatest: 1 }, |product, next| Bounds {
                    least: product.least.saturating_mul(next.least),
                    greatest: product.greatest.saturating_mul(next.greatest),
                })
            }
        }
    }

    /// Whether an answer is an amount of đồng.
    pub(super) fn is_money(&self, path: &Path, group: Option<usize>) -> bool {
        self.find(path, group, true).is_some_and(|at| self.entry(at).money)
    }

    /// Reads a key that names a question of some kinds which is asked before.
    pub(super) fn refer(&mut self, table: &Table<'_>, key: &'static str, kinds: &'static [&'static str]) -> Option<Path> {
        self.refer_before(self.entries.len(), table, key, kinds)
    }

    /// Like [`Outline::refer`], where only entries before one of them may be named.
    pub(super) fn refer_before(
        &mut self,
        before: usize,
        table: &Table<'_>,
        key: &'static str,
        kinds: &'static [&'static str],
    ) -> Option<Path> {
        let (question, span) = table.path(key)?;
        let reference = Reference { question: question.clone(), span, options: Vec::new(), kinds, before, group: None, columns: false };
        self.references.push(reference);
        Some(question)
    }

    /// Notes a question that something computed looks at.
    pub(super) fn note(&mut self, reference: Reference) {
        self.formulas.push(reference.clone());
        self.references.push(reference);
    }

    /// Tells whether a condition, a rule or a formula looks at an answer; its group is the one whose rows it is asked in.
    pub(super) fn steers(&self, path: &Path, group: Option<&Path>) -> bool {
        let own = self.in_group(path, group);
        let tests = self.entries.iter().flat_map(|entry| &entry.when).flat_map(|when| &when.any).map(|wanted| &wanted.reference);
        let rules = self.entries.iter().flat_map(|entry| &entry.needs);
        let mut all = tests.chain(rules).chain(&self.formulas);
        // A column of a table names each of its cells.
        let cell = path.parted().1.and_then(|rest| rest.split_once('.'));
        let column = cell.map(|(_, column)| format!("{}.{column}", path.first()));
        own.is_some()
            && all.any(|reference| {
                let whole = reference.columns && column.as_deref() == Some(reference.question.as_str());
                whole || self.find(&reference.question, reference.group, reference.columns) == own
            })
    }

    /// Finds a question by its path: of the rows of a group, or outside groups.
    fn in_group(&self, path: &Path, group: Option<&Path>) -> Option<usize> {
        let rows = match group {
            Some(group) => Some(self.find(group, None, false)?),
            None => None,
        };
        self.entries.iter().position(|entry| entry.group == rows && entry.kind.is_some() && entry.is(path))
    }

    /// Returns where the name of a question stands.
    pub(super) fn place_of(&self, path: &Path, group: Option<&Path>) -> Option<Range<usize>> {
        self.entry(self.in_group(path, group)?).id.as_ref().map(|(_, span)| span.clone())
    }

    /// Like [`Outline::refer`], where the question must have some options.
    pub(super) fn refer_with(
        &mut self,
        table: &Table<'_>,
        key: &'static str,
        kinds: &'static [&'static str],
        options: &[&str],
    ) -> Option<Path> {
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
        for ruling in &self.rulings {
            ruling.check(self, table);
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
        for need in &entry.needs {
            match self.resolve(need, table) {
                Some(at) => node.when.push(vec![(at, Wants::Answered(true))]),
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

    pub(super) fn entry(&self, at: usize) -> &Entry {
        #[expect(clippy::indexing_slicing, reason = "numbers of entries come from this outline only")]
        &self.entries[at]
    }
}
