//! The tax code (mã số thuế) of an enterprise, a household business or a person.

use crate::{
    personal_id::PersonalId,
    typing::{digits, serde_as_text},
};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A tax code: ten digits, thirteen for a branch (`9900000009-001`), or a personal identity number.
///
/// Persons and household businesses use their personal identity number since 1 July 2025 (Circular 86/2024/TT-BTC).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaxCode(String);

serde_as_text!(TaxCode, TaxCode::as_str);

/// Why a text is not a [`TaxCode`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TaxCodeError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It holds this character, which is no digit.
    #[error("holds {0:?}, which is no digit")]
    NotDigit(char),
    /// It has this many digits.
    #[error("{digits} digits instead of 10, 12 or 13")]
    Length {
        /// How many there are.
        digits: usize,
    },
}

/// What looks wrong about a well-formed code; the check digit is a convention of the tax office that old codes may break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxCodeWarning {
    /// The tenth digit does not follow from the first nine: most likely a slip of the finger.
    CheckDigit,
}

/// Weights of the first nine digits.
const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

impl TaxCode {
    /// Returns the code as text, with the hyphen of a branch.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the code as the personal identity number it is, if it is one.
    pub fn personal_id(&self) -> Option<PersonalId> {
        (self.0.len() == 12).then(|| self.0.parse().ok()).flatten()
    }

    /// Checks the tenth digit; a personal identity number has no check digit.
    pub fn warning(&self) -> Option<TaxCodeWarning> {
        let digit = |byte: u8| u32::from(byte.saturating_sub(b'0'));
        let sum: u32 = self.0.bytes().zip(WEIGHTS).map(|(byte, weight)| digit(byte) * weight).sum();
        // A remainder of 0 leaves 10, which is no digit: such codes are not issued.
        let follows = self.0.as_bytes().get(9).is_some_and(|byte| digit(*byte) == 10 - sum % 11);
        (self.0.len() != 12 && !follows).then_some(TaxCodeWarning::CheckDigit)
    }
}

impl FromStr for TaxCode {
    type Err = TaxCodeError;

    fn from_str(text: &str) -> Result<Self, TaxCodeError> {
        let mut code = digits(text).map_err(TaxCodeError::NotDigit)?;
        match code.len() {
            0 => return Err(TaxCodeError::Empty),
            10 | 12 => {}
            13 => code.insert(10, '-'),
            digits => return Err(TaxCodeError::Length { digits }),
        }
        Ok(Self(code))
    }
}

impl fmt::Display for TaxCode {
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
    fn check(text: &str, expected: Result<(&str, Option<TaxCodeWarning>), TaxCodeError>) {
        let code = text.parse::<TaxCode>();
        assert_eq!(code.as_ref().map(|code| (code.as_str(), code.warning())).map_err(|error| *error), expected);
    }

    #[test]
    fn codes_and_their_check_digit() {
        let wrong = Some(TaxCodeWarning::CheckDigit);
        check("9900000009", Ok(("9900000009", None)));
        check("99 0000 0009", Ok(("9900000009", None)));
        check("9900000009-001", Ok(("9900000009-001", None)));
        check("9900000009001", Ok(("9900000009-001", None)));
        check("9900000008", Ok(("9900000008", wrong)));
        check("9900000020", Ok(("9900000020", wrong)));
        check("9900000008-001", Ok(("9900000008-001", wrong)));
        check("001090000000", Ok(("001090000000", None)));
    }

    #[test]
    fn faults_are_named() {
        check("", Err(TaxCodeError::Empty));
        check("990000000X", Err(TaxCodeError::NotDigit('X')));
        check("990000000", Err(TaxCodeError::Length { digits: 9 }));
        check("9900000009-0001", Err(TaxCodeError::Length { digits: 14 }));
    }

    #[test]
    fn a_person_pays_taxes_under_the_number_of_the_card() {
        let person = |text: &str| text.parse::<TaxCode>().unwrap().personal_id().map(|id| id.to_string());
        assert_eq!(person("001090000000"), Some("001090000000".to_owned()));
        assert_eq!(person("9900000009"), None);
    }

    proptest! {
        #[test]
        fn parse_after_display_is_identity(text in "[0-9]{10}|[0-9]{10}-[0-9]{3}|[0-9]{12}") {
            let code: TaxCode = text.parse().unwrap();
            prop_assert_eq!(code.as_str(), text);
            prop_assert_eq!(code.to_string().parse(), Ok(code.clone()));
            prop_assert_eq!(read(&written(&code)), Ok(code));
        }

        #[test]
        fn at_most_one_tenth_digit_is_right(nine in "[0-9]{9}") {
            let right = (0..10).filter(|tenth| format!("{nine}{tenth}").parse::<TaxCode>().unwrap().warning().is_none()).count();
            prop_assert!(right <= 1);
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}") {
            let _ = text.parse::<TaxCode>().map(|code| code.warning());
        }
    }
}
