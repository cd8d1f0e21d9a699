//! Reads the days off of each year.

use crate::{problem::Fault, table::Table};
use domain::calendar::{DayKind, WorkingCalendar, YearStatus};

const STATUSES: [(&str, YearStatus); 2] = [("official", YearStatus::Official), ("computed", YearStatus::Computed)];

const KINDS: [(&str, DayKind); 4] = [
    ("holiday", DayKind::Holiday),
    ("compensation", DayKind::Compensation),
    ("swapped-off", DayKind::SwappedOff),
    ("swapped-workday", DayKind::SwappedWorkday),
];

pub(super) fn read(table: &Table<'_>) -> WorkingCalendar {
    let mut years = Vec::new();
    let mut days = Vec::new();
    for year_table in table.need_tables("years") {
        let year: i32 = year_table.number("year").unwrap_or_default();
        years.push((year, year_table.need_choice("status", &STATUSES, YearStatus::Computed)));
        // Who decided, and what is still open: for editors, not for the calendar.
        let _ = (year_table.need_text("source"), year_table.text("note"));
        for day in year_table.need_tables("days") {
            let date = day.need_date("date");
            let kind = day.need_choice("kind", &KINDS, DayKind::Holiday);
            let _ = day.need_localized("name");
            if date.year() != year {
                day.fault(day.place("date"), Fault::BadDate);
            }
            if days.iter().any(|(known, _)| *known == date) {
                day.fault(day.place("date"), Fault::DuplicateId { id: date.to_string() });
            }
            days.push((date, kind));
        }
    }
    WorkingCalendar::new(years, days)
}
