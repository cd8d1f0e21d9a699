//! A small country is put in order, and each old commune leads to what it is today.

use super::*;
use crate::unit::{FormerCommune, Province};

/// Old province, district, commune, and the codes of what it became.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

fn tree(rows: &[Row]) -> FormerPlaces {
    let province = |code: &str, name: &str| Province { code: code.to_owned(), name: name.to_owned() };
    let commune =
        |code: &str, name: &str| Commune { code: code.to_owned(), name: name.to_owned(), province: code.chars().take(2).collect() };
    let former = |(province, district, name, codes): &Row| {
        let former = FormerCommune { province: (*province).to_owned(), district: (*district).to_owned(), name: (*name).to_owned() };
        codes.iter().map(|code| (former.clone(), (*code).to_owned())).collect::<Vec<_>>()
    };
    FormerPlaces::new(&AdministrativeUnits::new(
        vec![province("01", "Thành phố Hà Nội"), province("79", "Thành phố Hồ Chí Minh")],
        vec![
            commune("01004", "Phường Ba Đình"),
            commune("01008", "Phường Ngọc Hà"),
            commune("79010", "Xã Mới"),
            commune("79020", "Phường Mới"),
            commune("98000", "Xã lạc"),
        ],
        rows.iter().flat_map(former).collect(),
    ))
}

/// The tree in one line a commune.
fn lines(places: &FormerPlaces) -> Vec<String> {
    let mut lines = Vec::new();
    for province in &places.provinces {
        for district in &province.districts {
            for commune in &district.communes {
                let today: Vec<String> = commune.successors.iter().map(|one| format!("{} {}", one.commune.code, one.province)).collect();
                lines.push(format!("{}/{}#{}: {}", province.slug, commune.name, district.slug, today.join(" | ")));
            }
        }
    }
    lines
}

#[track_caller]
fn check(rows: &[Row], expected: &[&str]) {
    assert_eq!(lines(&tree(rows)), expected);
}

#[test]
fn everything_stands_where_somebody_looks_for_it() {
    check(
        &[
            ("Tỉnh Bình Dương", "Huyện Phú Giáo", "Xã An Linh", &["79010"]),
            ("Thành phố Hà Nội", "Huyện Ba Vì", "Xã Vân Hòa", &["01008"]),
            ("Thành phố Hà Nội", "Quận Đống Đa", "Phường Ô Chợ Dừa", &["01008"]),
            ("Thành phố Hà Nội", "Quận Ba Đình", "Phường 10", &["01004"]),
            ("Thành phố Hà Nội", "Quận Ba Đình", "Xã An", &["01004"]),
            ("Thành phố Hà Nội", "Quận Ba Đình", "Phường 2", &["01004"]),
            ("Tỉnh Bà Rịa - Vũng Tàu", "Thành phố Bà Rịa", "Xã Long Phước", &["79010"]),
        ],
        &[
            "ba-ria-vung-tau/Xã Long Phước#thanh-pho-ba-ria: 79010 Thành phố Hồ Chí Minh",
            "binh-duong/Xã An Linh#huyen-phu-giao: 79010 Thành phố Hồ Chí Minh",
            "ha-noi/Phường 2#quan-ba-dinh: 01004 Thành phố Hà Nội",
            "ha-noi/Phường 10#quan-ba-dinh: 01004 Thành phố Hà Nội",
            "ha-noi/Xã An#quan-ba-dinh: 01004 Thành phố Hà Nội",
            "ha-noi/Phường Ô Chợ Dừa#quan-dong-da: 01008 Thành phố Hà Nội",
            "ha-noi/Xã Vân Hòa#huyen-ba-vi: 01008 Thành phố Hà Nội",
        ],
    );
}

#[test]
fn a_divided_commune_leads_to_each_of_its_parts_once() {
    check(
        &[("Tỉnh Bình Dương", "Huyện Phú Giáo", "Xã An Linh", &["79010", "79020", "79010"])],
        &["binh-duong/Xã An Linh#huyen-phu-giao: 79020 Thành phố Hồ Chí Minh | 79010 Thành phố Hồ Chí Minh"],
    );
}

#[test]
fn what_is_written_in_two_ways_stands_there_once() {
    check(
        &[
            ("Tỉnh Gia Lai", "Huyện Kbang", "Xã B", &["79010"]),
            ("Tỉnh Gia Lai", "Huyện KBang", "Xã A", &["79010"]),
            ("Tỉnh Gia Lai", "Huyện Kbang", "Xã Hòa", &["79010"]),
            ("Tỉnh Gia Lai", "Huyện Kbang", "Xã Hoà", &["79010"]),
        ],
        &[
            "gia-lai/Xã A#huyen-kbang: 79010 Thành phố Hồ Chí Minh",
            "gia-lai/Xã B#huyen-kbang: 79010 Thành phố Hồ Chí Minh",
            "gia-lai/Xã Hoà#huyen-kbang: 79010 Thành phố Hồ Chí Minh",
        ],
    );
}

#[test]
fn what_leads_nowhere_or_has_no_name_is_left_out() {
    check(&[("Tỉnh Bình Dương", "Huyện Phú Giáo", "Xã An Linh", &["98000", "12345"])], &[]);
    check(&[("", "", "", &["79010"])], &[]);
    // A district that had no communes went as one.
    check(&[("Tỉnh Bà Rịa - Vũng Tàu", "Huyện Côn Đảo", "", &["79010"])], &["ba-ria-vung-tau/#huyen-con-dao: 79010 Thành phố Hồ Chí Minh"]);
}

#[test]
fn a_province_tells_which_one_it_is_today() {
    let places = tree(&[
        ("Tỉnh Bình Dương", "Huyện Phú Giáo", "Xã An Linh", &["01004"]),
        ("Tỉnh Bình Dương", "Huyện Phú Giáo", "Xã An Long", &["79010", "79020"]),
    ]);
    assert_eq!(places.provinces[0].provinces_of_today(), ["Thành phố Hồ Chí Minh", "Thành phố Hà Nội"]);
    assert_eq!(places.province(&"binh-duong".parse().unwrap()).map(|province| province.name.as_str()), Some("Tỉnh Bình Dương"));
    assert_eq!(places.province(&"binh".parse().unwrap()), None);
}

#[test]
fn a_name_without_its_kind_is_still_a_name() {
    for (name, bare) in [("Thành phố Hồ Chí Minh", "Hồ Chí Minh"), ("Tỉnh An Giang", "An Giang"), ("Quận 1", "Quận 1"), ("Huế", "Huế")]
    {
        assert_eq!(bare_name(name), bare);
    }
}
