//! Reads an agency.

use crate::{problem::Fault, table::Table};
use domain::{
    agency::{Agency, AgencyGroup, OpeningHours},
    code::AgencyCode,
    slug::Slug,
};

pub(super) fn read(slug: Slug, table: &Table<'_>) -> Agency {
    Agency {
        slug,
        code: code(table),
        order: table.number("order").unwrap_or(u16::MAX),
        group: table.need_choice("group", &AgencyGroup::NAMED, AgencyGroup::Department),
        name: table.need_localized("name"),
        short: table.need_localized("short"),
        area: table.need_localized("area"),
        address: table.need_localized("address"),
        phone: table.need_text("phone").value,
        email: table.need_text("email").value,
        about: table.need_localized("about"),
        map_url: table.url("map_url").unwrap_or_else(|| table.need_text("map_url").value),
        hours: table
            .need_tables("hours")
            .iter()
            .map(|hours| OpeningHours { days: hours.need_localized("days"), open: hours.texts("open").into_iter().map(|text| text.value).collect() })
            .collect(),
    }
}

fn code(table: &Table<'_>) -> AgencyCode {
    let text = table.need_text("code");
    text.value.parse().unwrap_or_else(|_| {
        if !text.value.is_empty() {
            table.fault(text.span, Fault::BadCode);
        }
        stand_in()
    })
}

#[expect(clippy::unwrap_used, reason = "a constant that the first test would catch")]
fn stand_in() -> AgencyCode {
    "A00".parse().unwrap()
}
