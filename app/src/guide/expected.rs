//! By when it would be done if the dossier were accepted now.

use super::{all, language_of};
use crate::text;
use domain::{
    calendar::WorkingCalendar,
    date::{Moment, Time},
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
    if !due.certain {
        sentence.push_str(language.pick(
            " Lịch nghỉ năm tới chưa công bố, ngày này có thể đổi.",
            " Next year's holidays are not published yet; this day may change.",
        ));
    }
    sentence
}
