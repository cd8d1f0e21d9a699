//! How a dossier in a list stands to what was promised.

use crate::{
    calendar::{Due, WorkingCalendar},
    dossier::{Lateness, Status, answer_by},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// What was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Promise {
    /// An answer of the reception.
    Answer,
    /// The result.
    Result,
}

/// A promise and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chip {
    /// What was promised.
    pub promise: Promise,
    /// How it stands.
    pub lateness: Lateness,
}

impl Chip {
    /// Tells how a dossier stands at `now`; `still` is when its clock stopped, by an end or a pause.
    ///
    /// Nothing where nothing runs: it ended in time, waits for its owner or has no sure term.
    pub fn of(
        status: Status,
        submitted_at: Timestamp,
        due: Option<Due>,
        still: Option<Timestamp>,
        now: Timestamp,
        calendar: &WorkingCalendar,
    ) -> Option<Self> {
        let (promise, due) = match (status, due) {
            (Status::Submitted, None) => (Promise::Answer, answer_by(calendar, submitted_at)),
            (_, Some(due)) => (Promise::Result, due),
            (_, None) => return None,
        };
        let lateness = Lateness::at(still.unwrap_or(now).moment(), due.at, calendar);
        (still.is_none() || lateness.is_late()).then_some(Self { promise, lateness })
    }
}
