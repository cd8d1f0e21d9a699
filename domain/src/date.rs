//! Days, times and moments as a clerk in Vietnam writes them; values only, no clock.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A day of the Gregorian calendar, from year 1900 to 2299.
///
/// Kept as the number of days since 1970-01-01, so that order and distance are integer arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(i32);

/// 1900-01-01 and 2299-12-31, in days since 1970-01-01.
const FIRST: i32 = -25_567;
const LAST: i32 = 120_529;

/// Why something is not a [`Date`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DateError {
    /// The text does not look like `2026-11-21`.
    #[error("not of the form 2026-11-21")]
    Shape,
    /// There is no such day, or it lies outside 1900 to 2299.
    #[error("no such day between 1900 and 2299")]
    NoSuchDay,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say everything")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Date {
    /// Makes a date from year, month (1–12) and day (1–31).
    ///
    /// # Errors
    /// When there is no such day between 1900 and 2299.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        let exists = (1900..=2299).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        if exists { Ok(Self(days_from_civil(year, i32::from(month), i32::from(day)))) } else { Err(DateError::NoSuchDay) }
    }

    /// Returns year, month and day.
    pub fn parts(self) -> (i32, u8, u8) {
        civil_from_days(self.0)
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.parts().0
    }

    /// Returns the day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (self.0 + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// Returns the day `days` later (earlier when negative), at most the last day of 2299.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::within(self.0.saturating_add(days))
    }

    /// The day of a number, brought to the first or last day there is.
    fn within(days: i32) -> Self {
        Self(days.clamp(FIRST, LAST))
    }

    /// Returns the next day.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// Returns the same day of a later month, or that month's last day where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let (year, month, day) = self.parts();
        let count = i32::from(month) - 1 + i32::from(months);
        let year = year + count / 12;
        // The remainder of a division by twelve always fits.
        let month = u8::try_from(count % 12 + 1).unwrap_or(12);
        let day = day.min(days_in_month(year, month));
        Self::within(days_from_civil(year, i32::from(month), i32::from(day)))
    }

    /// Returns the age (tuổi) in full years that somebody born on this day has reached; `None` before the birth.
    ///
    /// Whoever was born on 29 February is a year older on 28 February in years without one, as [`Date::plus_months`] counts.
    pub fn age_on(self, day: Self) -> Option<u16> {
        let years = u16::try_from(day.year() - self.year()).ok()?;
        let birthday = self.plus_months(years.saturating_mul(12));
        if birthday <= day { Some(years) } else { years.checked_sub(1) }
    }

    /// Returns how many days lie between two dates; negative when `earlier` is later.
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Date {
    /// Writes `2026-11-21` (ISO 8601).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let well_formed = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
        if !well_formed {
            return Err(DateError::Shape);
        }
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| part.parse().ok()).ok_or(DateError::Shape)?;
        let month = parts.next().and_then(|part| part.parse().ok()).ok_or(DateError::Shape)?;
        let day = parts.next().and_then(|part| part.parse().ok()).ok_or(DateError::Shape)?;
        Self::new(year, month, day)
    }
}

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Time {
    minutes: u16,
}

impl Time {
    /// Makes a time from hour (0–23) and minute (0–59); larger numbers are brought to the last minute of the day.
    pub const fn new(hour: u8, minute: u8) -> Self {
        let minutes = hour as u16 * 60 + minute as u16;
        Self { minutes: if minutes < 1440 { minutes } else { 1439 } }
    }

    /// Makes a time from minutes since midnight, brought to the last minute of the day when larger.
    pub const fn from_minutes(minutes: u16) -> Self {
        Self { minutes: if minutes < 1440 { minutes } else { 1439 } }
    }

    /// Returns the minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.minutes
    }
}

impl fmt::Display for Time {
    /// Writes `17:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// A day and a time of day in Vietnam (UTC+7 all year).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of that day.
    pub time: Time,
}

impl Moment {
    /// Returns the moment in Vietnam that lies `milliseconds` after 1970-01-01T00:00Z.
    pub fn from_unix_milliseconds(milliseconds: i64) -> Self {
        let minutes = milliseconds.div_euclid(60_000) + 7 * 60;
        let day = i32::try_from(minutes.div_euclid(1440)).unwrap_or(if milliseconds < 0 { i32::MIN } else { i32::MAX });
        let minute = u16::try_from(minutes.rem_euclid(1440)).unwrap_or(0);
        Self { date: Date::within(day), time: Time::from_minutes(minute) }
    }

    /// Returns how many milliseconds after 1970-01-01T00:00Z its minute begins.
    pub fn unix_milliseconds(self) -> i64 {
        (i64::from(self.date.0) * 1440 + i64::from(self.time.minutes) - 7 * 60) * 60_000
    }
}

fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// Days since 1970-01-01; Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`], from the same paper.
fn civil_from_days(days: i32) -> (i32, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    // Both lie between 1 and 31 by construction.
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(i32, u8, u8), DateError>) {
        assert_eq!(text.parse::<Date>().map(Date::parts), expected);
    }

    #[test]
    fn only_days_that_exist_are_dates() {
        check("2026-11-21", Ok((2026, 11, 21)));
        check("2028-02-29", Ok((2028, 2, 29)));
        check("2026-02-29", Err(DateError::NoSuchDay));
        check("2100-02-29", Err(DateError::NoSuchDay));
        check("1899-12-31", Err(DateError::NoSuchDay));
        check("21/11/2026", Err(DateError::Shape));
        check("2026-1-2", Err(DateError::Shape));
        check("2026-11-21 ", Err(DateError::Shape));
        check("２026-11-2", Err(DateError::Shape));
    }

    #[track_caller]
    fn check_age(born: &str, on: &str, expected: Option<u16>) {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day(born).age_on(day(on)), expected, "{born} on {on}");
    }

    #[test]
    fn a_year_is_full_on_the_birthday() {
        check_age("1951-11-21", "2026-11-20", Some(74));
        check_age("1951-11-21", "2026-11-21", Some(75));
        check_age("2026-11-21", "2026-11-21", Some(0));
        check_age("2026-11-22", "2026-11-21", None);
        check_age("2027-01-01", "2026-11-21", None);
        check_age("1900-01-01", "2299-12-31", Some(399));
    }

    #[test]
    fn who_was_born_on_29_february_has_a_birthday_every_year() {
        check_age("1952-02-29", "2027-02-27", Some(74));
        check_age("1952-02-29", "2027-02-28", Some(75));
        check_age("1952-02-29", "2028-02-28", Some(75));
        check_age("1952-02-29", "2028-02-29", Some(76));
    }

    #[test]
    fn weekdays_of_known_days() {
        let weekday = |text: &str| text.parse::<Date>().map(Date::weekday);
        assert_eq!(weekday("1970-01-01"), Ok(Weekday::Thursday));
        assert_eq!(weekday("2026-11-21"), Ok(Weekday::Saturday));
        assert_eq!(weekday("2000-02-29"), Ok(Weekday::Tuesday));
    }

    #[test]
    fn a_month_later_is_clamped_to_the_shorter_month() {
        let later = |text: &str, months| text.parse::<Date>().map(|date| date.plus_months(months).to_string());
        assert_eq!(later("2026-01-31", 1), Ok("2026-02-28".to_owned()));
        assert_eq!(later("2026-11-21", 2), Ok("2027-01-21".to_owned()));
        assert_eq!(later("2027-12-31", 2), Ok("2028-02-29".to_owned()));
    }

    #[test]
    fn no_day_lies_outside_the_calendar() {
        let last = Moment::from_unix_milliseconds(i64::MAX).date;
        assert_eq!((last.to_string(), last.plus_days(1), last.plus_months(9)), ("2299-12-31".to_owned(), last, last));
        let first = Moment::from_unix_milliseconds(i64::MIN).date;
        assert_eq!((first.to_string(), first.plus_days(-1)), ("1900-01-01".to_owned(), first));
    }

    #[test]
    fn midnight_in_vietnam_comes_seven_hours_before_utc() {
        let moment = Moment::from_unix_milliseconds(1_795_280_400_000);
        assert_eq!((moment.date.to_string(), moment.time.to_string()), ("2026-11-22".to_owned(), "00:00".to_owned()));
        let before = Moment::from_unix_milliseconds(1_795_280_399_999);
        assert_eq!((before.date.to_string(), before.time.to_string()), ("2026-11-21".to_owned(), "23:59".to_owned()));
    }

    proptest! {
        #[test]
        fn parse_after_display_is_identity(days in FIRST..=LAST) {
            let date = Date(days);
            prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,12}") {
            let _ = text.parse::<Date>();
        }
    }
}
