//! A service notice, such as a planned stop.

use crate::{
    date::{Date, Moment},
    language::Localized,
    slug::Slug,
};
use serde::{Deserialize, Serialize};

/// What a notice tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoticeKind {
    /// The service stops for a while, announced at least seven days before (Decree 224/2026/NĐ-CP art. 13).
    PlannedStop,
    /// Anything else worth a line on every page.
    Information,
}

impl NoticeKind {
    /// Every kind with its name in content files.
    pub const NAMED: [(&'static str, Self); 2] = [("planned-stop", Self::PlannedStop), ("information", Self::Information)];
}

/// A notice shown on every page from its announcement until it is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its short name.
    pub id: Slug,
    /// What it tells.
    pub kind: NoticeKind,
    /// When it begins to be shown.
    pub announced_on: Date,
    /// When what it announces begins.
    pub from: Moment,
    /// When that ends.
    pub until: Moment,
    /// What it says.
    pub text: Localized,
}

impl Notice {
    /// Tells whether the notice is shown on a day.
    pub fn shows_on(&self, day: Date) -> bool {
        (self.announced_on..=self.until.date).contains(&day)
    }
}
