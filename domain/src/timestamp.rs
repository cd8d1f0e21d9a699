//! An instant as machines keep it.

use crate::date::Moment;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00Z; what is stored with every step of a dossier.
///
/// People see the [`Moment`] in Vietnam instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Returns the instant at which a minute in Vietnam begins.
    pub fn from_moment(moment: Moment) -> Self {
        Self(moment.unix_milliseconds())
    }

    /// Returns the day and minute in Vietnam, from 1900 to 2299.
    pub fn moment(self) -> Moment {
        Moment::from_unix_milliseconds(self.0)
    }

    /// Returns the instant that many milliseconds later (earlier when negative).
    #[must_use]
    pub const fn plus_milliseconds(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// Returns how many milliseconds lie between two instants; negative when `earlier` is later.
    pub const fn milliseconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Time;
    use proptest::prelude::*;
    use serde::de::{
        IntoDeserializer,
        value::{Error, I64Deserializer},
    };

    #[track_caller]
    fn check(milliseconds: i64, date: &str, time: &str) {
        let moment = Timestamp(milliseconds).moment();
        assert_eq!((moment.date.to_string().as_str(), moment.time.to_string().as_str()), (date, time));
    }

    #[test]
    fn people_see_the_time_in_vietnam() {
        check(0, "1970-01-01", "07:00");
        check(-1, "1970-01-01", "06:59");
        check(1_795_280_399_999, "2026-11-21", "23:59");
        check(1_795_280_400_000, "2026-11-22", "00:00");
        check(i64::MAX, "2299-12-31", "14:12");
    }

    #[test]
    fn a_minute_begins_where_it_is_said_to() {
        let moment = Moment { date: "2026-11-22".parse().unwrap(), time: Time::new(0, 0) };
        assert_eq!(Timestamp::from_moment(moment), Timestamp(1_795_280_400_000));
    }

    #[test]
    fn serde_keeps_a_number() {
        let number: I64Deserializer<Error> = 1_795_280_400_000_i64.into_deserializer();
        assert_eq!(Timestamp::deserialize(number), Ok(Timestamp(1_795_280_400_000)));
        assert!(Timestamp::deserialize(IntoDeserializer::<Error>::into_deserializer("1795280400000")).is_err());
    }

    proptest! {
        #[test]
        fn a_moment_survives(milliseconds in -2_000_000_000_000_i64..10_000_000_000_000) {
            let moment = Timestamp(milliseconds).moment();
            let start = Timestamp::from_moment(moment);
            prop_assert_eq!(start.moment(), moment);
            prop_assert!((0..60_000).contains(&Timestamp(milliseconds).milliseconds_since(start)));
        }

        #[test]
        fn no_number_makes_it_panic(milliseconds: i64, more: i64) {
            let later = Timestamp(milliseconds).plus_milliseconds(more);
            prop_assert_eq!(later >= Timestamp(milliseconds), more >= 0 || later.0 == milliseconds);
            let _ = Timestamp::from_moment(later.moment());
        }
    }
}
