//! What an officer types for a move, and the entry of the record that comes of it.

use super::Setting;
use crate::{
    date::Date,
    dossier::{DeliveryMethod, Happening, Move, Outcome, PaymentMethod, SlipKind, SupplementRequest},
    money::Dong,
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What an officer types for a move; due times are the server's, but for the days no source is sure of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are those of the happening; a due day stands where the guide has no sure term")]
pub enum Deed {
    Accept { due: Option<Date> },
    Refuse { reason: String },
    HandOver { to: String },
    AskSupplement { request: SupplementRequest },
    AnswerSupplement { fields: Vec<String>, papers: Vec<String>, due: Option<Date> },
    AskPayment { amount: Dong, basis: String, until: Option<Date> },
    ConfirmPayment { method: PaymentMethod, due: Option<Date> },
    GrantWithdrawal,
    DeclineWithdrawal { reason: String },
    Stop { ground: String },
    Reschedule { due: Date, reason: String },
    Propose { outcome: Outcome, text: String },
    Resolve { outcome: Outcome, text: String, file: Option<String> },
    Return { method: DeliveryMethod, proof: Option<String> },
    Reopen { reason: String, due: Option<Date> },
    ReplaceKey,
    Remark { text: String },
    WriteToOwner { text: String },
    CheckPapers { ticks: Vec<String> },
    IssueSlip { slip: SlipKind },
}

/// What is missing before a move can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Lacking {
    /// No source is sure of the term, and the officer named no day.
    #[error("the due day is missing")]
    DueDay,
    /// The day lies before today.
    #[error("the day has passed")]
    PastDay,
}

impl Lacking {
    /// Returns the stable name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DueDay => "due-day-missing",
            Self::PastDay => "day-has-passed",
        }
    }
}

impl Deed {
    /// Returns the move it makes.
    pub const fn what(&self) -> Move {
        match self {
            Self::Accept { .. } => Move::Accept,
            Self::Refuse { .. } => Move::Refuse,
            Self::HandOver { .. } => Move::HandOver,
            Self::AskSupplement { .. } => Move::AskSupplement,
            Self::AnswerSupplement { .. } => Move::AnswerSupplement,
            Self::AskPayment { .. } => Move::AskPayment,
            Self::ConfirmPayment { .. } => Move::ConfirmPayment,
            Self::GrantWithdrawal => Move::GrantWithdrawal,
            Self::DeclineWithdrawal { .. } => Move::DeclineWithdrawal,
            Self::Stop { .. } => Move::Stop,
            Self::Reschedule { .. } => Move::Reschedule,
            Self::Propose { .. } => Move::Propose,
            Self::Resolve { .. } => Move::Resolve,
            Self::Return { .. } => Move::Return,
            Self::Reopen { .. } => Move::Reopen,
            Self::ReplaceKey => Move::ReplaceKey,
            Self::Remark { .. } => Move::Remark,
            Self::WriteToOwner { .. } => Move::WriteToOwner,
            Self::CheckPapers { .. } => Move::CheckPapers,
            Self::IssueSlip { .. } => Move::IssueSlip,
        }
    }

    /// Returns the slip that goes with the move.
    pub const fn slip(&self) -> Option<SlipKind> {
        match self {
            Self::Accept { .. } => Some(SlipKind::Receipt),
            Self::Refuse { .. } | Self::Resolve { outcome: Outcome::Refused { .. }, .. } => Some(SlipKind::Refusal),
            Self::AskSupplement { .. } => Some(SlipKind::Supplement),
            Self::Reschedule { .. } => Some(SlipKind::Apology),
            Self::Stop { .. } => Some(SlipKind::StopNotice),
            Self::IssueSlip { slip } => Some(*slip),
            _ => None,
        }
    }

    /// Returns the entry of the record; the number of a slip is `{n}`, which the agency's book fills in.
    ///
    /// # Errors
    /// When a day is missing or has passed. Whether the move is legal is the dossier's to say.
    pub fn happening(self, at: &Setting<'_>) -> Result<Happening, Lacking> {
        let today = at.now.moment().date;
        let fresh = |day: Option<Date>| if day.is_some_and(|day| day < today) { Err(Lacking::PastDay) } else { Ok(day) };
        Ok(match self {
            Self::Accept { due } => {
                let due = at.due_or(fresh(due)?).ok_or(Lacking::DueDay)?;
                Happening::Accepted { due: Some(due) }
            }
            Self::Refuse { reason } => Happening::Refused { reason },
            Self::HandOver { to } => Happening::HandedOver { to },
            Self::AskSupplement { request } => {
                fresh(request.until)?;
                Happening::SupplementAsked { request }
            }
            Self::AnswerSupplement { fields, papers, due } => {
                // Before acceptance no clock runs; after it the whole term starts anew (Decree 61/2018 art. 19.4).
                let accepted = at.dossier.received_at.is_some();
                let due = if accepted { Some(at.due_or(fresh(due)?).ok_or(Lacking::DueDay)?) } else { None };
                Happening::SupplementAnswered { fields, papers, due }
            }
            Self::AskPayment { amount, basis, until } => Happening::PaymentAsked { amount, basis, until: fresh(until)? },
            Self::ConfirmPayment { method, due } => {
                let due = match at.dossier.received_at {
                    Some(_) => at.dossier.due_after_pause(at.now, at.calendar),
                    None => Some(at.due_or(fresh(due)?).ok_or(Lacking::DueDay)?),
                };
                Happening::PaymentConfirmed { method, due }
            }
            Self::GrantWithdrawal => Happening::WithdrawalGranted,
            Self::DeclineWithdrawal { reason } => {
                Happening::WithdrawalDeclined { reason, due: at.dossier.due_after_pause(at.now, at.calendar) }
            }
            Self::Stop { ground } => Happening::Stopped { ground },
            Self::Reschedule { due, reason } => Happening::Rescheduled { due: at.closing_of(due), reason },
            Self::Propose { outcome, text } => Happening::Proposed { outcome, text },
            Self::Resolve { outcome, text, file } => Happening::Resolved { outcome, text, file },
            Self::Return { method, proof } => Happening::Returned { method, proof },
            Self::Reopen { reason, due } => Happening::Reopened { reason, due: at.due_or(fresh(due)?) },
            Self::ReplaceKey => Happening::KeyReplaced,
            Self::Remark { text } => Happening::Remarked { text },
            Self::WriteToOwner { text } => Happening::MessageToOwner { text },
            Self::CheckPapers { ticks } => Happening::PapersChecked { ticks },
            Self::IssueSlip { slip } => Happening::SlipIssued { slip, number: "{n}".to_owned() },
        })
    }
}
