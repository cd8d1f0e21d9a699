//! A rating (đánh giá): how it went, in three levels; shown to others only as totals of several.
//!
//! Levels and aspects: Circular 32/2017 art. 12 (requirements EV-1).

use crate::{
    form::{Fault, RawAnswers, Wrong},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod tally;

pub use tally::{SampleSize, Shown, Tally, shown_beside_sum};

/// When somebody is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Right after sending: only what can be known by then.
    AfterSending,
    /// Once there is a result.
    AfterResult,
}

/// What is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// All in all.
    Overall,
    /// Whether filing was easy.
    Ease,
    /// Whether doing it was convenient.
    Convenience,
    /// Whether it was done in time.
    Punctuality,
    /// How the officers behaved.
    Attitude,
}

/// How satisfied somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Không hài lòng.
    Dissatisfied,
    /// Hài lòng.
    Satisfied,
    /// Rất hài lòng.
    VerySatisfied,
}

/// What one person says at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// When it was asked.
    pub moment: Moment,
    /// What was answered; [`Aspect::Overall`] always is.
    pub levels: BTreeMap<Aspect, Level>,
    /// What else they say.
    pub comment: Option<String>,
}

/// The path of the comment among the answers.
pub const COMMENT: &str = "comment";
/// The most characters of a comment.
pub const MOST_COMMENT: u16 = 1000;
/// How long a rating may be changed, in days.
const CHANGEABLE_DAYS: i64 = 30;

impl Moment {
    /// Every moment with its name in addresses and files.
    pub const NAMED: [(&'static str, Self); 2] = [("after-sending", Self::AfterSending), ("after-result", Self::AfterResult)];

    /// Returns what is asked at this moment, in order.
    pub const fn aspects(self) -> &'static [Aspect] {
        match self {
            Self::AfterSending => &[Aspect::Overall, Aspect::Ease],
            Self::AfterResult => &[Aspect::Overall, Aspect::Convenience, Aspect::Punctuality, Aspect::Attitude],
        }
    }
}

impl Aspect {
    /// Every aspect with its path among the answers.
    pub const NAMED: [(&'static str, Self); 5] = [
        ("overall", Self::Overall),
        ("ease", Self::Ease),
        ("convenience", Self::Convenience),
        ("punctuality", Self::Punctuality),
        ("attitude", Self::Attitude),
    ];

    /// Returns its path among the answers.
    pub fn key(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, aspect)| *aspect == self).map_or("", |(key, _)| key)
    }
}

impl Level {
    /// Every level with its value among the answers, the worst first.
    pub const NAMED: [(&'static str, Self); 3] =
        [("dissatisfied", Self::Dissatisfied), ("satisfied", Self::Satisfied), ("very-satisfied", Self::VerySatisfied)];

    /// Returns its value among the answers.
    pub fn key(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, level)| *level == self).map_or("", |(key, _)| key)
    }

    /// Finds a level by the value [`Level::key`] gives.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, level)| level)
    }
}

impl Rating {
    /// Reads what was sent; what was not asked at this moment is dropped.
    ///
    /// # Errors
    /// Every fault, in the order of the questions.
    pub fn read(moment: Moment, raw: &RawAnswers) -> Result<Self, Vec<Fault>> {
        let mut levels = BTreeMap::new();
        let mut faults = Vec::new();
        for aspect in moment.aspects() {
            let path = aspect.key();
            match (raw.one(path), Level::from_key(raw.one(path))) {
                (_, Some(level)) => {
                    levels.insert(*aspect, level);
                }
                ("", None) if *aspect != Aspect::Overall => {}
                ("", None) => faults.push(Fault { path: path.to_owned(), wrong: Wrong::Missing }),
                (_, None) => faults.push(Fault { path: path.to_owned(), wrong: Wrong::NoSuchChoice }),
            }
        }
        let comment = raw.one(COMMENT);
        let length = comment.chars().count();
        if length > usize::from(MOST_COMMENT) {
            faults.push(Fault { path: COMMENT.to_owned(), wrong: Wrong::TooLong { most: MOST_COMMENT, length } });
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self { moment, levels, comment: (!comment.is_empty()).then(|| comment.to_owned()) })
    }

    /// Writes it as the page would send it, to be shown again.
    pub fn to_raw(&self) -> RawAnswers {
        let mut raw: RawAnswers = self.levels.iter().map(|(aspect, level)| (aspect.key(), level.key())).collect();
        if let Some(comment) = &self.comment {
            raw.set(COMMENT, comment.as_str());
        }
        raw
    }
}

/// Returns the instant from which a rating first given at `first` can no longer be changed.
pub const fn changeable_until(first: Timestamp) -> Timestamp {
    first.plus_milliseconds(CHANGEABLE_DAYS * 24 * 60 * 60 * 1000)
}

#[cfg(test)]
mod tests;
