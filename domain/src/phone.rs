//! A telephone number in Vietnam.

use crate::typing::{digits, serde_as_text};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A Vietnamese telephone number, kept as its digits with the leading zero: `0912345678`.
///
/// Mobile numbers have ten digits; landlines begin with 02 and have eleven, a few short ones ten
/// (numbering plan of Circular 22/2014/TT-BTTTT, mobile numbers since the change of 2018).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

serde_as_text!(Phone, Phone::as_str);

/// Why a text is not a [`Phone`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It holds this character, which is no digit.
    #[error("holds {0:?}, which is no digit")]
    NotDigit(char),
    /// It begins with + and another country's code.
    #[error("a number of another country")]
    Foreign,
    /// It begins neither with 0 nor with 84.
    #[error("begins neither with 0 nor with +84")]
    NoZero,
    /// It is an eleven-digit mobile number of before 2018, which has a new beginning now.
    #[error("a mobile number of before 2018")]
    OldMobile,
    /// It has this many digits.
    #[error("{digits} digits")]
    Length {
        /// How many there are, counted with the zero and without 84.
        digits: usize,
    },
}

impl Phone {
    /// Returns the digits with the leading zero.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim_start_matches(|letter| letter != '+' && crate::typing::is_separator(letter));
        let (abroad, rest) = text.strip_prefix('+').map_or((false, text), |rest| (true, rest));
        let typed = digits(rest).map_err(PhoneError::NotDigit)?;
        if typed.is_empty() {
            return Err(PhoneError::Empty);
        }
        // Without a sign, 84 may also begin a mobile number whose zero was forgotten; such a number is shorter.
        let bare = typed.strip_prefix("84").filter(|_| abroad || typed.len() >= 11);
        let number = match (abroad, bare.or_else(|| typed.strip_prefix("0084"))) {
            // Many write +84 (0)912 345 678.
            (_, Some(rest)) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
            (true, None) => return Err(PhoneError::Foreign),
            (false, None) => typed,
        };
        match number.len() {
            _ if number.starts_with("00") => Err(PhoneError::Foreign),
            _ if !number.starts_with('0') => Err(PhoneError::NoZero),
            11 if number.starts_with("01") => Err(PhoneError::OldMobile),
            11 if number.starts_with("02") => Ok(Self(number)),
            10 => Ok(Self(number)),
            digits => Err(PhoneError::Length { digits }),
        }
    }
}

impl fmt::Display for Phone {
    /// Writes `0912 345 678`; landlines as area code and subscriber: `024 3800 0000`, `0299 0000 101`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Only Hà Nội and Hồ Chí Minh City have area codes of three digits.
        let (first, second) = match self.0.len() {
            11 if self.0.starts_with("024") || self.0.starts_with("028") => (3, 7),
            11 => (4, 8),
            _ => (4, 7),
        };
        let part = |range: Option<&str>| range.unwrap_or_default().to_owned();
        write!(f, "{} {} {}", part(self.0.get(..first)), part(self.0.get(first..second)), part(self.0.get(second..)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typing::tests::{read, written};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, &str), PhoneError>) {
        let phone = text.parse::<Phone>();
        let shown = phone.as_ref().map(ToString::to_string).unwrap_or_default();
        assert_eq!(phone.as_ref().map(|phone| (phone.as_str(), shown.as_str())).map_err(|error| *error), expected);
    }

    #[test]
    fn numbers_are_kept_with_their_zero() {
        check("0912345678", Ok(("0912345678", "0912 345 678")));
        check("0912.345.678", Ok(("0912345678", "0912 345 678")));
        check(" +84 912 345 678", Ok(("0912345678", "0912 345 678")));
        check("84912345678", Ok(("0912345678", "0912 345 678")));
        check("0084912345678", Ok(("0912345678", "0912 345 678")));
        check("+84 (0)912-345-678", Ok(("0912345678", "0912 345 678")));
        check("(+84) 912 345 678", Ok(("0912345678", "0912 345 678")));
        check("0299 0000 101", Ok(("02990000101", "0299 0000 101")));
        check("(024) 3800 0000", Ok(("02438000000", "024 3800 0000")));
        check("0290000101", Ok(("0290000101", "0290 000 101")));
    }

    #[test]
    fn faults_are_named() {
        check("", Err(PhoneError::Empty));
        check("+", Err(PhoneError::Empty));
        check("không có", Err(PhoneError::NotDigit('k')));
        check("0912 345 678 (Lan)", Err(PhoneError::NotDigit('L')));
        check("+1 202 555 0100", Err(PhoneError::Foreign));
        check("0012025550100", Err(PhoneError::Foreign));
        check("912345678", Err(PhoneError::NoZero));
        check("842345678", Err(PhoneError::NoZero));
        check("01680000000", Err(PhoneError::OldMobile));
        check("091234567", Err(PhoneError::Length { digits: 9 }));
        check("09123456789", Err(PhoneError::Length { digits: 11 }));
        check("+8491234567", Err(PhoneError::Length { digits: 9 }));
    }

    proptest! {
        #[test]
        fn parse_after_display_is_identity(text in "0[1-9][0-9]{8}|02[0-9]{9}|\\+84[1-9][0-9]{8}") {
            let phone: Phone = text.parse().unwrap();
            prop_assert_eq!(phone.to_string().parse(), Ok(phone.clone()));
            prop_assert_eq!(written(&phone), phone.as_str());
            prop_assert_eq!(read(phone.as_str()), Ok(phone));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}|[+0-9() .]{0,16}") {
            let _ = text.parse::<Phone>().map(|phone| phone.to_string());
        }
    }
}
