//! The small catalogue that examples and pages are printed from in tests.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be read must stop the tests")]

use crate::component::question::examples::sample;
use content::{
    compile,
    import::{Covered, FOLDER, Raw, Wanted, read},
    source::Sources,
};
use domain::{
    address::{PlaceCommune, PlaceProvince, Places},
    catalogue::Catalogue,
    date::Date,
    procedure::FilingPlace,
    unit::{AdministrativeUnits, Commune, FormerCommune, FormerPlaces, Province},
};
use std::{collections::BTreeMap, path::Path};

/// The day of the tests.
pub(crate) fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

/// The good site of the content compiler's own tests.
pub(crate) fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests/good_site");
    compile(&Sources::read(&folder).unwrap(), day()).catalogue.unwrap()
}

/// The same with the small form, filed here, and two provinces.
pub(crate) fn with_form() -> Catalogue {
    let mut catalogue = catalogue();
    let form = sample::form().unwrap();
    let guide = catalogue.procedures.iter_mut().find(|procedure| procedure.slug == form.procedure).unwrap();
    guide.filed_at = vec![FilingPlace::Here, FilingPlace::Desk];
    catalogue.forms = vec![form];
    let commune = |code: &str, name: &str| PlaceCommune { code: code.to_owned(), name: name.to_owned() };
    let province = |code: &str, name: &str, communes| PlaceProvince { code: code.to_owned(), name: name.to_owned(), communes };
    catalogue.places = Places {
        provinces: vec![
            province("99", "Tỉnh Mẫu", vec![commune("99001", "Phường Mẫu"), commune("99002", "Xã Mẫu Đông")]),
            province("01", "Thành phố Hà Nội", vec![commune("00004", "Phường Ba Đình")]),
        ],
        former: former(),
    };
    catalogue
}

/// A few places of before: a divided ward, a district without communes, a province that lost its name.
pub(crate) fn former() -> FormerPlaces {
    let province = |code: &str, name: &str| Province { code: code.to_owned(), name: name.to_owned() };
    let commune = |code: &str, name: &str, province: &str| Commune { code: code.into(), name: name.into(), province: province.into() };
    let was = |province: &str, district: &str, name: &str| FormerCommune {
        province: province.to_owned(),
        district: district.to_owned(),
        name: name.to_owned(),
    };
    let rows = [
        (was("Thành phố Hà Nội", "Quận Ba Đình", "Phường Trúc Bạch"), "00004"),
        (was("Thành phố Hà Nội", "Quận Ba Đình", "Phường Cống Vị"), "00004"),
        (was("Thành phố Hà Nội", "Quận Ba Đình", "Phường Cống Vị"), "00008"),
        (was("Thành phố Hà Nội", "Huyện Đảo", ""), "00008"),
        (was("Tỉnh Bình Dương", "Thị xã Bến Cát", "Xã An Tây"), "25849"),
    ];
    FormerPlaces::new(&AdministrativeUnits::new(
        vec![province("01", "Thành phố Hà Nội"), province("79", "Thành phố Hồ Chí Minh")],
        vec![commune("00004", "Phường Ba Đình", "01"), commune("00008", "Phường Ngọc Hà", "01"), commune("25849", "Phường Tây Nam", "79")],
        rows.into_iter().map(|(was, code)| (was, code.to_owned())).collect(),
    ))
}

/// The same with records of the small nation that the import is tried on.
pub(crate) fn with_nation() -> Catalogue {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests");
    let nation = tests.join("nation");
    let text = |path: &str| std::fs::read_to_string(nation.join(path)).unwrap();
    let one = |folder: &str, name: &str| BTreeMap::from([(name.to_owned(), text(&format!("{folder}/{name}")))]);
    let raw = Raw {
        list: Some(("list".to_owned(), text("national-catalogue.json"))),
        records: one("national-records", "1.900001.json"),
        texts: one("national-procedures", "1.900003.json"),
    };
    let wanted = Wanted { taken_on: "2026-07-18".parse().unwrap(), own_publisher: String::new(), everything: false };
    let imported = read(&raw, &wanted, &Covered::default());
    let good = Sources::read(&tests.join("good_site")).unwrap();
    let own = good.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    let records = imported.files.into_iter().map(|(name, text)| (format!("{FOLDER}/{name}"), text.into_bytes()));
    compile(&Sources::from_files(own.chain(records)), day()).catalogue.unwrap()
}
