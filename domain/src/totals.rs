//! Totals of dossiers and ratings by agency and procedure: what desks, managers and the public see.

use crate::{
    calendar::WorkingCalendar,
    code::AgencyCode,
    dossier::{Dossier, Status},
    rating::Tally,
    slug::Slug,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Totals of several agencies and procedures; each pair stands once, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    rows: Vec<Row>,
}

/// What one agency did about one procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The agency.
    pub agency: AgencyCode,
    /// The guide of the procedure.
    pub procedure: Slug,
    /// How many dossiers, by where they stand.
    pub counts: Counts,
    /// What people say.
    pub ratings: Tally,
}

/// How many dossiers. What was received is resolved, ended without a result, or in process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Sent in.
    pub received: u64,
    /// With a result.
    pub resolved: u64,
    /// Of those, with a due time to be measured against.
    pub measured: u64,
    /// Of those, by their due time.
    pub on_time: u64,
    /// Refused at reception, withdrawn or stopped.
    pub without_result: u64,
    /// Not ended yet.
    pub in_process: u64,
    /// Of those, past their due time.
    pub late: u64,
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: u64,
    /// The whole; zero where there is nothing to measure.
    pub whole: u64,
}

impl Totals {
    /// Returns the rows, by agency, then by procedure.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Tells whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds what an agency did about a procedure.
    pub fn add(&mut self, agency: &AgencyCode, procedure: &Slug, counts: Counts, ratings: &Tally) {
        let known = self.rows.binary_search_by(|row| (&row.agency, &row.procedure).cmp(&(agency, procedure)));
        let at = known.unwrap_or_else(|at| {
            let (counts, ratings) = (Counts::default(), Tally::default());
            self.rows.insert(at, Row { agency: agency.clone(), procedure: procedure.clone(), counts, ratings });
            at
        });
        if let Some(row) = self.rows.get_mut(at) {
            row.counts.merge(counts);
            row.ratings.merge(ratings);
        }
    }

    /// Adds all rows of another.
    pub fn merge(&mut self, other: &Self) {
        other.rows.iter().for_each(|row| self.add(&row.agency, &row.procedure, row.counts, &row.ratings));
    }

    /// Adds up the rows that fit.
    pub fn sum(&self, fits: impl Fn(&Row) -> bool) -> (Counts, Tally) {
        let mut sum = (Counts::default(), Tally::default());
        for row in self.rows.iter().filter(|row| fits(row)) {
            sum.0.merge(row.counts);
            sum.1.merge(&row.ratings);
        }
        sum
    }
}

impl Counts {
    /// Counts one dossier as it stands at `now`.
    pub fn of(dossier: &Dossier, now: Timestamp, calendar: &WorkingCalendar) -> Self {
        let without_result = matches!(dossier.status, Status::Refused | Status::Stopped);
        let resolved = dossier.resolution.is_some();
        let on_time = dossier.ended_on_time().filter(|_| resolved);
        let open = !without_result && !resolved;
        Self {
            received: 1,
            resolved: u64::from(resolved),
            measured: u64::from(on_time.is_some()),
            on_time: u64::from(on_time == Some(true)),
            without_result: u64::from(without_result),
            in_process: u64::from(open),
            late: u64::from(open && dossier.lateness(now, calendar).is_late()),
        }
    }

    /// Adds the counts of others.
    pub fn merge(&mut self, more: Self) {
        let pairs = [
            (&mut self.received, more.received),
            (&mut self.resolved, more.resolved),
            (&mut self.measured, more.measured),
            (&mut self.on_time, more.on_time),
            (&mut self.without_result, more.without_result),
            (&mut self.in_process, more.in_process),
            (&mut self.late, more.late),
        ];
        for (count, more) in pairs {
            *count = count.saturating_add(more);
        }
    }

    /// Returns the share of results that came by their due time.
    pub const fn on_time_share(&self) -> Share {
        Share { part: self.on_time, whole: self.measured }
    }
}

impl Share {
    /// Returns it in hundredths of a percent, rounded half up: `9_825` is 98.25 %; `None` of nothing.
    pub fn hundredths_of_percent(self) -> Option<u64> {
        let whole = u128::from(self.whole);
        let scaled = (u128::from(self.part) * 20_000 + whole).checked_div(2 * whole)?;
        u64::try_from(scaled).ok()
    }
}

#[cfg(test)]
mod tests;
