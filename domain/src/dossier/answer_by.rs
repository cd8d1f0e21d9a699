//! By when reception answers: promised to the owner, watched by the desk.

use crate::{
    calendar::{Due, WorkingCalendar},
    term::{Term, TermUnit},
    timestamp::Timestamp,
};

/// Eight working hours to answer what was sent online (requirements PR-24).
const ANSWER: Term = Term { unit: TermUnit::WorkingHour, amount: 8 };
/// Three working days from receipt to ask for a supplement (Decree 61/2018 art. 19.4).
const SUPPLEMENT: Term = Term { unit: TermUnit::WorkingDay, amount: 3 };

/// Returns by when reception answers a dossier sent at `submitted_at`.
pub fn answer_by(calendar: &WorkingCalendar, submitted_at: Timestamp) -> Due {
    calendar.due(submitted_at.moment(), ANSWER, None)
}

/// Returns by when a supplement to a dossier received at `received_at` is asked, unless a special law says otherwise.
pub fn supplement_by(calendar: &WorkingCalendar, received_at: Timestamp) -> Due {
    calendar.due(received_at.moment(), SUPPLEMENT, None)
}
