//! The slips of the one-stop desk, and the regulation that numbers their forms.

use super::{Dossier, Outcome, Status};
use crate::{date::Date, validity::Validity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A slip or book of the one-stop desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlipKind {
    /// Received, with the day of the result.
    Receipt,
    /// What is to be added.
    Supplement,
    /// Refused at reception, or after appraisal.
    Refusal,
    /// Sorry, and a new day.
    Apology,
    /// Stopped.
    StopNotice,
    /// From hand to hand, with times.
    Control,
    /// The book of all dossiers of a year.
    Register,
}

impl SlipKind {
    /// Every slip with its name in content files and addresses.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("receipt", Self::Receipt),
        ("supplement", Self::Supplement),
        ("refusal", Self::Refusal),
        ("apology", Self::Apology),
        ("stop-notice", Self::StopNotice),
        ("control", Self::Control),
        ("register", Self::Register),
    ];

    /// Returns the name used in content files and addresses.
    pub fn key(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, slip)| *slip == self).map_or("", |(key, _)| key)
    }

    /// Finds a slip by the name [`SlipKind::key`] gives.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, slip)| slip)
    }

    /// Returns its usual name, in Vietnamese; a regulation may call it otherwise: [`RegulationProfile::title_of`].
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receipt => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            Self::Supplement => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
            Self::Refusal => "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
            Self::Apology => "Văn bản xin lỗi và đề nghị gia hạn",
            Self::StopNotice => "Thông báo dừng giải quyết hồ sơ",
            Self::Control => "Phiếu kiểm soát quá trình giải quyết hồ sơ",
            Self::Register => "Sổ theo dõi hồ sơ",
        }
    }
}

/// The forms of the one-stop desk under one circular; no number of a form is written in code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegulationProfile {
    /// Its short name.
    pub id: String,
    /// The circular, as it is cited.
    pub title: String,
    /// When its forms are used.
    pub validity: Validity,
    /// The number of each form it has: `"01"`.
    pub numbers: BTreeMap<SlipKind, String>,
    /// Names of forms that differ from [`SlipKind::name`].
    pub titles: BTreeMap<SlipKind, String>,
    /// Where this can be read.
    pub source: String,
}

impl RegulationProfile {
    /// Returns what the circular calls a slip.
    pub fn title_of(&self, slip: SlipKind) -> &str {
        self.titles.get(&slip).map_or(slip.name(), String::as_str)
    }
}

/// Returns the profile in force on the day a slip is issued.
pub fn profile_on(profiles: &[RegulationProfile], day: Date) -> Option<&RegulationProfile> {
    profiles.iter().find(|profile| profile.validity.holds_on(day))
}

impl Dossier {
    /// Returns the slips that have a ground now; the register is a book of the agency, not of one dossier.
    pub fn slips(&self) -> Vec<SlipKind> {
        let accepted = self.received_at.is_some();
        let refused = self.resolution.as_ref().is_some_and(|made| matches!(made.outcome, Outcome::Refused { .. }));
        let grounds = [
            (SlipKind::Receipt, accepted),
            (SlipKind::Supplement, !self.requests.is_empty()),
            (SlipKind::Refusal, refused || self.status == Status::Refused),
            (SlipKind::Apology, self.rescheduled.is_some()),
            (SlipKind::StopNotice, self.status == Status::Stopped),
            (SlipKind::Control, accepted),
        ];
        grounds.into_iter().filter(|(_, holds)| *holds).map(|(slip, _)| slip).collect()
    }
}
