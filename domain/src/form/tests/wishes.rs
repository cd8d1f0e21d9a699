//! A wish for a day and half of it.

use super::*;
use crate::calendar::{DayKind, WorkingCalendar, YearStatus};
use proptest::prelude::*;

/// Tuesday 24 November is a holiday, Saturday 28 is worked instead.
fn calendar() -> WorkingCalendar {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let days = [(day("2026-11-24"), DayKind::Holiday), (day("2026-11-28"), DayKind::SwappedWorkday)];
    WorkingCalendar::new([(2026, YearStatus::Official)], days)
}

fn form() -> Form {
    let wish = Question { optional: true, ..question("hen", Kind::Appointment(Appointment { within: 4 })) };
    Form { pages: vec![page("hen", Vec::new(), vec![wish])], applicant: None, papers: Vec::new(), fees: Vec::new(), ..super::form() }
}

fn judged(raw: &RawAnswers) -> Verdict {
    let calendar = calendar();
    let places = crate::address::Unloaded;
    let now = Circumstances { today: today(), calendar: &calendar, places: &places, offices: &[], papers: PapersHeld::AskedLater };
    super::super::check(&form(), raw, &now)
}

#[track_caller]
fn check(pairs: &[(&str, &str)], expected: Result<&str, (&str, Wrong)>) {
    let verdict = judged(&pairs.iter().copied().collect());
    let form = form();
    let said = verdict.answers.get("hen").map(|answer| answer_text(form.question("hen").unwrap(), answer, &places(), &[]));
    let fault = verdict.faults.first().map(|fault| (fault.path.as_str(), fault.wrong.clone()));
    assert_eq!(fault.map_or_else(|| Ok(said.unwrap_or_default()), Err), expected.map(ToOwned::to_owned), "{pairs:?}");
}

#[test]
fn a_wish_is_a_working_day_soon_and_half_of_it() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let outside = |path| Err((path, Wrong::DayOutside { first: day("2026-11-23"), last: day("2026-11-27") }));
    check(&[], Ok(""));
    check(
        &[("hen.day", "25"), ("hen.month", "11"), ("hen.year", "2026"), ("hen.half", "sang")],
        Ok("Buổi sáng, 25/11/2026 (mong muốn, chưa phải lịch hẹn)"),
    );
    check(&[("hen", "23/11/2026"), ("hen.half", "chieu")], Ok("Buổi chiều, 23/11/2026 (mong muốn, chưa phải lịch hẹn)"));
    check(&[("hen", "24/11/2026"), ("hen.half", "sang")], Err(("hen", Wrong::DayOff(day("2026-11-25")))));
    check(&[("hen", "21/11/2026"), ("hen.half", "sang")], outside("hen"));
    check(&[("hen", "28/11/2026"), ("hen.half", "sang")], outside("hen"));
    check(&[("hen", "25/11/2026")], Err(("hen.half", Wrong::NoHalf)));
    check(&[("hen", "25/11/2026"), ("hen.half", "trua")], Err(("hen.half", Wrong::NoHalf)));
    check(&[("hen.half", "sang")], Err(("hen", Wrong::DateIncomplete)));
}

proptest! {
    #[test]
    fn whatever_is_taken_is_worked_on_and_taken_again(ahead in -9_i32..30, half in "(sang|chieu|x)") {
        let wished = today().plus_days(ahead);
        let raw: RawAnswers = [("hen".to_owned(), wished.to_string()), ("hen.half".to_owned(), half)].into_iter().collect();
        let first = judged(&raw);
        prop_assert_eq!(&judged(&raw), &first);
        if let Some(Answer::Wish(wish)) = first.answers.get("hen") {
            prop_assert!(calendar().works_on(wish.day) && wish.day > today());
            prop_assert_eq!(&judged(&first.answers.to_raw()), &first);
        }
    }
}
