//! Lateness, terms of reception and the regulation in force.

use super::*;
use crate::{
    calendar::{DayKind, WorkingCalendar, YearStatus},
    validity::Validity,
};

/// 24 November 2026 is a holiday, a Tuesday.
fn calendar() -> WorkingCalendar {
    WorkingCalendar::new([(2026, YearStatus::Official)], [("2026-11-24".parse().unwrap(), DayKind::Holiday)])
}

/// Accepted on Monday 2026-11-16, due on Friday 2026-11-20 17:00, then the moves at their times.
fn dossier(then: &[(&str, Move)]) -> Dossier {
    let mut record = vec![
        event(at("2026-11-16 08:00"), sample(Move::Submit, Timestamp(0))),
        event(at("2026-11-16 09:00"), Happening::Accepted { due: Some(due("2026-11-20 17:00")) }),
        event(at("2026-11-16 10:00"), sample(Move::HandOver, Timestamp(0))),
    ];
    record.extend(then.iter().map(|(when, what)| event(at(when), sample(*what, at(when)))));
    Dossier::replay(&record).unwrap()
}

#[track_caller]
fn check(then: &[(&str, Move)], now: &str, expected: Lateness) {
    assert_eq!(dossier(then).lateness(at(now), &calendar()), expected);
}

#[test]
fn lateness_counts_working_days() {
    check(&[], "2026-11-17 09:00", Lateness::DueIn(3));
    check(&[], "2026-11-20 17:00", Lateness::DueToday(Time::new(17, 0)));
    check(&[], "2026-11-20 17:01", Lateness::Late(1));
    check(&[], "2026-11-22 09:00", Lateness::Late(1));
    check(&[], "2026-11-23 09:00", Lateness::Late(1));
    check(&[], "2026-11-24 09:00", Lateness::Late(1));
    check(&[], "2026-11-25 09:00", Lateness::Late(2));
}

#[test]
fn what_ended_or_paused_late_stays_late() {
    check(&[("2026-11-20 16:00", Move::Resolve)], "2026-12-20 09:00", Lateness::NotDue);
    check(&[("2026-11-25 09:00", Move::Resolve)], "2026-12-20 09:00", Lateness::Late(2));
    check(&[("2026-11-20 16:00", Move::AskSupplement)], "2026-12-20 09:00", Lateness::NotDue);
    check(&[("2026-11-23 09:00", Move::AskSupplement)], "2026-12-20 09:00", Lateness::Late(1));
}

#[track_caller]
fn check_on_time(then: &[(&str, Move)], expected: Option<bool>) {
    assert_eq!(dossier(then).ended_on_time(), expected);
}

#[test]
fn the_first_end_counts_and_a_new_clock_does_not_mend_a_missed_one() {
    check_on_time(&[], None);
    check_on_time(&[("2026-11-20 17:00", Move::Resolve), ("2026-11-30 09:00", Move::Return)], Some(true));
    check_on_time(&[("2026-11-20 17:01", Move::Resolve)], Some(false));
    let corrected = [("2026-11-20 09:00", Move::Resolve), ("2026-11-20 10:00", Move::Return), ("2026-11-25 09:00", Move::Reopen)];
    check_on_time(&corrected, Some(true));
    let in_time =
        [("2026-11-20 09:00", Move::AskSupplement), ("2026-11-25 09:00", Move::AnswerSupplement), ("2026-11-26 09:00", Move::Resolve)];
    check_on_time(&in_time, Some(true));
    let nested = [
        ("2026-11-20 09:00", Move::AskSupplement),
        ("2026-11-20 10:00", Move::AskWithdrawal),
        ("2026-11-23 09:00", Move::CancelWithdrawal),
        ("2026-11-25 09:00", Move::AnswerSupplement),
        ("2026-11-26 09:00", Move::Resolve),
    ];
    check_on_time(&nested, Some(true));
    let missed =
        [("2026-11-23 09:00", Move::AskSupplement), ("2026-11-25 09:00", Move::AnswerSupplement), ("2026-11-26 09:00", Move::Resolve)];
    check_on_time(&missed, Some(false));
    let late_correction = [
        ("2026-11-20 09:00", Move::Resolve),
        ("2026-11-20 10:00", Move::Return),
        ("2026-11-25 09:00", Move::Reopen),
        ("2026-12-04 09:00", Move::AskSupplement),
        ("2026-12-04 10:00", Move::AnswerSupplement),
        ("2026-12-04 11:00", Move::Resolve),
    ];
    check_on_time(&late_correction, Some(true));
    let corrected = dossier(&late_correction);
    assert_eq!(corrected.missed.map(|due| due.at), Some(moment("2026-11-28 17:00")));
}

#[test]
fn pauses_are_counted_and_move_the_due_time() {
    let paid = [("2026-11-19 09:00", Move::AskPayment)];
    let dossier = dossier(&paid);
    let now = at("2026-11-23 10:30");
    assert_eq!(dossier.paused_minutes(now), 4 * 24 * 60 + 90);
    assert_eq!(dossier.due_after_pause(now, &calendar()), Some(due("2026-11-25 17:00")));
    assert_eq!(dossier.due_after_pause(at("2026-11-19 11:00"), &calendar()), Some(due("2026-11-20 17:00")));
}

#[test]
fn reception_answers_within_eight_working_hours_and_asks_within_three_days() {
    assert_eq!(answer_by(&calendar(), at("2026-11-20 16:00")).at, moment("2026-11-23 16:30"));
    assert_eq!(supplement_by(&calendar(), at("2026-11-20 16:00")).at, moment("2026-11-26 17:00"));
}

#[track_caller]
fn check_hand_over(accepted: &str, by: &str) {
    assert_eq!(hand_over_by(&calendar(), at(accepted)).at, moment(by));
}

#[test]
fn what_is_accepted_after_three_is_handed_over_at_the_next_opening() {
    check_hand_over("2026-11-20 14:59", "2026-11-20 17:00");
    check_hand_over("2026-11-20 15:00", "2026-11-20 17:00");
    check_hand_over("2026-11-20 15:01", "2026-11-23 07:30");
    check_hand_over("2026-11-23 16:00", "2026-11-25 07:30");
    check_hand_over("2026-11-21 09:00", "2026-11-23 07:30");
}

#[test]
fn the_day_of_issue_decides_the_form_number() {
    let profile = |id: &str, from: Option<&str>, until: Option<&str>, stop: Option<&str>| RegulationProfile {
        id: id.to_owned(),
        title: id.to_owned(),
        validity: Validity { from: from.map(|day| day.parse().unwrap()), until: until.map(|day| day.parse().unwrap()) },
        numbers: stop.into_iter().map(|number| (SlipKind::StopNotice, number.to_owned())).collect(),
        titles: [(SlipKind::Apology, "Phiếu xin lỗi".to_owned())].into_iter().collect(),
        source: String::new(),
    };
    let profiles = [profile("old", None, Some("2025-06-30"), None), profile("new", Some("2025-07-01"), None, Some("05"))];
    let number = |day: &str| {
        let found = profile_on(&profiles, day.parse().unwrap()).unwrap();
        (found.id.as_str(), found.numbers.get(&SlipKind::StopNotice).map(String::as_str))
    };
    assert_eq!(number("2025-06-30"), ("old", None));
    assert_eq!(number("2025-07-01"), ("new", Some("05")));
    assert_eq!(
        (profiles[0].title_of(SlipKind::Apology), profiles[0].title_of(SlipKind::Receipt)),
        ("Phiếu xin lỗi", SlipKind::Receipt.name())
    );
    assert_eq!(profile_on(&profiles[..1], "2026-01-01".parse().unwrap()), None);
}
