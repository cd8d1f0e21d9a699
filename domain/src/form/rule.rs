//! What answers must be to each other; each rule has its own words of how to mend it.

use super::{Answer, Answers, Choice, Condition, Fault, Form, Kind, Path, RawAnswers, Verdict, Wrong, is_under};
use crate::language::Localized;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Something that must hold between answers of a page and earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The answer that is judged; what is wrong stands beside it.
    pub question: Path,
    /// What it must be to others.
    pub agrees: Agrees,
    /// When it is judged; all must hold.
    pub when: Vec<Condition>,
    /// What is wrong and how to mend it.
    pub say: Localized,
}

/// What an answer must be to another; where either is missing or wrong, nothing is judged.
///
/// Answers in rows of the same group are compared row by row, with anything else each row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agrees {
    /// Not more, or not later.
    AtMost(Path),
    /// Not less, or not earlier.
    AtLeast(Path),
    /// The same.
    Equals(Path),
    /// Another; where it is the same path, no two rows are alike.
    DiffersFrom(Path),
    /// The answers in all rows together are this.
    AddsUpTo(u64),
}

impl Agrees {
    /// Returns the answer it compares with.
    pub const fn other(&self) -> Option<&Path> {
        match self {
            Self::AtMost(other) | Self::AtLeast(other) | Self::Equals(other) | Self::DiffersFrom(other) => Some(other),
            Self::AddsUpTo(_) => None,
        }
    }

    /// Tells whether two answers are to each other what is wanted; what cannot be compared is no fault.
    fn holds(&self, own: &Answer, other: &Answer) -> bool {
        let order = own.order(other);
        match self {
            Self::AtMost(_) => order != Some(Ordering::Greater),
            Self::AtLeast(_) => order != Some(Ordering::Less),
            Self::Equals(_) => order.is_none_or(Ordering::is_eq),
            Self::DiffersFrom(_) => own != other && order != Some(Ordering::Equal),
            Self::AddsUpTo(_) => true,
        }
    }
}

impl Answer {
    /// Returns how two numbers, amounts or days stand to each other.
    fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Date(own), Self::Date(other)) => Some(own.cmp(other)),
            _ => Some(self.amount()?.cmp(&other.amount()?)),
        }
    }
}

impl Form {
    /// Returns what rules want added up over the rows of a group, each once: `phan`.
    pub fn added_up(&self, group: &str) -> Vec<&str> {
        let mut all = Vec::new();
        for rule in self.pages.iter().flat_map(|page| &page.rules) {
            if let (Agrees::AddsUpTo(_), (of, Some(inner))) = (&rule.agrees, rule.question.parted())
                && of == group
                && !all.contains(&inner)
            {
                all.push(inner);
            }
        }
        all
    }
}

impl Rule {
    /// Says where the rule is broken; row numbers are those that were sent.
    pub(super) fn broken(&self, form: &Form, raw: &RawAnswers, Verdict { answers, faults: known, .. }: &Verdict) -> Vec<Fault> {
        let fault = |path: String| Fault { path, wrong: Wrong::Rule(self.say.clone()) };
        let own = values(form, &self.question, raw, answers);
        if let Agrees::AddsUpTo(total) = self.agrees {
            let of = self.question.first();
            // While a row is wrong nobody knows what all of them are together.
            if own.is_empty() || known.iter().any(|fault| is_under(&fault.path, of)) {
                return Vec::new();
            }
            let amounts = own.iter().filter_map(|(_, answer)| answer.and_then(Answer::amount));
            let sum = amounts.fold(0, u64::saturating_add);
            return if sum == total { Vec::new() } else { vec![fault(of.to_owned())] };
        }
        let Some(path) = self.agrees.other() else { return Vec::new() };
        let others = values(form, path, raw, answers);
        let beside = path.first() == self.question.first() && form.column(path).is_some() && form.column(&self.question).is_some();
        let mut faults = Vec::new();
        for (at, (place, answer)) in own.iter().enumerate() {
            let judged = if *path == self.question {
                others.get(..at)
            } else if beside {
                others.get(at..=at)
            } else {
                Some(others.as_slice())
            };
            // A cell that is compared with its whole column is not compared with itself.
            let judged = judged.unwrap_or_default().iter().filter(|(other, _)| other != place);
            let mut judged = judged.filter_map(|(_, other)| *other);
            if answer.is_some_and(|own| judged.any(|other| !self.agrees.holds(own, other))) {
                faults.push(fault(place.clone()));
            }
        }
        faults
    }
}

/// Returns the answers at a path, each with its place among what was sent: of a column one for each row.
fn values<'a>(form: &Form, path: &Path, raw: &RawAnswers, answers: &'a Answers) -> Vec<(String, Option<&'a Answer>)> {
    let Some((of, inner)) = form.column(path) else { return vec![(path.to_string(), answers.get(path.as_str()))] };
    let id = &of.id;
    match &of.kind {
        Kind::Group(_) if answers.get(id.as_str()).is_some() => {
            let rows = (1u16..).zip(raw.rows(id.as_str()));
            rows.map(|(row, number)| (format!("{id}.{number}.{inner}"), answers.get(&format!("{id}.{row}.{inner}")))).collect()
        }
        Kind::Table(table) => {
            let cell = |row: &Choice| format!("{id}.{}.{inner}", row.id);
            let cells: Vec<_> = table.rows.iter().map(|row| (cell(row), answers.get(&cell(row)))).collect();
            // A table that was not asked, or that nobody began, says nothing.
            if cells.iter().any(|(_, answer)| answer.is_some()) { cells } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}
