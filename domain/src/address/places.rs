//! The list of provinces and communes that the portal publishes for its forms.

use super::{Address, Gazetteer, Membership};
use crate::unit::{AdministrativeUnits, FormerPlaces};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All places, in the order in which a form offers them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Places {
    /// The provinces with their communes.
    pub provinces: Vec<PlaceProvince>,
    /// Where the places of before July 2025 went; only the printer of the site has them.
    #[serde(skip)]
    pub former: FormerPlaces,
}

/// A province with its communes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceProvince {
    /// Its code, two digits.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its communes.
    pub communes: Vec<PlaceCommune>,
}

/// A commune, ward or special zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceCommune {
    /// Its code, five digits.
    pub code: String,
    /// Its name with its kind: «Phường Hoàn Kiếm».
    pub name: String,
}

impl Places {
    /// Makes the list of `first`, the portal's own places that no state list holds, and of all units, by code.
    pub fn new(units: &AdministrativeUnits, first: Vec<PlaceProvince>) -> Self {
        let mut communes: BTreeMap<&str, Vec<PlaceCommune>> = BTreeMap::new();
        for commune in units.communes() {
            let place = PlaceCommune { code: commune.code.clone(), name: commune.name.clone() };
            communes.entry(&commune.province).or_default().push(place);
        }
        let provinces = units.provinces().map(|province| PlaceProvince {
            code: province.code.clone(),
            name: province.name.clone(),
            communes: communes.remove(province.code.as_str()).unwrap_or_default(),
        });
        Self { provinces: first.into_iter().chain(provinces).collect(), former: FormerPlaces::new(units) }
    }

    /// Finds a province by its code.
    pub fn province(&self, code: &str) -> Option<&PlaceProvince> {
        self.provinces.iter().find(|province| province.code == code)
    }

    /// Tells whether the commune of a code lies in the province of a code.
    pub fn membership(&self, province: &str, commune: &str) -> Membership {
        match self.province(province) {
            None => Membership::UnknownProvince,
            Some(province) if province.commune(commune).is_none() => Membership::UnknownCommune,
            Some(_) => Membership::Known,
        }
    }

    /// Returns the names of the province and the commune of an address, in this order, if both are known.
    pub fn names(&self, address: &Address) -> Option<(&str, &str)> {
        let province = self.province(address.province.as_str())?;
        let commune = province.commune(address.commune.as_str())?;
        Some((&province.name, &commune.name))
    }
}

impl PlaceProvince {
    /// Finds a commune by its code.
    pub fn commune(&self, code: &str) -> Option<&PlaceCommune> {
        self.communes.iter().find(|commune| commune.code == code)
    }
}

impl Gazetteer for Places {
    fn membership(&self, province: &str, commune: &str) -> Membership {
        Self::membership(self, province, commune)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::{Commune, Province};

    fn places() -> Places {
        let province = |code: &str, name: &str| Province { code: code.to_owned(), name: name.to_owned() };
        let commune = |code: &str, name: &str, province: &str| Commune {
            code: code.to_owned(),
            name: name.to_owned(),
            province: province.to_owned(),
        };
        let units = AdministrativeUnits::new(
            vec![province("79", "Thành phố Hồ Chí Minh"), province("01", "Thành phố Hà Nội")],
            vec![commune("00070", "Phường Hoàn Kiếm", "01"), commune("00004", "Phường Ba Đình", "01"), commune("99999", "Xã lạc", "98")],
            vec![],
        );
        let sample = PlaceCommune { code: "99001".to_owned(), name: "Phường Mẫu".to_owned() };
        Places::new(&units, vec![PlaceProvince { code: "99".to_owned(), name: "Tỉnh Mẫu".to_owned(), communes: vec![sample] }])
    }

    #[test]
    fn own_places_come_first_then_all_by_code() {
        let places = places();
        let codes: Vec<_> = places.provinces.iter().map(|province| (province.code.as_str(), province.communes.len())).collect();
        assert_eq!(codes, [("99", 1), ("01", 2), ("79", 0)]);
        assert_eq!(places.provinces[1].communes[0].name, "Phường Ba Đình");
    }

    #[track_caller]
    fn check(province: &str, commune: &str, expected: Membership, names: Option<(&str, &str)>) {
        let places = places();
        let gazetteer: &dyn Gazetteer = &places;
        assert_eq!(gazetteer.membership(province, commune), expected);
        let address =
            Address { province: province.parse().unwrap(), commune: commune.parse().unwrap(), street: "1 phố Mẫu".to_owned() };
        assert_eq!(places.names(&address), names);
    }

    #[test]
    fn a_commune_is_looked_for_in_its_province_only() {
        check("01", "00004", Membership::Known, Some(("Thành phố Hà Nội", "Phường Ba Đình")));
        check("99", "99001", Membership::Known, Some(("Tỉnh Mẫu", "Phường Mẫu")));
        check("79", "00004", Membership::UnknownCommune, None);
        check("98", "99999", Membership::UnknownProvince, None);
    }
}
