//! By when it would be done if the dossier were accepted now.

use super::{all, language_of};
use crate::text;
use domain::{
    calendar::{WorkingCalendar, YearStatus},
    date::{Date, Moment, Time, Weekday},
    language::Language,
    term::{Term, TermUnit},
};
use web_sys::{Document, Element};

/// Writes the expected date wherever a page leaves room for it.
pub(super) fn show(document: &Document, now: Moment) {
    let days_off = document.body().and_then(|body| body.get_attribute("data-days-off"));
    let Some(calendar) = days_off.and_then(|line| WorkingCalendar::from_compact(&line).ok()) else { return };
    for element in all(document, "[data-term]") {
        if let Some(sentence) = sentence(&element, &calendar, now) {
            element.set_text_content(Some(&sentence));
        }
    }
}

fn sentence(element: &Element, calendar: &WorkingCalendar, now: Moment) -> Option<String> {
    let attribute = element.get_attribute("data-term")?;
    let (amount, unit) = attribute.split_once(' ')?;
    let term = Term { amount: amount.parse().ok()?, unit: TermUnit::from_name(unit)? };
    let cutoff = element.get_attribute("data-cutoff").and_then(|hour| hour.parse().ok()).map(|hour| Time::new(hour, 0));
    Some(words(calendar, now, term, cutoff, language_of(element)))
}

/// Says by when, and from when the count starts where that is not now.
fn words(calendar: &WorkingCalendar, now: Moment, term: Term, cutoff: Option<Time>, language: Language) -> String {
    let due = calendar.due(now, term, cutoff);
    let received = calendar.received(now, cutoff);
    let by = text::weekday_date(due.at.date, language);
    let today = received.date == now.date;
    let from = text::weekday_date(received.date, language);
    let mut sentence = match (language, today) {
        (Language::Vietnamese, true) => format!("Nếu được tiếp nhận hôm nay: dự kiến xong {by}."),
        (Language::Vietnamese, false) => format!("Nếu nộp bây giờ, tính từ {from}: dự kiến xong {by}."),
        (Language::English, true) => format!("If accepted today: expected by {by}."),
        (Language::English, false) => format!("If filed now, counted from {from}: expected by {by}."),
    };
    sentence.push_str(&days_off(calendar, received.date, due.at.date, language));
    let unknown = (now.date.year()..=due.at.date.year()).find(|year| calendar.year(*year) != Some(YearStatus::Official));
    if let Some(year) = unknown {
        let doubt = match language {
            Language::Vietnamese => format!(" Lịch nghỉ năm {year} chưa công bố, ngày này có thể đổi."),
            Language::English => format!(" The holidays of {year} are not published yet; this day may change."),
        };
        sentence.push_str(&doubt);
    }
    sentence
}

/// Names the days off within the count, so that a later day does not look like a mistake; ordinary weekends go without saying.
fn days_off(calendar: &WorkingCalendar, first: Date, last: Date, language: Language) -> String {
    let span = (0..=last.days_since(first)).map(|days| first.plus_days(days));
    let special = span.filter(|day| !calendar.works_on(*day) && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    let names: Vec<String> = special.map(|day| text::weekday_date(day, language)).collect();
    match (names.as_slice(), language) {
        ([], _) => String::new(),
        ([one], Language::Vietnamese) => format!(" Trong đó {one} nghỉ lễ."),
        ([one], Language::English) => format!(" {one} is a public holiday."),
        (several, Language::Vietnamese) => format!(" Trong đó có {} ngày nghỉ lễ.", several.len()),
        (several, Language::English) => format!(" {} public holidays are not counted.", several.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::calendar::DayKind;

    /// A count of working days from a moment, in one language.
    #[track_caller]
    fn check(moment: (&str, u8), amount: u16, language: Language, expected: &str) {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let holidays = ["2026-11-24", "2027-01-01", "2027-02-05", "2027-02-08"].map(|text| (day(text), DayKind::Holiday));
        let calendar = WorkingCalendar::new([(2026, YearStatus::Official), (2027, YearStatus::Computed)], holidays);
        let now = Moment { date: day(moment.0), time: Time::new(moment.1, 0) };
        let term = Term { unit: TermUnit::WorkingDay, amount };
        assert_eq!(words(&calendar, now, term, Some(Time::new(15, 0)), language), expected);
    }

    #[test]
    fn the_sentence_says_from_when_until_when_and_which_days_are_off() {
        let (vi, en) = (Language::Vietnamese, Language::English);
        check(("2026-11-25", 9), 1, vi, "Nếu được tiếp nhận hôm nay: dự kiến xong thứ Năm 26/11/2026.");
        check(("2026-11-25", 15), 1, vi, "Nếu nộp bây giờ, tính từ thứ Năm 26/11/2026: dự kiến xong thứ Sáu 27/11/2026.");
        check(("2026-11-23", 9), 1, vi, "Nếu được tiếp nhận hôm nay: dự kiến xong thứ Tư 25/11/2026. Trong đó thứ Ba 24/11/2026 nghỉ lễ.");
        check(
            ("2027-02-04", 9),
            1,
            en,
            "If accepted today: expected by Tuesday 9\u{a0}February 2027. 2 public holidays are not counted. \
             The holidays of 2027 are not published yet; this day may change.",
        );
    }
}
