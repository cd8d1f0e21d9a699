//! When somebody would like to come: a wish for a day and half of it, not a booking.

use super::{Circumstances, Fault, RawAnswers, Wrong, read::day};
use crate::date::Date;
use serde::{Deserialize, Serialize};

/// Which days may be wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Among so many working days after today.
    pub within: u16,
}

/// A day somebody would like to come, and which half of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// The day.
    pub day: Date,
    /// Which half.
    pub half: Half,
}

/// Half of a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
}

impl Half {
    /// Both, with the name among answers.
    pub const NAMED: [(&'static str, Self); 2] = [("sang", Self::Morning), ("chieu", Self::Afternoon)];

    /// Returns its name among answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Morning => "sang",
            Self::Afternoon => "chieu",
        }
    }

    /// Returns what people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Morning => "Buổi sáng",
            Self::Afternoon => "Buổi chiều",
        }
    }
}

impl Appointment {
    /// Reads the day and the half: a working day, from the next one on.
    pub(super) fn read(self, path: &str, raw: &RawAnswers, now: &Circumstances<'_>) -> Result<Wish, Fault> {
        let at = |wrong| Fault { path: path.to_owned(), wrong };
        let wished = day(path, raw).map_err(at)?;
        let next = |day: Date| now.calendar.first_working_day(day.next());
        let (first, last) = (next(now.today), (0..self.within).fold(now.today, |day, _| next(day)));
        if wished < first || wished > last {
            return Err(at(Wrong::DayOutside { first, last }));
        }
        if !now.calendar.works_on(wished) {
            return Err(at(Wrong::DayOff(next(wished).min(last))));
        }
        let half = format!("{path}.half");
        let found = Half::NAMED.iter().find(|(name, _)| *name == raw.one(&half)).map(|(_, half)| *half);
        found.map(|half| Wish { day: wished, half }).ok_or(Fault { path: half, wrong: Wrong::NoHalf })
    }
}
