//! Answers that were checked: each is what its question wanted.

use super::{LATER, NO, NO_OPINION, RawAnswers, Wish, YES};
use crate::{
    address::Address, bank_account::BankAccount, code::AgencyCode, date::Date, email::Email, money::Dong, personal_id::PersonalId,
    phone::Phone, slug::Slug, tax_code::TaxCode,
};
use std::collections::BTreeMap;

/// Checked answers by path, without what was not asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(BTreeMap<String, Answer>);

/// One checked answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each holds what the kind of its question says")]
pub enum Answer {
    Text(String),
    Number(u64),
    Money(Dong),
    Date(Date),
    One(Slug),
    Many(Vec<Slug>),
    YesNo(bool),
    NoOpinion,
    PersonalId(PersonalId),
    Phone(Phone),
    Email(Email),
    TaxCode(TaxCode),
    BankAccount(BankAccount),
    Address(Address),
    Office(AgencyCode),
    /// How many rows a group has; the rows stand under `group.1.…`.
    Rows(u16),
    /// A paper that will be brought to the desk.
    Later,
    /// A paper that is attached, in so many files.
    Attached(u16),
    /// When somebody would like to come.
    Wish(Wish),
    /// What follows from other answers; it is not sent, and is computed anew wherever answers are read.
    Computed {
        value: u64,
        money: bool,
    },
}

impl Answers {
    pub(super) fn put(&mut self, path: impl Into<String>, answer: Answer) {
        self.0.insert(path.into(), answer);
    }

    /// Returns the answer at a path.
    pub fn get(&self, path: &str) -> Option<&Answer> {
        self.0.get(path)
    }

    /// Returns every answer with its path, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(path, answer)| (path.as_str(), answer))
    }

    /// Returns a text.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.get(path) {
            Some(Answer::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Returns a number, or how many rows a group has.
    pub fn number(&self, path: &str) -> Option<u64> {
        match self.get(path) {
            Some(Answer::Number(number)) => Some(*number),
            Some(Answer::Rows(rows)) => Some(u64::from(*rows)),
            Some(Answer::Computed { value, money: false }) => Some(*value),
            _ => None,
        }
    }

    /// Returns the values by which conditions know an answer.
    pub fn chosen(&self, path: &str) -> Vec<&str> {
        match self.get(path) {
            Some(Answer::One(id)) => vec![id.as_str()],
            Some(Answer::Many(ids)) => ids.iter().map(Slug::as_str).collect(),
            Some(Answer::YesNo(yes)) => vec![if *yes { YES } else { NO }],
            _ => Vec::new(),
        }
    }

    /// Writes the answers as a form would send them; reading them again gives the same answers.
    pub fn to_raw(&self) -> RawAnswers {
        let mut raw = RawAnswers::default();
        for (path, answer) in &self.0 {
            answer.write(path, &mut raw);
        }
        raw
    }
}

impl Answer {
    /// Returns a number, an amount, or how many rows there are.
    pub(super) fn amount(&self) -> Option<u64> {
        match self {
            Self::Number(number) | Self::Money(Dong(number)) | Self::Computed { value: number, .. } => Some(*number),
            Self::Rows(rows) => Some(u64::from(*rows)),
            _ => None,
        }
    }

    fn write(&self, path: &str, raw: &mut RawAnswers) {
        match self {
            Self::Text(text) => raw.add(path, text.as_str()),
            Self::Number(number) => raw.add(path, number.to_string()),
            Self::Money(Dong(amount)) => raw.add(path, amount.to_string()),
            Self::Date(date) => raw.add(path, date.to_string()),
            Self::One(id) => raw.add(path, id.as_str()),
            Self::Many(ids) => ids.iter().for_each(|id| raw.add(path, id.as_str())),
            Self::YesNo(yes) => raw.add(path, if *yes { YES } else { NO }),
            Self::NoOpinion => raw.add(path, NO_OPINION),
            Self::PersonalId(id) => raw.add(path, id.to_string()),
            Self::Phone(phone) => raw.add(path, phone.as_str()),
            Self::Email(email) => raw.add(path, email.to_string()),
            Self::TaxCode(code) => raw.add(path, code.to_string()),
            Self::BankAccount(account) => {
                raw.add(format!("{path}.bank"), account.bank.id());
                raw.add(format!("{path}.number"), account.number.as_str());
            }
            Self::Address(address) => {
                raw.add(format!("{path}.province"), address.province.to_string());
                raw.add(format!("{path}.commune"), address.commune.to_string());
                raw.add(format!("{path}.street"), address.street.as_str());
            }
            Self::Wish(wish) => {
                raw.add(path, wish.day.to_string());
                raw.add(format!("{path}.half"), wish.half.name());
            }
            Self::Office(code) => raw.add(path, code.as_str()),
            Self::Later => raw.add(path, LATER),
            // The rows speak for themselves, files are not answers, and what is computed is nobody's answer.
            Self::Rows(_) | Self::Attached(_) | Self::Computed { .. } => {}
        }
    }
}
