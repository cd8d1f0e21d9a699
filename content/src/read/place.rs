//! Reads the portal's own places, which no list of the state holds: those of a sample province.

use crate::{
    problem::{CodeOf, Fault},
    table::Table,
};
use domain::address::{CommuneCode, PlaceCommune, PlaceProvince, ProvinceCode};
use std::{collections::BTreeSet, str::FromStr};

pub(super) fn read(table: &Table<'_>) -> Vec<PlaceProvince> {
    let mut seen = BTreeSet::new();
    let province = |entry: &Table<'_>| PlaceProvince {
        code: code::<ProvinceCode>(entry, CodeOf::Province, &mut seen),
        name: entry.need_official("name").value,
        communes: entry
            .need_tables("communes")
            .iter()
            .map(|entry| PlaceCommune {
                code: code::<CommuneCode>(entry, CodeOf::Commune, &mut seen),
                name: entry.need_official("name").value,
            })
            .collect(),
    };
    table.tables("places").iter().map(province).collect()
}

fn code<C: FromStr>(table: &Table<'_>, of: CodeOf, seen: &mut BTreeSet<String>) -> String {
    let text = table.need_text("code");
    if text.value.trim().is_empty() {
        return text.value;
    }
    if text.value.parse::<C>().is_err() {
        table.fault(text.span, Fault::BadCode { value: text.value.clone(), of });
    } else if !seen.insert(text.value.clone()) {
        table.fault(text.span, Fault::DuplicateId { id: text.value.clone() });
    }
    text.value
}
