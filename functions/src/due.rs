//! By when a dossier is done: the term of its guide, for its case and the way it came.

use domain::{
    calendar::{Due, WorkingCalendar},
    date::Time,
    form::Answers,
    procedure::{ChannelKind, Deadline, Procedure, Within},
    timestamp::Timestamp,
};

/// The question whose options are the cases of a guide.
const CASE: &str = "truong-hop";

/// Returns when the result is due if the clock starts at `at`; nothing where no source is sure of the term.
pub(crate) fn of(guide: &Procedure, answers: &Answers, channel: ChannelKind, at: Timestamp, calendar: &WorkingCalendar) -> Option<Due> {
    let moment = at.moment();
    let cases = answers.chosen(CASE);
    let of_channel = || guide.deadlines_on(moment.date).filter(|(kind, _)| *kind == channel).map(|(_, deadline)| deadline);
    let of_case = of_channel().find(|deadline| deadline.case.as_ref().is_some_and(|case| cases.contains(&case.as_str())));
    let Deadline { within, cutoff, .. } = of_case.or_else(|| of_channel().find(|deadline| deadline.case.is_none()))?;
    let Within::Term(term) = *within else { return None };
    Some(calendar.due(moment, term, cutoff.map(|hour| Time::new(hour, 0))))
}
