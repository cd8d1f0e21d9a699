//! Reads service notices.

use crate::{
    problem::Fault,
    table::{Table, stand_in},
};
use domain::{
    date::{Date, Moment, Time},
    notice::{Notice, NoticeKind},
};

use super::procedure::duplicates;

/// How many days before a planned stop is announced (Decree 224/2026/NĐ-CP art. 13).
const AHEAD: i32 = 7;

pub(super) fn read(table: &Table<'_>) -> Vec<Notice> {
    let mut ids = Vec::new();
    let mut notices = Vec::new();
    for entry in table.tables("notices") {
        let id = entry.need_slug("id");
        ids.extend(id.clone());
        let slug = id.map_or_else(stand_in, |(slug, _)| slug);
        let kind = entry.need_choice("kind", &NoticeKind::NAMED);
        let announced_on = entry.need_date("announced_on");
        let (from, until) = (entry.need_moment("from"), entry.need_moment("until"));
        period(&entry, kind, announced_on, from, until);
        let stand_in = Moment { date: entry.as_of(), time: Time::new(0, 0) };
        notices.push(Notice {
            id: slug,
            kind: kind.unwrap_or(NoticeKind::Information),
            announced_on: announced_on.unwrap_or(stand_in.date),
            from: from.unwrap_or(stand_in),
            until: until.unwrap_or(stand_in),
            text: entry.need_localized("text"),
        });
    }
    duplicates(table, &ids);
    notices
}

/// Checks that a notice ends after it begins, and that a stop is announced in time.
fn period(table: &Table<'_>, kind: Option<NoticeKind>, announced_on: Option<Date>, from: Option<Moment>, until: Option<Moment>) {
    let Some(from) = from else { return };
    if until.is_some_and(|until| until < from) {
        table.fault(table.place("until"), Fault::PeriodBackwards);
    }
    let Some(announced_on) = announced_on else { return };
    let days = from.date.days_since(announced_on);
    if kind == Some(NoticeKind::PlannedStop) && days < AHEAD {
        table.fault(table.place("announced_on"), Fault::StopAnnouncedLate { days });
    }
}
