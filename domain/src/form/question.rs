//! A question, and what kinds of answers there are.

use super::{Appointment, Computed, Condition, Path, RawAnswers, TOTAL, Table, computed_text, read::number};
use crate::slug::Slug;
use serde::{Deserialize, Serialize};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name, and its path among the answers.
    pub id: Slug,
    /// What is asked.
    pub label: String,
    /// Why, or where to find the answer.
    pub hint: Option<String>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// When it is asked; all must hold.
    pub when: Vec<Condition>,
    /// What kind of answer it wants.
    pub kind: Kind,
    /// The usual answer, filled in beforehand.
    pub preset: Option<String>,
    /// What the browser may fill in (HTML, autofill field name).
    pub autocomplete: Option<String>,
    /// Whether «Không có ý kiến» is among the answers (surveys).
    pub no_opinion: bool,
}

/// What kind of answer a question wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One line of at most so many characters.
    Text(u16),
    /// Several lines of at most so many characters.
    LongText(u16),
    /// A whole number.
    Number(Range),
    /// An amount of đồng.
    Money(Range),
    /// A day.
    Date(DateBounds),
    /// One of these.
    Choice(Vec<Choice>),
    /// Any of these; at least one unless optional.
    Choices(Vec<Choice>),
    /// Yes or no.
    YesNo,
    /// Số định danh cá nhân.
    PersonalId,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Mã số thuế.
    TaxCode,
    /// A bank and the number of an account.
    BankAccount,
    /// Province, commune, street.
    Address,
    /// The office that takes the dossier.
    Office,
    /// Rows of the same questions.
    Group(Group),
    /// Not asked: it follows from other answers.
    Computed(Computed),
    /// A person: some of the parts of [`person`], each a question of its own.
    Person(Vec<Question>),
    /// A day and half a day somebody would like to come.
    Appointment(Appointment),
    /// Named rows of the same columns.
    Table(Table),
}

/// From which number to which; both belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The least.
    pub least: u64,
    /// The greatest.
    pub greatest: u64,
}

/// Which days are taken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DateBounds {
    /// Not after today.
    pub past: bool,
    /// Not before the day given to this other question.
    pub not_before: Option<Path>,
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its value.
    pub id: Slug,
    /// What it says.
    pub label: String,
    /// What it means.
    pub hint: Option<String>,
}

/// Rows of the same questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What one row is: «thành viên».
    pub noun: String,
    /// At least so many.
    pub least: u16,
    /// At most so many.
    pub greatest: u16,
    /// What each row asks; no groups within.
    pub questions: Vec<Question>,
}

impl Question {
    /// Finds the question that what lies within this one belongs to: of a group behind the number of a row.
    pub(super) fn at(&self, rest: &str) -> Option<&Self> {
        match &self.kind {
            Kind::Group(group) => match rest.split_once('.') {
                Some((_, inner)) => Self::among(&group.questions, inner),
                None => Some(self),
            },
            Kind::Person(parts) if !rest.is_empty() => Self::among(parts, rest),
            Kind::Table(table) => match rest.split_once('.') {
                Some((row, column)) if table.rows.iter().any(|known| known.id.as_str() == row) => Self::among(&table.columns, column),
                Some((TOTAL, column)) => Self::among(&table.columns, column),
                Some(_) => None,
                None => Some(self),
            },
            _ => Some(self),
        }
    }

    /// Finds the question among some that a path belongs to.
    pub fn among<'q>(questions: &'q [Self], path: &str) -> Option<&'q Self> {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        questions.iter().find(|question| question.id.as_str() == first)?.at(rest)
    }

    /// Puts the usual answers in, of the question at a path and of what lies in it but rows.
    pub fn put_presets(&self, path: &str, raw: &mut RawAnswers) {
        if let Some(preset) = &self.preset {
            raw.set(path, preset.as_str());
        }
        if let Kind::Person(parts) = &self.kind {
            for part in parts {
                part.put_presets(&format!("{path}.{}", part.id), raw);
            }
        }
    }

    /// Returns what was typed as it is read best, where that says the same: an amount with its thousands apart.
    pub fn tidied(&self, typed: &str) -> Option<String> {
        // What does not fit into a number is left to whoever typed it.
        let all = Range { least: 0, greatest: u64::MAX - 1 };
        let amount = if let Kind::Money(_) = self.kind { number(typed, all).ok()? } else { return None };
        Some(computed_text(amount, false)).filter(|tidy| tidy != typed)
    }

    /// Returns the option that names a value, of a choice.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        match &self.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => choices.iter().find(|choice| choice.id.as_str() == id),
            _ => None,
        }
    }
}

impl Kind {
    /// Returns the parts an answer is typed in, each with its own box; none where it is one box.
    pub const fn parts(&self) -> &'static [&'static str] {
        match self {
            Self::Date(_) => &["day", "month", "year"],
            Self::Address => &["province", "commune", "street"],
            Self::BankAccount => &["bank", "number"],
            Self::Appointment(_) => &["day", "month", "year", "half"],
            _ => &[],
        }
    }
}
