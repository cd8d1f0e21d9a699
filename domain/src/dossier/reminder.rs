//! The dates ahead of a dossier that its owner may want to be reminded of.

use super::{Dossier, Status, answer_by};
use crate::{calendar::WorkingCalendar, date::Date, date::Moment, timestamp::Timestamp};

/// A date ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// By when reception answers.
    Answer(Moment),
    /// Hẹn trả kết quả.
    Result(Moment),
    /// The last day to bring what was asked for.
    Supplement(Date),
    /// The last day to pay.
    Payment(Date),
}

impl Dossier {
    /// Returns what lies ahead, what the owner must do first.
    pub fn reminders(&self, calendar: &WorkingCalendar, now: Timestamp) -> Vec<Reminder> {
        let today = now.moment().date;
        let supplement = self.open_request().and_then(|asked| asked.request.until).map(Reminder::Supplement);
        let payment = self.open_payment().and_then(|payment| payment.until).map(Reminder::Payment);
        let result = self.due.filter(|_| self.ended.is_none()).map(|due| Reminder::Result(due.at));
        let answer = (self.status == Status::Submitted).then(|| Reminder::Answer(answer_by(calendar, self.submitted_at).at));
        let ahead = |reminder: &Reminder| match reminder {
            Reminder::Answer(at) | Reminder::Result(at) => *at > now.moment(),
            Reminder::Supplement(day) | Reminder::Payment(day) => *day >= today,
        };
        [supplement, payment, result, answer].into_iter().flatten().filter(ahead).collect()
    }
}
