//! When something is asked: tests over earlier answers.

use super::{Kind, NO_OPINION, Path, Question, RawAnswers, read};
use crate::{date::Date, slug::Slug};
use serde::{Deserialize, Serialize};

/// Holds or does not, seen from the answers before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// This test holds.
    Test(Test),
    /// At least one of these tests holds.
    Any(Vec<Test>),
}

/// What is wanted of the answer to an earlier question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    /// The earlier question.
    pub question: Path,
    /// What is wanted of its answer.
    pub wants: Wants,
}

/// What is wanted of an answer; an answer that is wrong or not complete never has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wants {
    /// One of these options is chosen; `co` and `khong` of a yes-or-no question.
    Is(Vec<Slug>),
    /// A number or an amount between two others, both belonging to it.
    Between {
        /// At least this.
        at_least: Option<u64>,
        /// At most this.
        at_most: Option<u64>,
    },
    /// The age (tuổi) that somebody born on the day given has reached today, in full years.
    Age {
        /// At least so many years.
        at_least: Option<u16>,
        /// Fewer years than this.
        below: Option<u16>,
    },
    /// Something was answered, or nothing although it was asked.
    Answered(bool),
}

/// What an asked question was answered, as far as conditions look at it.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    pub(super) chosen: Vec<String>,
    pub(super) number: Option<u64>,
    pub(super) age: Option<u16>,
    pub(super) answered: bool,
}

impl Condition {
    /// Returns its tests: one, or those of which one must hold.
    pub fn tests(&self) -> &[Test] {
        match self {
            Self::Test(test) => std::slice::from_ref(test),
            Self::Any(tests) => tests,
        }
    }
}

impl Wants {
    /// Tells whether an answer has what is wanted.
    pub(super) fn met(&self, noted: &Seen) -> bool {
        match self {
            Self::Is(options) => noted.chosen.iter().any(|chosen| options.iter().any(|option| option.as_str() == chosen)),
            Self::Between { at_least, at_most } => {
                noted.number.is_some_and(|number| at_least.is_none_or(|least| number >= least) && at_most.is_none_or(|most| number <= most))
            }
            Self::Age { at_least, below } => {
                noted.age.is_some_and(|age| at_least.is_none_or(|least| age >= least) && below.is_none_or(|below| age < below))
            }
            Self::Answered(answered) => noted.answered == *answered,
        }
    }
}

impl Seen {
    /// Looks at the answer to a question at its path.
    pub(super) fn of(question: &Question, path: &str, raw: &RawAnswers, today: Date) -> Self {
        let mut noted = Self { answered: raw.any_under(path), ..Self::default() };
        match &question.kind {
            Kind::Choices(_) => noted.chosen = raw.all(path).map(ToOwned::to_owned).collect(),
            // One answer counts, like where it is read.
            Kind::Choice(_) | Kind::YesNo => noted.chosen = vec![raw.one(path).to_owned()],
            Kind::Number(range) | Kind::Money(range) => noted.number = read::number(raw.one(path), *range).ok(),
            Kind::Date(_) => noted.age = read::day(path, raw).ok().and_then(|birth| birth.age_on(today)),
            _ => {}
        }
        noted.answered &= noted.chosen.iter().all(|chosen| chosen != NO_OPINION);
        noted
    }
}

#[cfg(test)]
mod tests;
