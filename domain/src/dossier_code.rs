//! The code of a dossier (mã hồ sơ): agency, day and number of that day.

use crate::{
    code::AgencyCode,
    date::Date,
    typing::{is_dash, is_invisible, serde_as_text},
};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// Code of a dossier, such as `H99.12.3-261121-0007`.
///
/// Agency, day and number of the day (Decree 61/2018/NĐ-CP art. 26, Circular 01/2018/TT-VPCP art. 19), so a code says by itself which
/// agency knows it. It is given when the dossier is sent; the day is therefore that of sending, in Vietnam.
/// Two digits tell the year: codes are of 2000 to 2099.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DossierCode {
    /// The agency it was sent to.
    pub agency: AgencyCode,
    /// The day it was sent.
    pub date: Date,
    /// Its number among those of the day; shown with at least four digits.
    pub number: u32,
}

serde_as_text!(DossierCode, ToString::to_string);

/// A code somebody typed or that stands on an old paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedCode {
    /// One this portal gave.
    Ours(DossierCode),
    /// One of another system: `000.00.12.H99-210601-0001` (2018) or `G09.20-20260609-0092637` (ministries, 2026).
    Older(String),
}

/// Why a text is not the code of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DossierCodeError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is not three parts with hyphens between them.
    #[error("not of the form H99.12.3-261121-0007")]
    Shape,
    /// Its first part is not the code of an agency.
    #[error("does not begin with an agency code such as H99.12.3")]
    Agency,
    /// Its second part is not six digits (or eight, in codes of other systems).
    #[error("the part in the middle is not six digits")]
    DateShape,
    /// Its second part is no day of the calendar.
    #[error("the part in the middle is no day of the calendar")]
    NoSuchDay,
    /// Its last part is not a number of four digits or more.
    #[error("the last part is not a number of four digits or more")]
    Number,
    /// It is the code of another system.
    #[error("a code of another system")]
    Older,
}

impl FromStr for TypedCode {
    type Err = DossierCodeError;

    fn from_str(text: &str) -> Result<Self, DossierCodeError> {
        let typed = text.chars().filter(|letter| !letter.is_whitespace() && !is_invisible(*letter));
        let code: String = typed.map(|letter| if is_dash(letter) { '-' } else { letter.to_ascii_uppercase() }).collect();
        if code.is_empty() {
            return Err(DossierCodeError::Empty);
        }
        let mut parts = code.split('-');
        let (Some(agency), Some(day), Some(number), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(DossierCodeError::Shape);
        };
        let agency = match agency.parse::<AgencyCode>() {
            Ok(agency) => Some(agency),
            Err(_) if is_old_agency(agency) => None,
            Err(_) => return Err(DossierCodeError::Agency),
        };
        let date = read_day(day)?;
        let number = read_number(number)?;
        match agency {
            Some(agency) if day.len() == 6 => Ok(Self::Ours(DossierCode { agency, date, number })),
            _ => Ok(Self::Older(code)),
        }
    }
}

impl FromStr for DossierCode {
    type Err = DossierCodeError;

    fn from_str(text: &str) -> Result<Self, DossierCodeError> {
        match text.parse()? {
            TypedCode::Ours(code) => Ok(code),
            TypedCode::Older(_) => Err(DossierCodeError::Older),
        }
    }
}

impl fmt::Display for DossierCode {
    /// Writes `H99.12.3-261121-0007`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date.parts();
        write!(f, "{}-{:02}{month:02}{day:02}-{:04}", self.agency, year.rem_euclid(100), self.number)
    }
}

impl fmt::Display for TypedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ours(code) => code.fmt(f),
            Self::Older(code) => f.write_str(code),
        }
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `000.00.12.H99` (QCVN 102:2016/BTTTT): the levels below stand before the code that `AgencyCode` begins with.
fn is_old_agency(text: &str) -> bool {
    let groups: Vec<_> = text.split('.').collect();
    match groups.as_slice() {
        [a, b, c, top] => {
            let below = [a.len(), b.len(), c.len()] == [3, 2, 2] && [a, b, c].into_iter().all(|group| all_digits(group));
            below && top.len() == 3 && top.parse::<AgencyCode>().is_ok()
        }
        _ => false,
    }
}

/// Reads `261121` or `20261121`.
fn read_day(text: &str) -> Result<Date, DossierCodeError> {
    if !matches!(text.len(), 6 | 8) || !all_digits(text) {
        return Err(DossierCodeError::DateShape);
    }
    let digits: u32 = text.parse().map_err(|_| DossierCodeError::DateShape)?;
    let century = if text.len() == 6 { 2000 } else { 0 };
    let year = i32::try_from(digits / 10_000).map_err(|_| DossierCodeError::DateShape)?;
    let two = |number: u32| u8::try_from(number % 100).unwrap_or(0);
    Date::new(century + year, two(digits / 100), two(digits)).map_err(|_| DossierCodeError::NoSuchDay)
}

fn read_number(text: &str) -> Result<u32, DossierCodeError> {
    let well_formed = text.len() >= 4 && all_digits(text);
    text.parse().ok().filter(|_| well_formed).ok_or(DossierCodeError::Number)
}

#[cfg(test)]
mod tests;
