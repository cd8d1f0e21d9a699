//! Reads which circular numbers the slips, and when.

use super::procedure::{duplicates, source};
use crate::{problem::Fault, table::Table};
use domain::dossier::{RegulationProfile, SlipKind};
use std::collections::BTreeMap;

pub(super) fn read(table: &Table<'_>) -> Vec<RegulationProfile> {
    let mut ids = Vec::new();
    let mut profiles: Vec<RegulationProfile> = Vec::new();
    let errors = table.errors();
    for entry in table.need_tables("profiles") {
        let id = entry.need_slug("id");
        ids.extend(id.clone());
        let profile = profile(&entry, id.map(|(id, _)| id.to_string()).unwrap_or_default());
        if let Some(other) = profiles.iter().find(|other| other.validity.overlaps(profile.validity)) {
            entry.fault(entry.place("id"), Fault::PeriodsOverlap { other: other.id.clone() });
        }
        profiles.push(profile);
    }
    duplicates(table, &ids);
    // A profile whose days could not be read may be the one for today.
    if table.errors() == errors && !profiles.iter().any(|profile| profile.validity.holds_on(table.as_of())) {
        table.fault(table.span.clone(), Fault::NoRegulation);
    }
    profiles
}

fn profile(table: &Table<'_>, id: String) -> RegulationProfile {
    let profile = RegulationProfile {
        id,
        title: table.need_official("title").value,
        validity: table.validity(),
        numbers: table.need_table("numbers").map(|numbers| by_slip(&numbers)).unwrap_or_default(),
        titles: table.table("titles").map(|titles| by_slip(&titles)).unwrap_or_default(),
        source: table.need_table("source").map(|table| source(&table).title).unwrap_or_default(),
    };
    let missing = SlipKind::NAMED.into_iter().filter(|(_, slip)| !profile.numbers.contains_key(slip)).map(|(name, _)| name);
    let slips: Vec<&str> = missing.collect();
    // Circulars of the past did not know every slip.
    if profile.validity.holds_on(table.as_of()) && table.has("numbers") && !slips.is_empty() {
        table.fault(table.key_place("numbers"), Fault::SlipWithoutNumber { slips });
    }
    profile
}

fn by_slip(table: &Table<'_>) -> BTreeMap<SlipKind, String> {
    SlipKind::NAMED.into_iter().filter_map(|(name, slip)| Some((slip, table.text(name)?.value))).collect()
}
