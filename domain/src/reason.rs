//! Reasons officers choose from, so that a citizen reads a whole sentence and not a catchword.

use crate::slug::Slug;
use serde::{Deserialize, Serialize};

/// What a reason is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReasonFor {
    /// Từ chối tiếp nhận.
    Refusal,
    /// Yêu cầu bổ sung.
    Supplement,
    /// Dừng giải quyết.
    Stop,
    /// Không đồng ý cho rút.
    WithdrawalDeclined,
    /// Hẹn lại ngày trả.
    Reschedule,
    /// Từ chối giải quyết, after appraisal.
    ResultRefused,
    /// Thu hồi kết quả sai để sửa.
    Reopening,
}

impl ReasonFor {
    /// Every occasion with its name in content files.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("refuse", Self::Refusal),
        ("supplement", Self::Supplement),
        ("stop", Self::Stop),
        ("decline-withdrawal", Self::WithdrawalDeclined),
        ("reschedule", Self::Reschedule),
        ("refuse-result", Self::ResultRefused),
        ("reopen", Self::Reopening),
    ];
}

/// A reusable reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Its name.
    pub id: Slug,
    /// What it may be given for.
    pub occasions: Vec<ReasonFor>,
    /// The sentence the citizen reads.
    pub text: String,
    /// The guides it is for; all where none is named.
    pub procedures: Vec<Slug>,
}

impl Reason {
    /// Tells whether it may be given on an occasion of a procedure.
    pub fn fits(&self, occasion: ReasonFor, procedure: &Slug) -> bool {
        self.occasions.contains(&occasion) && (self.procedures.is_empty() || self.procedures.contains(procedure))
    }
}
