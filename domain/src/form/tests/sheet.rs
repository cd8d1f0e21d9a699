//! What stands on the lines of a sheet.

use super::*;
use crate::form::{FilledSheet, Says, Sheet};

/// Checks what stands on a line after the good answers with some changes.
#[track_caller]
fn check(changes: &[(&str, &str)], line: &str, expected: Option<&str>) {
    let says = |line: &str, text: &str, when| Says { line: line.to_owned(), text: text.to_owned(), when };
    let says = vec![
        says("hon-nhan", "Đã kết hôn", when("da-cuoi", &[YES])),
        says("hon-nhan", "Chưa kết hôn", when("da-cuoi", &["khong"])),
        says("viec-can-lam", "Thử", Vec::new()),
    ];
    let form = Form { sheet: Some(Sheet { blank: slug("to-thu"), says }), ..form() };
    let (verdict, places) = (verdict_of(&raw(changes), PapersHeld::AskedLater), places());
    assert_eq!(FilledSheet::new(&form, &verdict.answers, &places, today()).line(line).as_deref(), expected, "{line}");
}

#[test]
fn answers_stand_on_the_lines_of_their_paths() {
    check(&[], "ho-ten", Some("Nguyễn Văn An"));
    check(&[], "ngay-sinh", Some("02/01/1990"));
    check(&[], "thanh-vien.1.ten", Some("Bé"));
    check(&[], "thanh-vien.3.ten", None);
    check(&[], "thu-dien-tu", None);
    check(&[], "khong-co", None);
}

#[test]
fn an_address_stands_whole_or_in_its_parts() {
    check(&[], "noi-o", Some("Số 5 phố Mẫu, Phường Ba Đình, 01"));
    check(&[], "noi-o.street", Some("Số 5 phố Mẫu"));
    check(&[], "noi-o.commune", Some("Phường Ba Đình"));
    check(&[], "noi-o.province", Some("01"));
    check(&[], "noi-o.khac", None);
    check(&[], "ho-ten.street", None);
}

#[test]
fn a_form_says_what_nobody_was_asked() {
    check(&[], "viec-can-lam", Some("Thử"));
    check(&[], "hon-nhan", Some("Chưa kết hôn"));
    check(&[("da-cuoi", "co")], "hon-nhan", Some("Đã kết hôn"));
}
