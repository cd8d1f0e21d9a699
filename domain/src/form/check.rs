//! Checks all answers at once: the same on the phone, in the Worker and at the desk.

use super::{
    Answer, Answers, Applicant, Doubt, Fault, Form, Group, Kind, LATER, PaperDue, Question, RawAnswers, Relevance, Stopped, TOTAL, Wrong,
    is_under, person, read::read,
};
use crate::{address::Gazetteer, calendar::WorkingCalendar, code::AgencyCode, date::Date};
use std::{collections::BTreeMap, fmt};

/// What answers are checked against besides the form.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    /// Today in Vietnam.
    pub today: Date,
    /// The days offices work.
    pub calendar: &'a WorkingCalendar,
    /// Provinces and communes.
    pub places: &'a dyn Gazetteer,
    /// The offices that take this procedure.
    pub offices: &'a [AgencyCode],
    /// The papers held so far.
    pub papers: PapersHeld<'a>,
}

/// Which papers are held.
#[derive(Debug, Clone, Copy)]
pub enum PapersHeld<'a> {
    /// They are asked for later; nothing is said about them.
    AskedLater,
    /// So many files by paper.
    Held(&'a BTreeMap<String, u16>),
}

/// What came of checking.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// The answers that are good; complete where there is no fault.
    pub answers: Answers,
    /// What says that this form is not the way; nothing is filed then, whatever else is wrong.
    pub stopped: Option<Stopped>,
    /// Every fault, in the order of the form.
    pub faults: Vec<Fault>,
    /// What looks odd and stops nobody.
    pub doubts: Vec<Doubt>,
}

impl fmt::Debug for Circumstances<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Circumstances").field("today", &self.today).field("offices", &self.offices).finish_non_exhaustive()
    }
}

/// Checks everything that is asked; what is not asked is dropped and no fault.
pub fn check(form: &Form, raw: &RawAnswers, now: &Circumstances<'_>) -> Verdict {
    let relevance = Relevance::of(form, raw, now.today);
    let mut verdict = Verdict { stopped: relevance.stopped(form), ..Verdict::default() };
    let reading = Reading { relevance: &relevance, raw, now };
    for page in &form.pages {
        for question in page.questions.iter().filter(|question| relevance.asks(question)) {
            let path = question.id.as_str();
            verdict.question(reading, question, (path, path), relevance.value(path));
        }
        for rule in page.rules.iter().filter(|rule| relevance.holds(&rule.when)) {
            let broken = rule.broken(form, raw, &verdict);
            verdict.faults.extend(broken);
        }
    }
    if let PapersHeld::Held(held) = now.papers {
        verdict.papers(&relevance, raw, held);
    }
    let more = doubts(form, &verdict.answers);
    verdict.doubts.extend(more);
    verdict
}

/// What questions are read from.
#[derive(Clone, Copy)]
struct Reading<'r> {
    relevance: &'r Relevance<'r>,
    raw: &'r RawAnswers,
    now: &'r Circumstances<'r>,
}

/// Checks one question as if alone, for the moment somebody leaves its box.
pub fn check_one(form: &Form, raw: &RawAnswers, path: &str, now: &Circumstances<'_>) -> Option<Fault> {
    check(form, raw, &Circumstances { papers: PapersHeld::AskedLater, ..*now }).fault_of(path).cloned()
}

impl Verdict {
    /// Returns what is wrong at a path or within it.
    pub fn fault_of(&self, path: &str) -> Option<&Fault> {
        self.faults.iter().find(|fault| is_under(&fault.path, path))
    }

    /// Reads a question with what lies in it: from where it was sent to where it is kept, for rows are numbered anew.
    fn question(&mut self, of: Reading<'_>, question: &Question, (from, to): (&str, &str), value: Option<u64>) {
        match &question.kind {
            Kind::Group(group) => self.rows(of, question, group),
            Kind::Person(parts) => {
                self.within(of, parts, from, to);
                self.doubts.extend(person::doubts(&self.answers, (from, to)));
            }
            // An optional table nobody began is none.
            Kind::Table(table) if !question.optional || of.raw.any_under(from) => {
                for row in &table.rows {
                    self.within(of, &table.columns, &format!("{from}.{}", row.id), &format!("{to}.{}", row.id));
                }
                for (column, money, total) in of.relevance.totals(table, from, of.raw) {
                    if let Some(value) = total {
                        self.answers.put(format!("{to}.{TOTAL}.{column}"), Answer::Computed { value, money });
                    }
                }
            }
            Kind::Table(_) => {}
            Kind::Computed(computed) => {
                if let Some(value) = value {
                    self.answers.put(to, Answer::Computed { value, money: computed.money });
                }
            }
            _ => match read(question, from, of.raw, of.now, &self.answers) {
                Ok(Some(answer)) => self.answers.put(to, answer),
                Ok(None) => {}
                Err(fault) => self.faults.push(fault),
            },
        }
    }

    /// Reads questions that lie within another.
    fn within(&mut self, of: Reading<'_>, questions: &[Question], from: &str, to: &str) {
        let within = of.relevance.within(questions, from, of.raw);
        for inner in &within.asked {
            let (from, to) = (format!("{from}.{}", inner.id), format!("{to}.{}", inner.id));
            self.question(of, inner, (&from, &to), within.value(inner.id.as_str()));
        }
    }

    fn rows(&mut self, of: Reading<'_>, question: &Question, group: &Group) {
        let id = question.id.as_str();
        let numbers = of.raw.rows(id);
        let count = u16::try_from(numbers.len()).unwrap_or(u16::MAX);
        let least = if question.optional { 0 } else { group.least };
        let fault = |wrong| Fault { path: id.to_owned(), wrong };
        if count < least {
            self.faults.push(fault(if count == 0 { Wrong::Missing } else { Wrong::TooFewRows(least) }));
        }
        if count > group.greatest {
            self.faults.push(fault(Wrong::TooManyRows(group.greatest)));
            return;
        }
        for (row, number) in (1u16..).zip(numbers) {
            self.within(of, &group.questions, &format!("{id}.{number}"), &format!("{id}.{row}"));
        }
        self.answers.put(id, Answer::Rows(count));
    }

    fn papers(&mut self, relevance: &Relevance<'_>, raw: &RawAnswers, held: &BTreeMap<String, u16>) {
        for PaperDue { paper, id, .. } in relevance.papers(raw) {
            match held.get(&id).copied().unwrap_or(0) {
                0 if paper.later && raw.one(&id) == LATER => self.answers.put(id, Answer::Later),
                0 if paper.optional => {}
                0 => self.faults.push(Fault { path: id, wrong: Wrong::PaperMissing }),
                files => self.answers.put(id, Answer::Attached(files)),
            }
        }
    }
}

/// An identity number that does not fit the birthday beside it is odd, but may be right.
fn doubts(form: &Form, answers: &Answers) -> Vec<Doubt> {
    // Of a person it was told where the person was read.
    let plain = |applicant: &&Applicant| applicant.personal_id.as_ref().is_none_or(|path| path.parted().1.is_none());
    let Some(applicant) = form.applicant.as_ref().filter(plain) else { return Vec::new() };
    let birth = applicant.birth.as_ref().and_then(|birth| match answers.get(birth.as_str()) {
        Some(Answer::Date(date)) => Some(*date),
        _ => None,
    });
    let number = applicant.personal_id.as_ref().and_then(|id| answers.get(id.as_str()).map(|answer| (id, answer)));
    match number {
        Some((id, Answer::PersonalId(number))) => {
            number.warnings(birth, None).into_iter().map(|odd| Doubt { path: id.to_string(), odd }).collect()
        }
        _ => Vec::new(),
    }
}
