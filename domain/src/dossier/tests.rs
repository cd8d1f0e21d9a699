//! What must hold of every dossier: reference journeys, and the invariants of requirements §4.2 on random records.

use super::*;
use crate::date::{Moment, Time};

mod journeys;
mod lateness;
mod properties;
mod roles;

/// `2026-11-16 09:00`, a time in Vietnam.
fn moment(text: &str) -> Moment {
    let (date, time) = text.split_once(' ').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    Moment { date: date.parse().unwrap(), time: Time::new(hour.parse().unwrap(), minute.parse().unwrap()) }
}

fn at(text: &str) -> Timestamp {
    Timestamp::from_moment(moment(text))
}

fn due(text: &str) -> Due {
    Due { at: moment(text), certain: true }
}

fn officer() -> Actor {
    Actor::Officer { id: "lan".to_owned(), name: "Nguyễn Thị Lan".to_owned() }
}

/// Who makes a move when nothing is wrong.
fn usual_actor(what: Move) -> Actor {
    if what.for_owner() { Actor::Owner } else { officer() }
}

fn event(when: Timestamp, what: Happening) -> Event {
    Event { at: when, by: usual_actor(what.kind()), what }
}

fn request(until: Option<&str>, second_basis: Option<&str>) -> SupplementRequest {
    SupplementRequest {
        fields: vec!["noi-o.street".to_owned()],
        papers: vec!["giay-chung-sinh".to_owned()],
        note: "Chụp lại giấy chứng sinh cho rõ.".to_owned(),
        reason: "Ảnh mờ, không đọc được số.".to_owned(),
        until: until.map(|day| day.parse().unwrap()),
        second_basis: second_basis.map(str::to_owned),
    }
}

/// A happening of each kind with nothing wrong in it; `when` gives due times that lie ahead.
fn sample(what: Move, when: Timestamp) -> Happening {
    let text = || "Lời giải thích".to_owned();
    let later = |days| Due { at: Moment { date: when.moment().date.plus_days(days), time: Time::new(17, 0) }, certain: true };
    match what {
        Move::Submit => Happening::Submitted { channel: ChannelKind::Online },
        Move::Accept => Happening::Accepted { due: Some(later(3)) },
        Move::Refuse => Happening::Refused { reason: text() },
        Move::HandOver => Happening::HandedOver { to: text() },
        Move::AskSupplement => Happening::SupplementAsked { request: request(None, Some("Chủ tịch đồng ý")) },
        Move::AnswerSupplement => Happening::SupplementAnswered { fields: Vec::new(), papers: Vec::new(), due: Some(later(3)) },
        Move::AskPayment => Happening::PaymentAsked { amount: Dong(8_000), basis: text(), until: None },
        Move::ConfirmPayment => Happening::PaymentConfirmed { method: PaymentMethod::Desk, due: Some(later(3)) },
        Move::AskWithdrawal => Happening::WithdrawalAsked { reason: text() },
        Move::GrantWithdrawal => Happening::WithdrawalGranted,
        Move::DeclineWithdrawal => Happening::WithdrawalDeclined { reason: text(), due: Some(later(3)) },
        Move::CancelWithdrawal => Happening::WithdrawalCancelled { due: None },
        Move::Stop => Happening::Stopped { ground: text() },
        Move::Reschedule => Happening::Rescheduled { due: later(9), reason: text() },
        Move::Propose => Happening::Proposed { outcome: Outcome::Granted, text: text() },
        Move::Resolve => Happening::Resolved { outcome: Outcome::Granted, text: text(), file: None },
        Move::Return => Happening::Returned { method: DeliveryMethod::Desk, proof: None },
        Move::Reopen => Happening::Reopened { reason: text(), due: Some(later(3)) },
        Move::ReplaceKey => Happening::KeyReplaced,
        Move::Remark => Happening::Remarked { text: text() },
        Move::WriteToOwner => Happening::MessageToOwner { text: text() },
        Move::WriteToOffice => Happening::MessageFromOwner { text: text() },
        Move::CheckPapers => Happening::PapersChecked { ticks: vec!["giay-chung-sinh".to_owned()] },
        Move::IssueSlip => Happening::SlipIssued { slip: SlipKind::Receipt, number: "12/TNHS".to_owned() },
    }
}

#[test]
fn names_in_the_record_never_change() {
    let when = at("2026-11-16 09:00");
    let names: Vec<String> = Move::NAMED
        .into_iter()
        .map(|(_, what)| match serde_json::to_value(sample(what, when)).unwrap() {
            serde_json::Value::Object(tagged) => tagged.keys().next().unwrap().clone(),
            tag => tag.as_str().unwrap().to_owned(),
        })
        .collect();
    let expected = "submitted accepted refused handed_over supplement_asked supplement_answered payment_asked payment_confirmed \
                    withdrawal_asked withdrawal_granted withdrawal_declined withdrawal_cancelled stopped rescheduled proposed resolved \
                    returned reopened key_replaced remarked message_to_owner message_from_owner papers_checked slip_issued";
    assert_eq!(names.join(" "), expected);
    let accepted = Event { at: when, by: officer(), what: Happening::Accepted { due: Some(due("2026-11-19 17:00")) } };
    let written = serde_json::to_string(&accepted).unwrap();
    assert_eq!(
        written,
        r#"{"at":1794794400000,"by":{"officer":{"id":"lan","name":"Nguyễn Thị Lan"}},"what":{"accepted":{"due":{"at":{"date":20776,"time":{"minutes":1020}},"certain":true}}}}"#
    );
    let short = r#"{"at":1794794400000,"by":"owner","what":{"supplement_answered":{"papers":["don"]}}}"#;
    assert!(serde_json::from_str::<Event>(short).is_ok());
}

#[test]
fn names_of_moves_say_what_serde_says() {
    for (name, what) in Move::NAMED {
        assert_eq!(serde_json::to_value(what).unwrap(), name);
        assert_eq!((what.name(), Move::from_name(name), sample(what, Timestamp(0)).kind()), (name, Some(what), what));
    }
    for (name, status) in Status::NAMED {
        assert_eq!(serde_json::to_value(status).unwrap(), name);
    }
    for (name, slip) in SlipKind::NAMED {
        assert_eq!((serde_json::to_value(slip).unwrap(), SlipKind::from_key(name)), (name.into(), Some(slip)));
    }
    for (name, role) in Role::NAMED {
        assert_eq!((serde_json::to_value(role).unwrap(), Role::from_key(name)), (name.into(), Some(role)));
    }
}

#[test]
fn moves_that_need_words_have_them() {
    for (name, what) in Move::NAMED {
        let has_words = sample(what, Timestamp(0)).reason().is_some();
        assert_eq!(has_words, what.needs_reason() || what == Move::IssueSlip, "{name}");
    }
}
