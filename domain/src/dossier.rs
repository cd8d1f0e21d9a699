//! A dossier (hồ sơ) on its way through an agency: a state folded from its record, and the moves it allows.
//!
//! Names of people and answers to questions are not here, only what happened, when, and by whose hand.
//! Statuses and rules: Circular 22/2019 annex I, Decree 61/2018 arts 16–22 (requirements §4, §5, §8.3).

use crate::{calendar::Due, date::Date, money::Dong, procedure::ChannelKind, timestamp::Timestamp};
use serde::{Deserialize, Serialize};

mod answer_by;
mod event;
mod fold;
mod lateness;
mod moves;
mod refusal;
mod reminder;
mod request;
mod role;
mod slip;
mod status;
#[cfg(test)]
mod tests;

pub use answer_by::{answer_by, hand_over_by, supplement_by};
pub use event::{Event, Happening};
pub use lateness::Lateness;
pub use moves::Move;
pub use refusal::{Refusal, Why};
pub use reminder::Reminder;
pub use request::{DeliveryMethod, Outcome, PaymentMethod, SupplementRequest};
pub use role::{Actor, Role};
pub use slip::{RegulationProfile, SlipKind, profile_on};
pub use status::Status;

/// Where a dossier stands after all that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Dossier {
    /// Its one status.
    pub status: Status,
    /// How many events made it; the next writer names the version it saw.
    pub version: u32,
    /// How it came.
    pub channel: ChannelKind,
    /// When it was sent.
    pub submitted_at: Timestamp,
    /// When the last event happened.
    pub changed_at: Timestamp,
    /// When it was accepted: the clock starts here, not at submission.
    pub received_at: Option<Timestamp>,
    /// When the result is due: restarted by an answered supplement, moved by a reschedule. Shown to the owner.
    pub due: Option<Due>,
    /// The due time of the acceptance; the index counts from it and subtracts [`Dossier::pauses`].
    pub first_due: Option<Due>,
    /// The first due time that had passed when the clock was set anew: lateness is not forgotten.
    pub missed: Option<Due>,
    /// The apology and why, when the due time was moved; that happens once.
    pub rescheduled: Option<String>,
    /// The unit that has it.
    pub unit: Option<String>,
    /// What was asked for, in order.
    pub requests: Vec<Asked>,
    /// What was to be paid, in order.
    pub payments: Vec<Payment>,
    /// When the clock stood still.
    pub pauses: Vec<Pause>,
    /// Why the owner asked to withdraw; gone when declined or taken back.
    pub withdrawal: Option<String>,
    /// Why it was refused at reception or stopped.
    pub ground: Option<String>,
    /// What the handler proposes.
    pub proposal: Option<(Outcome, String)>,
    /// The decision.
    pub resolution: Option<Resolution>,
    /// When and how the result was returned.
    pub returned: Option<(Timestamp, DeliveryMethod)>,
    /// When it ended; gone when reopened.
    pub ended: Option<End>,
    /// When it ended first; a correction does not change it.
    pub first_ended: Option<End>,
    /// How many times it was reopened to correct a wrong result.
    pub corrections: u32,
    /// Papers ticked as checked.
    pub checked: Vec<String>,
    /// Slips that were issued, in order.
    pub issued: Vec<Issued>,
    /// Where it goes back to from [`Status::PaymentRequired`].
    before_payment: Option<Status>,
    /// Where it goes back to from [`Status::WithdrawalRequested`].
    before_withdrawal: Option<Status>,
}

/// A request for a supplement, with who asked, when, and at which stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// In which status.
    pub stage: Status,
    /// What is asked.
    pub request: SupplementRequest,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

/// Money that is to be paid, or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// When it was asked.
    pub at: Timestamp,
    /// How much.
    pub amount: Dong,
    /// On which basis.
    pub basis: String,
    /// The last day to pay.
    pub until: Option<Date>,
    /// When and how it was paid.
    pub paid: Option<(Timestamp, PaymentMethod)>,
}

/// A time when the office waited for the owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// From when.
    pub from: Timestamp,
    /// Until when; open while it lasts.
    pub to: Option<Timestamp>,
    /// The status that made the clock stand still.
    pub status: Status,
    /// Who caused it.
    pub by: Actor,
    /// On which ground.
    pub basis: String,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// Granted or refused.
    pub outcome: Outcome,
    /// What it says.
    pub text: String,
    /// The signed result.
    pub file: Option<String>,
}

/// The end of a dossier and the due time it is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// When.
    pub at: Timestamp,
    /// What was due: the first time that had passed unmet, else the last that was told.
    pub due: Option<Due>,
}

/// A slip that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// When.
    pub at: Timestamp,
    /// Which.
    pub slip: SlipKind,
    /// Its number in the book.
    pub number: String,
}

impl Dossier {
    /// Folds a whole record.
    ///
    /// # Errors
    /// When the record is empty, does not begin with a submission or holds a move that was not allowed.
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Result<Self, Refusal> {
        let mut events = events.into_iter();
        let first = events.next().ok_or(Refusal { what: Move::Submit, from: None, why: Why::NotSubmitted })?;
        events.try_fold(Self::begin(first)?, |dossier, event| dossier.apply(event))
    }

    /// Returns the request the owner has to answer.
    pub fn open_request(&self) -> Option<&Asked> {
        let waits = self.standing() == Status::SupplementRequired;
        self.requests.last().filter(|asked| waits && asked.answered_at.is_none())
    }

    /// Returns what the owner has to pay.
    pub fn open_payment(&self) -> Option<&Payment> {
        let waits = self.standing() == Status::PaymentRequired;
        self.payments.last().filter(|payment| waits && payment.paid.is_none())
    }

    /// Returns the status, or the one before the wish to withdraw while that is open.
    pub fn standing(&self) -> Status {
        match self.status {
            Status::WithdrawalRequested => self.before_withdrawal.unwrap_or(self.status),
            status => status,
        }
    }

    /// Returns the moves of an officer with these roles, the usual one first.
    pub fn moves(&self, roles: &[Role]) -> Vec<Move> {
        self.fitting().filter(|what| what.roles(self.status).iter().any(|role| roles.contains(role))).collect()
    }

    /// Returns the moves of the owner.
    pub fn moves_of_owner(&self) -> Vec<Move> {
        self.fitting().filter(|what| what.for_owner()).collect()
    }

    /// Checks that an officer with these roles may make a move now.
    ///
    /// # Errors
    /// [`Why::Role`] when the role is wrong, [`Why::Status`] when the role is right and the time is wrong.
    pub fn permit(&self, what: Move, roles: &[Role]) -> Result<(), Refusal> {
        let allowed_in = |status| what.roles(status).iter().any(|role| roles.contains(role));
        let ever = Status::NAMED.into_iter().any(|(_, status)| what.fits(status) && allowed_in(status));
        let refuse = |why| Err(Refusal { what, from: Some(self.status), why });
        if !ever {
            refuse(Why::Role)
        } else if !self.fitting().any(|fitting| fitting == what) {
            refuse(Why::Status)
        } else if !allowed_in(self.status) {
            refuse(Why::Role)
        } else {
            Ok(())
        }
    }

    /// Every move that fits now, whoever makes it.
    fn fitting(&self) -> impl Iterator<Item = Move> + '_ {
        let own = Move::of(self.status).iter().copied();
        own.chain(Move::ALWAYS).filter(|what| *what != Move::Reschedule || (self.due.is_some() && self.rescheduled.is_none()))
    }
}
