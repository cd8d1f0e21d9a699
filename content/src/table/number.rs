//! Numbers, days and moments of a table.

use super::Table;
use crate::problem::{Bounds, Expected, Fault};
use domain::{
    date::{Date, Moment, Time},
    validity::Validity,
};
use std::ops::Range;
use toml::{
    de::{DeInteger, DeValue},
    value::Datetime,
};

/// A number, or the admission that no source is sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberOr<N> {
    Number(N),
    Unconfirmed,
}

/// A kind of number in content files, with what it may be.
pub(crate) trait Number: TryFrom<u64> {
    /// The greatest it can hold.
    const GREATEST: u64;
}

impl Number for u8 {
    const GREATEST: u64 = 0xff;
}

impl Number for u16 {
    const GREATEST: u64 = 0xffff;
}

impl Number for u64 {
    const GREATEST: u64 = Self::MAX;
}

impl<'t> Table<'t> {
    pub(crate) fn flag(&self, key: &'static str) -> bool {
        match self.entry(key) {
            None => false,
            Some((DeValue::Boolean(value), _)) => *value,
            Some((_, span)) => {
                self.wrong(key, span, Expected::Flag);
                false
            }
        }
    }

    /// A whole number of at least `least`.
    pub(crate) fn number<N: Number>(&self, key: &'static str, least: u64) -> Option<N> {
        self.number_up_to(key, least, N::GREATEST)
    }

    /// A whole number of at least `least`, which must be there.
    pub(crate) fn need_number<N: Number>(&self, key: &'static str, least: u64) -> Option<N> {
        self.needed_entry(key)?;
        self.number(key, least)
    }

    /// A whole number between two others.
    pub(crate) fn number_up_to<N: Number>(&self, key: &'static str, least: u64, greatest: u64) -> Option<N> {
        let (value, span) = self.entry(key)?;
        let bounds = Bounds { least, greatest };
        let number = whole(value, bounds);
        if number.is_none() {
            self.wrong(key, span, Expected::Number(bounds));
        }
        number
    }

    /// A whole number of at least `least`, or the word `unconfirmed`; one of both must be there.
    pub(crate) fn number_or_unconfirmed<N: Number>(&self, key: &'static str, least: u64) -> Option<NumberOr<N>> {
        let (value, span) = self.needed_entry(key)?;
        if matches!(value, DeValue::String(word) if word == "unconfirmed") {
            return Some(NumberOr::Unconfirmed);
        }
        let bounds = Bounds { least, greatest: N::GREATEST };
        let number = whole(value, bounds);
        if number.is_none() {
            self.wrong(key, span, Expected::NumberOrUnconfirmed(bounds));
        }
        number.map(NumberOr::Number)
    }

    /// A year, which must be there; with its place.
    pub(crate) fn need_year(&self, key: &'static str) -> Option<(i32, Range<usize>)> {
        let (_, span) = self.needed_entry(key)?;
        let year: u16 = self.number_up_to(key, 1900, 2299)?;
        Some((i32::from(year), span))
    }

    /// A datetime of the shape `fits` wants; a fault where a part of it does not exist.
    fn datetime(
        &self,
        key: &'static str,
        (value, span): (&'t DeValue<'t>, Range<usize>),
        expected: Expected,
    ) -> Option<(Date, Option<Time>)> {
        let DeValue::Datetime(value) = value else {
            self.wrong(key, span, expected);
            return None;
        };
        // The parser leaves out the parts of a day or an hour that does not exist.
        if *value == (Datetime { date: None, time: None, offset: None }) {
            self.fault(span, Fault::BadDate { year: None });
            return None;
        }
        let fits = value.time.is_some() == (expected == Expected::Moment) && value.offset.is_none();
        let (Some(day), true) = (value.date, fits) else {
            self.wrong(key, span, expected);
            return None;
        };
        let Ok(date) = Date::new(i32::from(day.year), day.month, day.day) else {
            self.fault(span, Fault::BadDate { year: None });
            return None;
        };
        Some((date, value.time.map(|time| Time::new(time.hour, time.minute))))
    }

    pub(crate) fn date(&self, key: &'static str) -> Option<Date> {
        self.datetime(key, self.entry(key)?, Expected::Date).map(|(date, _)| date)
    }

    pub(crate) fn need_date(&self, key: &'static str) -> Option<Date> {
        self.datetime(key, self.needed_entry(key)?, Expected::Date).map(|(date, _)| date)
    }

    /// A day that has come, which must be there: when something was read or decided.
    pub(crate) fn need_past_date(&self, key: &'static str) -> Option<Date> {
        let date = self.need_date(key);
        if date.is_some_and(|date| date > self.desk.as_of) {
            self.fault(self.place(key), Fault::FutureDate);
        }
        date
    }

    pub(crate) fn need_moment(&self, key: &'static str) -> Option<Moment> {
        let (date, time) = self.datetime(key, self.needed_entry(key)?, Expected::Moment)?;
        time.map(|time| Moment { date, time })
    }

    /// The keys `from` and `until` of this table.
    pub(crate) fn validity(&self) -> Validity {
        let validity = Validity { from: self.date("from"), until: self.date("until") };
        if let (Some(from), Some(until)) = (validity.from, validity.until)
            && from > until
        {
            self.fault(self.place("until"), Fault::PeriodBackwards);
        }
        validity
    }
}

/// Returns a whole number within bounds; `None` for anything else.
fn whole<N: Number>(value: &DeValue<'_>, bounds: Bounds) -> Option<N> {
    let DeValue::Integer(integer) = value else { return None };
    let number = parse(integer)?;
    if (bounds.least..=bounds.greatest).contains(&number) { N::try_from(number).ok() } else { None }
}

fn parse(integer: &DeInteger<'_>) -> Option<u64> {
    u64::from_str_radix(integer.as_str(), integer.radix()).ok()
}
