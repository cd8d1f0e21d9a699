//! The personal identity number (số định danh cá nhân) on the identity card.

use crate::{
    date::Date,
    typing::{digits, serde_as_text},
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A personal identity number: 12 digits, as printed on the identity card.
///
/// Three digits for the province or country of birth registration, one for century and sex, two for the year of birth, six by chance
/// (Decree 137/2015/NĐ-CP art. 13, Circular 07/2016/TT-BCA).
/// There is no check digit, so a well-formed number may still be nobody's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonalId(String);

serde_as_text!(PersonalId, PersonalId::as_str);

/// Why a text is not a [`PersonalId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PersonalIdError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It holds this character, which is no digit.
    #[error("holds {0:?}, which is no digit")]
    NotDigit(char),
    /// It has nine digits: the number of an old card (chứng minh nhân dân), which a new one has replaced.
    #[error("nine digits, the number of an old card")]
    OldCard,
    /// It has this many digits.
    #[error("{digits} digits instead of 12")]
    Length {
        /// How many there are.
        digits: usize,
    },
}

/// A person's sex, as the civil register knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say everything")]
pub enum Sex {
    Male,
    Female,
}

impl Sex {
    /// Returns it as a fact of [`crate::form::Known`]; forms name their options so.
    pub(crate) fn fact(self) -> (String, String) {
        let option = match self {
            Self::Male => "nam",
            Self::Female => "nu",
        };
        ("sex".to_owned(), option.to_owned())
    }
}

/// What looks wrong about a well-formed number; an officer checks it, nobody is turned away for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonalIdWarning {
    /// Its first three digits, given here, name neither a province nor a country.
    UnknownArea(String),
    /// It says another year of birth than the person.
    BirthYear {
        /// The year in the number.
        in_number: i32,
        /// The year the person gave.
        declared: i32,
    },
    /// It says another sex than the person.
    Sex {
        /// The sex in the number.
        in_number: Sex,
        /// The sex the person gave.
        declared: Sex,
    },
}

/// The 63 provinces of before July 2025 (Circular 07/2016/TT-BCA, annex 1); cards and numbers keep them.
#[rustfmt::skip]
const PROVINCES: [u16; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33,
    34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66,
    67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
];

/// Countries are numbered from here (annex 2 of the same circular); new ones come, so they are not listed.
const FIRST_COUNTRY: u16 = 100;

impl PersonalId {
    /// Returns the twelve digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the three digits of the province or country where the birth was registered.
    pub fn area(&self) -> &str {
        self.0.get(..3).unwrap_or_default()
    }

    /// Returns the year of birth.
    pub fn birth_year(&self) -> i32 {
        1900 + 100 * (self.digit(3) / 2) + 10 * self.digit(4) + self.digit(5)
    }

    /// Returns the sex.
    pub fn sex(&self) -> Sex {
        if self.digit(3) % 2 == 0 { Sex::Male } else { Sex::Female }
    }

    /// Compares the number with the list of provinces and with what the person said elsewhere.
    pub fn warnings(&self, birth: Option<Date>, sex: Option<Sex>) -> Vec<PersonalIdWarning> {
        let known = self.area().parse().is_ok_and(|area| area >= FIRST_COUNTRY || PROVINCES.contains(&area));
        let area = (!known).then(|| PersonalIdWarning::UnknownArea(self.area().to_owned()));
        let year = birth.map(Date::year).filter(|declared| *declared != self.birth_year());
        let year = year.map(|declared| PersonalIdWarning::BirthYear { in_number: self.birth_year(), declared });
        let sex = sex.filter(|declared| *declared != self.sex());
        let sex = sex.map(|declared| PersonalIdWarning::Sex { in_number: self.sex(), declared });
        area.into_iter().chain(year).chain(sex).collect()
    }

    fn digit(&self, at: usize) -> i32 {
        // There are twelve digits by construction.
        self.0.as_bytes().get(at).map_or(0, |byte| i32::from(*byte) - i32::from(b'0'))
    }
}

impl FromStr for PersonalId {
    type Err = PersonalIdError;

    fn from_str(text: &str) -> Result<Self, PersonalIdError> {
        let number = digits(text).map_err(PersonalIdError::NotDigit)?;
        match number.len() {
            0 => Err(PersonalIdError::Empty),
            9 => Err(PersonalIdError::OldCard),
            12 => Ok(Self(number)),
            digits => Err(PersonalIdError::Length { digits }),
        }
    }
}

impl fmt::Display for PersonalId {
    /// Writes the twelve digits together, as the card does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typing::tests::{read, written};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, i32, Sex), PersonalIdError>) {
        let id = text.parse::<PersonalId>();
        assert_eq!(id.as_ref().map(|id| (id.area(), id.birth_year(), id.sex())).map_err(|error| *error), expected);
    }

    #[test]
    fn numbers_tell_area_year_and_sex() {
        check("001090000000", Ok(("001", 1990, Sex::Male)));
        check("001 190 000 000", Ok(("001", 1990, Sex::Female)));
        check("079.207.000.000", Ok(("079", 2007, Sex::Male)));
        check("\u{a0}079326000000\u{a0}", Ok(("079", 2026, Sex::Female)));
        check("001999000000", Ok(("001", 2399, Sex::Female)));
    }

    #[test]
    fn faults_are_named() {
        check("", Err(PersonalIdError::Empty));
        check(" . ", Err(PersonalIdError::Empty));
        check("000000000", Err(PersonalIdError::OldCard));
        check("00109000000", Err(PersonalIdError::Length { digits: 11 }));
        check("0010900000000", Err(PersonalIdError::Length { digits: 13 }));
        check("00109000000O", Err(PersonalIdError::NotDigit('O')));
    }

    #[track_caller]
    fn check_warnings(text: &str, birth: Option<&str>, sex: Option<Sex>, expected: &[PersonalIdWarning]) {
        let birth = birth.map(|date| date.parse().unwrap());
        assert_eq!(text.parse::<PersonalId>().map(|id| id.warnings(birth, sex)).as_deref(), Ok(expected));
    }

    #[test]
    fn disagreement_is_a_warning() {
        let area = PersonalIdWarning::UnknownArea("099".to_owned());
        let year = PersonalIdWarning::BirthYear { in_number: 1990, declared: 2000 };
        let sex = PersonalIdWarning::Sex { in_number: Sex::Male, declared: Sex::Female };
        check_warnings("001090000000", None, None, &[]);
        check_warnings("001090000000", Some("1990-05-05"), Some(Sex::Male), &[]);
        check_warnings("001090000000", Some("2000-01-01"), None, std::slice::from_ref(&year));
        check_warnings("099090000000", None, None, std::slice::from_ref(&area));
        check_warnings("000090000000", None, None, &[PersonalIdWarning::UnknownArea("000".to_owned())]);
        check_warnings("103090000000", None, None, &[]);
        check_warnings("099090000000", Some("2000-01-01"), Some(Sex::Female), &[area, year, sex]);
    }

    proptest! {
        #[test]
        fn parse_after_display_is_identity(text in "[0-9]{12}") {
            let id: PersonalId = text.parse().unwrap();
            prop_assert_eq!(id.to_string().parse(), Ok(id.clone()));
            prop_assert_eq!(read(&written(&id)), Ok(id));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}") {
            let _ = text.parse::<PersonalId>().map(|id| id.warnings(None, Some(Sex::Male)));
        }
    }
}
