//! The browser and the Worker judge the same answers, and must say the same: whatever chance types, sane or not.

use super::{FORMS, PUBLISHED, begun, chance, day, mended, one_of};
use domain::{
    address::Unloaded,
    calendar::WorkingCalendar,
    code::AgencyCode,
    form::{Circumstances, Fault, Form, PapersHeld, RawAnswers, Verdict, Wrong, check},
};
use proptest::prelude::*;

/// What people type, paste, or make a program send where something else is asked.
const ODD: [&str; 20] = [
    "",
    "  ",
    "0",
    "-1",
    "1,5",
    "1.000.000",
    "99999999999999999999",
    "31",
    "02",
    "1899",
    "31/2/2026",
    "2026-11-21",
    "co",
    "khac",
    "a\u{301}",
    "<b>đậm</b>",
    "09123",
    "không có",
    "H99.12.1",
    "\u{0}\u{feff}",
];

/// Puts something odd into some of the boxes that stand there.
fn spoilt(raw: &RawAnswers, seed: u64) -> RawAnswers {
    let pairs = raw.iter().flat_map(|(path, values)| values.iter().map(move |value| (path.to_owned(), value.clone())));
    let spoil = |(path, value): (String, String)| {
        let chance = chance(seed, &path, 1000);
        let value = if chance.is_multiple_of(5) { one_of(&ODD, chance >> 8).to_owned() } else { value };
        (path, value)
    };
    pairs.map(spoil).collect()
}

/// Judges as the page does: the form as it was sent there, the days off as its line tells them, no list of places.
fn in_browser(form: &Form, raw: &RawAnswers, offices: &[AgencyCode]) -> Verdict {
    let sent = postcard::to_allocvec(form).unwrap();
    let form: Form = postcard::from_bytes(&sent).unwrap();
    let calendar = WorkingCalendar::from_compact(&PUBLISHED.calendar.to_compact(day().year())).unwrap();
    check(&form, raw, &Circumstances { today: day(), calendar: &calendar, places: &Unloaded, offices, papers: PapersHeld::AskedLater })
}

fn in_worker(form: &Form, raw: &RawAnswers, offices: &[AgencyCode]) -> Verdict {
    let (calendar, places) = (&PUBLISHED.calendar, &PUBLISHED.places);
    check(form, raw, &Circumstances { today: day(), calendar, places, offices, papers: PapersHeld::AskedLater })
}

/// Parts the faults of addresses from all others: only the Worker has the list of places, so it may find more of these, and another part.
fn split<'f>(form: &'f Form, faults: &'f [Fault]) -> (Vec<&'f Fault>, Vec<&'f str>) {
    let no_place = |fault: &&Fault| matches!(fault.wrong, Wrong::CommuneElsewhere | Wrong::NoProvince | Wrong::NoCommune | Wrong::NoStreet);
    let places = faults.iter().filter(no_place).map(|fault| form.question_path(&fault.path)).collect();
    (faults.iter().filter(|fault| !no_place(fault)).collect(), places)
}

#[track_caller]
fn same(form: &Form, raw: &RawAnswers) {
    let guide = PUBLISHED.procedure(form.procedure.as_str()).unwrap();
    let offices: Vec<AgencyCode> = PUBLISHED.receivers(guide).map(|agency| agency.code.clone()).collect();
    let (browser, worker) = (in_browser(form, raw, &offices), in_worker(form, raw, &offices));
    let (here, there) = (split(form, &browser.faults), split(form, &worker.faults));
    assert_eq!(here.0, there.0, "{}: {raw:?}", form.procedure);
    assert!(here.1.iter().all(|path| there.1.contains(path)), "{}: {raw:?}", form.procedure);
    if browser.faults == worker.faults {
        assert_eq!(browser, worker, "{}: {raw:?}", form.procedure);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn browser_and_worker_say_the_same(seed: u64) {
        for form in *FORMS {
            let (some, all) = (begun(form, seed), mended(form, seed).0);
            for raw in [&some, &all] {
                same(form, raw);
                same(form, &spoilt(raw, seed));
            }
        }
    }
}
