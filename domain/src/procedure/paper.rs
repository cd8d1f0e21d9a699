//! Papers (giấy tờ) and the cases (trường hợp) that need them.

use super::ChannelKind;
use crate::{language::Localized, markup::Markup, slug::Slug};
use serde::{Deserialize, Serialize};

/// A paper of a dossier (thành phần hồ sơ).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Its short name.
    pub id: Slug,
    /// Its name.
    pub name: Localized,
    /// More on it.
    pub note: Markup,
    /// The blank form to print for it.
    pub blank: Option<Slug>,
}

/// What a reader does with a paper (Resolution 66.7/2025/NQ-CP took many off the list).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PaperRole {
    /// Phải nộp: so many originals and copies.
    HandIn {
        /// Bản chính.
        originals: u8,
        /// Bản sao.
        copies: u8,
    },
    /// Mang theo để đối chiếu.
    Show,
    /// Không phải nộp nữa: the office looks it up itself, here.
    NotNeeded {
        /// Where the office looks it up.
        looked_up_in: String,
    },
}

/// A paper as one case needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperNeed {
    /// The paper.
    pub paper: Paper,
    /// What to do with it.
    pub role: PaperRole,
    /// The ways to file that ask for it; empty means all.
    pub channels: Vec<ChannelKind>,
    /// What is special about it in this case.
    pub note: Markup,
}

/// A case a reader may be in (trường hợp).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its short name.
    pub id: Slug,
    /// Its name.
    pub name: Localized,
    /// More on it.
    pub about: Markup,
    /// The papers it needs.
    pub papers: Vec<PaperNeed>,
}
