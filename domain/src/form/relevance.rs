//! Which questions are asked, seen from the answers so far.

use super::{Condition, Form, Group, Kind, Page, PaperRequest, Question, RawAnswers, Stop, Stopped, condition::Noted};
use crate::date::Date;
use std::collections::BTreeMap;

/// Which questions are asked.
#[derive(Debug, Clone)]
pub struct Relevance<'f> {
    today: Date,
    pages: Vec<bool>,
    asked: Vec<&'f str>,
    /// The answers to asked questions, by question.
    noted: BTreeMap<&'f str, Noted>,
}

impl<'f> Relevance<'f> {
    /// Goes through a form in order: a condition holds only over questions that are themselves asked.
    /// Ages are those reached `today`.
    pub fn of(form: &'f Form, raw: &RawAnswers, today: Date) -> Self {
        let mut relevance = Self { today, pages: Vec::new(), asked: Vec::new(), noted: BTreeMap::new() };
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

    fn note(&mut self, question: &'f Question, path: &str, raw: &RawAnswers) {
        self.noted.insert(question.id.as_str(), Noted::of(question, path, raw, self.today));
    }

    /// Tells whether all conditions hold.
    pub fn holds(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| {
            let mut tests = condition.tests().iter();
            tests.any(|test| self.noted.get(test.question.as_str()).is_some_and(|noted| test.wants.met(noted)))
        })
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

    /// Tells whether a paper is asked for.
    pub fn asks_paper(&self, paper: &PaperRequest) -> bool {
        self.holds(&paper.when)
    }

    /// Returns the questions of one row of a group that are asked.
    pub fn of_row(&self, group: &'f Group, path: &str, raw: &RawAnswers) -> Vec<&'f Question> {
        let mut within = Relevance { today: self.today, pages: Vec::new(), asked: Vec::new(), noted: self.noted.clone() };
        // A question of the row hides one of the form that has its name, asked or not.
        for question in &group.questions {
            within.noted.remove(question.id.as_str());
        }
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
