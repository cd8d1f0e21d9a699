//! Why a move is refused.

use super::{moves::Move, status::Status};
use crate::date::Date;
use thiserror::Error;

/// A move that is not made: the dossier stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{} from {}: {why}", what.name(), from.map_or("nothing", Status::key))]
pub struct Refusal {
    /// The move.
    pub what: Move,
    /// Where the dossier stands; `None` before it is submitted.
    pub from: Option<Status>,
    /// Why.
    pub why: Why,
}

/// Why a move is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Why {
    /// The record does not begin with a submission, or is empty.
    #[error("nothing was submitted")]
    NotSubmitted,
    /// The move does not fit the status.
    #[error("the status does not allow it")]
    Status,
    /// The person has not the role.
    #[error("the role does not allow it")]
    Role,
    /// It is another one's move: an owner does not accept, an officer does not withdraw.
    #[error("it is not this actor's move")]
    Actor,
    /// It happened before what is on record.
    #[error("earlier than the last entry")]
    Time,
    /// The reason, ground, basis or text is empty.
    #[error("the reason is missing")]
    NoReason,
    /// The request asks for no answer, no paper, no money.
    #[error("nothing is asked")]
    NothingAsked,
    /// Everything is asked once; a second request needs a manager's basis.
    #[error("a second request needs its basis")]
    SecondRequest,
    /// The owner may still answer or pay until this day.
    #[error("the owner has time until {0}")]
    StillTime(Date),
    /// There is no due time to move.
    #[error("there is no due time")]
    NoDueTime,
    /// A due time is moved once.
    #[error("rescheduled before")]
    Rescheduled,
    /// A new due time is told at least a day before the old one.
    #[error("less than a day before the due time")]
    TooLate,
    /// The new due time is not later than the old one.
    #[error("not later than the due time")]
    NotLater,
    /// Nothing on record is a ground for this slip.
    #[error("no ground for this slip")]
    NoGround,
}

impl Why {
    /// Returns the stable name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotSubmitted => "not-submitted",
            Self::Status => "wrong-status",
            Self::Role => "wrong-role",
            Self::Actor => "wrong-actor",
            Self::Time => "earlier-than-record",
            Self::NoReason => "reason-missing",
            Self::NothingAsked => "nothing-asked",
            Self::SecondRequest => "second-request",
            Self::StillTime(_) => "owner-has-time",
            Self::NoDueTime => "no-due-time",
            Self::Rescheduled => "rescheduled-before",
            Self::TooLate => "too-late-to-reschedule",
            Self::NotLater => "not-later",
            Self::NoGround => "no-ground",
        }
    }
}
