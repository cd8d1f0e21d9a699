//! What each test makes of an answer, typed in every way.

use super::*;
use crate::{
    form::{Choice, DateBounds, NO, Range, YES},
    slug::Slug,
};
use proptest::prelude::*;

fn question(kind: Kind) -> Question {
    Question {
        id: "hoi".parse().unwrap(),
        label: String::new(),
        hint: None,
        optional: true,
        when: Vec::new(),
        kind,
        preset: None,
        autocomplete: None,
        no_opinion: true,
    }
}

fn met(kind: Kind, wants: &Wants, typed: &[(&str, &str)]) -> bool {
    let raw: RawAnswers = typed.iter().copied().collect();
    wants.met(&Seen::of(&question(kind), "hoi", &raw, "2026-11-21".parse().unwrap()))
}

/// Checks whether an answer has what is wanted.
#[track_caller]
fn check(kind: Kind, wants: Wants, typed: &[(&str, &str)], expected: bool) {
    assert_eq!(met(kind, &wants, typed), expected, "{wants:?} of {typed:?}");
}

fn is(options: &[&str]) -> Wants {
    Wants::Is(options.iter().map(|option| option.parse::<Slug>().unwrap()).collect())
}

fn choices() -> Vec<Choice> {
    ["a", "b", "c"].map(|id| Choice { id: id.parse().unwrap(), label: String::new(), hint: None }).to_vec()
}

fn between(at_least: Option<u64>, at_most: Option<u64>) -> Wants {
    Wants::Between { at_least, at_most }
}

fn age(at_least: Option<u16>, below: Option<u16>) -> Wants {
    Wants::Age { at_least, below }
}

#[test]
fn options_are_chosen_or_not() {
    check(Kind::YesNo, is(&[YES]), &[("hoi", "co")], true);
    check(Kind::YesNo, is(&[NO]), &[("hoi", "co")], false);
    check(Kind::Choice(choices()), is(&["a", "b"]), &[("hoi", " b ")], true);
    check(Kind::Choice(choices()), is(&["b"]), &[("hoi", "a"), ("hoi", "b")], false);
    check(Kind::Choices(choices()), is(&["b"]), &[("hoi", "a"), ("hoi", "b")], true);
    check(Kind::Choices(choices()), is(&["b"]), &[], false);
}

#[test]
fn numbers_lie_between_bounds_that_belong_to_them() {
    let number = || Kind::Number(Range { least: 0, greatest: 50 });
    check(number(), between(Some(3), Some(5)), &[("hoi", "3")], true);
    check(number(), between(Some(3), Some(5)), &[("hoi", "5")], true);
    check(number(), between(Some(3), Some(5)), &[("hoi", "6")], false);
    check(number(), between(Some(3), None), &[("hoi", "50")], true);
    check(number(), between(None, Some(3)), &[("hoi", "0")], true);
    // No number, none at all, and one that the question does not take.
    check(number(), between(None, Some(3)), &[("hoi", "ba")], false);
    check(number(), between(None, Some(3)), &[], false);
    check(number(), between(Some(3), None), &[("hoi", "51")], false);
    let money = Kind::Money(Range { least: 0, greatest: 9_000_000 });
    check(money, between(Some(1_500_000), None), &[("hoi", "1.500.000 đ")], true);
}

#[test]
fn an_age_is_that_of_today() {
    let day = || Kind::Date(DateBounds::default());
    check(day(), age(Some(75), None), &[("hoi", "21/11/1951")], true);
    check(day(), age(Some(75), None), &[("hoi", "22/11/1951")], false);
    check(day(), age(None, Some(75)), &[("hoi.day", "22"), ("hoi.month", "11"), ("hoi.year", "1951")], true);
    check(day(), age(Some(70), Some(75)), &[("hoi", "1951-11-21")], false);
    check(day(), age(Some(70), Some(75)), &[("hoi", "1956-11-21")], true);
}

#[test]
fn a_day_that_is_not_complete_wrong_or_to_come_has_no_age() {
    for typed in [&[("hoi.day", "22"), ("hoi.month", "11")][..], &[("hoi", "30/02/1951")], &[("hoi", "1/1/2027")], &[("hoi", "x")], &[]] {
        check(Kind::Date(DateBounds::default()), age(Some(0), None), typed, false);
        check(Kind::Date(DateBounds::default()), age(None, Some(200)), typed, false);
    }
}

#[test]
fn something_is_answered_or_nothing() {
    check(Kind::PersonalId, Wants::Answered(true), &[("hoi", "001")], true);
    check(Kind::PersonalId, Wants::Answered(true), &[("hoi", "  ")], false);
    check(Kind::PersonalId, Wants::Answered(false), &[], true);
    check(Kind::Address, Wants::Answered(true), &[("hoi.street", "Số 1")], true);
    check(Kind::Address, Wants::Answered(true), &[("hoi-khac", "1")], false);
    check(Kind::Choice(choices()), Wants::Answered(true), &[("hoi", "khong-y-kien")], false);
}

proptest! {
    #[test]
    fn a_wrong_answer_has_nothing_but_that_it_is_there(text in "\\PC{0,9}", least: u16, most: u16) {
        let wants = [between(None, Some(most.into())), between(Some(least.into()), None), age(Some(least), None), age(None, Some(most))];
        for kind in [Kind::Number(Range { least: 9, greatest: 9 }), Kind::Date(DateBounds::default())] {
            for wants in &wants {
                prop_assert!(text.contains(|letter: char| letter.is_ascii_digit()) || !met(kind.clone(), wants, &[("hoi", &text)]));
            }
        }
    }
}
