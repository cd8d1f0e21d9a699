//! What is read of a rating, and from how many on totals are shown.

use super::*;

fn raw(pairs: &[(&str, &str)]) -> RawAnswers {
    pairs.iter().copied().collect()
}

#[track_caller]
fn check(moment: Moment, pairs: &[(&str, &str)], faults: &[(&str, Wrong)]) {
    let found = Rating::read(moment, &raw(pairs)).err().unwrap_or_default();
    let expected: Vec<Fault> = faults.iter().map(|(path, wrong)| Fault { path: (*path).to_owned(), wrong: wrong.clone() }).collect();
    assert_eq!(found, expected);
}

#[test]
fn all_faults_are_found_at_once() {
    let long = "ă".repeat(1001);
    check(Moment::AfterSending, &[("overall", "satisfied")], &[]);
    check(Moment::AfterSending, &[], &[("overall", Wrong::Missing)]);
    check(
        Moment::AfterResult,
        &[("attitude", "fine"), ("comment", &long)],
        &[("overall", Wrong::Missing), ("attitude", Wrong::NoSuchChoice), ("comment", Wrong::TooLong { most: 1000, length: 1001 })],
    );
}

#[test]
fn what_was_not_asked_is_dropped_and_the_rest_comes_back() {
    let sent = raw(&[("overall", "satisfied"), ("ease", "very-satisfied"), ("attitude", "dissatisfied"), ("comment", " Tốt ")]);
    let rating = Rating::read(Moment::AfterSending, &sent).unwrap();
    assert_eq!(rating.levels.get(&Aspect::Attitude), None);
    assert_eq!(rating.comment.as_deref(), Some("Tốt"));
    assert_eq!(Rating::read(Moment::AfterSending, &rating.to_raw()).unwrap(), rating);
}

#[test]
fn four_answers_are_not_shown_and_five_are() {
    let one = Rating::read(Moment::AfterSending, &raw(&[("overall", "satisfied")])).unwrap();
    let bad = Rating::read(Moment::AfterSending, &raw(&[("overall", "dissatisfied"), ("ease", "satisfied")])).unwrap();
    let mut tally = Tally::default();
    for _ in 0..4 {
        tally.add(&one);
    }
    assert_eq!(tally.shown(Aspect::Overall), None);
    let mut other = Tally::default();
    other.add(&bad);
    tally.merge(&other);
    let shown = tally.shown(Aspect::Overall).unwrap();
    assert_eq!((shown.answers, shown.sample, shown.satisfied()), ([1, 4, 0], 5, 4));
    assert_eq!(tally.shown(Aspect::Ease), None);
    tally.remove(&bad);
    assert_eq!(tally.shown(Aspect::Overall), None);
}

#[test]
fn few_answers_are_not_found_by_taking_the_others_from_the_whole() {
    let tally = |answers: usize| {
        let mut tally = Tally::default();
        (0..answers).for_each(|_| tally.add(&rated(Level::Satisfied)));
        tally
    };
    for (parts, shown) in [
        (&[7, 5, 9][..], &[true, true, true][..]),
        (&[7, 0, 9], &[true, false, true]),
        (&[7, 4, 9], &[false, false, true]),
        (&[7, 4, 1], &[true, false, false]),
        (&[5, 2], &[false, false]),
        (&[2, 2], &[false, false]),
        (&[], &[]),
    ] {
        let tallies: Vec<Tally> = parts.iter().map(|answers| tally(*answers)).collect();
        let tallies: Vec<&Tally> = tallies.iter().collect();
        let found: Vec<bool> = shown_beside_sum(&tallies, Aspect::Overall).iter().map(Option::is_some).collect();
        assert_eq!(found, shown, "{parts:?}");
    }
}

fn rated(overall: Level) -> Rating {
    Rating { moment: Moment::AfterSending, levels: [(Aspect::Overall, overall)].into(), comment: None }
}
