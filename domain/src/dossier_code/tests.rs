//! Tests of the codes of dossiers.

use super::*;
use crate::typing::tests::{read, written};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: Result<&str, DossierCodeError>) {
    let shown = text.parse::<DossierCode>().map(|code| code.to_string());
    assert_eq!(shown.as_deref().map_err(|error| *error), expected, "{text}");
}

#[track_caller]
fn check_older(text: &str, expected: &str) {
    assert_eq!(text.parse(), Ok(TypedCode::Older(expected.to_owned())));
    check(text, Err(DossierCodeError::Older));
}

#[test]
fn codes_are_read_as_people_type_them() {
    check("H99.12.3-261121-0007", Ok("H99.12.3-261121-0007"));
    check(" h99.12.3 – 261121 – 0007\n", Ok("H99.12.3-261121-0007"));
    check("H99-000229-0001", Ok("H99-000229-0001"));
    check("H99.12.3-261121-12345", Ok("H99.12.3-261121-12345"));
    check("H99.12.3-261121-00007", Ok("H99.12.3-261121-0007"));
    check("H99.A1-991231-4294967295", Ok("H99.A1-991231-4294967295"));
}

#[test]
fn codes_of_other_systems_are_recognised() {
    check_older("000.00.12.H99-210601-0001", "000.00.12.H99-210601-0001");
    check_older("000.00.12.h99–210601–0001 ", "000.00.12.H99-210601-0001");
    check_older("G09.20-20260609-0092637", "G09.20-20260609-0092637");
}

#[test]
fn faults_are_named() {
    check("", Err(DossierCodeError::Empty));
    check(" ", Err(DossierCodeError::Empty));
    check("H99.12.3", Err(DossierCodeError::Shape));
    check("H99.12.3-261121", Err(DossierCodeError::Shape));
    check("H99.12.3-261121-0007-1", Err(DossierCodeError::Shape));
    check("Z99-261121-0007", Err(DossierCodeError::Agency));
    check("00.00.12.H99-210601-0001", Err(DossierCodeError::Agency));
    check("000.00.12.H99.1-210601-0001", Err(DossierCodeError::Agency));
    check("Đ99-261121-0007", Err(DossierCodeError::Agency));
    check("H99-26112-0007", Err(DossierCodeError::DateShape));
    check("H99-2611Z1-0007", Err(DossierCodeError::DateShape));
    check("H99-261131-0007", Err(DossierCodeError::NoSuchDay));
    check("H99-20260230-0000007", Err(DossierCodeError::NoSuchDay));
    check("H99-261121-007", Err(DossierCodeError::Number));
    check("H99-261121-OOO7", Err(DossierCodeError::Number));
    check("H99-261121-+007", Err(DossierCodeError::Number));
    check("H99-261121-4294967296", Err(DossierCodeError::Number));
}

proptest! {
    #[test]
    fn parse_after_display_is_identity(agency in "[A-Y][0-9]{2}(\\.[0-9A-Z]{1,4}){0,4}", days in 0i32..36_524, number: u32) {
        let date = Date::new(2000, 1, 1).unwrap().plus_days(days);
        let code = DossierCode { agency: agency.parse().unwrap(), date, number };
        prop_assert_eq!(code.to_string().parse(), Ok(code.clone()));
        prop_assert_eq!(code.to_string().to_lowercase().parse(), Ok(TypedCode::Ours(code.clone())));
        prop_assert_eq!(read(&written(&code)), Ok(code));
    }

    #[test]
    fn older_codes_are_shown_as_they_are(code in "[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Y][0-9]{2}-2[0-9]0[1-9]1[0-9]-[0-9]{4}") {
        prop_assert_eq!(code.parse::<TypedCode>().map(|code| code.to_string()), Ok(code));
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,20}|[A-Z0-9.]{3,6}-[0-9]{6,8}-[0-9]{4,12}") {
        let _ = text.parse::<TypedCode>().map(|code| code.to_string());
    }
}
