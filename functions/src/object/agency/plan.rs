//! What moves would do to a dossier, before anything is written.

use domain::{
    dossier::{Actor, Dossier, Event, Happening, Refusal},
    timestamp::Timestamp,
};

/// An event with the state it leads to.
pub(super) type Step = (Event, Dossier);

/// Folds moves one after the other; the first that is refused refuses all.
/// A clock that was set back does not stop anybody: what follows happens at the same instant as what was before.
pub(super) fn plan(dossier: &Dossier, by: &Actor, deeds: &[Happening], now: Timestamp) -> Result<Vec<Step>, Refusal> {
    let mut steps: Vec<Step> = Vec::with_capacity(deeds.len());
    for what in deeds {
        let before = steps.last().map_or(dossier, |(_, after)| after);
        let event = Event { at: now.max(before.changed_at), by: by.clone(), what: what.clone() };
        let after = before.apply(&event)?;
        steps.push((event, after));
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        dossier::{Status, Why},
        procedure::ChannelKind,
    };

    fn submitted() -> Dossier {
        let what = Happening::Submitted { channel: ChannelKind::Online };
        Dossier::begin(&Event { at: Timestamp(1_000), by: Actor::Owner, what }).unwrap()
    }

    #[test]
    fn all_moves_are_made_or_none() {
        let officer = Actor::Officer { id: "lan".to_owned(), name: "Lan".to_owned() };
        let accept = || Happening::Accepted { due: None };
        let hand_over = Happening::HandedOver { to: "Tư pháp".to_owned() };
        let steps = plan(&submitted(), &officer, &[accept(), hand_over], Timestamp(2_000)).unwrap();
        assert_eq!(steps.iter().map(|(_, after)| after.status).collect::<Vec<_>>(), [Status::Accepted, Status::Processing]);
        let refused = plan(&submitted(), &officer, &[accept(), accept()], Timestamp(2_000)).unwrap_err();
        assert_eq!(refused.why, Why::Status);
    }

    #[test]
    fn a_clock_that_was_set_back_stops_nobody() {
        let what = Happening::WithdrawalAsked { reason: "Nộp nhầm nơi".to_owned() };
        let steps = plan(&submitted(), &Actor::Owner, &[what], Timestamp(500)).unwrap();
        assert_eq!(steps.first().map(|(event, _)| event.at), Some(Timestamp(1_000)));
    }
}
