//! How long an office may take: so many hours, days or months.

use serde::{Deserialize, Serialize};

/// What a [`Term`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TermUnit {
    /// Giờ làm việc.
    WorkingHour,
    /// Ngày làm việc.
    WorkingDay,
    /// Ngày (counting every day).
    CalendarDay,
    /// Tháng.
    Month,
}

/// A length of time granted to an office (thời hạn giải quyết).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Term {
    /// What is counted. Stands first so that terms order by unit before amount.
    pub unit: TermUnit,
    /// How many of them, at least one.
    pub amount: u16,
}

impl TermUnit {
    /// Every unit with its name in content files.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("working-hour", Self::WorkingHour),
        ("working-day", Self::WorkingDay),
        ("calendar-day", Self::CalendarDay),
        ("month", Self::Month),
    ];

    /// Returns the name used in content files and in `data-` attributes.
    pub fn name(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, unit)| *unit == self).map_or("", |(name, _)| name)
    }

    /// Finds a unit by the name [`TermUnit::name`] gives.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, unit)| unit)
    }
}
