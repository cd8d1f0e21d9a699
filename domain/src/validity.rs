//! From when until when something applies.

use crate::date::Date;
use serde::{Deserialize, Serialize};

/// A period of days; both ends belong to it, and either may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// Where a day lies, seen from a [`Validity`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The period begins later, on this day.
    NotYet(Date),
    /// The day lies within the period.
    InForce,
    /// The period ended; this was its last day.
    Ended(Date),
}

impl Validity {
    /// Tells where `day` lies.
    pub fn standing(self, day: Date) -> Standing {
        match (self.from, self.until) {
            (Some(from), _) if day < from => Standing::NotYet(from),
            (_, Some(until)) if day > until => Standing::Ended(until),
            _ => Standing::InForce,
        }
    }

    /// Tells whether `day` lies within the period.
    pub fn holds_on(self, day: Date) -> bool {
        self.standing(day) == Standing::InForce
    }

    /// Tells whether the two periods share a day.
    pub fn overlaps(self, other: Self) -> bool {
        let starts_in_time = |from: Option<Date>, until: Option<Date>| match (from, until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        starts_in_time(self.from, other.until) && starts_in_time(other.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[track_caller]
    fn check(from: &str, until: &str, on: &str, holds: bool) {
        let validity = Validity { from: day(from), until: day(until) };
        assert_eq!(day(on).map(|on| validity.holds_on(on)), Some(holds), "{from}..{until} on {on}");
    }

    #[test]
    fn both_ends_belong_to_the_period() {
        check("2026-08-15", "2027-02-28", "2026-08-14", false);
        check("2026-08-15", "2027-02-28", "2026-08-15", true);
        check("2026-08-15", "2027-02-28", "2027-02-28", true);
        check("2026-08-15", "2027-02-28", "2027-03-01", false);
        check("", "2027-02-28", "1999-01-01", true);
        check("2026-08-15", "", "2199-01-01", true);
    }

    #[test]
    fn periods_that_touch_on_one_day_overlap() {
        let period = |from: &str, until: &str| Validity { from: day(from), until: day(until) };
        assert!(period("2026-01-01", "2026-06-30").overlaps(period("2026-06-30", "")));
        assert!(!period("2026-01-01", "2026-06-30").overlaps(period("2026-07-01", "")));
        assert!(period("", "").overlaps(period("2026-07-01", "2026-07-01")));
    }
}
