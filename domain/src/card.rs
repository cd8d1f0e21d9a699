//! The QR code of the identity card: what it says of its owner, to save typing. It proves nothing: anybody can print such a code.

use crate::{
    date::Date,
    form::Known,
    personal_id::{PersonalId, PersonalIdError, PersonalIdWarning, Sex},
};
use std::str::FromStr;
use thiserror::Error;

mod residence;

pub use residence::{Residence, same_unit};

/// What the code on a card says of its owner.
///
/// Cards with a chip (Circular 06/2021/TT-BCA, on the front) hold seven fields with `|` between them: personal number; nine digits of
/// the old card, or nothing; name; day of birth as `DDMMYYYY`; «Nam» or «Nữ»; place of residence in one line; day of issue.
/// Neither that circular nor Circular 16/2024/TT-BCA on the card of July 2024 (code on the back) tells how the fields are laid out;
/// the order is that of readers people wrote. Of the newer card a draft named the family's names and numbers and numbers
/// that were cancelled as well, so whatever follows the seventh field is let through unread, and so is an empty or odd day of issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The personal number.
    pub personal_id: PersonalId,
    /// The name, as it stands on the card.
    pub name: String,
    /// The birth.
    pub birth: Birth,
    /// The sex.
    pub sex: Sex,
    /// Where the owner lives, in one line, in the words of the day it was written: its units may be gone.
    pub residence: String,
    /// When the card was issued, where it says so.
    pub issued: Option<Date>,
}

/// When somebody was born, as far as the register knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Birth {
    /// On a day.
    Day(Date),
    /// In a year; of some older people nobody wrote down the day.
    Year(i32),
}

/// Why a text is not that of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CardError {
    /// It does not have the fields of a card: a code of something else.
    #[error("not the code of an identity card")]
    OtherCode,
    /// The first field is no personal number.
    #[error("no personal number: {0}")]
    PersonalId(PersonalIdError),
    /// The third field is empty, or far too long for a name.
    #[error("no name")]
    Name,
    /// The fourth field is no day of birth.
    #[error("no day of birth")]
    Birth,
    /// The fifth field is neither «Nam» nor «Nữ».
    #[error("neither «Nam» nor «Nữ»")]
    Sex,
}

/// No name is longer; the boxes of forms take as many letters.
const LONGEST_NAME: usize = 100;

impl FromStr for Card {
    type Err = CardError;

    fn from_str(text: &str) -> Result<Self, CardError> {
        let mut fields = text.trim_matches(['\u{feff}', '\0', '\r', '\n', ' ']).split('|').map(str::trim);
        let mut next = || fields.next().ok_or(CardError::OtherCode);
        let (id, old, name, birth, sex, residence) = (next()?, next()?, next()?, next()?, next()?, next()?);
        // Nine digits of an old card or nothing, as nothing else on a card is divided like this.
        if !old.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(CardError::OtherCode);
        }
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(|letter| letter.is_ascii_digit()) {
            return Err(CardError::Name);
        }
        Ok(Self {
            personal_id: id.parse().map_err(CardError::PersonalId)?,
            name: name.to_owned(),
            birth: self::birth(birth).ok_or(CardError::Birth)?,
            sex: match sex {
                "Nam" | "nam" | "NAM" => Sex::Male,
                "Nữ" | "nữ" | "NỮ" => Sex::Female,
                _ => return Err(CardError::Sex),
            },
            residence: residence.to_owned(),
            issued: fields.next().and_then(day),
        })
    }
}

/// Reads `DDMMYYYY`, with zeros or nothing where only the year is known.
fn birth(text: &str) -> Option<Birth> {
    let year = text.strip_prefix("0000").unwrap_or(text);
    if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) {
        return year.parse().ok().filter(|year| (1900..=2299).contains(year)).map(Birth::Year);
    }
    day(text).map(Birth::Day)
}

fn day(text: &str) -> Option<Date> {
    let digits = (text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)?;
    Date::new(digits.get(4..)?.parse().ok()?, digits.get(2..4)?.parse().ok()?, digits.get(..2)?.parse().ok()?).ok()
}

impl Card {
    /// Compares the number with year and sex on the same card; a doubt for the reader, never a refusal.
    pub fn doubts(&self) -> Vec<PersonalIdWarning> {
        let mut doubts = self.personal_id.warnings(None, Some(self.sex));
        let declared = self.birth.year();
        let in_number = self.personal_id.birth_year();
        if declared != in_number {
            doubts.push(PersonalIdWarning::BirthYear { in_number, declared });
        }
        doubts
    }

    /// What a form may be filled with: name, number, birth and sex. Where the owner lives is [`Card::residence`]'s own matter.
    pub fn known(&self) -> Known {
        let mut facts = vec![("name".to_owned(), self.name.clone()), ("personal-id".to_owned(), self.personal_id.to_string())];
        facts.extend(self.birth.facts());
        facts.push(self.sex.fact());
        Known { facts }
    }

    /// Parts the place of residence, where it can be one of today's units.
    pub fn residence(&self) -> Option<Residence<'_>> {
        Residence::of_today(&self.residence, self.issued)
    }
}

impl Birth {
    /// Returns the year.
    pub fn year(self) -> i32 {
        match self {
            Self::Day(date) => date.year(),
            Self::Year(year) => year,
        }
    }

    /// Returns it as facts of [`Known`]: of a day three, of a year one.
    pub(crate) fn facts(self) -> Vec<(String, String)> {
        let fact = |name: &str, value: i32| (name.to_owned(), value.to_string());
        match self {
            Self::Day(date) => {
                let (year, month, day) = date.parts();
                vec![fact("birth.day", day.into()), fact("birth.month", month.into()), fact("birth.year", year)]
            }
            Self::Year(year) => vec![fact("birth.year", year)],
        }
    }
}

#[cfg(test)]
mod tests;
