//! The lists of the desk.

use crate::dossier::Status;
use serde::{Deserialize, Serialize};

/// A list of dossiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// Sent, not yet looked at.
    New,
    /// Accepted, to be handed over.
    Accepted,
    /// With the unit that decides.
    Processing,
    /// Proposed, to be decided.
    Proposed,
    /// Waits for what the owner has to add or to pay.
    Waiting,
    /// The owner asks to withdraw.
    Withdrawal,
    /// The result lies at the desk.
    Resolved,
    /// What was promised has passed.
    Late,
    /// Ended.
    Closed,
    /// Every one.
    All,
}

use View::{Accepted, All, Closed, Late, New, Processing, Proposed, Resolved, Waiting, Withdrawal};

impl View {
    /// Every view with its name in queries, in the order of the rail.
    pub const NAMED: [(&'static str, Self); 10] = [
        ("late", Late),
        ("new", New),
        ("accepted", Accepted),
        ("processing", Processing),
        ("proposed", Proposed),
        ("waiting", Waiting),
        ("withdrawal", Withdrawal),
        ("resolved", Resolved),
        ("closed", Closed),
        ("all", All),
    ];

    /// Returns the name used in queries.
    pub fn key(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, view)| *view == self).map_or("", |(key, _)| key)
    }

    /// Finds a view by the name [`View::key`] gives.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, view)| view)
    }

    /// Returns the statuses it holds; [`View::Late`] and [`View::Proposed`] hold only some dossiers of theirs.
    pub const fn statuses(self) -> &'static [Status] {
        match self {
            New => &[Status::Submitted],
            Accepted => &[Status::Accepted],
            Processing | Proposed => &[Status::Processing],
            Waiting => &[Status::SupplementRequired, Status::PaymentRequired],
            Withdrawal => &[Status::WithdrawalRequested],
            Resolved => &[Status::Resolved],
            Closed => &[Status::Refused, Status::Stopped, Status::Returned],
            Late => &[Status::Submitted, Status::Accepted, Status::Processing],
            All => &[
                Status::Submitted,
                Status::Accepted,
                Status::Refused,
                Status::Processing,
                Status::SupplementRequired,
                Status::PaymentRequired,
                Status::WithdrawalRequested,
                Status::Stopped,
                Status::Resolved,
                Status::Returned,
            ],
        }
    }
}
