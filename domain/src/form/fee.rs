//! What a dossier costs, from its answers.

use super::{Answers, Condition, Form, Path, Relevance};
use crate::{date::Date, money::Dong};
use serde::{Deserialize, Serialize};

/// A part of the fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeRule {
    /// What is paid for.
    pub what: String,
    /// How much, once or for each unit.
    pub amount: Dong,
    /// How units add up, where it is paid by the unit.
    pub steps: Option<FeeSteps>,
    /// The number question it is multiplied by.
    pub times: Option<Path>,
    /// When it is due; all must hold.
    pub when: Vec<Condition>,
}

/// How a fee adds up by the unit: the first ones cost the amount of the rule each, further ones another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeSteps {
    /// The number question for how many units there are.
    pub question: Path,
    /// What a unit is: «trang».
    pub unit: String,
    /// How many cost the amount of the rule each.
    pub first: u64,
    /// What each further one costs.
    pub then: Dong,
    /// What all units cost together at most, before they are multiplied.
    pub at_most: Option<Dong>,
}

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
        let number = |question: &Path| answers.number(question.as_str()).unwrap_or(0);
        let times = self.times.as_ref().map_or(1, number);
        let (what, once) = match &self.steps {
            None => (self.what.clone(), self.amount),
            Some(steps) => {
                let units = number(&steps.question);
                (format!("{} ({units} {})", self.what, steps.unit), steps.amount(self.amount, units))
            }
        };
        let amount = Dong(once.0.saturating_mul(times));
        (amount.0 > 0).then_some(FeeLine { what, times, amount })
    }
}

impl FeeSteps {
    /// Returns what so many units cost together, of which the first cost `each`.
    fn amount(&self, each: Dong, units: u64) -> Dong {
        let first = each.0.saturating_mul(units.min(self.first));
        let further = self.then.0.saturating_mul(units.saturating_sub(self.first));
        let sum = first.saturating_add(further);
        Dong(self.at_most.map_or(sum, |most| sum.min(most.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Answer;

    /// Certified copies (chứng thực bản sao): 2.000 đ a page, 1.000 đ from the third, at most 200.000 đ a copy.
    fn copies() -> FeeRule {
        let question = |text: &str| text.parse::<Path>().unwrap();
        let steps = FeeSteps {
            question: question("so-trang"),
            unit: "trang".to_owned(),
            first: 2,
            then: Dong(1_000),
            at_most: Some(Dong(200_000)),
        };
        FeeRule {
            what: "Chứng thực".to_owned(),
            amount: Dong(2_000),
            steps: Some(steps),
            times: Some(question("so-ban")),
            when: Vec::new(),
        }
    }

    /// Checks the line for so many pages and copies.
    #[track_caller]
    fn check(rule: &FeeRule, (pages, copies): (u64, u64), expected: Option<(&str, u64)>) {
        let mut answers = Answers::default();
        answers.put("so-trang", Answer::Number(pages));
        answers.put("so-ban", Answer::Number(copies));
        let line = rule.line(&answers);
        assert_eq!(line.as_ref().map(|line| (line.what.as_str(), line.amount.0)), expected, "{pages} pages, {copies} copies");
    }

    #[test]
    fn steps_and_the_ceiling_are_for_each_copy() {
        let rule = copies();
        check(&rule, (1, 1), Some(("Chứng thực (1 trang)", 2_000)));
        check(&rule, (2, 1), Some(("Chứng thực (2 trang)", 4_000)));
        check(&rule, (3, 1), Some(("Chứng thực (3 trang)", 5_000)));
        check(&rule, (3, 4), Some(("Chứng thực (3 trang)", 20_000)));
        check(&rule, (198, 1), Some(("Chứng thực (198 trang)", 200_000)));
        check(&rule, (199, 2), Some(("Chứng thực (199 trang)", 400_000)));
        check(&rule, (u64::MAX, u64::MAX), Some(("Chứng thực (18446744073709551615 trang)", u64::MAX)));
        check(&rule, (0, 3), None);
        check(&rule, (3, 0), None);
    }

    #[test]
    fn without_steps_the_amount_is_multiplied() {
        let rule = FeeRule { steps: None, ..copies() };
        check(&rule, (9, 3), Some(("Chứng thực", 6_000)));
        check(&FeeRule { times: None, ..rule }, (9, 3), Some(("Chứng thực", 2_000)));
    }
}
