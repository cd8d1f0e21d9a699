//! Reads who runs the portal.

use crate::{problem::Fault, table::Table};
use domain::{
    procedure::FilingPlace,
    site::{Door, Site},
};

pub(super) fn read(table: &Table<'_>) -> Site {
    let description = table.need_localized("description");
    table.limit(&description.vi, table.place("description"), 155);
    table.limit(&description.en, table.place("description"), 155);
    let base_url = table.need_text("base_url");
    if !base_url.value.starts_with("https://") || base_url.value.ends_with('/') {
        table.fault(base_url.span, Fault::BadUrl);
    }
    Site {
        code: table.need_text("code").value,
        name: table.need_localized("name"),
        portal: table.need_localized("portal"),
        tagline: table.need_localized("tagline"),
        description,
        sample: table.localized("sample"),
        responsible: table.need_localized("responsible"),
        address: table.need_localized("address"),
        hotline: table.need_text("hotline").value,
        hotline_hours: table.need_localized("hotline_hours"),
        email: table.need_text("email").value,
        base_url: base_url.value,
        content_date: table.need_past_date("content_date"),
        popular: table.slugs("popular").into_iter().map(|(slug, _)| slug).collect(),
        search_examples: table
            .tables("search_examples")
            .iter()
            .map(|example| domain::language::Localized { vi: example.need_words("vi").value, en: example.need_text("en").value })
            .collect(),
        doors: table.need_table("doors").map(|doors| read_doors(&doors)).unwrap_or_default(),
    }
}

fn read_doors(table: &Table<'_>) -> Vec<Door> {
    table.all_known();
    let mut doors = Vec::new();
    for (name, door) in table.named_tables() {
        let place = FilingPlace::NAMED.into_iter().find(|(known, _)| *known == name.value).map(|(_, place)| place);
        let read = Door {
            place: place.unwrap_or(FilingPlace::Here),
            name: door.need_localized("name"),
            url: door.url("url").unwrap_or_else(|| door.need_text("url").value),
        };
        if place.is_none() {
            let choices = FilingPlace::NAMED.into_iter().map(|(name, _)| name).collect();
            door.fault(name.span, Fault::UnknownChoice { value: name.value, choices });
        }
        doors.push(read);
    }
    doors
}
