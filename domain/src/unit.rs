//! Administrative units since 1 July 2025: provinces and communes, and where the old ones went.

use std::collections::BTreeMap;

mod former;

pub use former::{FormerDistrict, FormerPlaces, FormerProvince, FormerUnit, Successor, bare_name};

/// A province or a city under the central government (tỉnh, thành phố).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Province {
    /// Its code in the state's list, two digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A commune, ward or special zone (xã, phường, đặc khu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commune {
    /// Its code in the state's list, five digits.
    pub code: String,
    /// Its name with its kind: «Phường Hoàn Kiếm».
    pub name: String,
    /// The code of its province.
    pub province: String,
}

/// A commune of before July 2025, with its district and province.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormerCommune {
    /// Its province.
    pub province: String,
    /// Its district, which is no more.
    pub district: String,
    /// Its name; empty where the district had no communes and went as one.
    pub name: String,
}

/// All units, and the map from old to new.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AdministrativeUnits {
    provinces: BTreeMap<String, Province>,
    communes: BTreeMap<String, Commune>,
    successors: BTreeMap<FormerCommune, Vec<String>>,
    mappings: usize,
}

impl AdministrativeUnits {
    /// Makes the list from its three tables; the third names the code of a new commune for each old one.
    pub fn new(provinces: Vec<Province>, communes: Vec<Commune>, mappings: Vec<(FormerCommune, String)>) -> Self {
        let count = mappings.len();
        let mut successors: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (former, successor) in mappings {
            let of_former = successors.entry(former).or_default();
            // Parts of it that went to the same place are listed one by one.
            if !of_former.contains(&successor) {
                of_former.push(successor);
            }
        }
        Self {
            provinces: provinces.into_iter().map(|province| (province.code.clone(), province)).collect(),
            communes: communes.into_iter().map(|commune| (commune.code.clone(), commune)).collect(),
            successors,
            mappings: count,
        }
    }

    /// Returns the provinces, by code.
    pub fn provinces(&self) -> impl ExactSizeIterator<Item = &Province> {
        self.provinces.values()
    }

    /// Returns the communes, by code.
    pub fn communes(&self) -> impl ExactSizeIterator<Item = &Commune> {
        self.communes.values()
    }

    /// Finds a province by its code.
    pub fn province(&self, code: &str) -> Option<&Province> {
        self.provinces.get(code)
    }

    /// Returns the communes of before, by province, district and name.
    pub fn former(&self) -> impl ExactSizeIterator<Item = &FormerCommune> {
        self.successors.keys()
    }

    /// Returns how many old-to-new mappings there are.
    pub const fn mappings(&self) -> usize {
        self.mappings
    }

    /// Finds a commune by its code.
    pub fn commune(&self, code: &str) -> Option<&Commune> {
        self.communes.get(code)
    }

    /// Returns the communes an old one went to; several when it was divided.
    pub fn successors<'a>(&'a self, former: &FormerCommune) -> impl Iterator<Item = &'a Commune> + use<'a> {
        self.successors.get(former).into_iter().flatten().filter_map(|code| self.commune(code))
    }

    /// Returns the codes that a commune or a mapping names and that no table holds.
    pub fn dangling(&self) -> Vec<&str> {
        let provinces = self.communes.values().map(|commune| &commune.province).filter(|code| !self.provinces.contains_key(*code));
        let communes = self.successors.values().flatten().filter(|code| !self.communes.contains_key(*code));
        provinces.chain(communes).map(String::as_str).collect()
    }
}
