//! Reference journeys, as data: what happens when, and where it leads or why it is refused.

use super::*;
use Move::{
    Accept, AnswerSupplement, AskPayment, AskSupplement, AskWithdrawal, CancelWithdrawal, ConfirmPayment, DeclineWithdrawal,
    GrantWithdrawal, HandOver, Propose, Refuse, Remark, Reopen, Resolve, Return, Stop, Submit, WriteToOffice,
};

/// Each step is a move an hour after the one before, and the code of the status it leads to; 0 when the status refuses it.
#[track_caller]
fn check(steps: &[(Move, u8)]) {
    let start = at("2026-11-16 08:00");
    let mut dossier: Option<Dossier> = None;
    for (hour, (what, code)) in (0..).zip(steps) {
        let when = start.plus_milliseconds(hour * 3_600_000);
        let event = event(when, sample(*what, when));
        let next = dossier.as_ref().map_or_else(|| Dossier::begin(&event), |dossier| dossier.apply(&event));
        match next {
            Ok(next) => {
                assert_eq!(next.status.code(), *code, "step {hour}: {what:?}");
                dossier = Some(next);
            }
            Err(refusal) => assert_eq!((0, Why::Status), (*code, refusal.why), "step {hour}: {refusal}"),
        }
    }
}

#[test]
fn journeys_that_end_with_a_result() {
    check(&[(Submit, 1), (Accept, 2), (HandOver, 4), (Propose, 4), (Resolve, 9), (Return, 10)]);
    check(&[(Submit, 1), (Accept, 2), (Resolve, 9), (Return, 10), (AskWithdrawal, 0), (Remark, 10)]);
    check(&[(Submit, 1), (AskSupplement, 5), (Accept, 0), (AnswerSupplement, 1), (Accept, 2)]);
    check(&[(Submit, 1), (Accept, 2), (AskSupplement, 5), (AnswerSupplement, 4), (Resolve, 9)]);
    check(&[(Submit, 1), (AskPayment, 6), (ConfirmPayment, 2), (HandOver, 4), (AskPayment, 6), (ConfirmPayment, 4), (HandOver, 4)]);
    check(&[(Submit, 1), (Accept, 2), (AskPayment, 6), (ConfirmPayment, 2)]);
    check(&[(Submit, 1), (Accept, 2), (HandOver, 4), (Resolve, 9), (Return, 10), (Reopen, 4), (Resolve, 9), (Return, 10)]);
}

#[test]
fn journeys_that_end_without_a_result() {
    check(&[(Submit, 1), (Refuse, 3), (Accept, 0), (Reopen, 0), (AskWithdrawal, 0), (WriteToOffice, 3)]);
    check(&[(Submit, 1), (AskWithdrawal, 7), (GrantWithdrawal, 8), (Reopen, 0)]);
    check(&[(Submit, 1), (Accept, 2), (HandOver, 4), (Stop, 8), (Resolve, 0)]);
    check(&[(Submit, 1), (AskSupplement, 5), (Stop, 8)]);
    check(&[(Submit, 1), (AskPayment, 6), (Stop, 8)]);
}

#[test]
fn a_declined_withdrawal_restores_what_was() {
    check(&[(Submit, 1), (AskWithdrawal, 7), (DeclineWithdrawal, 1), (Accept, 2), (AskWithdrawal, 7), (CancelWithdrawal, 2)]);
    check(&[(Submit, 1), (Accept, 2), (HandOver, 4), (AskPayment, 6), (AskWithdrawal, 7), (CancelWithdrawal, 6), (ConfirmPayment, 4)]);
    check(&[(Submit, 1), (AskSupplement, 5), (AskWithdrawal, 7), (DeclineWithdrawal, 5), (AnswerSupplement, 1)]);
}

#[test]
fn what_the_table_does_not_know_is_refused() {
    check(&[(Submit, 1), (Submit, 0), (HandOver, 0), (Resolve, 0), (Return, 0), (Stop, 0), (GrantWithdrawal, 0)]);
    check(&[(Submit, 1), (Accept, 2), (Accept, 0), (Refuse, 0), (Stop, 0), (Return, 0), (Propose, 0)]);
    check(&[(Submit, 1), (Accept, 2), (HandOver, 4), (Resolve, 9), (AskWithdrawal, 0), (AskSupplement, 0), (Stop, 0), (Reopen, 0)]);
}

/// Begins on Monday 2026-11-16 08:00, accepted at 09:00 with this due time, handed over at 10:00.
fn in_process(due_at: &str) -> Dossier {
    let accepted = Happening::Accepted { due: Some(due(due_at)) };
    let record = [
        event(at("2026-11-16 08:00"), sample(Submit, Timestamp(0))),
        event(at("2026-11-16 09:00"), accepted),
        event(at("2026-11-16 10:00"), sample(HandOver, Timestamp(0))),
    ];
    Dossier::replay(&record).unwrap()
}

#[track_caller]
fn check_why(dossier: &Dossier, when: &str, what: Happening, why: Option<Why>) {
    assert_eq!(dossier.apply(&event(at(when), what)).err().map(|refusal| refusal.why), why);
}

#[test]
fn a_due_time_moves_once_and_a_day_ahead() {
    let dossier = in_process("2026-11-19 17:00");
    let to = |text| Happening::Rescheduled { due: due(text), reason: "Chờ xác minh".to_owned() };
    check_why(&dossier, "2026-11-18 17:00", to("2026-11-20 17:00"), None);
    check_why(&dossier, "2026-11-18 17:01", to("2026-11-20 17:00"), Some(Why::TooLate));
    check_why(&dossier, "2026-11-17 08:00", to("2026-11-19 17:00"), Some(Why::NotLater));
    let moved = dossier.apply(&event(at("2026-11-17 08:00"), to("2026-11-23 17:00"))).unwrap();
    assert_eq!((moved.due, moved.first_due), (Some(due("2026-11-23 17:00")), Some(due("2026-11-19 17:00"))));
    assert!(moved.slips().contains(&SlipKind::Apology));
    check_why(&moved, "2026-11-18 08:00", to("2026-11-25 17:00"), Some(Why::Rescheduled));
}

#[test]
fn everything_is_asked_once() {
    let dossier = in_process("2026-11-19 17:00");
    let ask = |request| Happening::SupplementAsked { request };
    check_why(
        &dossier,
        "2026-11-16 11:00",
        ask(SupplementRequest { reason: "Thiếu".to_owned(), ..Default::default() }),
        Some(Why::NothingAsked),
    );
    check_why(&dossier, "2026-11-16 11:00", ask(SupplementRequest { reason: " ".to_owned(), ..request(None, None) }), Some(Why::NoReason));
    let nothing = Happening::PaymentAsked { amount: Dong(0), basis: "Lệ phí".to_owned(), until: None };
    check_why(&dossier, "2026-11-16 11:00", nothing, Some(Why::NothingAsked));
    let asked = dossier.apply(&event(at("2026-11-16 11:00"), ask(request(Some("2026-11-20"), None)))).unwrap();
    assert_eq!(asked.open_request().map(|asked| asked.stage), Some(Status::Processing));
    check_why(&asked, "2026-11-20 23:59", sample(Stop, Timestamp(0)), Some(Why::StillTime("2026-11-20".parse().unwrap())));
    check_why(&asked, "2026-11-21 00:00", sample(Stop, Timestamp(0)), None);
    let answered = asked.apply(&event(at("2026-11-17 08:00"), sample(AnswerSupplement, at("2026-11-17 08:00")))).unwrap();
    assert_eq!((answered.due, answered.open_request()), (Some(due("2026-11-20 17:00")), None));
    check_why(&answered, "2026-11-17 09:00", ask(request(None, None)), Some(Why::SecondRequest));
    check_why(&answered, "2026-11-17 09:00", ask(request(None, Some("Ý kiến của Chủ tịch"))), None);
}

#[test]
fn wrong_hands_and_wrong_times_are_refused() {
    let dossier = in_process("2026-11-19 17:00");
    let by = |by, what| dossier.apply(&Event { at: at("2026-11-16 11:00"), by, what }).err().map(|refusal| refusal.why);
    assert_eq!(by(Actor::Owner, sample(Resolve, Timestamp(0))), Some(Why::Actor));
    assert_eq!(by(officer(), sample(AskWithdrawal, Timestamp(0))), Some(Why::Actor));
    assert_eq!(by(Actor::System, sample(Stop, Timestamp(0))), Some(Why::Actor));
    check_why(&dossier, "2026-11-16 09:59", sample(Remark, Timestamp(0)), Some(Why::Time));
    check_why(&dossier, "2026-11-16 10:00", sample(Remark, Timestamp(0)), None);
    let slip = |slip| Happening::SlipIssued { slip, number: "1/TNHS".to_owned() };
    check_why(&dossier, "2026-11-16 11:00", slip(SlipKind::Receipt), None);
    check_why(&dossier, "2026-11-16 11:00", slip(SlipKind::Register), Some(Why::NoGround));
    let refused = Outcome::Refused { reason: String::new() };
    check_why(&dossier, "2026-11-16 11:00", Happening::Resolved { outcome: refused, text: String::new(), file: None }, Some(Why::NoReason));
}

#[test]
fn a_record_begins_with_a_submission() {
    let empty: [Event; 0] = [];
    assert_eq!(Dossier::replay(&empty).err().map(|refusal| refusal.why), Some(Why::NotSubmitted));
    let accepted = event(Timestamp(0), sample(Accept, Timestamp(0)));
    assert_eq!(Dossier::begin(&accepted).unwrap_err().to_string(), "accept from nothing: nothing was submitted");
    let refused = in_process("2026-11-19 17:00").apply(&event(at("2026-11-17 08:00"), sample(Return, Timestamp(0))));
    assert_eq!(refused.unwrap_err().to_string(), "return from processing: the status does not allow it");
}
