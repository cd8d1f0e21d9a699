//! Reads who runs the portal.

use super::place;
use crate::{
    problem::{Fault, Referent},
    register::Thing,
    table::{Table, Text},
};
use domain::{
    address::PlaceProvince,
    procedure::FilingPlace,
    site::{Door, Site},
};

/// Reads who runs the portal, and the portal's own places.
pub(super) fn read(table: &Table<'_>) -> (Site, Vec<PlaceProvince>) {
    let site = Site {
        code: table.need_text("code").value,
        name: table.need_localized("name"),
        portal: table.need_localized("portal"),
        tagline: table.need_localized("tagline"),
        description: table.need_short("description", 155),
        sample: table.localized("sample"),
        responsible: table.need_localized("responsible"),
        address: table.need_localized("address"),
        hotline: table.need_text("hotline").value,
        hotline_hours: table.need_localized("hotline_hours"),
        email: table.need_text("email").value,
        base_url: base_url(table),
        identity: identity(table),
        content_date: table.need_past_date("content_date").unwrap_or(table.as_of()),
        popular: table.references("popular", Referent::Procedure),
        search_examples: table.localized_list("search_examples"),
        doors: table.need_table("doors").map(|doors| read_doors(&doors)).unwrap_or_default(),
    };
    (site, place::read(table))
}

/// The address of the portal; paths are put behind it, so it has no final slash.
fn base_url(table: &Table<'_>) -> String {
    let url = table.need_url("base_url");
    if url.starts_with("https://") && url.ends_with('/') {
        table.fault(table.place("base_url"), Fault::BadUrl);
    }
    url
}

/// The path at which forms ask who is signed in: what is known of a person is asked of nobody else.
fn identity(table: &Table<'_>) -> Option<String> {
    let path = table.text("identity")?;
    let own = path.value.starts_with('/') && !path.value.starts_with("//") && !path.value.contains('\\');
    if !own {
        table.fault(path.span, Fault::BadUrl);
    }
    Some(path.value)
}

fn read_doors(table: &Table<'_>) -> Vec<Door> {
    table.named_tables().into_iter().map(|(name, door)| read_door(name, &door)).collect()
}

fn read_door(name: Text, table: &Table<'_>) -> Door {
    let place = FilingPlace::NAMED.into_iter().find(|(known, _)| *known == name.value).map(|(_, place)| place);
    if place.is_some() {
        table.define(Thing::Door, &name.value, name.span);
    } else {
        let choices: Vec<&str> = FilingPlace::NAMED.into_iter().map(|(name, _)| name).collect();
        // A door whose name is mistyped may be any of them.
        for name in &choices {
            table.define(Thing::Door, name, table.span.clone());
        }
        table.fault(name.span, Fault::UnknownChoice { key: "doors", value: name.value, choices });
    }
    Door { place: place.unwrap_or(FilingPlace::Here), name: table.need_localized("name"), url: table.need_url("url") }
}
