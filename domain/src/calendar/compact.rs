//! The calendar as one short line of text, carried by a page to the device.
//!
//! `2026o0101h0216h…;2027c…`: a year, `o`fficial or `c`omputed, then month, day and kind of each special day.

use super::{DayKind, WorkingCalendar, YearStatus};
use crate::date::Date;
use std::fmt::Write as _;
use thiserror::Error;

/// The text is not a calendar that [`WorkingCalendar::to_compact`] wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a compact calendar")]
pub struct CompactError;

const KINDS: [(char, DayKind); 4] =
    [('h', DayKind::Holiday), ('c', DayKind::Compensation), ('s', DayKind::SwappedOff), ('w', DayKind::SwappedWorkday)];

impl WorkingCalendar {
    /// Writes the years from `first` on as one line of text.
    pub fn to_compact(&self, first: i32) -> String {
        let mut text = String::new();
        for (year, status) in self.years.range(first..) {
            if !text.is_empty() {
                text.push(';');
            }
            let mark = match status {
                YearStatus::Official => 'o',
                YearStatus::Computed => 'c',
            };
            // Writing to a string cannot fail.
            let _ = write!(text, "{year}{mark}");
            for (date, kind) in self.days.iter().filter(|(date, _)| date.year() == *year) {
                let (_, month, day) = date.parts();
                let mark = KINDS.into_iter().find(|(_, known)| known == kind).map_or('h', |(mark, _)| mark);
                let _ = write!(text, "{month:02}{day:02}{mark}");
            }
        }
        text
    }

    /// Reads what [`WorkingCalendar::to_compact`] wrote.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn from_compact(text: &str) -> Result<Self, CompactError> {
        // One after the other: what collects them would sort them first, which weighs more than the calendar.
        let mut calendar = Self::default();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let year: i32 = part.get(..4).and_then(|digits| digits.parse().ok()).ok_or(CompactError)?;
            let status = match part.get(4..5) {
                Some("o") => YearStatus::Official,
                Some("c") => YearStatus::Computed,
                _ => return Err(CompactError),
            };
            calendar.years.insert(year, status);
            let mut rest = part.get(5..).ok_or(CompactError)?;
            while !rest.is_empty() {
                let number = |range| {
                    rest.get(range)
                        .filter(|digits: &&str| digits.bytes().all(|byte| byte.is_ascii_digit()))
                        .and_then(|digits| digits.parse::<u8>().ok())
                        .ok_or(CompactError)
                };
                let date = Date::new(year, number(0..2)?, number(2..4)?).map_err(|_| CompactError)?;
                let mark = rest.get(4..5).and_then(|mark| mark.chars().next()).ok_or(CompactError)?;
                let kind = KINDS.into_iter().find(|(known, _)| *known == mark).map(|(_, kind)| kind).ok_or(CompactError)?;
                calendar.days.insert(date, kind);
                rest = rest.get(5..).ok_or(CompactError)?;
            }
        }
        Ok(calendar)
    }
}
