//! What a move is made in: the clock, the days off, the dossier and its guide.

use crate::{
    calendar::{Due, WorkingCalendar},
    date::{Date, Time},
    dossier::Dossier,
    procedure::{ChannelKind, Deadline, Procedure, Within},
    timestamp::Timestamp,
};

/// What a move is made in.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Now.
    pub now: Timestamp,
    /// Days off.
    pub calendar: &'a WorkingCalendar,
    /// The dossier as it stands.
    pub dossier: &'a Dossier,
    /// How long the office may take.
    pub deadline: Deadlines<'a>,
}

/// The terms of a guide, and the case the dossier is in.
#[derive(Debug, Clone, Copy)]
pub struct Deadlines<'a> {
    /// The guide; nothing where it was taken off the portal since.
    pub guide: Option<&'a Procedure>,
    /// The id of the case that was answered.
    pub case: Option<&'a str>,
}

impl<'a> Deadlines<'a> {
    /// Returns the deadline that holds on a day: the one of the case before the one of all others.
    pub fn on(&self, day: Date, channel: ChannelKind) -> Option<&'a Deadline> {
        let fitting = || self.guide.into_iter().flat_map(move |guide| guide.deadlines_on(day)).filter(move |(kind, _)| *kind == channel);
        let of_case = fitting().find(|(_, deadline)| deadline.case.as_ref().is_some_and(|case| Some(case.as_str()) == self.case));
        of_case.or_else(|| fitting().find(|(_, deadline)| deadline.case.is_none())).map(|(_, deadline)| deadline)
    }
}

impl Setting<'_> {
    /// Returns when the result is due if the clock starts now; nothing where no source is sure of the term.
    pub fn due(&self) -> Option<Due> {
        let moment = self.now.moment();
        let deadline = self.deadline.on(moment.date, self.dossier.channel)?;
        let Within::Term(term) = deadline.within else { return None };
        Some(self.calendar.due(moment, term, deadline.cutoff.map(|hour| Time::new(hour, 0))))
    }

    /// Returns the end of office hours of a day an officer named, or of the first working day after it.
    pub fn closing_of(&self, day: Date) -> Due {
        let opening = crate::date::Moment { date: self.calendar.first_working_day(day), time: Time::new(0, 0) };
        self.calendar.due(opening, crate::term::Term { unit: crate::term::TermUnit::WorkingDay, amount: 0 }, None)
    }

    /// Returns the due time a move sets: the term of the guide, else the day the officer named.
    pub(super) fn due_or(&self, named: Option<Date>) -> Option<Due> {
        self.due().or_else(|| named.map(|day| self.closing_of(day)))
    }
}
