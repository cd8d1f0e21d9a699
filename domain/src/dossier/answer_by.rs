//! By when reception answers, hands over and asks: promised to the owner, watched by the desk.

use crate::{
    calendar::{Due, WorkingCalendar},
    date::Time,
    term::{Term, TermUnit},
    timestamp::Timestamp,
};

/// Eight working hours to answer what was sent online (requirements PR-24).
const ANSWER: Term = Term { unit: TermUnit::WorkingHour, amount: 8 };
/// What is accepted after 15:00 is handed over at the next opening (Decree 61/2018 art. 18.2); 15:00 itself is not after.
const SAME_DAY_BEFORE: Time = Time::new(15, 1);
/// Three working days from receipt to ask for a supplement (Decree 61/2018 art. 19.4).
const SUPPLEMENT: Term = Term { unit: TermUnit::WorkingDay, amount: 3 };

/// Returns by when reception answers a dossier sent at `submitted_at`.
pub fn answer_by(calendar: &WorkingCalendar, submitted_at: Timestamp) -> Due {
    calendar.due(submitted_at.moment(), ANSWER, None)
}

/// Returns by when a dossier accepted at `accepted_at` is handed over: the same working day, or the next opening.
pub fn hand_over_by(calendar: &WorkingCalendar, accepted_at: Timestamp) -> Due {
    let accepted = accepted_at.moment();
    let closing = calendar.due(accepted, Term { unit: TermUnit::WorkingDay, amount: 0 }, None);
    let begins = calendar.received(accepted, Some(SAME_DAY_BEFORE));
    if begins.date == accepted.date { closing } else { Due { at: begins, certain: closing.certain } }
}

/// Returns by when a supplement to a dossier received at `received_at` is asked, unless a special law says otherwise.
pub fn supplement_by(calendar: &WorkingCalendar, received_at: Timestamp) -> Due {
    calendar.due(received_at.moment(), SUPPLEMENT, None)
}
