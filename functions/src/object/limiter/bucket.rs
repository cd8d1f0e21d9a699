//! Buckets of tokens: each request takes one, time puts them back.

use std::collections::HashMap;

/// How much somebody may do: so many at once, and so many a minute in the long run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    /// What is counted; two limits never share a bucket.
    pub(crate) name: &'static str,
    /// How many at once.
    pub(crate) burst: u32,
    /// How many come back each minute.
    pub(crate) per_minute: u32,
}

/// How many buckets a shard keeps before it forgets the full ones: a few megabytes.
const MOST: usize = 20_000;

/// A minute in the unit buckets count in: one token is as many units as a minute has milliseconds.
const MINUTE: i64 = 60_000;

#[derive(Debug, Clone, Copy)]
struct Bucket {
    units: i64,
    at: i64,
    most: i64,
    per_millisecond: i64,
}

impl Bucket {
    fn fill(&mut self, now: i64) {
        let passed = now.saturating_sub(self.at).max(0);
        self.units = self.units.saturating_add(passed.saturating_mul(self.per_millisecond)).min(self.most);
        self.at = self.at.max(now);
    }
}

/// The buckets of one shard.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    known: HashMap<u64, Bucket>,
}

impl Buckets {
    /// Takes a token; else returns how many seconds to wait for one.
    pub(super) fn take(&mut self, key: u64, burst: u32, per_minute: u32, now: i64) -> Result<(), u32> {
        if self.known.len() >= MOST {
            self.known.retain(|_, bucket| {
                bucket.fill(now);
                bucket.units < bucket.most
            });
        }
        let most = i64::from(burst) * MINUTE;
        let per_millisecond = i64::from(per_minute.max(1));
        let bucket = self.known.entry(key).or_insert(Bucket { units: most, at: now, most, per_millisecond });
        bucket.fill(now);
        if bucket.units >= MINUTE {
            bucket.units -= MINUTE;
            return Ok(());
        }
        let milliseconds = (MINUTE - bucket.units) / per_millisecond;
        Err(u32::try_from(milliseconds / 1000 + 1).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let mut buckets = Buckets::default();
        let mut take = |now| buckets.take(7, 3, 6, now);
        assert_eq!([take(0), take(0), take(0)], [Ok(()); 3]);
        assert_eq!(take(0), Err(11));
        assert_eq!(take(5_000), Err(6));
        assert_eq!(take(10_000), Ok(()));
        assert_eq!(take(10_000), Err(11));
        // A clock that goes back takes nothing away and gives nothing.
        assert_eq!(take(0), Err(11));
        let mut take = |now| buckets.take(7, 3, 6, now);
        assert_eq!([take(600_000), take(600_000), take(600_000), take(600_000)], [Ok(()), Ok(()), Ok(()), Err(11)]);
    }

    #[test]
    fn one_key_takes_nothing_from_another_and_full_buckets_are_forgotten() {
        let mut buckets = Buckets::default();
        assert_eq!(buckets.take(1, 1, 60, 0), Ok(()));
        assert_eq!(buckets.take(2, 1, 60, 0), Ok(()));
        assert_eq!(buckets.take(1, 1, 60, 0), Err(2));
        for key in 0..20_000 {
            let _ = buckets.take(key, 1, 60, 0);
        }
        let _ = buckets.take(50_000, 1, 60, 120_000);
        assert_eq!(buckets.known.len(), 1);
    }
}
