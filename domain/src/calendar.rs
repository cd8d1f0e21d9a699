//! The working-day calendar: which days offices work, and when a term ends.
//!
//! Days off come from the yearly decision, as content; nothing is computed from the moon here.
//! Rules: Labour Code 2019 arts 111–112, Resolution 28/2026/QH16 (24 November), Civil Code 2015 art. 148.

use crate::{
    date::{Date, Moment, Time, Weekday},
    term::{Term, TermUnit},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod compact;
#[cfg(test)]
mod tests;

pub use compact::CompactError;

/// Why a day differs from the ordinary week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayKind {
    /// Ngày lễ, tết.
    Holiday,
    /// Ngày nghỉ bù: a working day off because a holiday fell on a rest day.
    Compensation,
    /// Ngày nghỉ hoán đổi: a working day exchanged for a rest day.
    SwappedOff,
    /// Ngày làm bù: the rest day that is worked instead.
    SwappedWorkday,
}

/// How far a year's days off may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearStatus {
    /// Taken from the official decision.
    Official,
    /// Computed in advance; the decision is still to come.
    Computed,
}

/// Days that differ from the ordinary week, by year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WorkingCalendar {
    years: BTreeMap<i32, YearStatus>,
    days: BTreeMap<Date, DayKind>,
    hours: OfficeHours,
}

/// The hours an office works, twice a day; without them 07:30–11:30 and 13:30–17:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// Morning, from and until.
    pub morning: (Time, Time),
    /// Afternoon, from and until.
    pub afternoon: (Time, Time),
}

/// When a term ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Due {
    /// The last moment of the term.
    pub at: Moment,
    /// Whether every year the count went through has an official calendar.
    pub certain: bool,
}

impl Default for OfficeHours {
    fn default() -> Self {
        Self { morning: (Time::new(7, 30), Time::new(11, 30)), afternoon: (Time::new(13, 30), Time::new(17, 0)) }
    }
}

impl WorkingCalendar {
    /// Makes a calendar from the years that are known and their days.
    pub fn new(years: impl IntoIterator<Item = (i32, YearStatus)>, days: impl IntoIterator<Item = (Date, DayKind)>) -> Self {
        Self { years: years.into_iter().collect(), days: days.into_iter().collect(), hours: OfficeHours::default() }
    }

    /// Tells how far a year may be trusted; `None` when nothing is known of it.
    pub fn year(&self, year: i32) -> Option<YearStatus> {
        self.years.get(&year).copied()
    }

    /// Returns what makes a day special, if anything does.
    pub fn day(&self, date: Date) -> Option<DayKind> {
        self.days.get(&date).copied()
    }

    /// Tells whether state offices work on a day.
    pub fn works_on(&self, date: Date) -> bool {
        match self.day(date) {
            Some(DayKind::SwappedWorkday) => true,
            Some(DayKind::Holiday | DayKind::Compensation | DayKind::SwappedOff) => false,
            None => !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday),
        }
    }

    /// Returns `date` when offices work on it, else the next day they do.
    pub fn first_working_day(&self, date: Date) -> Date {
        // No decision closes offices for a month; the bound keeps a broken calendar from looping.
        (0..60).map(|days| date.plus_days(days)).find(|day| self.works_on(*day)).unwrap_or(date)
    }

    /// Returns when a dossier that arrives at `arrival` counts as received: at once within office hours,
    /// else at the next opening; from `cutoff` on, at the opening of the next working day.
    pub fn received(&self, arrival: Moment, cutoff: Option<Time>) -> Moment {
        let late = arrival.time >= self.hours.afternoon.1 || cutoff.is_some_and(|cutoff| arrival.time >= cutoff);
        if !self.works_on(arrival.date) || late {
            let day = if self.works_on(arrival.date) { arrival.date.next() } else { arrival.date };
            return Moment { date: self.first_working_day(day), time: self.hours.morning.0 };
        }
        Moment { date: arrival.date, time: self.hours.opening_from(arrival.time) }
    }

    /// Returns when `term` ends for a dossier that arrives at `arrival`.
    ///
    /// The day of receipt is not counted; a period of days ends with the office hours of its last day.
    /// A period of calendar days or months that ends on a day off ends on the next working day.
    pub fn due(&self, arrival: Moment, term: Term, cutoff: Option<Time>) -> Due {
        let received = self.received(arrival, cutoff);
        let closing = self.hours.afternoon.1;
        let at = match term.unit {
            TermUnit::WorkingHour => self.after_working_minutes(received, u32::from(term.amount) * 60),
            TermUnit::WorkingDay => {
                let last = (0..term.amount).fold(received.date, |day, _| self.first_working_day(day.next()));
                Moment { date: last, time: closing }
            }
            TermUnit::CalendarDay => {
                Moment { date: self.first_working_day(received.date.plus_days(i32::from(term.amount))), time: closing }
            }
            TermUnit::Month => Moment { date: self.first_working_day(received.date.plus_months(term.amount)), time: closing },
        };
        let certain = (arrival.date.year()..=at.date.year()).all(|year| self.year(year) == Some(YearStatus::Official));
        Due { at, certain }
    }

    /// Moves `minutes` of office hours forward.
    fn after_working_minutes(&self, from: Moment, minutes: u32) -> Moment {
        let mut left = minutes;
        let mut day = from.date;
        let mut time = from.time;
        // A working day has hours, so each turn either ends or shortens the rest.
        for _ in 0..=minutes {
            for (opens, closes) in [self.hours.morning, self.hours.afternoon] {
                let begins = time.max(opens);
                if begins >= closes {
                    continue;
                }
                let open_for = u32::from(closes.minutes() - begins.minutes());
                if left <= open_for {
                    let end = begins.minutes().saturating_add(u16::try_from(left).unwrap_or(0));
                    return Moment { date: day, time: Time::from_minutes(end) };
                }
                left -= open_for;
            }
            day = self.first_working_day(day.next());
            time = self.hours.morning.0;
        }
        Moment { date: day, time: self.hours.afternoon.1 }
    }
}

impl OfficeHours {
    /// Returns `time` when the office is open, else the next opening of the same day.
    fn opening_from(self, time: Time) -> Time {
        if time < self.morning.0 {
            self.morning.0
        } else if time >= self.morning.1 && time < self.afternoon.0 {
            self.afternoon.0
        } else {
            time
        }
    }
}
