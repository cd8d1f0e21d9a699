//! Who may do what: separation of duties.

use super::*;

fn dossier(moves: &[Move]) -> Dossier {
    let record: Vec<Event> = (0..).zip(moves).map(|(hour, what)| event(Timestamp(hour * 3_600_000), sample(*what, Timestamp(0)))).collect();
    Dossier::replay(&record).unwrap()
}

/// The moves of a role that belong to the status, without those that fit always.
#[track_caller]
fn check(dossier: &Dossier, role: Role, expected: &str) {
    let moves = dossier.moves(&[role]).into_iter().filter(|what| !Move::ALWAYS.contains(what));
    assert_eq!(moves.map(Move::name).collect::<Vec<_>>().join(" "), expected, "{role:?} in {:?}", dossier.status);
}

#[test]
fn the_bar_of_each_role() {
    let sent = dossier(&[Move::Submit]);
    check(&sent, Role::Receiver, "accept ask-supplement refuse ask-payment check-papers");
    check(&sent, Role::Handler, "check-papers");
    check(&sent, Role::Approver, "");
    let accepted = dossier(&[Move::Submit, Move::Accept]);
    check(&accepted, Role::Receiver, "hand-over ask-supplement ask-payment check-papers");
    check(&accepted, Role::Approver, "resolve reschedule");
    let processing = dossier(&[Move::Submit, Move::Accept, Move::HandOver]);
    check(&processing, Role::Receiver, "check-papers");
    check(&processing, Role::Handler, "propose ask-supplement ask-payment hand-over check-papers");
    check(&processing, Role::Approver, "resolve reschedule stop");
    let resolved = dossier(&[Move::Submit, Move::Accept, Move::HandOver, Move::Resolve]);
    check(&resolved, Role::Receiver, "return");
    check(&resolved, Role::Approver, "");
}

#[test]
fn who_looks_after_officers_moves_nothing() {
    for (_, status) in Status::NAMED {
        assert!(Move::NAMED.into_iter().all(|(_, what)| !what.roles(status).contains(&Role::Admin)));
    }
    assert_eq!(dossier(&[Move::Submit]).moves(&[Role::Admin]), []);
}

#[test]
fn nobody_who_examines_also_decides() {
    for (_, status) in Status::NAMED {
        for (name, what) in Move::NAMED.into_iter().filter(|(_, what)| *what != Move::IssueSlip) {
            let roles = what.roles(status);
            let words_only = Move::ALWAYS.contains(&what);
            assert!(words_only || !(roles.contains(&Role::Approver) && roles.len() > 1), "{name}");
        }
    }
}

#[test]
fn the_moves_of_the_owner() {
    let names = |moves: &[Move]| dossier(moves).moves_of_owner().into_iter().map(Move::name).collect::<Vec<_>>().join(" ");
    assert_eq!(names(&[Move::Submit]), "ask-withdrawal write-to-office");
    assert_eq!(names(&[Move::Submit, Move::AskSupplement]), "answer-supplement ask-withdrawal write-to-office");
    assert_eq!(names(&[Move::Submit, Move::AskWithdrawal]), "cancel-withdrawal write-to-office");
    assert_eq!(names(&[Move::Submit, Move::Accept, Move::Resolve]), "write-to-office");
}

#[test]
fn wrong_role_and_wrong_status_are_told_apart() {
    let processing = dossier(&[Move::Submit, Move::Accept, Move::HandOver]);
    let why = |what, roles: &[Role]| processing.permit(what, roles).err().map(|refusal| refusal.why);
    assert_eq!(why(Move::Resolve, &[Role::Approver]), None);
    assert_eq!(why(Move::Resolve, &[Role::Receiver, Role::Handler]), Some(Why::Role));
    assert_eq!(why(Move::Accept, &[Role::Receiver]), Some(Why::Status));
    assert_eq!(why(Move::Accept, &[Role::Handler]), Some(Why::Role));
    assert_eq!(why(Move::AskSupplement, &[Role::Receiver]), Some(Why::Role));
    assert_eq!(why(Move::AskSupplement, &[Role::Receiver, Role::Handler]), None);
    assert_eq!(why(Move::AskWithdrawal, &[Role::Receiver, Role::Handler, Role::Approver, Role::Admin]), Some(Why::Role));
}
