//! The places of before July 2025 as a tree: province, district, commune, and what each commune is today.

use super::{AdministrativeUnits, Commune};
use crate::{
    letter::{self, DictionaryKey},
    slug::Slug,
};
use std::collections::BTreeMap;

/// All places of before, as somebody looks them up: provinces by name, below them by kind and name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormerPlaces {
    /// The provinces.
    pub provinces: Vec<FormerProvince>,
}

/// A province of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerProvince {
    /// Its name with its kind: «Tỉnh Bà Rịa - Vũng Tàu».
    pub name: String,
    /// Its name in an address: `ba-ria-vung-tau`.
    pub slug: Slug,
    /// Its districts.
    pub districts: Vec<FormerDistrict>,
}

/// A district (quận, huyện, thị xã, thành phố thuộc tỉnh), which is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerDistrict {
    /// Its name with its kind: «Quận Ba Đình».
    pub name: String,
    /// Its name in an address: `quan-ba-dinh`.
    pub slug: Slug,
    /// Its communes.
    pub communes: Vec<FormerUnit>,
}

/// A commune of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerUnit {
    /// Its name with its kind; empty where the district had no communes and went as one.
    pub name: String,
    /// What it is today; several when it was divided, never none.
    pub successors: Vec<Successor>,
}

/// A commune of today, in its province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// The commune.
    pub commune: Commune,
    /// The name of its province.
    pub province: String,
}

/// Kinds of units, in the order in which lists of the state have them.
const KINDS: [&str; 9] = ["Thành phố ", "Quận ", "Thị xã ", "Huyện ", "Phường ", "Thị trấn ", "Xã ", "Đặc khu ", "Tỉnh "];

/// Returns a name without its kind: «Hà Nội» for «Thành phố Hà Nội»; a number alone is no name: «Quận 1» stays.
pub fn bare_name(name: &str) -> &str {
    let bare = KINDS.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
    if bare.starts_with(|first: char| first.is_ascii_digit()) { name } else { bare }
}

/// Where a unit stands among its like: by kind, then as in a dictionary.
fn rank(name: &str) -> (usize, DictionaryKey) {
    (KINDS.iter().position(|kind| name.starts_with(kind)).unwrap_or(KINDS.len()), DictionaryKey::of(name))
}

impl FormerPlaces {
    /// Makes the tree; what has no name that can be written in an address is left out.
    pub fn new(units: &AdministrativeUnits) -> Self {
        let mut tree: BTreeMap<&str, Districts<'_>> = BTreeMap::new();
        for former in units.former() {
            let successor = |commune: &Commune| {
                let province = units.province(&commune.province)?.name.clone();
                Some(Successor { commune: commune.clone(), province })
            };
            let mut successors = units.successors(former).filter_map(successor).peekable();
            if successors.peek().is_none() {
                continue;
            }
            let districts = tree.entry(&former.province).or_default();
            let (_, communes) = districts.entry(DictionaryKey::of(&former.district)).or_insert((&former.district, BTreeMap::new()));
            let (_, known) = communes.entry(DictionaryKey::of(&former.name)).or_insert((&former.name, Vec::new()));
            for successor in successors {
                if !known.contains(&successor) {
                    known.push(successor);
                }
            }
        }
        let mut provinces: Vec<FormerProvince> = tree.into_iter().filter_map(|(name, districts)| province(name, districts)).collect();
        provinces.sort_by_cached_key(|province| DictionaryKey::of(bare_name(&province.name)));
        Self { provinces }
    }

    /// Finds a province by its name in an address.
    pub fn province(&self, slug: &Slug) -> Option<&FormerProvince> {
        self.provinces.iter().find(|province| province.slug == *slug)
    }
}

/// Communes while they are gathered: by their place in a dictionary, since some names are written in two ways.
type Communes<'a> = BTreeMap<DictionaryKey, (&'a str, Vec<Successor>)>;
/// Districts alike.
type Districts<'a> = BTreeMap<DictionaryKey, (&'a str, Communes<'a>)>;

fn province(name: &str, districts: Districts<'_>) -> Option<FormerProvince> {
    let commune = |(name, mut successors): (&str, Vec<Successor>)| {
        successors.sort_by_cached_key(|successor| rank(&successor.commune.name));
        FormerUnit { name: name.to_owned(), successors }
    };
    let district = |(name, communes): (&str, Communes<'_>)| {
        let mut communes: Vec<FormerUnit> = communes.into_values().map(commune).collect();
        communes.sort_by_cached_key(|commune| rank(&commune.name));
        Some(FormerDistrict { name: name.to_owned(), slug: letter::slug(name)?, communes })
    };
    let mut districts: Vec<FormerDistrict> = districts.into_values().filter_map(district).collect();
    districts.sort_by_cached_key(|district| rank(&district.name));
    Some(FormerProvince { name: name.to_owned(), slug: letter::slug(bare_name(name))?, districts })
}

impl FormerProvince {
    /// Returns the provinces of today its communes went to, the one with most of them first.
    pub fn provinces_of_today(&self) -> Vec<&str> {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for successor in self.districts.iter().flat_map(|district| &district.communes).flat_map(|commune| &commune.successors) {
            match counts.iter_mut().find(|(known, _)| *known == successor.province) {
                Some((_, count)) => *count += 1,
                None => counts.push((&successor.province, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts.into_iter().map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests;
