//! Codes of cards as they are met, and texts nobody should meet.

use super::*;
use proptest::prelude::*;

const OLD: &str = "001190000012|012345678|Nguyễn Thị Mẫu|05031990|Nữ|Số 1, phố Mẫu, Ba Đình, Hà Nội|01012022";

#[track_caller]
fn check(text: &str, expected: Result<&[(&str, &str)], CardError>) {
    let facts = text.parse::<Card>().map(|card| card.known().facts);
    let facts = facts.as_ref().map(|facts| facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>());
    assert_eq!(facts.as_deref().map_err(|error| **error), expected);
}

#[test]
fn cards_say_who_their_owner_is() {
    let woman = [
        ("name", "Nguyễn Thị Mẫu"),
        ("personal-id", "001190000012"),
        ("birth.day", "5"),
        ("birth.month", "3"),
        ("birth.year", "1990"),
        ("sex", "nu"),
    ];
    check(OLD, Ok(&woman));
    // Without an old number; with spaces; with a mark in front; with more fields behind, as newer cards have them.
    check("001190000012||Nguyễn Thị Mẫu|05031990|Nữ|Hà Nội|01082025", Ok(&woman));
    check("\u{feff}001190000012 | | Nguyễn Thị Mẫu | 05031990 | Nữ |  | \r\n", Ok(&woman));
    check("001190000012||Nguyễn Thị Mẫu|05031990|Nữ|Hà Nội|01082025||Nguyễn Văn Cha|Trần Thị Mẹ|", Ok(&woman));
    let old_man = [("name", "Lê Văn Cụ"), ("personal-id", "001040000012"), ("birth.year", "1940"), ("sex", "nam")];
    check("001040000012||Lê Văn Cụ|1940|Nam|Hà Nội|01082025", Ok(&old_man));
    check("001040000012||Lê Văn Cụ|00001940|Nam|Hà Nội|01082025", Ok(&old_man));
}

#[test]
fn what_is_no_card_is_told_apart() {
    check("", Err(CardError::OtherCode));
    check("https://example.org/?a=1|2", Err(CardError::OtherCode));
    check("00020101021138|x|y|z|Nam|w|v", Err(CardError::OtherCode));
    check("00119000001||A|05031990|Nữ|H|", Err(CardError::PersonalId(PersonalIdError::Length { digits: 11 })));
    check("001190000012|||05031990|Nữ|H|", Err(CardError::Name));
    check("001190000012||123|05031990|Nữ|H|", Err(CardError::Name));
    check("001190000012||A|31021990|Nữ|H|", Err(CardError::Birth));
    check("001190000012||A||Nữ|H|", Err(CardError::Birth));
    check("001190000012||A|05031990|F|H|", Err(CardError::Sex));
    check("001190000012||A|05031990|Nữ", Err(CardError::OtherCode));
}

#[test]
fn a_number_that_says_otherwise_is_a_doubt() {
    let doubts = |text: &str| text.parse::<Card>().unwrap().doubts();
    assert_eq!(doubts(OLD), []);
    assert_eq!(
        doubts("001190000012||A|05031991|Nam|H|"),
        [
            PersonalIdWarning::Sex { in_number: Sex::Female, declared: Sex::Male },
            PersonalIdWarning::BirthYear { in_number: 1990, declared: 1991 },
        ]
    );
}

#[track_caller]
fn check_residence(residence: &str, issued: &str, expected: Option<(&str, &str, &str)>) {
    let card: Card = format!("001190000012||A|05031990|Nữ|{residence}|{issued}").parse().unwrap();
    assert_eq!(card.residence().map(|found| (found.street, found.commune, found.province)), expected);
}

#[test]
fn only_a_residence_of_today_is_parted() {
    let today = Some(("Số 1, phố Mẫu", "Phường Mẫu", "Tỉnh Mẫu"));
    check_residence("Số 1, phố Mẫu, Phường Mẫu, Tỉnh Mẫu", "01082025", today);
    check_residence("Số 1, phố Mẫu, Phường Mẫu, Tỉnh Mẫu", "01072025", today);
    // Before there were no districts, or who knows when.
    check_residence("Số 1, phố Mẫu, Phường Mẫu, Tỉnh Mẫu", "30062025", None);
    check_residence("Số 1, phố Mẫu, Phường Mẫu, Tỉnh Mẫu", "", None);
    // A district, or a ward whose kind is left out and which may be one.
    check_residence("Phúc Xá, Ba Đình, Hà Nội", "01082025", None);
    check_residence("Số 1, Phường Phúc Xá, Quận Ba Đình, Hà Nội", "01082025", None);
    check_residence("Số 1, Xã Cũ, Xã Mới, Hà Nội", "01082025", None);
    check_residence("Phường Mẫu, Tỉnh Mẫu", "01082025", None);
    check_residence("", "01082025", None);
}

#[test]
fn units_are_the_same_however_their_kind_is_written() {
    for (one, other, same) in [
        ("TP. Hà Nội", "Thành phố Hà Nội", true),
        ("Hà Nội", "Thành phố Hà Nội", true),
        ("tỉnh  MẪU", "Tỉnh Mẫu", true),
        ("P. Hoàn Kiếm", "Phường Hoàn Kiếm", true),
        ("Phường Yên Hoà", "Phường Yên Hòa", true),
        ("Xã Tân Hòa", "Phường Tân Hòa", false),
        ("Hà Nam", "Hà Nội", false),
        ("", "", false),
    ] {
        assert_eq!(same_unit(one, other), same, "{one} {other}");
    }
}

proptest! {
    #[test]
    fn every_card_is_read_back(
        id in "[0-9]{12}", old in "([0-9]{9})?", name in "[A-ZĐ][a-zà-ỹ]{1,8}( [A-ZĐ][a-zà-ỹ]{1,8}){1,4}",
        day in 1u8..=28, month in 1u8..=12, year in 1900i32..=2099, woman: bool, residence in "[A-Za-zà-ỹ0-9, ./-]{0,60}",
        more in "(\\|[^|]{0,12}){0,6}",
    ) {
        let sex = if woman { "Nữ" } else { "Nam" };
        let card: Card = format!("{id}|{old}|{name}|{day:02}{month:02}{year}|{sex}|{residence}{more}").parse().unwrap();
        prop_assert_eq!(card.personal_id.as_str(), id);
        prop_assert_eq!(&card.name, &name);
        prop_assert_eq!(card.birth, Birth::Day(Date::new(year, month, day).unwrap()));
        prop_assert_eq!(card.sex == Sex::Female, woman);
        let _ = (card.doubts(), card.residence());
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,80}", fields in proptest::collection::vec("[0-9A-Za-zà-ỹ ,]{0,14}", 0..10)) {
        for text in [text, fields.join("|")] {
            if let Ok(card) = text.parse::<Card>() {
                let _ = (card.known(), card.doubts(), card.residence());
            }
        }
    }
}
