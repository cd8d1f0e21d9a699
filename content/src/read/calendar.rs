//! Reads the days off of each year.

use crate::{problem::Fault, table::Table};
use domain::{
    calendar::{DayKind, WorkingCalendar, YearStatus},
    date::Date,
};

const STATUSES: [(&str, YearStatus); 2] = [("official", YearStatus::Official), ("computed", YearStatus::Computed)];

const KINDS: [(&str, DayKind); 4] = [
    ("holiday", DayKind::Holiday),
    ("compensation", DayKind::Compensation),
    ("swapped-off", DayKind::SwappedOff),
    ("swapped-workday", DayKind::SwappedWorkday),
];

pub(super) fn read(table: &Table<'_>) -> WorkingCalendar {
    let mut years: Vec<(i32, YearStatus)> = Vec::new();
    let mut days: Vec<(Date, DayKind)> = Vec::new();
    for year_table in table.need_tables("years") {
        let year = year_table.need_year("year");
        let status = year_table.need_choice("status", &STATUSES).unwrap_or(YearStatus::Computed);
        // Who decided, and what is still open: for editors, not for the calendar.
        let _ = (year_table.need_text("source"), year_table.text("note"));
        for day in year_table.need_tables("days") {
            days.extend(read_day(&day, year.as_ref().map(|(year, _)| *year), &days));
        }
        let Some((year, span)) = year else { continue };
        if years.iter().any(|(known, _)| *known == year) {
            year_table.fault(span, Fault::DuplicateId { id: year.to_string() });
        }
        years.push((year, status));
    }
    WorkingCalendar::new(years, days)
}

/// Reads a day, which lies in its year and is not among those already `known`.
fn read_day(table: &Table<'_>, year: Option<i32>, known: &[(Date, DayKind)]) -> Option<(Date, DayKind)> {
    let date = table.need_date("date");
    let kind = table.need_choice("kind", &KINDS).unwrap_or(DayKind::Holiday);
    // The name tells editors which day it is; the calendar does not need it.
    let _ = table.need_localized("name");
    let date = date?;
    if year.is_some_and(|year| date.year() != year) {
        table.fault(table.place("date"), Fault::BadDate { year });
    } else if known.iter().any(|(known, _)| *known == date) {
        table.fault(table.place("date"), Fault::DuplicateId { id: date.to_string() });
    }
    Some((date, kind))
}
