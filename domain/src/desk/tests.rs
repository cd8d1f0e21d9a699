//! What the pure parts of the desk promise.

use super::*;
use crate::{
    calendar::{Due, WorkingCalendar, YearStatus},
    date::{Moment, Time},
    dossier::{Actor, Dossier, Happening, Lateness, Outcome, SupplementRequest},
};

fn at(day: &str, hour: u8) -> Timestamp {
    Timestamp::from_moment(Moment { date: day.parse().unwrap(), time: Time::new(hour, 0) })
}

fn calendar() -> WorkingCalendar {
    WorkingCalendar::new([(2026, YearStatus::Official)], [])
}

fn submitted() -> Dossier {
    let what = Happening::Submitted { channel: ChannelKind::Online };
    Dossier::begin(&Event { at: at("2026-11-23", 9), by: Actor::Owner, what }).unwrap()
}

/// What comes of a deed on Monday at nine, of a guide whose term nobody is sure of.
fn made(dossier: &Dossier, deed: Deed) -> Result<Happening, Lacking> {
    let calendar = calendar();
    let deadline = Deadlines { guide: None, case: None };
    deed.happening(&Setting { now: at("2026-11-23", 9), calendar: &calendar, dossier, deadline })
}

#[test]
fn without_a_sure_term_the_officer_names_the_day() {
    let accept = |due: Option<&str>| made(&submitted(), Deed::Accept { due: due.map(|day| day.parse().unwrap()) });
    assert_eq!(accept(None), Err(Lacking::DueDay));
    assert_eq!(accept(Some("2026-11-20")), Err(Lacking::PastDay));
    let closing = |day: &str| Due { at: Moment { date: day.parse().unwrap(), time: Time::new(17, 0) }, certain: true };
    assert_eq!(accept(Some("2026-11-26")), Ok(Happening::Accepted { due: Some(closing("2026-11-26")) }));
    // A Saturday becomes the Monday after it.
    assert_eq!(accept(Some("2026-11-28")), Ok(Happening::Accepted { due: Some(closing("2026-11-30")) }));
}

#[test]
fn a_supplement_before_acceptance_starts_no_clock() {
    let deed = Deed::AnswerSupplement { fields: vec!["ho-ten".to_owned()], papers: Vec::new(), due: None };
    assert!(matches!(made(&submitted(), deed), Ok(Happening::SupplementAnswered { due: None, .. })));
}

#[test]
fn every_deed_makes_the_move_it_names() {
    let deeds = [
        Deed::Refuse { reason: "Sai nơi".to_owned() },
        Deed::HandOver { to: "Tư pháp".to_owned() },
        Deed::AskSupplement { request: SupplementRequest::default() },
        Deed::GrantWithdrawal,
        Deed::Propose { outcome: Outcome::Granted, text: String::new() },
        Deed::IssueSlip { slip: SlipKind::Receipt },
        Deed::ReplaceKey,
    ];
    for deed in deeds {
        let what = deed.what();
        assert_eq!(made(&submitted(), deed).map(|happening| happening.kind()), Ok(what));
    }
}

#[test]
fn chips_tell_the_answer_before_acceptance_and_the_result_after_it() {
    let calendar = calendar();
    let chip = |status, due, still, now| Chip::of(status, at("2026-11-23", 9), due, still, now, &calendar);
    let due = Some(Due { at: at("2026-11-26", 17).moment(), certain: true });
    let answer = |lateness| Some(Chip { promise: Promise::Answer, lateness });
    let result = |lateness| Some(Chip { promise: Promise::Result, lateness });
    assert_eq!(chip(Status::Submitted, None, None, at("2026-11-23", 10)), answer(Lateness::DueIn(1)));
    assert_eq!(chip(Status::Submitted, None, None, at("2026-11-25", 10)), answer(Lateness::Late(1)));
    assert_eq!(chip(Status::Processing, due, None, at("2026-11-24", 10)), result(Lateness::DueIn(2)));
    assert_eq!(chip(Status::Processing, due, None, at("2026-11-26", 10)), result(Lateness::DueToday(Time::new(17, 0))));
    assert_eq!(chip(Status::Processing, due, None, at("2026-11-30", 8)), result(Lateness::Late(2)));
    assert_eq!(chip(Status::Processing, None, None, at("2026-11-30", 8)), None);
    // What waits or ended in time has no chip; what ended late keeps it.
    assert_eq!(chip(Status::Returned, due, Some(at("2026-11-25", 8)), at("2026-12-30", 8)), None);
    assert_eq!(chip(Status::Returned, due, Some(at("2026-11-27", 8)), at("2026-12-30", 8)), result(Lateness::Late(1)));
}

#[test]
fn deeds_and_views_have_steady_names() {
    let act = Act { version: 3, deed: Deed::Accept { due: None } };
    assert_eq!(serde_json::to_string(&act).unwrap(), r#"{"version":3,"deed":{"move":"accept","due":null}}"#);
    assert_eq!(serde_json::from_str::<Act>(r#"{"version":3,"deed":{"move":"grant-withdrawal"}}"#).unwrap().deed, Deed::GrantWithdrawal);
    for (key, view) in View::NAMED {
        assert_eq!((view.key(), View::from_key(key)), (key, Some(view)));
        assert_eq!(serde_json::to_string(&view).unwrap(), format!("\"{key}\""));
    }
}
