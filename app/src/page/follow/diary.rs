//! The dates of a dossier as a file for the calendar of a phone (iCalendar, RFC 5545).

use super::opened::Opened;
use crate::{component::Press, route::Route};
use domain::{
    date::{Date, Moment},
    dossier::Reminder,
    language::Language::Vietnamese,
    timestamp::Timestamp,
};
use std::fmt::Write as _;

/// Writes the dates ahead; nothing where there is none.
pub fn printed(press: Press<'_>, of: Opened<'_>) -> Option<String> {
    let reminders = of.dossier.reminders(&press.catalogue.calendar, of.now);
    if reminders.is_empty() {
        return None;
    }
    let code = of.record.code.to_string();
    let title = press.catalogue.procedure(of.record.procedure.as_str()).map_or("Hồ sơ của bạn", |one| one.title.vi.as_str());
    let site = &press.catalogue.site.base_url;
    let host = site.split("//").last().unwrap_or(site);
    // The key is in nobody's calendar.
    let link = format!("{site}{}", Route::FollowDossier(of.record.code.clone()).path(Vietnamese));
    let mut file = Lines::default();
    file.add("BEGIN", "VCALENDAR");
    file.add("VERSION", "2.0");
    file.add("PRODID", &format!("-//{host}//Mot Cua//VI"));
    for reminder in reminders {
        let (name, what, words) = words(reminder);
        file.add("BEGIN", "VEVENT");
        // Another file of the same dossier moves the entry instead of adding one.
        file.add("UID", &format!("{code}-{name}@{host}"));
        file.add("DTSTAMP", &instant(of.now));
        match reminder {
            Reminder::Answer(at) | Reminder::Result(at) => file.add("DTSTART", &instant(Timestamp::from_moment(at))),
            Reminder::Supplement(day) | Reminder::Payment(day) => file.add("DTSTART;VALUE=DATE", &compact(day)),
        }
        file.text("SUMMARY", &format!("{what}: {title}"));
        file.text("DESCRIPTION", &format!("{words}\nMã hồ sơ: {code}\n{}, điện thoại {}", of.agency.name.vi, of.agency.phone));
        file.text("LOCATION", &format!("{}, {}", of.agency.name.vi, of.agency.address.vi));
        file.add("URL", &link);
        file.add("BEGIN", "VALARM");
        file.add("ACTION", "DISPLAY");
        file.text("DESCRIPTION", &format!("{what}: {title}"));
        file.add("TRIGGER", "-P1D");
        file.add("END", "VALARM");
        file.add("END", "VEVENT");
    }
    file.add("END", "VCALENDAR");
    Some(file.0)
}

const fn words(reminder: Reminder) -> (&'static str, &'static str, &'static str) {
    match reminder {
        Reminder::Answer(_) => ("tra-loi", "Cơ quan trả lời về hồ sơ", "Trước lúc này cơ quan cho biết hồ sơ đủ hay còn thiếu gì."),
        Reminder::Result(_) => ("ket-qua", "Hẹn trả kết quả", "Mang thẻ căn cước khi đến nhận."),
        Reminder::Supplement(_) => {
            ("bo-sung", "Hạn bổ sung giấy tờ", "Quá ngày này hồ sơ có thể bị dừng. Xem cần bổ sung gì ở trang hồ sơ.")
        }
        Reminder::Payment(_) => ("nop-phi", "Hạn nộp phí, lệ phí", "Quá ngày này hồ sơ có thể bị dừng."),
    }
}

/// An instant in universal time, as calendars want it.
fn instant(at: Timestamp) -> String {
    // Vietnam is seven hours ahead all year.
    let Moment { date, time } = at.plus_milliseconds(-7 * 60 * 60 * 1000).moment();
    format!("{}T{:02}{:02}00Z", compact(date), time.minutes() / 60, time.minutes() % 60)
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Lines that end in CR LF and are folded after 75 bytes.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in format!("{name}:{value}").chars() {
            if length + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                length = 1;
            }
            length += letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }

    /// A text, in which some characters would end something.
    fn text(&mut self, name: &str, words: &str) {
        let mut safe = String::with_capacity(words.len());
        for letter in words.chars() {
            match letter {
                '\n' => safe.push_str("\\n"),
                // Writing to a string cannot fail.
                '\\' | ';' | ',' => drop(write!(safe, "\\{letter}")),
                letter if letter.is_control() => {}
                letter => safe.push(letter),
            }
        }
        self.add(name, &safe);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_letters_and_what_would_end_something_is_guarded() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &format!("a;b, c\\d\n{}", "ễ".repeat(40)));
        let folded: Vec<&str> = lines.0.split("\r\n").collect();
        assert!(folded.iter().all(|line| line.len() <= 75), "{folded:?}");
        assert_eq!(lines.0.replace("\r\n ", "").trim_end(), format!("SUMMARY:a\\;b\\, c\\\\d\\n{}", "ễ".repeat(40)));
    }

    #[test]
    fn a_calendar_is_told_universal_time() {
        let at = Timestamp::from_moment(Moment { date: "2026-11-26".parse().unwrap(), time: domain::date::Time::new(6, 30) });
        assert_eq!(instant(at), "20261125T233000Z");
    }
}
