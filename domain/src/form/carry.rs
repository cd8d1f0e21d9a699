//! Carries what was typed over to the form as it is now: a draft may be older than its questions.

use super::{Form, Kind, NO, NO_OPINION, Question, RawAnswers, YES};
use crate::date::Date;
#[cfg(test)]
mod tests;

/// What a draft notes of a question it has an answer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Its name; within a group `thanh-vien.ho-ten`.
    pub id: String,
    /// Its [`Question::mark`].
    pub mark: u32,
    /// What was asked.
    pub label: String,
}

/// What became of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// What goes into the boxes, by path.
    pub typed: Vec<(String, String)>,
    /// Questions that ask something else now, or offer other options: to be looked at again.
    pub changed: Vec<String>,
    /// What nobody asks any more: what was asked and what was typed, to be copied by whoever needs it.
    pub left: Vec<(String, String)>,
}

impl Question {
    /// Returns a number that changes when the question asks for something else: its words, its kind, its options.
    ///
    /// Hints and limits may change without anybody having to answer anew; answers are judged by today's limits anyway.
    pub fn mark(&self) -> u32 {
        let mut sum = Fnv::default();
        sum.add(&self.label);
        match &self.kind {
            Kind::Text(_) | Kind::LongText(_) => sum.add("text"),
            Kind::Number(_) | Kind::Money(_) => sum.add("number"),
            Kind::Date(_) => sum.add("date"),
            Kind::Choice(choices) | Kind::Choices(choices) => {
                for choice in choices {
                    sum.add(choice.id.as_str());
                    sum.add(&choice.label);
                }
            }
            Kind::YesNo => sum.add("yes-no"),
            Kind::PersonalId => sum.add("personal-id"),
            Kind::Phone => sum.add("phone"),
            Kind::Email => sum.add("email"),
            Kind::TaxCode => sum.add("tax-code"),
            Kind::Address => sum.add("address"),
            Kind::Office => sum.add("office"),
            Kind::BankAccount => sum.add("bank-account"),
            Kind::Group(group) => sum.add(&group.noun),
            Kind::Computed(_) => sum.add("computed"),
            Kind::Appointment(_) => sum.add("appointment"),
            Kind::Table(table) => {
                table.rows.iter().for_each(|row| sum.add(row.id.as_str()));
                table.columns.iter().for_each(|column| sum.add(column.id.as_str()));
            }
            Kind::Person(parts) => parts.iter().for_each(|part| sum.add(part.id.as_str())),
        }
        sum.0
    }

    /// Tells whether a value can stand in the box at a path of this question.
    fn takes(&self, path: &str, value: &str) -> bool {
        if self.no_opinion && value == NO_OPINION {
            return true;
        }
        match &self.kind {
            Kind::Choice(_) | Kind::Choices(_) => self.choice(value).is_some(),
            Kind::YesNo => matches!(value, YES | NO),
            Kind::Group(_) | Kind::Person(_) | Kind::Table(_) | Kind::Computed(_) => false,
            kind if !kind.parts().is_empty() => path.rsplit_once('.').is_some_and(|(_, part)| kind.parts().contains(&part)),
            // One box: a part of a date that once stood there has none.
            _ => path.rsplit('.').next() == Some(self.id.as_str()),
        }
    }
}

impl Form {
    /// Returns what a draft has to note of every question, those within groups too.
    pub fn noted(&self) -> Vec<Noted> {
        let note = |id: String, question: &Question| Noted { id, mark: question.mark(), label: question.label.clone() };
        let mut all = Vec::new();
        for (_, question) in self.questions() {
            if let Kind::Group(group) = &question.kind {
                all.extend(group.questions.iter().map(|inner| note(format!("{}.{}", question.id, inner.id), inner)));
            } else {
                all.push(note(question.id.to_string(), question));
            }
        }
        all
    }

    /// Carries typed values over: none is lost, each is in its box, or named among what is left.
    pub fn carry(&self, typed: Vec<(String, String)>, noted: &[Noted]) -> Carried {
        let mut carried = Carried::default();
        for (path, value) in typed {
            // A row of a table may be called by a number; only rows of groups are numbered.
            let table = self.outermost(path.split('.').next().unwrap_or_default()).filter(|first| matches!(first.kind, Kind::Table(_)));
            let id = table.map_or_else(|| note_of(&path), |table| table.id.to_string());
            let before = noted.iter().find(|noted| noted.id == id);
            let Some(question) = self.question(&path) else {
                let label = before.map_or_else(|| path.clone(), |noted| noted.label.clone());
                carried.left.push((label, value));
                continue;
            };
            // A person is noted as a whole.
            let same = before.is_none_or(|noted| self.noted_question(&id).is_some_and(|whole| noted.mark == whole.mark()));
            if question.takes(&path, &value) {
                carried.typed.push((path, value));
            } else if !matches!(question.kind, Kind::Choice(_) | Kind::Choices(_) | Kind::YesNo) {
                carried.left.push((question.label.clone(), value));
            }
            if !same && !carried.changed.contains(&id) {
                carried.changed.push(id);
            }
        }
        carried
    }

    /// Returns what a new dossier can begin with from one that was filed, perhaps under an older form: whatever this form still asks.
    pub fn again(&self, filed: &RawAnswers) -> RawAnswers {
        let mut pairs = Vec::new();
        for (path, values) in filed.iter() {
            let is_day = self.question(path).is_some_and(|question| matches!(question.kind, Kind::Date(_)));
            for value in values {
                // A day is kept as one text, and typed in three boxes.
                match value.parse::<Date>() {
                    Ok(date) if is_day => {
                        let (year, month, day) = date.parts();
                        let parts = [("day", day.to_string()), ("month", month.to_string()), ("year", year.to_string())];
                        pairs.extend(parts.map(|(part, value)| (format!("{path}.{part}"), value)));
                    }
                    _ => pairs.push((path.to_owned(), value.clone())),
                }
            }
        }
        self.carry(pairs, &[]).typed.into_iter().collect()
    }

    /// Returns the words of a noted question, to name it to people.
    pub fn label_of(&self, noted: &str) -> Option<&str> {
        self.noted_question(noted).map(|question| question.label.as_str())
    }

    fn noted_question(&self, noted: &str) -> Option<&Question> {
        let path = noted.split_once('.').map_or_else(|| noted.to_owned(), |(group, inner)| format!("{group}.1.{inner}"));
        self.question(&path)
    }
}

/// The name under which the question of a path is noted, of this form or an older one: `thanh-vien.2.ho-ten` as `thanh-vien.ho-ten`.
fn note_of(path: &str) -> String {
    let mut parts = path.split('.');
    let first = parts.next().unwrap_or_default();
    match (parts.next(), parts.next()) {
        (Some(row), Some(inner)) if row.parse::<u16>().is_ok() => format!("{first}.{inner}"),
        _ => first.to_owned(),
    }
}

/// FNV-1a over texts, each ended, so that «ab» «c» is not «a» «bc».
struct Fnv(u32);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Fnv {
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
}
