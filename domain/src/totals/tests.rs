//! Totals add up in any order, and shares are rounded as people round.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(part: u64, whole: u64, expected: Option<u64>) {
    assert_eq!(Share { part, whole }.hundredths_of_percent(), expected);
}

#[test]
fn shares_have_two_decimals_and_nothing_has_none() {
    check(0, 0, None);
    check(0, 3, Some(0));
    check(1, 3, Some(3_333));
    check(2, 3, Some(6_667));
    check(1, 20_000, Some(1));
    check(u64::MAX, u64::MAX, Some(10_000));
}

fn row() -> impl Strategy<Value = (usize, usize, u64, u64)> {
    (0usize..3, 0usize..3, 0u64..100, 0u64..100)
}

fn totals(rows: &[(usize, usize, u64, u64)]) -> Totals {
    let agencies = ["H99.1", "H99.2", "H99.3"].map(|code| code.parse::<AgencyCode>().unwrap());
    let procedures = ["khai-sinh", "khai-tu", "trich-luc"].map(|slug| slug.parse::<Slug>().unwrap());
    let mut totals = Totals::default();
    for (agency, procedure, received, resolved) in rows {
        let counts = Counts { received: *received, resolved: *resolved, ..Counts::default() };
        totals.add(&agencies[*agency], &procedures[*procedure], counts, &Tally::default());
    }
    totals
}

proptest! {
    #[test]
    fn merging_is_adding_and_order_does_not_matter(one in prop::collection::vec(row(), 0..9), other in prop::collection::vec(row(), 0..9)) {
        let mut both = one.clone();
        both.extend(other.iter().copied());
        let (mut forth, mut back) = (totals(&one), totals(&other));
        forth.merge(&totals(&other));
        back.merge(&totals(&one));
        prop_assert_eq!(&forth, &totals(&both));
        prop_assert_eq!(&back, &forth);
        prop_assert_eq!(forth.sum(|_| true).0.received, both.iter().map(|row| row.2).sum::<u64>());
    }
}
