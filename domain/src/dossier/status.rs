//! The ten statuses a citizen sees (Circular 22/2019, annex I), and which may follow which.

use serde::{Deserialize, Serialize};

/// Where a dossier stands; lateness is never one of these (see [`crate::dossier::Lateness`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Sent, not yet examined.
    Submitted,
    /// Complete; the clock runs.
    Accepted,
    /// Refused at reception.
    Refused,
    /// With the unit that decides.
    Processing,
    /// Waits for what the owner has to add.
    SupplementRequired,
    /// Waits for what the owner has to pay.
    PaymentRequired,
    /// The owner asks to withdraw.
    WithdrawalRequested,
    /// Ended without a result.
    Stopped,
    /// The result is signed and lies at the desk.
    Resolved,
    /// The owner has the result.
    Returned,
}

use Status::{
    Accepted, PaymentRequired, Processing, Refused, Resolved, Returned, Stopped, Submitted, SupplementRequired, WithdrawalRequested,
};

impl Status {
    /// Every status with its name in queries and `data-` attributes; in the order of the codes.
    pub const NAMED: [(&'static str, Self); 10] = [
        ("submitted", Submitted),
        ("accepted", Accepted),
        ("refused", Refused),
        ("processing", Processing),
        ("supplement-required", SupplementRequired),
        ("payment-required", PaymentRequired),
        ("withdrawal-requested", WithdrawalRequested),
        ("stopped", Stopped),
        ("resolved", Resolved),
        ("returned", Returned),
    ];

    /// Returns the code of the national table, 1 to 10.
    pub const fn code(self) -> u8 {
        match self {
            Submitted => 1,
            Accepted => 2,
            Refused => 3,
            Processing => 4,
            SupplementRequired => 5,
            PaymentRequired => 6,
            WithdrawalRequested => 7,
            Stopped => 8,
            Resolved => 9,
            Returned => 10,
        }
    }

    /// Finds a status by its code.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::NAMED.into_iter().map(|(_, status)| status).find(|status| status.code() == code)
    }

    /// Returns the name used in queries and `data-` attributes.
    pub fn key(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, status)| *status == self).map_or("", |(key, _)| key)
    }

    /// Finds a status by the name [`Status::key`] gives.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, status)| status)
    }

    /// Returns the official name, in Vietnamese.
    pub const fn name(self) -> &'static str {
        match self {
            Submitted => "Mới đăng ký",
            Accepted => "Được tiếp nhận",
            Refused => "Không được tiếp nhận",
            Processing => "Đang xử lý",
            SupplementRequired => "Yêu cầu bổ sung giấy tờ",
            PaymentRequired => "Yêu cầu thực hiện nghĩa vụ tài chính",
            WithdrawalRequested => "Công dân yêu cầu rút hồ sơ",
            Stopped => "Dừng xử lý",
            Resolved => "Đã xử lý xong",
            Returned => "Đã trả kết quả",
        }
    }

    /// Tells whether nothing more happens; only the correction of a wrong result leads out of [`Status::Returned`].
    pub const fn is_closed(self) -> bool {
        matches!(self, Refused | Stopped | Returned)
    }

    /// Tells whether it is the owner's turn.
    pub const fn awaits_owner(self) -> bool {
        matches!(self, SupplementRequired | PaymentRequired)
    }

    /// Tells whether the clock of the office stands still.
    pub const fn pauses(self) -> bool {
        matches!(self, SupplementRequired | PaymentRequired | WithdrawalRequested)
    }

    /// Returns the statuses that may follow.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Submitted => &[Accepted, Refused, SupplementRequired, PaymentRequired, WithdrawalRequested],
            Accepted => &[Processing, SupplementRequired, PaymentRequired, WithdrawalRequested, Resolved],
            Processing => &[SupplementRequired, PaymentRequired, WithdrawalRequested, Stopped, Resolved],
            SupplementRequired => &[Submitted, Processing, WithdrawalRequested, Stopped],
            // A dossier that was to be paid for before acceptance is accepted by the payment.
            PaymentRequired => &[Accepted, Processing, WithdrawalRequested, Stopped],
            // Declined or taken back, it returns to where it was.
            WithdrawalRequested => &[Submitted, Accepted, Processing, SupplementRequired, PaymentRequired, Stopped],
            Resolved => &[Returned],
            Returned => &[Processing],
            Refused | Stopped => &[],
        }
    }

    /// Tells whether `next` may follow.
    pub fn may_become(self, next: Self) -> bool {
        self.next().contains(&next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Requirements §4.2, by code.
    const LEGAL: [(u8, u8); 31] = [
        (1, 2),
        (1, 3),
        (1, 5),
        (1, 6),
        (1, 7),
        (2, 4),
        (2, 5),
        (2, 6),
        (2, 7),
        (2, 9),
        (4, 5),
        (4, 6),
        (4, 7),
        (4, 8),
        (4, 9),
        (5, 1),
        (5, 4),
        (5, 7),
        (5, 8),
        (6, 2),
        (6, 4),
        (6, 7),
        (6, 8),
        (7, 1),
        (7, 2),
        (7, 4),
        (7, 5),
        (7, 6),
        (7, 8),
        (9, 10),
        (10, 4),
    ];

    #[test]
    fn every_pair_is_legal_or_refused_as_the_table_says() {
        for (_, from) in Status::NAMED {
            for (_, to) in Status::NAMED {
                assert_eq!(from.may_become(to), LEGAL.contains(&(from.code(), to.code())), "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn codes_and_keys_name_one_status_each() {
        for (at, (key, status)) in (1..).zip(Status::NAMED) {
            assert_eq!((status.code(), status.key()), (at, key));
            assert_eq!((Status::from_code(at), Status::from_key(key)), (Some(status), Some(status)));
        }
        assert_eq!((Status::from_code(0), Status::from_code(11), Status::from_key("late")), (None, None, None));
    }

    #[test]
    fn closed_statuses_lead_nowhere_but_to_a_correction() {
        for (_, status) in Status::NAMED.into_iter().filter(|(_, status)| status.is_closed()) {
            assert!(status.next().iter().all(|next| (status, *next) == (Returned, Processing)), "{status:?}");
        }
    }
}
