//! By when it would be done if the dossier were accepted now.

use super::{all, language_of};
use crate::text;
use domain::{
    calendar::WorkingCalendar,
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
    if !due.certain {
        sentence.push_str(language.pick(
            " Lịch nghỉ năm tới chưa công bố, ngày này có thể đổi.",
            " Next year's holidays are not published yet; this day may change.",
        ));
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
