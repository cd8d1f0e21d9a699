//! What can happen to a dossier: the entries of its record, in the words of the one-stop desk.
//!
//! Events are kept for ever as JSON: names of variants and fields never change, new fields are optional.
//! Computed facts (a due time) stand in the event, so that a later calendar does not rewrite the past.

use super::{
    moves::Move,
    request::{DeliveryMethod, Outcome, PaymentMethod, SupplementRequest},
    role::Actor,
    slip::SlipKind,
};
use crate::{calendar::Due, date::Date, money::Dong, procedure::ChannelKind, timestamp::Timestamp};
use serde::{Deserialize, Serialize};

/// One entry of a dossier's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub what: Happening,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the words of the desk; where one needs explaining, it is explained")]
pub enum Happening {
    /// Nộp hồ sơ. The first entry of every record; at the desk an acceptance follows at once.
    Submitted { channel: ChannelKind },
    /// Tiếp nhận. `due` is missing where no source is sure of the deadline.
    Accepted {
        #[serde(default)]
        due: Option<Due>,
    },
    /// Từ chối tiếp nhận.
    Refused { reason: String },
    /// Chuyển hồ sơ to a unit; from unit to unit while in process.
    HandedOver { to: String },
    /// Yêu cầu bổ sung.
    SupplementAsked { request: SupplementRequest },
    /// Bổ sung hồ sơ. `due` is the restarted deadline of an accepted dossier.
    SupplementAnswered {
        #[serde(default)]
        fields: Vec<String>,
        #[serde(default)]
        papers: Vec<String>,
        #[serde(default)]
        due: Option<Due>,
    },
    /// Yêu cầu thực hiện nghĩa vụ tài chính.
    PaymentAsked {
        amount: Dong,
        basis: String,
        #[serde(default)]
        until: Option<Date>,
    },
    /// Đã nộp. `due` replaces the deadline, and is its start for a dossier paid before acceptance.
    PaymentConfirmed {
        method: PaymentMethod,
        #[serde(default)]
        due: Option<Due>,
    },
    /// Xin rút hồ sơ.
    WithdrawalAsked { reason: String },
    /// Đồng ý cho rút.
    WithdrawalGranted,
    /// Không đồng ý cho rút. `due` replaces the deadline.
    WithdrawalDeclined {
        reason: String,
        #[serde(default)]
        due: Option<Due>,
    },
    /// The owner no longer wants to withdraw. `due` replaces the deadline.
    WithdrawalCancelled {
        #[serde(default)]
        due: Option<Due>,
    },
    /// Dừng xử lý.
    Stopped { ground: String },
    /// Xin lỗi và hẹn lại: once, a day before the deadline at the latest.
    Rescheduled { due: Due, reason: String },
    /// Trình ký: what the handler proposes to the approver.
    Proposed { outcome: Outcome, text: String },
    /// Đã có kết quả; `file` names the signed result.
    Resolved {
        outcome: Outcome,
        text: String,
        #[serde(default)]
        file: Option<String>,
    },
    /// Trả kết quả; `proof` says how the person was identified or what they signed.
    Returned {
        method: DeliveryMethod,
        #[serde(default)]
        proof: Option<String>,
    },
    /// Mở lại để đính chính a wrong result, with a deadline of its own.
    Reopened {
        reason: String,
        #[serde(default)]
        due: Option<Due>,
    },
    /// Cấp lại mã truy cập: the owner lost the access key.
    KeyReplaced,
    /// An internal remark; the owner never sees it.
    Remarked { text: String },
    /// The office wrote to the owner.
    MessageToOwner { text: String },
    /// The owner wrote to the office.
    MessageFromOwner { text: String },
    /// Checked papers, by id; each check replaces the one before.
    PapersChecked { ticks: Vec<String> },
    /// A numbered slip was printed or sent.
    SlipIssued { slip: SlipKind, number: String },
}

impl Happening {
    /// Returns the kind of move that causes it.
    pub const fn kind(&self) -> Move {
        match self {
            Self::Submitted { .. } => Move::Submit,
            Self::Accepted { .. } => Move::Accept,
            Self::Refused { .. } => Move::Refuse,
            Self::HandedOver { .. } => Move::HandOver,
            Self::SupplementAsked { .. } => Move::AskSupplement,
            Self::SupplementAnswered { .. } => Move::AnswerSupplement,
            Self::PaymentAsked { .. } => Move::AskPayment,
            Self::PaymentConfirmed { .. } => Move::ConfirmPayment,
            Self::WithdrawalAsked { .. } => Move::AskWithdrawal,
            Self::WithdrawalGranted => Move::GrantWithdrawal,
            Self::WithdrawalDeclined { .. } => Move::DeclineWithdrawal,
            Self::WithdrawalCancelled { .. } => Move::CancelWithdrawal,
            Self::Stopped { .. } => Move::Stop,
            Self::Rescheduled { .. } => Move::Reschedule,
            Self::Proposed { .. } => Move::Propose,
            Self::Resolved { .. } => Move::Resolve,
            Self::Returned { .. } => Move::Return,
            Self::Reopened { .. } => Move::Reopen,
            Self::KeyReplaced => Move::ReplaceKey,
            Self::Remarked { .. } => Move::Remark,
            Self::MessageToOwner { .. } => Move::WriteToOwner,
            Self::MessageFromOwner { .. } => Move::WriteToOffice,
            Self::PapersChecked { .. } => Move::CheckPapers,
            Self::SlipIssued { .. } => Move::IssueSlip,
        }
    }

    /// Tells whether it stays inside the office: the owner's timeline does not show it.
    pub const fn is_internal(&self) -> bool {
        matches!(self, Self::Remarked { .. } | Self::Proposed { .. } | Self::PapersChecked { .. })
    }

    /// Tells whether the owner gets a notice of it; every change of status is one.
    pub const fn tells_owner(&self) -> bool {
        !self.is_internal() && !matches!(self, Self::MessageFromOwner { .. } | Self::SlipIssued { .. })
    }

    /// Returns the text that must not be empty: the reason, the ground, the basis or the message.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Refused { reason }
            | Self::WithdrawalAsked { reason }
            | Self::WithdrawalDeclined { reason, .. }
            | Self::Rescheduled { reason, .. }
            | Self::Reopened { reason, .. } => Some(reason),
            Self::SupplementAsked { request } => Some(&request.reason),
            Self::PaymentAsked { basis, .. } => Some(basis),
            Self::Stopped { ground } => Some(ground),
            Self::HandedOver { to } => Some(to),
            Self::Remarked { text } | Self::MessageToOwner { text } | Self::MessageFromOwner { text } => Some(text),
            Self::Proposed { outcome: Outcome::Refused { reason }, .. } | Self::Resolved { outcome: Outcome::Refused { reason }, .. } => {
                Some(reason)
            }
            Self::SlipIssued { number, .. } => Some(number),
            Self::Submitted { .. }
            | Self::Accepted { .. }
            | Self::SupplementAnswered { .. }
            | Self::PaymentConfirmed { .. }
            | Self::WithdrawalGranted
            | Self::WithdrawalCancelled { .. }
            | Self::Proposed { .. }
            | Self::Resolved { .. }
            | Self::Returned { .. }
            | Self::KeyReplaced
            | Self::PapersChecked { .. } => None,
        }
    }
}
