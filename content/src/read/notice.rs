//! Reads service notices.

use crate::{problem::Fault, table::Table};
use domain::notice::{Notice, NoticeKind};

/// How many days before a planned stop is announced (Decree 224/2026/NĐ-CP art. 13).
const AHEAD: i32 = 7;

pub(super) fn read(table: &Table<'_>) -> Vec<Notice> {
    let notices = table.tables("notices");
    notices
        .iter()
        .map(|entry| {
            let notice = Notice {
                id: entry.need_slug("id").0,
                kind: entry.need_choice("kind", &NoticeKind::NAMED, NoticeKind::Information),
                announced_on: entry.need_date("announced_on"),
                from: entry.need_moment("from"),
                until: entry.need_moment("until"),
                text: entry.need_localized("text"),
            };
            if notice.until < notice.from {
                entry.fault(entry.place("until"), Fault::PeriodBackwards);
            }
            let days = notice.from.date.days_since(notice.announced_on);
            if notice.kind == NoticeKind::PlannedStop && days < AHEAD {
                entry.fault(entry.place("announced_on"), Fault::StopAnnouncedLate { days });
            }
            notice
        })
        .collect()
}
