//! What a dossier costs, from its answers.

use super::{Answers, FeeRule, Form, Relevance};
use crate::{date::Date, money::Dong};

/// One line of the fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeLine {
    /// What is paid for.
    pub what: String,
    /// How often.
    pub times: u64,
    /// How much in all.
    pub amount: Dong,
}

/// The fee with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeeTotal {
    /// What adds up to it.
    pub lines: Vec<FeeLine>,
}

impl FeeTotal {
    /// Returns the whole amount.
    pub fn total(&self) -> Dong {
        Dong(self.lines.iter().fold(0, |sum, line| sum.saturating_add(line.amount.0)))
    }
}

impl Form {
    /// Adds up what the answers make due; ages are those reached `today`.
    pub fn fee(&self, answers: &Answers, today: Date) -> FeeTotal {
        let raw = answers.to_raw();
        let relevance = Relevance::of(self, &raw, today);
        let due = self.fees.iter().filter(|rule| relevance.holds(&rule.when));
        FeeTotal { lines: due.filter_map(|rule| rule.line(answers)).collect() }
    }
}

impl FeeRule {
    fn line(&self, answers: &Answers) -> Option<FeeLine> {
        let times = self.times.as_ref().map_or(1, |question| answers.number(question.as_str()).unwrap_or(0));
        (times > 0).then(|| FeeLine { what: self.what.clone(), times, amount: Dong(self.amount.0.saturating_mul(times)) })
    }
}
