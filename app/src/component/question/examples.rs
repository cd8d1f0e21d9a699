//! Named examples of questions, one of every kind, from a small form.

use super::{Asked, Filled, question};
use crate::component::{Example, Press, example};
use domain::{
    bank_account::AccountNumberError,
    form::{Doubt, Fault, Form, RawAnswers, Wrong},
    language::Localized,
    personal_id::{PersonalIdError, PersonalIdWarning},
};

pub(crate) mod sample;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    sample::form().map(|form| of_form(press, &form)).unwrap_or_default()
}

fn of_form(press: Press<'_>, form: &Form) -> Vec<Example> {
    let nothing = RawAnswers::default();
    let asked = Asked { press, form, filled: Filled::unjudged(&nothing) };
    let one = |asked: Asked<'_>, id: &str| form.question(id).map(|found| question(asked, found, id, &[]));
    let mut shown: Vec<Example> =
        form.questions().map(|(_, found)| example("empty", question(asked, found, found.id.as_str(), &[]))).collect();
    let faults = [
        Fault { path: "so-dinh-danh".to_owned(), wrong: Wrong::PersonalId(PersonalIdError::Length { digits: 11 }) },
        Fault { path: "ngay-sinh".to_owned(), wrong: Wrong::NoSuchDay },
        Fault { path: "noi-o.commune".to_owned(), wrong: Wrong::NoCommune },
        Fault { path: "tai-khoan.number".to_owned(), wrong: Wrong::AccountNumber(AccountNumberError::Length { digits: 4 }) },
        Fault { path: "truong-hop".to_owned(), wrong: Wrong::Missing },
        Fault { path: "thanh-vien".to_owned(), wrong: Wrong::Missing },
        Fault { path: "hen.half".to_owned(), wrong: Wrong::NoHalf },
        Fault { path: "tung-tang.tang-2.san".to_owned(), wrong: Wrong::NotANumber },
        Fault { path: "vo-chong.country".to_owned(), wrong: Wrong::Missing },
        Fault {
            path: "so-ban".to_owned(),
            wrong: Wrong::Rule(Localized {
                vi: "Số bản nhiều hơn số người. Kiểm tra lại cả hai ô.".to_owned(), en: String::new()
            }),
        },
    ];
    let doubts = [Doubt { path: "so-dinh-danh".to_owned(), odd: PersonalIdWarning::BirthYear { in_number: 1991, declared: 1990 } }];
    let typed: RawAnswers = [
        ("so-dinh-danh", "03108500078"),
        ("ngay-sinh.day", "31"),
        ("ngay-sinh.month", "2"),
        ("ngay-sinh.year", "1990"),
        ("tai-khoan.bank", "agribank"),
        ("tai-khoan.number", "1234"),
        ("noi-o.province", "99"),
        ("noi-o.street", "Số 7 đường Một Cửa"),
        ("thanh-vien.2.ten", "Nguyễn Văn Mẫu"),
        ("ly-do", "Một dòng.\nHai dòng dài hơn, với dấu < và & và \"nháy\"."),
        ("viec", "hoc"),
        ("viec", "lam"),
        ("da-cuoi", "co"),
        ("hen", "2026-11-25"),
        ("tung-tang.tang-1.san", "80"),
        ("tung-tang.tang-1.tien", "900000000"),
        ("tung-tang.tang-2.san", "bảy"),
        ("vo-chong.name", "Jane Sample"),
        ("vo-chong.sex", "nu"),
        ("vo-chong.nationality", "nuoc-khac"),
    ]
    .into_iter()
    .collect();
    let judged = Asked { filled: Filled { faults: &faults, ..Filled::unjudged(&typed) }, ..asked };
    for id in ["so-dinh-danh", "ngay-sinh", "noi-o", "tai-khoan", "truong-hop", "thanh-vien", "vo-chong", "so-ban", "hen", "tung-tang"] {
        shown.extend(one(judged, id).map(|view| example("error", view)));
    }
    for id in ["ly-do", "viec", "da-cuoi"] {
        shown.extend(one(judged, id).map(|view| example("filled in", view)));
    }
    let birth: RawAnswers = [("ngay-sinh", "1990-04-12")].into_iter().collect();
    shown.extend(one(Asked { filled: Filled::unjudged(&birth), ..asked }, "tuoi").map(|view| example("computed", view)));
    let doubted = Asked { filled: Filled { doubts: &doubts, ..Filled::unjudged(&typed) }, ..asked };
    shown.extend(one(doubted, "so-dinh-danh").map(|view| example("odd, and may be right", view)));
    shown
}
