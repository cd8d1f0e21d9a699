//! What stands on the lines of a sheet that a form fills in.

use super::{Answer, Answers, Condition, Form, Relevance, answer_text};
use crate::{address::Places, date::Date, slug::Slug};
use serde::{Deserialize, Serialize};

/// A sheet to print that a form fills in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The blank form whose lines are filled in.
    pub blank: Slug,
    /// What stands on lines without being asked.
    pub says: Vec<Says>,
}

/// A text that stands on a line of a sheet without being asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Says {
    /// The name of the line.
    pub line: String,
    /// What stands there.
    pub text: String,
    /// When it does; all must hold.
    pub when: Vec<Condition>,
}

/// A sheet with what was answered.
#[derive(Debug)]
pub struct FilledSheet<'a> {
    form: &'a Form,
    answers: &'a Answers,
    places: &'a Places,
    relevance: Relevance<'a>,
}

impl<'a> FilledSheet<'a> {
    /// Fills a sheet with checked answers; ages are those reached `today`.
    pub fn new(form: &'a Form, answers: &'a Answers, places: &'a Places, today: Date) -> Self {
        Self { form, answers, places, relevance: Relevance::of(form, &answers.to_raw(), today) }
    }

    /// Returns what stands on a line: what the form says there by itself, an answer, or a part of an address.
    pub fn line(&self, line: &str) -> Option<String> {
        let says = self.form.sheet.iter().flat_map(|sheet| &sheet.says);
        let said = says.filter(|says| says.line == line).find(|says| self.relevance.holds(&says.when));
        said.map(|says| says.text.clone()).or_else(|| self.answered(line)).or_else(|| self.part(line))
    }

    fn answered(&self, path: &str) -> Option<String> {
        let question = self.form.question(path)?;
        Some(answer_text(question, self.answers.get(path)?, self.places, &[]))
    }

    /// A part of an address, by its name as people write it.
    fn part(&self, path: &str) -> Option<String> {
        let (question, part) = path.rsplit_once('.')?;
        let Answer::Address(address) = self.answers.get(question)? else { return None };
        let (province, commune) = self.places.names(address).unwrap_or((address.province.as_str(), address.commune.as_str()));
        match part {
            "street" => Some(address.street.clone()),
            "commune" => Some(commune.to_owned()),
            "province" => Some(province.to_owned()),
            _ => None,
        }
    }
}
