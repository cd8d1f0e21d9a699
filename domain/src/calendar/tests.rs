//! Reference cases of the working-day calendar (requirements §8.2) and its properties.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Days off of 2026 as they are known: requirements §8.1.
fn calendar() -> WorkingCalendar {
    let holidays = [
        "2026-01-01",
        "2026-02-16",
        "2026-02-17",
        "2026-02-18",
        "2026-02-19",
        "2026-02-20",
        "2026-04-26",
        "2026-04-30",
        "2026-05-01",
        "2026-09-01",
        "2026-09-02",
        "2026-11-24",
    ];
    let others = [("2026-04-27", DayKind::Compensation), ("2026-08-31", DayKind::SwappedOff), ("2026-08-22", DayKind::SwappedWorkday)];
    WorkingCalendar::new(
        [(2026, YearStatus::Official), (2027, YearStatus::Computed)],
        holidays.map(|text| (day(text), DayKind::Holiday)).into_iter().chain(others.map(|(text, kind)| (day(text), kind))),
    )
}

fn unit(name: &str) -> TermUnit {
    TermUnit::from_name(name).unwrap()
}

/// `arrival` and the answer are written `2026-11-20 16:50`.
#[track_caller]
fn check(arrival: &str, amount: u16, unit_name: &str, cutoff: Option<u8>, expected: &str) {
    let (date, time) = arrival.split_once(' ').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    let arrival = Moment { date: day(date), time: Time::new(hour.parse().unwrap(), minute.parse().unwrap()) };
    let term = Term { unit: unit(unit_name), amount };
    let due = calendar().due(arrival, term, cutoff.map(|hour| Time::new(hour, 0)));
    assert_eq!(format!("{} {}", due.at.date, due.at.time), expected);
}

#[test]
fn reference_cases_of_the_requirements() {
    check("2026-11-20 16:50", 1, "working-day", None, "2026-11-23 17:00");
    check("2026-02-12 09:00", 2, "working-day", None, "2026-02-23 17:00");
    check("2026-04-24 09:00", 3, "working-day", None, "2026-05-04 17:00");
    check("2026-11-23 09:00", 1, "working-day", None, "2026-11-25 17:00");
}

#[test]
fn after_the_cut_off_the_next_working_day_receives() {
    check("2026-11-17 14:59", 1, "working-day", Some(15), "2026-11-18 17:00");
    check("2026-11-17 15:00", 1, "working-day", Some(15), "2026-11-19 17:00");
    check("2026-11-17 15:01", 1, "working-day", Some(15), "2026-11-19 17:00");
    check("2026-11-20 15:00", 1, "working-day", Some(15), "2026-11-25 17:00");
}

#[test]
fn what_arrives_on_a_day_off_is_received_at_the_next_opening() {
    check("2026-11-21 10:00", 1, "working-day", None, "2026-11-25 17:00");
    check("2026-11-24 10:00", 3, "working-day", None, "2026-11-30 17:00");
    check("2026-11-20 17:00", 1, "working-day", None, "2026-11-25 17:00");
}

#[test]
fn swapped_days_work_as_the_decision_says() {
    check("2026-08-21 09:00", 1, "working-day", None, "2026-08-22 17:00");
    check("2026-08-28 09:00", 1, "working-day", None, "2026-09-03 17:00");
}

#[test]
fn working_hours_pass_over_noon_and_night() {
    check("2026-11-19 10:30", 8, "working-hour", None, "2026-11-20 11:00");
    check("2026-11-20 16:00", 8, "working-hour", None, "2026-11-23 16:30");
    check("2026-11-20 12:00", 1, "working-hour", None, "2026-11-20 14:30");
    check("2026-11-20 06:00", 1, "working-hour", None, "2026-11-20 08:30");
}

#[test]
fn calendar_days_and_months_that_end_on_a_day_off_end_on_the_next_working_day() {
    check("2026-11-16 09:00", 8, "calendar-day", None, "2026-11-25 17:00");
    check("2026-10-22 09:00", 1, "month", None, "2026-11-23 17:00");
    check("2026-10-21 09:00", 1, "month", None, "2026-11-23 17:00");
}

#[test]
fn a_count_into_a_year_without_decision_is_not_certain() {
    let term = Term { unit: TermUnit::WorkingDay, amount: 5 };
    let due = |date: &str| calendar().due(Moment { date: day(date), time: Time::new(9, 0) }, term, None);
    assert!(due("2026-11-16").certain);
    assert!(!due("2026-12-29").certain);
    assert!(!due("2030-01-02").certain);
}

fn any_day() -> impl Strategy<Value = Date> {
    (0i32..800).prop_map(|days| day("2025-12-01").plus_days(days))
}

fn any_unit() -> impl Strategy<Value = TermUnit> {
    prop::sample::select(TermUnit::NAMED.map(|(_, unit)| unit).to_vec())
}

proptest! {
    #[test]
    fn a_term_ends_on_a_working_day_after_receipt(date in any_day(), minutes in 0u16..1440, unit in any_unit(), amount in 1u16..60) {
        let calendar = calendar();
        let arrival = Moment { date, time: Time::from_minutes(minutes) };
        let due = calendar.due(arrival, Term { unit, amount }, None);
        prop_assert!(calendar.works_on(due.at.date));
        prop_assert!(due.at > arrival);
    }

    #[test]
    fn a_longer_term_never_ends_earlier(date in any_day(), unit in any_unit(), amount in 1u16..60) {
        let calendar = calendar();
        let arrival = Moment { date, time: Time::new(9, 0) };
        let end = |amount| calendar.due(arrival, Term { unit, amount }, None).at;
        prop_assert!(end(amount) <= end(amount + 1));
    }

    #[test]
    fn arriving_later_never_ends_earlier(date in any_day(), unit in any_unit(), amount in 1u16..60, minutes in 0u16..1439) {
        let calendar = calendar();
        let end = |minutes| calendar.due(Moment { date, time: Time::from_minutes(minutes) }, Term { unit, amount }, Some(Time::new(15, 0))).at;
        prop_assert!(end(minutes) <= end(minutes + 1));
    }

    #[test]
    fn the_compact_line_reads_back(days in prop::collection::btree_map(0i32..730, 0usize..4, 0..40), official in any::<bool>()) {
        let kinds = [DayKind::Holiday, DayKind::Compensation, DayKind::SwappedOff, DayKind::SwappedWorkday];
        let status = if official { YearStatus::Official } else { YearStatus::Computed };
        let days = days.into_iter().map(|(after, kind)| (day("2026-01-01").plus_days(after), kinds[kind]));
        let calendar = WorkingCalendar::new([(2026, YearStatus::Official), (2027, status)], days);
        prop_assert_eq!(WorkingCalendar::from_compact(&calendar.to_compact(2026)), Ok(calendar));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,40}") {
        let _ = WorkingCalendar::from_compact(&text);
    }
}
