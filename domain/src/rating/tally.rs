//! Totals of ratings: nobody sees fewer than five answers.

use super::{Aspect, Level, Rating};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fewer answers than these could point at a person.
const LEAST_SHOWN: u64 = 5;

/// How many answers there are of each level, by aspect.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally(BTreeMap<Aspect, BTreeMap<Level, u64>>);

/// On how many answers something rests.
pub type SampleSize = u64;

/// Totals of one aspect that may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Answers by level, the worst first.
    pub answers: [u64; 3],
    /// All answers; five at least.
    pub sample: SampleSize,
}

impl Tally {
    /// Counts a rating.
    pub fn add(&mut self, rating: &Rating) {
        for (aspect, level) in &rating.levels {
            let count = self.0.entry(*aspect).or_default().entry(*level).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// Takes a rating that was counted out again, as when it is changed.
    pub fn remove(&mut self, rating: &Rating) {
        for (aspect, level) in &rating.levels {
            if let Some(count) = self.0.get_mut(aspect).and_then(|levels| levels.get_mut(level)) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Adds the counts of another.
    pub fn merge(&mut self, other: &Self) {
        for (aspect, levels) in &other.0 {
            for (level, more) in levels {
                let count = self.0.entry(*aspect).or_default().entry(*level).or_default();
                *count = count.saturating_add(*more);
            }
        }
    }

    fn sample(&self, aspect: Aspect) -> SampleSize {
        self.0.get(&aspect).into_iter().flat_map(BTreeMap::values).copied().fold(0, u64::saturating_add)
    }

    /// Returns the totals of an aspect; `None` when there are fewer than five answers.
    pub fn shown(&self, aspect: Aspect) -> Option<Shown> {
        let levels = self.0.get(&aspect)?;
        let answers = Level::NAMED.map(|(_, level)| levels.get(&level).copied().unwrap_or(0));
        let sample = answers.iter().copied().fold(0, u64::saturating_add);
        (sample >= LEAST_SHOWN).then_some(Shown { answers, sample })
    }
}

/// Returns what may be shown of parts whose sum is shown too; `None` where it may not.
///
/// What is left of the sum must not be one to four people either, so that nobody finds them by taking away.
pub fn shown_beside_sum(parts: &[&Tally], aspect: Aspect) -> Vec<Option<Shown>> {
    let mut shown: Vec<Option<Shown>> = parts.iter().map(|part| part.shown(aspect)).collect();
    let mut left = parts.iter().filter(|part| part.shown(aspect).is_none()).map(|part| part.sample(aspect)).fold(0, u64::saturating_add);
    while (1..LEAST_SHOWN).contains(&left) {
        let least = shown.iter_mut().filter(|one| one.is_some()).min_by_key(|one| one.map(|shown| shown.sample));
        let Some(hidden) = least.and_then(Option::take) else { break };
        left = left.saturating_add(hidden.sample);
    }
    shown
}

impl Shown {
    /// Returns how many are satisfied or very satisfied.
    pub const fn satisfied(self) -> u64 {
        let [dissatisfied, ..] = self.answers;
        self.sample.saturating_sub(dissatisfied)
    }
}
