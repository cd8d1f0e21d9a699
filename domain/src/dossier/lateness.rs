//! How a dossier stands to its due time: computed when asked, stored nowhere.

use super::{Dossier, End};
use crate::{
    calendar::{Due, WorkingCalendar},
    date::{Date, Moment, Time},
    term::{Term, TermUnit},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// How a dossier stands to its due time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lateness {
    /// Nothing is due: not accepted, no sure deadline, waiting for the owner, or ended in time.
    NotDue,
    /// Due after so many working days, at least one.
    DueIn(u32),
    /// Due today at this time.
    DueToday(Time),
    /// Late by so many working days, begun ones counted.
    Late(u32),
}

impl Lateness {
    /// Tells whether the due time has passed.
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Late(_))
    }

    /// Tells how `at` stands to a due time.
    pub fn at(at: Moment, due: Moment, calendar: &WorkingCalendar) -> Self {
        if at > due {
            Self::Late(working_days(calendar, due.date, at.date).max(1))
        } else if at.date == due.date {
            Self::DueToday(due.time)
        } else {
            Self::DueIn(working_days(calendar, at.date, due.date).max(1))
        }
    }
}

impl Dossier {
    /// Tells how the dossier stands at `now`. What ended or paused late stays late.
    pub fn lateness(&self, now: Timestamp, calendar: &WorkingCalendar) -> Lateness {
        let still = self.ended.map(|end| end.at).or_else(|| self.paused_since());
        let Some(due) = self.due.map(|due| due.at) else { return Lateness::NotDue };
        let lateness = Lateness::at(still.unwrap_or(now).moment(), due, calendar);
        if still.is_some() && !lateness.is_late() { Lateness::NotDue } else { lateness }
    }

    /// Tells whether the dossier ended by its due time; `None` while it has not ended or nothing was due.
    ///
    /// The first end counts: a correction does not mend it, and neither does a clock set anew after the due time.
    pub fn ended_on_time(&self) -> Option<bool> {
        let End { at, due } = self.first_ended?;
        Some(at.moment() <= due?.at)
    }

    /// Returns since when the clock stands still; one pause that follows another at once continues it.
    pub fn paused_since(&self) -> Option<Timestamp> {
        let newest_first = self.pauses.iter().rev();
        let chain = newest_first.scan(None, |next_from, pause| {
            let continues = pause.to == *next_from;
            *next_from = Some(pause.from);
            continues.then_some(pause.from)
        });
        chain.last()
    }

    /// Returns the due time moved by the working days of the pause that ends at `now`: for a payment made,
    /// a withdrawal declined or taken back. An answered supplement restarts the whole term instead.
    pub fn due_after_pause(&self, now: Timestamp, calendar: &WorkingCalendar) -> Option<Due> {
        let due = self.due?;
        let Some(since) = self.paused_since() else { return Some(due) };
        // What was late before the pause is not mended by it.
        if since.moment() > due.at {
            return Some(due);
        }
        let amount = u16::try_from(working_days(calendar, since.moment().date, now.moment().date)).unwrap_or(u16::MAX);
        let opening = Moment { date: due.at.date, time: Time::new(0, 0) };
        let moved = calendar.due(opening, Term { unit: TermUnit::WorkingDay, amount }, None);
        Some(Due { at: Moment { date: moved.at.date, time: due.at.time }, certain: due.certain && moved.certain })
    }

    /// Returns for how many minutes the office waited for the owner since acceptance; the index subtracts them.
    pub fn paused_minutes(&self, now: Timestamp) -> u64 {
        let Some(received) = self.received_at else { return 0 };
        let pauses = self.pauses.iter().filter(|pause| pause.from >= received);
        pauses.map(|pause| minutes_between(pause.from, pause.to.unwrap_or(now))).sum()
    }
}

/// Working days after `from`, up to and with `to`.
fn working_days(calendar: &WorkingCalendar, from: Date, to: Date) -> u32 {
    let days = (1..=to.days_since(from)).filter(|days| calendar.works_on(from.plus_days(*days))).count();
    u32::try_from(days).unwrap_or(u32::MAX)
}

fn minutes_between(from: Timestamp, to: Timestamp) -> u64 {
    let minutes = |moment: Moment| i64::from(moment.time.minutes());
    let (from, to) = (from.moment(), to.moment());
    let days = i64::from(to.date.days_since(from.date));
    u64::try_from(days * 24 * 60 + minutes(to) - minutes(from)).unwrap_or(0)
}
