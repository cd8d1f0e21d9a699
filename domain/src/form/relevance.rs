//! Which questions are asked, seen from the answers so far.

use super::{Condition, Form, Group, Kind, PaperRequest, Question, RawAnswers};
use std::collections::BTreeMap;

/// Which questions are asked.
#[derive(Debug, Clone, Default)]
pub struct Relevance<'f> {
    pages: Vec<bool>,
    asked: Vec<&'f str>,
    /// The values of relevant choices, by question.
    chosen: BTreeMap<String, Vec<String>>,
}

impl<'f> Relevance<'f> {
    /// Goes through a form in order: a condition holds only over questions that are themselves asked.
    pub fn of(form: &'f Form, raw: &RawAnswers) -> Self {
        let mut relevance = Self::default();
        for page in &form.pages {
            let page_asked = relevance.holds(&page.when);
            relevance.pages.push(page_asked);
            for question in page.questions.iter().filter(|_| page_asked) {
                if relevance.holds(&question.when) {
                    relevance.asked.push(question.id.as_str());
                    relevance.note(question, question.id.as_str(), raw);
                }
            }
        }
        relevance
    }

    fn note(&mut self, question: &Question, path: &str, raw: &RawAnswers) {
        if question.kind.decides() {
            self.chosen.insert(question.id.to_string(), raw.all(path).map(ToOwned::to_owned).collect());
        }
    }

    /// Tells whether all conditions hold.
    pub fn holds(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| {
            let chosen = self.chosen.get(condition.question.as_str());
            chosen.is_some_and(|values| values.iter().any(|value| condition.is.iter().any(|is| is.as_str() == value)))
        })
    }

    /// Tells whether a page is asked, by its number from 0.
    pub fn page(&self, number: usize) -> bool {
        self.pages.get(number).copied().unwrap_or(false)
    }

    /// Tells whether a question outside groups is asked.
    pub fn asks(&self, question: &Question) -> bool {
        self.asked.contains(&question.id.as_str())
    }

    /// Tells whether a paper is asked for.
    pub fn asks_paper(&self, paper: &PaperRequest) -> bool {
        self.holds(&paper.when)
    }

    /// Returns the questions of one row of a group that are asked.
    pub fn of_row(&self, group: &'f Group, path: &str, raw: &RawAnswers) -> Vec<&'f Question> {
        let mut within = Relevance { pages: Vec::new(), asked: Vec::new(), chosen: self.chosen.clone() };
        let mut asked = Vec::new();
        for question in &group.questions {
            debug_assert!(!matches!(question.kind, Kind::Group(_)), "the compiler refuses groups within groups");
            if within.holds(&question.when) {
                within.note(question, &format!("{path}.{}", question.id), raw);
                asked.push(question);
            }
        }
        asked
    }
}
