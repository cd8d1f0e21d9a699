//! Invariants of requirements §4.2 on random records, mostly legal with wrong moves thrown in.

use super::*;
use proptest::prelude::*;

/// One throw: which of the fitting moves, how many minutes later, whether to try any move at all instead, and by whom.
type Throw = (usize, i64, Option<(usize, u8)>);

fn throws() -> impl Strategy<Value = Vec<Throw>> {
    let wrong = prop::option::weighted(0.2, (0usize..24, 0u8..3));
    prop::collection::vec((0usize..24, -30i64..3_000, wrong), 0..60)
}

/// Plays the throws; returns the record that was kept, with the dossier after each event.
fn play(throws: &[Throw]) -> Result<Vec<(Event, Dossier)>, TestCaseError> {
    let start = at("2026-11-16 08:00");
    let first = event(start, sample(Move::Submit, start));
    let dossier = Dossier::begin(&first).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
    let mut kept = vec![(first, dossier)];
    for (choice, minutes, wrong) in throws {
        let (_, dossier) = kept.last().unwrap();
        let when = dossier.changed_at.plus_milliseconds(minutes * 60_000);
        let fitting: Vec<Move> = dossier.fitting().collect();
        let next = match wrong {
            Some((what, by)) => {
                let by = [Actor::Owner, officer(), Actor::System][usize::from(*by)].clone();
                Event { at: when, by, what: sample(Move::NAMED[*what].1, when) }
            }
            None => event(when, sample(fitting[choice % fitting.len()], when)),
        };
        let what = next.what.kind();
        match dossier.apply(&next) {
            Ok(after) => kept.push((next, after)),
            Err(refusal) => {
                prop_assert_eq!((refusal.what, refusal.from), (what, Some(dossier.status)));
                prop_assert_eq!(refusal.why == Why::Status, !what.fits(dossier.status), "{}", refusal);
                prop_assert!(wrong.is_some() || *minutes < 0 || matches!(what, Move::Reschedule | Move::IssueSlip), "{}", refusal);
            }
        }
    }
    Ok(kept)
}

proptest! {
    #[test]
    fn replaying_the_record_gives_the_state(throws in throws()) {
        let kept = play(&throws)?;
        let record: Vec<&Event> = kept.iter().map(|(event, _)| event).collect();
        for (count, (_, dossier)) in (1..).zip(&kept) {
            let replayed = Dossier::replay(record.iter().copied().take(count));
            prop_assert_eq!(replayed.as_ref(), Ok(dossier));
            prop_assert_eq!(usize::try_from(dossier.version), Ok(count));
        }
    }

    #[test]
    fn a_record_survives_being_written_down(throws in throws()) {
        for (event, dossier) in play(&throws)? {
            let written = serde_json::to_string(&(&event, &dossier)).unwrap();
            prop_assert_eq!(serde_json::from_str::<(Event, Dossier)>(&written).unwrap(), (event, dossier));
        }
    }

    #[test]
    fn every_step_is_one_the_table_knows(throws in throws()) {
        let kept = play(&throws)?;
        for pair in kept.windows(2) {
            let [(_, before), (event, after)] = pair else { continue };
            prop_assert!(before.status == after.status || before.status.may_become(after.status), "{:?}", event.what);
            prop_assert!(before.changed_at <= after.changed_at);
            let reopened = matches!(event.what, Happening::Reopened { .. }) && before.status == Status::Returned;
            prop_assert!(!before.status.is_closed() || after.status == before.status || reopened);
            prop_assert!(before.first_ended.is_none() || after.first_ended == before.first_ended);
            prop_assert!(reopened || before.missed.is_none() || after.missed == before.missed);
            prop_assert!(before.status == after.status || event.what.tells_owner());
        }
    }

    #[test]
    fn a_state_never_contradicts_itself(throws in throws()) {
        let mut resolved_before = false;
        for (event, dossier) in play(&throws)? {
            resolved_before |= dossier.status == Status::Resolved;
            let has_result = matches!(dossier.status, Status::Resolved | Status::Returned);
            prop_assert_eq!(dossier.resolution.is_some(), has_result);
            prop_assert_eq!(dossier.returned.is_some(), dossier.status == Status::Returned);
            prop_assert!(dossier.status != Status::Returned || resolved_before);
            prop_assert_eq!(dossier.ended.is_some(), has_result || dossier.status.is_closed());
            prop_assert_eq!(dossier.paused_since().is_some(), dossier.status.pauses(), "{:?}", event.what);
            prop_assert_eq!(dossier.withdrawal.is_some() && dossier.ended.is_none(), dossier.status == Status::WithdrawalRequested);
            prop_assert_eq!(dossier.open_request().is_some(), dossier.standing() == Status::SupplementRequired);
            prop_assert_eq!(dossier.open_payment().is_some(), dossier.standing() == Status::PaymentRequired);
            let in_office = matches!(dossier.status, Status::Accepted | Status::Processing | Status::Resolved | Status::Returned);
            prop_assert!(!in_office || dossier.received_at.is_some());
        }
    }

    #[test]
    fn a_move_that_is_offered_is_permitted(throws in throws(), roles in prop::sample::subsequence(Role::NAMED.to_vec(), 0..=4)) {
        let roles: Vec<Role> = roles.into_iter().map(|(_, role)| role).collect();
        for (_, dossier) in play(&throws)? {
            let offered = dossier.moves(&roles);
            for (_, what) in Move::NAMED {
                prop_assert_eq!(dossier.permit(what, &roles).is_ok(), offered.contains(&what), "{:?}", what);
            }
        }
    }
}
