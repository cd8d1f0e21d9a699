//! Reads how a value is computed from answers.

use super::{outline::Reference, page::Asking};
use crate::{problem::Fault, table::Table};
use domain::form::{Computed, Formula, Path};
use std::ops::Range;

/// The keys of which one says how; and the kinds each looks at.
const FORMULAS: [&str; 3] = ["age_of", "sum_of", "product_of"];
const NUMBERS: &[&str] = &["number", "money", "computed"];

impl Asking<'_> {
    /// Reads a formula; `number` is the question's own in the outline.
    pub(super) fn computed(&mut self, table: &Table<'_>, number: usize) -> Computed {
        let group = self.outline.entry(number).group;
        let from = match table.need_one_of(&FORMULAS) {
            Some("age_of") => {
                let birth: Vec<Path> =
                    table.need_path("age_of").into_iter().map(|named| self.looks_at(named, &["date"], false, number)).collect();
                // Without one the table is at fault already.
                birth.into_iter().next().map_or(Formula::Sum(Vec::new()), Formula::Age)
            }
            Some("product_of") => {
                let named = table.need_paths("product_of");
                let mut amounts = named.iter().filter(|(path, _)| self.outline.is_money(path, group));
                // An amount times an amount is none.
                if let Some((path, span)) = amounts.nth(1) {
                    table.fault(span.clone(), Fault::QuestionOfOtherKind { id: path.to_string(), kinds: &["number"] });
                }
                Formula::Product(named.into_iter().map(|named| self.looks_at(named, NUMBERS, false, number)).collect())
            }
            Some(_) => {
                Formula::Sum(table.need_paths("sum_of").into_iter().map(|named| self.looks_at(named, NUMBERS, true, number)).collect())
            }
            None => Formula::Sum(Vec::new()),
        };
        let money = !matches!(from, Formula::Age(_)) && from.looks_at().iter().any(|path| self.outline.is_money(path, group));
        Computed { from, money }
    }

    fn looks_at(&mut self, (question, span): (Path, Range<usize>), kinds: &'static [&'static str], columns: bool, number: usize) -> Path {
        let group = self.outline.entry(number).group;
        let reference = Reference { question: question.clone(), span, options: Vec::new(), kinds, before: number, group, columns };
        self.outline.note(reference);
        question
    }
}
