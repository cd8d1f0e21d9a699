//! The moves of the game: what may be done in which status, and by whom.

use super::{
    role::{Actor, Role},
    status::Status,
};
use serde::{Deserialize, Serialize};

/// A kind of thing somebody may do to a dossier; [`super::Happening`] is the same, done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is explained where it has happened")]
pub enum Move {
    Submit,
    Accept,
    Refuse,
    HandOver,
    AskSupplement,
    AnswerSupplement,
    AskPayment,
    ConfirmPayment,
    AskWithdrawal,
    GrantWithdrawal,
    DeclineWithdrawal,
    CancelWithdrawal,
    Stop,
    Reschedule,
    Propose,
    Resolve,
    Return,
    Reopen,
    ReplaceKey,
    Remark,
    WriteToOwner,
    WriteToOffice,
    CheckPapers,
    IssueSlip,
}

use Move::{
    Accept, AnswerSupplement, AskPayment, AskSupplement, AskWithdrawal, CancelWithdrawal, CheckPapers, ConfirmPayment, DeclineWithdrawal,
    GrantWithdrawal, HandOver, IssueSlip, Propose, Refuse, Remark, Reopen, ReplaceKey, Reschedule, Resolve, Return, Stop, Submit,
    WriteToOffice, WriteToOwner,
};

impl Move {
    /// Every move with its name in addresses and `data-` attributes.
    pub const NAMED: [(&'static str, Self); 24] = [
        ("submit", Submit),
        ("accept", Accept),
        ("refuse", Refuse),
        ("hand-over", HandOver),
        ("ask-supplement", AskSupplement),
        ("answer-supplement", AnswerSupplement),
        ("ask-payment", AskPayment),
        ("confirm-payment", ConfirmPayment),
        ("ask-withdrawal", AskWithdrawal),
        ("grant-withdrawal", GrantWithdrawal),
        ("decline-withdrawal", DeclineWithdrawal),
        ("cancel-withdrawal", CancelWithdrawal),
        ("stop", Stop),
        ("reschedule", Reschedule),
        ("propose", Propose),
        ("resolve", Resolve),
        ("return", Return),
        ("reopen", Reopen),
        ("replace-key", ReplaceKey),
        ("remark", Remark),
        ("write-to-owner", WriteToOwner),
        ("write-to-office", WriteToOffice),
        ("check-papers", CheckPapers),
        ("issue-slip", IssueSlip),
    ];

    /// Moves that fit every status, after those of [`Move::of`].
    pub const ALWAYS: [Self; 5] = [WriteToOwner, WriteToOffice, Remark, IssueSlip, ReplaceKey];

    /// Returns the name used in addresses and `data-` attributes.
    pub fn name(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }

    /// Finds a move by the name [`Move::name`] gives.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, known)| known)
    }

    /// Returns the moves that belong to a status, the usual one first.
    pub const fn of(status: Status) -> &'static [Self] {
        match status {
            Status::Submitted => &[Accept, AskSupplement, Refuse, AskPayment, CheckPapers, AskWithdrawal],
            Status::Accepted => &[HandOver, Resolve, AskSupplement, AskPayment, Reschedule, CheckPapers, AskWithdrawal],
            Status::Processing => &[Propose, Resolve, AskSupplement, AskPayment, HandOver, Reschedule, Stop, CheckPapers, AskWithdrawal],
            Status::SupplementRequired => &[AnswerSupplement, Stop, AskWithdrawal],
            Status::PaymentRequired => &[ConfirmPayment, Stop, AskWithdrawal],
            Status::WithdrawalRequested => &[GrantWithdrawal, DeclineWithdrawal, CancelWithdrawal],
            Status::Resolved => &[Return],
            Status::Returned => &[Reopen],
            Status::Refused | Status::Stopped => &[],
        }
    }

    /// Tells whether the move fits a status.
    pub fn fits(self, status: Status) -> bool {
        Self::of(status).contains(&self) || Self::ALWAYS.contains(&self)
    }

    /// Returns the roles that may make the move in a status. Who examines does not decide, who looks after officers does neither.
    pub const fn roles(self, status: Status) -> &'static [Role] {
        match (self, status) {
            (AskSupplement | AskPayment | HandOver, Status::Processing) | (Propose, _) => &[Role::Handler],
            (Submit | Accept | Refuse | HandOver | AskSupplement | AskPayment | AnswerSupplement | Return | ReplaceKey, _) => {
                &[Role::Receiver]
            }
            (ConfirmPayment | CheckPapers, _) => &[Role::Receiver, Role::Handler],
            (Resolve | Stop | Reschedule | GrantWithdrawal | DeclineWithdrawal | Reopen, _) => &[Role::Approver],
            (WriteToOwner | Remark | IssueSlip, _) => &[Role::Receiver, Role::Handler, Role::Approver],
            (AskWithdrawal | CancelWithdrawal | WriteToOffice, _) => &[],
        }
    }

    /// Tells whether the move is the owner's.
    pub const fn for_owner(self) -> bool {
        matches!(self, Submit | AnswerSupplement | AskWithdrawal | CancelWithdrawal | WriteToOffice)
    }

    /// Tells whether the move may happen by itself.
    pub const fn for_system(self) -> bool {
        matches!(self, HandOver | ConfirmPayment | Return | IssueSlip)
    }

    /// Tells whether a kind of actor may ever make the move; which officer is a matter of [`Move::roles`].
    pub const fn for_actor(self, actor: &Actor) -> bool {
        match actor {
            Actor::Owner => self.for_owner(),
            Actor::Officer { .. } => !matches!(self, AskWithdrawal | CancelWithdrawal | WriteToOffice),
            Actor::System => self.for_system(),
        }
    }

    /// Tells whether the move needs words: a reason, a ground, a basis, a receiving unit or a message.
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Refuse
                | HandOver
                | AskSupplement
                | AskPayment
                | AskWithdrawal
                | DeclineWithdrawal
                | Stop
                | Reschedule
                | Reopen
                | Remark
                | WriteToOwner
                | WriteToOffice
        )
    }
}
