//! An address in Vietnam since July 2025: street, commune, province.

use crate::typing::serde_as_text;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;

pub mod places;

pub use places::{PlaceCommune, PlaceProvince, Places};

/// Where somebody lives or a result is sent to.
///
/// There is no district any more (Resolution 202/2025/QH15). Whether the commune lies in the province, a [`Gazetteer`] tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The province.
    pub province: ProvinceCode,
    /// The commune, ward or special zone.
    pub commune: CommuneCode,
    /// House number, street, hamlet, as the person wrote it.
    pub street: String,
}

/// Code of a province in the state's list: two digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvinceCode(String);

/// Code of a commune in the state's list: five digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommuneCode(String);

serde_as_text!(ProvinceCode, ProvinceCode::as_str);
serde_as_text!(CommuneCode, CommuneCode::as_str);

/// The text is not the code of a place; people choose from a list, so only a program can send one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PlaceCodeError {
    /// Nothing was chosen.
    #[error("empty")]
    Empty,
    /// A province has two digits.
    #[error("not the two digits of a province")]
    Province,
    /// A commune has five digits.
    #[error("not the five digits of a commune")]
    Commune,
}

/// Whether a province, and a commune in it, are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// The commune lies in the province.
    Known,
    /// There is no such province.
    UnknownProvince,
    /// There is no such commune in that province.
    UnknownCommune,
    /// The lists are not at hand; whoever has them must look.
    CannotTell,
}

/// Something that knows the places, or knows that it does not.
pub trait Gazetteer {
    /// Tells whether the commune of a code lies in the province of a code.
    fn membership(&self, province: &str, commune: &str) -> Membership;
}

/// The gazetteer of a browser that has not loaded the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unloaded;

impl Gazetteer for Unloaded {
    fn membership(&self, _: &str, _: &str) -> Membership {
        Membership::CannotTell
    }
}

impl ProvinceCode {
    /// Returns the two digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl CommuneCode {
    /// Returns the five digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ProvinceCode {
    type Err = PlaceCodeError;

    fn from_str(text: &str) -> Result<Self, PlaceCodeError> {
        code(text, 2, PlaceCodeError::Province).map(Self)
    }
}

impl FromStr for CommuneCode {
    type Err = PlaceCodeError;

    fn from_str(text: &str) -> Result<Self, PlaceCodeError> {
        code(text, 5, PlaceCodeError::Commune).map(Self)
    }
}

fn code(text: &str, length: usize, otherwise: PlaceCodeError) -> Result<String, PlaceCodeError> {
    let text = text.trim();
    match text.len() {
        0 => Err(PlaceCodeError::Empty),
        there if there == length && text.bytes().all(|byte| byte.is_ascii_digit()) => Ok(text.to_owned()),
        _ => Err(otherwise),
    }
}

impl fmt::Display for ProvinceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for CommuneCode {
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
    fn check(text: &str, province: Result<&str, PlaceCodeError>, commune: Result<&str, PlaceCodeError>) {
        assert_eq!(text.parse::<ProvinceCode>().as_ref().map(ProvinceCode::as_str).map_err(|error| *error), province);
        assert_eq!(text.parse::<CommuneCode>().as_ref().map(CommuneCode::as_str).map_err(|error| *error), commune);
    }

    #[test]
    fn codes_of_places_have_fixed_lengths() {
        let no_province = Err(PlaceCodeError::Province);
        let no_commune = Err(PlaceCodeError::Commune);
        check("01", Ok("01"), no_commune);
        check("00004", no_province, Ok("00004"));
        check(" 00004 ", no_province, Ok("00004"));
        check("", Err(PlaceCodeError::Empty), Err(PlaceCodeError::Empty));
        check("1", no_province, no_commune);
        check("0a", no_province, no_commune);
        check("đ", no_province, no_commune);
    }

    #[test]
    fn without_lists_nothing_is_told() {
        assert_eq!(Unloaded.membership("01", "00004"), Membership::CannotTell);
    }

    proptest! {
        #[test]
        fn parse_after_display_is_identity(province in "[0-9]{2}", commune in "[0-9]{5}") {
            let province: ProvinceCode = province.parse().unwrap();
            let commune: CommuneCode = commune.parse().unwrap();
            prop_assert_eq!(province.to_string().parse(), Ok(province.clone()));
            prop_assert_eq!(commune.to_string().parse(), Ok(commune.clone()));
            prop_assert_eq!(read(&written(&province)), Ok(province));
            prop_assert_eq!(read(&written(&commune)), Ok(commune));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,8}") {
            let _ = (text.parse::<ProvinceCode>(), text.parse::<CommuneCode>());
        }
    }
}
