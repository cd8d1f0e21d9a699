//! The places of before July 2025 for the script of a form: a list of provinces, and for each one what became of its communes.

use super::add;
use domain::unit::{FormerPlaces, FormerProvince, bare_name};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Adds a file for each province and one that names them; returns its address, or nothing where there are no such places.
pub(super) fn lists(places: &FormerPlaces, files: &mut BTreeMap<String, Vec<u8>>) -> String {
    if places.provinces.is_empty() {
        return String::new();
    }
    let provinces = places.provinces.iter().map(|province| {
        let address = add(files, &format!("former-{}", province.slug), "json", of_province(province).to_string().into_bytes());
        json!([bare_name(&province.name), address])
    });
    let provinces: Value = provinces.collect();
    add(files, "former-places", "json", provinces.to_string().into_bytes())
}

/// `[today, districts]`: of today each commune as `[code, name, code of its province, name of its province]`;
/// of before each district as `[name, [[commune, number in today, …]…]]`.
fn of_province(province: &FormerProvince) -> Value {
    let mut today: Vec<Value> = Vec::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut districts: Vec<Value> = Vec::new();
    for district in &province.districts {
        let communes = district.communes.iter().map(|commune| {
            let successors = commune.successors.iter().map(|successor| {
                let found = &successor.commune;
                let number = *numbers.entry(&found.code).or_insert_with(|| {
                    today.push(json!([found.code, found.name, found.province, successor.province]));
                    today.len() - 1
                });
                json!(number)
            });
            std::iter::once(json!(commune.name)).chain(successors).collect::<Value>()
        });
        districts.push(json!([district.name, communes.collect::<Value>()]));
    }
    json!([today, districts])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::component::tests::fixture;

    #[test]
    fn each_province_has_a_list_of_its_own_that_names_todays_communes_once() {
        let mut files = BTreeMap::new();
        let address = lists(&fixture::former(), &mut files);
        let read = |address: &str| -> Value { serde_json::from_slice(&files[address.trim_start_matches('/')]).unwrap() };
        let provinces = read(&address);
        assert_eq!(provinces[0][0], "Bình Dương");
        assert_eq!(provinces[1][0], "Hà Nội");
        assert_eq!(files.len(), 3);
        let expected = json!([
            [["00004", "Phường Ba Đình", "01", "Thành phố Hà Nội"], ["00008", "Phường Ngọc Hà", "01", "Thành phố Hà Nội"]],
            [["Quận Ba Đình", [["Phường Cống Vị", 0, 1], ["Phường Trúc Bạch", 0]]], ["Huyện Đảo", [["", 1]]],],
        ]);
        assert_eq!(read(provinces[1][1].as_str().unwrap()), expected);
    }

    #[test]
    fn a_site_without_former_places_names_none() {
        let mut files = BTreeMap::new();
        assert_eq!(lists(&FormerPlaces::default(), &mut files), "");
        assert!(files.is_empty());
    }
}
