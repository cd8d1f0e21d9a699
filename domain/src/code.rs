//! Codes of procedures and agencies, as the state issues them.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// Code of an administrative procedure (mã thủ tục hành chính), such as `1.004222` or `1.000948.H38`.
///
/// The suffix of the second form names the authority that published it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProcedureCode(String);

/// Identifying code of an agency (mã định danh cơ quan, Decision 20/2020/QĐ-TTg), such as `H99.12.3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AgencyCode(String);

/// The text is not such a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CodeError {
    /// Not of the form `1.004222`.
    #[error("not a procedure code such as 1.004222")]
    Procedure,
    /// Not of the form `H99.12.3`.
    #[error("not an agency code such as H99.12.3")]
    Agency,
}

impl ProcedureCode {
    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AgencyCode {
    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ProcedureCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let mut parts = text.splitn(3, '.');
        let digits = |part: Option<&str>, length: usize| part.is_some_and(|part| part.len() == length && all_digits(part));
        let well_formed = digits(parts.next(), 1) && digits(parts.next(), 6) && parts.next().is_none_or(is_publisher);
        if well_formed { Ok(Self(text.to_owned())) } else { Err(CodeError::Procedure) }
    }
}

impl FromStr for AgencyCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let mut groups = text.split('.');
        let well_formed = (3..=35).contains(&text.len())
            && groups.next().is_some_and(is_top_level)
            && groups.all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
        if well_formed { Ok(Self(text.to_owned())) } else { Err(CodeError::Agency) }
    }
}

impl fmt::Display for ProcedureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for AgencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A letter A–Y and two digits: `H38`.
fn is_top_level(group: &str) -> bool {
    let mut bytes = group.bytes();
    group.len() == 3 && bytes.next().is_some_and(|byte| (b'A'..=b'Y').contains(&byte)) && bytes.all(|byte| byte.is_ascii_digit())
}

/// `H38`, or the older `000.00.00.H22`.
fn is_publisher(suffix: &str) -> bool {
    let groups: Vec<_> = suffix.split('.').collect();
    match groups.as_slice() {
        [top] => is_top_level(top),
        [a, b, c, top] => {
            [a.len(), b.len(), c.len()] == [3, 2, 2] && [a, b, c].into_iter().all(|group| all_digits(group)) && is_top_level(top)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_procedure(text: &str, good: bool) {
        assert_eq!(text.parse::<ProcedureCode>().is_ok(), good, "{text}");
    }

    #[track_caller]
    fn check_agency(text: &str, good: bool) {
        assert_eq!(text.parse::<AgencyCode>().is_ok(), good, "{text}");
    }

    #[test]
    fn procedure_codes() {
        check_procedure("1.004222", true);
        check_procedure("1.000948.H38", true);
        check_procedure("1.000948.000.00.00.H22", true);
        check_procedure("1.00422", false);
        check_procedure("1.004222.", false);
        check_procedure("1.004222.h38", false);
        check_procedure("1.004222.00.00.00.H22", false);
        check_procedure("khai-sinh", false);
        check_procedure("", false);
    }

    #[test]
    fn agency_codes() {
        check_agency("H99", true);
        check_agency("H99.12.3", true);
        check_agency("G09.20", true);
        check_agency("Z99", false);
        check_agency("H99.", false);
        check_agency("H9", false);
        check_agency("H99.12-3", false);
        check_agency(&format!("H99.{}", "1".repeat(32)), false);
    }

    proptest! {
        #[test]
        fn codes_survive_parse_and_display(procedure in "[0-9]\\.[0-9]{6}(\\.[A-Y][0-9]{2})?", agency in "[A-Y][0-9]{2}(\\.[0-9A-Z]{1,4}){0,5}") {
            prop_assert_eq!(procedure.parse::<ProcedureCode>().map(|code| code.to_string()), Ok(procedure));
            prop_assert_eq!(agency.parse::<AgencyCode>().map(|code| code.to_string()), Ok(agency));
        }

        #[test]
        fn one_strange_letter_spoils_a_code(procedure in "[0-9]\\.[0-9]{6}", at in 0usize..8, letter in "[a-zA-Z \\-đ]") {
            let spoilt: String = procedure.chars().enumerate().map(|(place, known)| if place == at { letter.clone() } else { known.to_string() }).collect();
            prop_assert_eq!(spoilt.parse::<ProcedureCode>(), Err(CodeError::Procedure));
        }
    }
}
