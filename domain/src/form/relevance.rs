//! Which questions are asked, seen from the answers so far, and what follows from those.

use super::{
    Computed, Condition, Form, Formula, Kind, Page, PaperDue, Path, Question, RawAnswers, Stop, Stopped, TOTAL, Table, Test,
    condition::Seen,
};
use crate::{date::Date, slug::Slug};

/// Which questions are asked.
#[derive(Debug, Clone)]
pub struct Relevance<'f> {
    form: &'f Form,
    today: Date,
    pages: Vec<bool>,
    asked: Vec<&'f str>,
    /// The answers to asked questions, by path.
    noted: Vec<(String, Seen)>,
}

/// Which questions within another are asked: those of a row.
#[derive(Debug)]
pub(super) struct Within<'f> {
    pub(super) asked: Vec<&'f Question>,
    noted: Vec<(String, Seen)>,
}

/// Numbers that are added up: what is empty counts as nothing, one that is wrong or too much leaves no sum.
#[derive(Default)]
struct Sum {
    so_far: u64,
    any: bool,
    wrong: bool,
}

impl Sum {
    fn add(&mut self, noted: Option<&Seen>) {
        if let Some(Seen { answered: true, number, .. }) = noted {
            self.any = true;
            match number.and_then(|number| self.so_far.checked_add(number)) {
                Some(sum) => self.so_far = sum,
                None => self.wrong = true,
            }
        }
    }

    const fn value(&self) -> Option<u64> {
        if self.any && !self.wrong { Some(self.so_far) } else { None }
    }
}

/// The questions of a row, with what was noted of those before one.
type Row<'n> = (&'n [Question], &'n [(String, Seen)]);

fn find<'n>(noted: &'n [(String, Seen)], path: &str) -> Option<&'n Seen> {
    noted.iter().find(|(known, _)| known == path).map(|(_, noted)| noted)
}

impl Within<'_> {
    /// Returns the value of what is computed.
    pub(super) fn value(&self, id: &str) -> Option<u64> {
        find(&self.noted, id)?.number
    }
}

impl<'f> Relevance<'f> {
    /// Goes through a form in order: a condition holds only over questions that are themselves asked.
    /// Ages are those reached `today`.
    pub fn of(form: &'f Form, raw: &RawAnswers, today: Date) -> Self {
        let mut relevance = Self { form, today, pages: Vec::new(), asked: Vec::new(), noted: Vec::new() };
        for page in &form.pages {
            let page_asked = relevance.holds(&page.when);
            relevance.pages.push(page_asked);
            for question in page.questions.iter().filter(|_| page_asked) {
                if relevance.holds(&question.when) {
                    relevance.asked.push(question.id.as_str());
                    let noted = relevance.note(question, question.id.as_str(), raw, (&[], &[]));
                    relevance.noted.extend(noted);
                }
            }
        }
        relevance
    }

    /// Looks at the answer to a question; `row` are the questions beside it in its row, with what was noted of them.
    fn note(&self, question: &'f Question, path: &str, raw: &RawAnswers, row: Row<'_>) -> Vec<(String, Seen)> {
        let id = question.id.as_str();
        let noted = match &question.kind {
            Kind::Person(parts) => {
                let within = self.within(parts, path, raw).noted.into_iter();
                return within.map(|(part, noted)| (format!("{id}.{part}"), noted)).collect();
            }
            Kind::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| {
                    let cells = self.within(&table.columns, &format!("{path}.{}", row.id), raw).noted.into_iter();
                    cells.map(move |(column, noted)| (format!("{id}.{}.{column}", row.id), noted))
                });
                return cells.collect();
            }
            Kind::Computed(computed) => {
                let number = self.compute(computed, raw, row);
                Seen { number, answered: number.is_some(), ..Seen::default() }
            }
            _ => Seen::of(question, path, raw, self.today),
        };
        vec![(id.to_owned(), noted)]
    }

    fn compute(&self, computed: &Computed, raw: &RawAnswers, row: Row<'_>) -> Option<u64> {
        let look = |path: &Path| self.look(path, row);
        match &computed.from {
            Formula::Age(birth) => look(birth)?.age.map(u64::from),
            Formula::Product(paths) => paths.iter().try_fold(1_u64, |product, path| product.checked_mul(look(path)?.number?)),
            Formula::Sum(paths) => {
                let mut sum = Sum::default();
                for path in paths {
                    match self.form.column(path) {
                        Some((of, inner)) if self.asks(of) => self.rows(of, raw).iter().for_each(|row| sum.add(find(&row.noted, inner))),
                        Some(_) => {}
                        None => sum.add(look(path)),
                    }
                }
                sum.value()
            }
        }
    }

    /// The rows of a group as they were sent.
    fn rows(&self, of: &'f Question, raw: &RawAnswers) -> Vec<Within<'f>> {
        let id = of.id.as_str();
        match &of.kind {
            Kind::Group(group) => raw.rows(id).iter().map(|number| self.within(&group.questions, &format!("{id}.{number}"), raw)).collect(),
            Kind::Table(table) => table.rows.iter().map(|row| self.within(&table.columns, &format!("{id}.{}", row.id), raw)).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns each column of a table that is added up, whether it is an amount, and its sum; none where a cell is wrong or all are empty.
    pub(super) fn totals<'t>(&self, table: &'t Table, path: &str, raw: &RawAnswers) -> Vec<(&'t Slug, bool, Option<u64>)> {
        let total = |id: &'t Slug| {
            let column = table.columns.iter().find(|column| column.id == *id)?;
            let mut sum = Sum::default();
            for row in &table.rows {
                sum.add(Some(&Seen::of(column, &format!("{path}.{}.{id}", row.id), raw, self.today)));
            }
            Some((id, matches!(column.kind, Kind::Money(_)), sum.value()))
        };
        table.totals.iter().filter_map(total).collect()
    }

    /// Tells whether all conditions hold.
    pub fn holds(&self, conditions: &[Condition]) -> bool {
        self.hold(conditions, (&[], &[]))
    }

    fn hold(&self, conditions: &[Condition], row: Row<'_>) -> bool {
        let met = |test: &Test| self.look(&test.question, row).is_some_and(|noted| test.wants.met(noted));
        conditions.iter().all(|condition| condition.tests().iter().any(met))
    }

    /// Finds what was noted at a path; a question of the row hides one of the form that has its name, asked or not.
    fn look<'n>(&'n self, path: &Path, (questions, beside): Row<'n>) -> Option<&'n Seen> {
        let own = questions.iter().any(|question| question.id.as_str() == path.first());
        find(if own { beside } else { &self.noted }, path.as_str())
    }

    /// Tells whether a page is asked, by its number from 0.
    pub fn page(&self, number: usize) -> bool {
        self.pages.get(number).copied().unwrap_or(false)
    }

    /// Returns the stop that stands in the way on a page, by its number from 0.
    pub fn stop<'p>(&self, number: usize, page: &'p Page) -> Option<&'p Stop> {
        page.stops.iter().filter(|_| self.page(number)).find(|stop| self.holds(&stop.when))
    }

    /// Returns the first stop that stands in the way.
    pub fn stopped(&self, form: &Form) -> Option<Stopped> {
        form.pages.iter().enumerate().find_map(|(number, page)| {
            let stop = self.stop(number, page)?.clone();
            let question = stop.when.iter().flat_map(Condition::tests).map(|test| test.question.clone()).next_back();
            Some(Stopped { page: page.id.clone(), question, stop })
        })
    }

    /// Tells whether a question outside groups is asked.
    pub fn asks(&self, question: &Question) -> bool {
        self.asked.contains(&question.id.as_str())
    }

    /// Returns the papers that are asked for, of each row where each needs one; rows are numbered anew, as they are kept.
    pub fn papers(&self, raw: &RawAnswers) -> Vec<PaperDue<'f>> {
        let form = self.form;
        let mut due = Vec::new();
        for paper in &form.papers {
            let mut ask = |id: String| due.extend(form.paper_name(&id, raw).map(|name| PaperDue { paper, id, name }));
            match form.rows_of(paper) {
                None if self.holds(&paper.when) => ask(paper.id.to_string()),
                Some((question, group)) if self.asks(question) => {
                    for (row, within) in (1..=group.greatest).zip(self.rows(question, raw)) {
                        if self.hold(&paper.when, (&group.questions, &within.noted)) {
                            ask(format!("{}.{row}", paper.id));
                        }
                    }
                }
                _ => {}
            }
        }
        due
    }

    /// Returns which of the questions that lie within another are asked: of a row of a group, of a person.
    pub fn asked_within(&self, questions: &'f [Question], path: &str, raw: &RawAnswers) -> Vec<&'f Question> {
        self.within(questions, path, raw).asked
    }

    /// Goes through questions that lie within another, at its path.
    pub(super) fn within(&self, questions: &'f [Question], path: &str, raw: &RawAnswers) -> Within<'f> {
        let mut within = Within { asked: Vec::new(), noted: Vec::new() };
        for question in questions {
            if self.hold(&question.when, (questions, &within.noted)) {
                within.asked.push(question);
                let noted = self.note(question, &format!("{path}.{}", question.id), raw, (questions, &within.noted));
                within.noted.extend(noted);
            }
        }
        within
    }

    /// Returns every value that is computed: its path, whether it is an amount, and what it is where all it takes is there; for a page to show as somebody types.
    /// What the rows of a group must add up to a rule says; what they do is among the values, under `nhom.tong.phan`.
    pub fn computed(&self, raw: &RawAnswers) -> Vec<(String, bool, Option<u64>)> {
        let mut all = Vec::new();
        for (_, question) in self.form.questions().filter(|(_, question)| self.asks(question)) {
            let id = question.id.as_str();
            match &question.kind {
                Kind::Computed(computed) => all.push((id.to_owned(), computed.money, find(&self.noted, id).and_then(|noted| noted.number))),
                Kind::Table(table) => {
                    all.extend(
                        self.totals(table, id, raw).into_iter().map(|(column, money, sum)| (format!("{id}.{TOTAL}.{column}"), money, sum)),
                    );
                }
                Kind::Group(group) => {
                    let rows = self.rows(question, raw);
                    for (number, row) in raw.rows(id).iter().zip(&rows) {
                        for inner in &row.asked {
                            if let Kind::Computed(computed) = &inner.kind {
                                all.push((format!("{id}.{number}.{}", inner.id), computed.money, row.value(inner.id.as_str())));
                            }
                        }
                    }
                    for inner in self.form.added_up(id) {
                        let mut sum = Sum::default();
                        for row in &rows {
                            sum.add(find(&row.noted, inner));
                        }
                        let money = Question::among(&group.questions, inner).is_some_and(|inner| matches!(inner.kind, Kind::Money(_)));
                        all.push((format!("{id}.{TOTAL}.{inner}"), money, sum.value()));
                    }
                }
                _ => {}
            }
        }
        all
    }

    /// Returns the value of what is computed outside groups.
    pub(super) fn value(&self, id: &str) -> Option<u64> {
        find(&self.noted, id)?.number
    }
}
