//! Reads an agency.

use crate::{
    problem::{CodeOf, Fault},
    register::Thing,
    table::{Table, Text},
};
use domain::{
    agency::{Agency, AgencyGroup, OpeningHours},
    code::AgencyCode,
    slug::Slug,
};

pub(super) fn read(slug: Slug, table: &Table<'_>) -> Agency {
    Agency {
        slug,
        code: code(table),
        order: table.number("order", 0).unwrap_or(u16::MAX),
        group: table.need_choice("group", &AgencyGroup::NAMED).unwrap_or(AgencyGroup::Department),
        name: table.need_localized("name"),
        short: table.need_localized("short"),
        area: table.need_localized("area"),
        address: table.need_localized("address"),
        phone: table.need_text("phone").value,
        email: table.need_text("email").value,
        about: table.need_localized("about"),
        map_url: table.need_url("map_url"),
        hours: table.need_tables("hours").iter().map(hours).collect(),
    }
}

fn code(table: &Table<'_>) -> AgencyCode {
    let text = table.need_text("code");
    if let Ok(code) = text.value.parse() {
        table.define(Thing::AgencyCode, &text.value, text.span);
        return code;
    }
    if !text.value.trim().is_empty() {
        table.fault(text.span, Fault::BadCode { value: text.value, of: CodeOf::Agency });
    }
    stand_in()
}

fn hours(table: &Table<'_>) -> OpeningHours {
    OpeningHours { days: table.need_localized("days"), open: table.texts("open").into_iter().map(|text| open(table, text)).collect() }
}

/// Hours such as `07:30-11:30`; the first before the second.
fn open(table: &Table<'_>, text: Text) -> String {
    let times = text.value.split_once('-').map(|(from, until)| (minutes(from), minutes(until)));
    let good = matches!(times, Some((Some(from), Some(until))) if from < until);
    if !good && !text.value.trim().is_empty() {
        table.fault(text.span, Fault::BadHours { value: text.value.clone() });
    }
    text.value
}

/// Returns the minutes since midnight of a time such as `07:30`.
fn minutes(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two_digits(hour) || !two_digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[expect(clippy::unwrap_used, reason = "a constant that the first test would catch")]
fn stand_in() -> AgencyCode {
    "A00".parse().unwrap()
}
