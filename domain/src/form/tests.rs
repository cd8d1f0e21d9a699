//! The form engine on one small form that has every kind of question.

use super::*;
use crate::{
    address::{Gazetteer, Membership, PlaceCommune, PlaceProvince, Places},
    date::Date,
    language::Localized,
    money::Dong,
};
use std::collections::BTreeMap;

mod accounts;
mod amounts;
mod any;
mod papers;
mod persons;
mod rules;
mod sheet;
mod tables;
mod wishes;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn path(text: &str) -> Path {
    text.parse().unwrap()
}

fn when(question: &str, is: &[&str]) -> Vec<Condition> {
    vec![test(question, Wants::Is(is.iter().map(|id| slug(id)).collect()))]
}

fn test(question: &str, wants: Wants) -> Condition {
    Condition::Test(Test { question: path(question), wants })
}

fn question(id: &str, kind: Kind) -> Question {
    Question {
        id: slug(id),
        label: id.to_owned(),
        hint: None,
        optional: false,
        when: Vec::new(),
        kind,
        preset: None,
        autocomplete: None,
        no_opinion: false,
    }
}

/// The words of a rule.
fn said(vi: &str) -> Localized {
    Localized { vi: vi.to_owned(), en: format!("{vi}, in English") }
}

fn choices(ids: &[&str]) -> Vec<Choice> {
    ids.iter().map(|id| Choice { id: slug(id), label: (*id).to_owned(), hint: None }).collect()
}

fn page(id: &str, when: Vec<Condition>, questions: Vec<Question>) -> Page {
    Page { id: slug(id), title: id.to_owned(), about: Markup::default(), when, questions, stops: Vec::new(), rules: Vec::new() }
}

fn age(at_least: Option<u16>, below: Option<u16>) -> Condition {
    test("ngay-sinh", Wants::Age { at_least, below })
}

/// Questions that hang on a number, an age, an empty box, and on one of two things.
fn looking_back() -> Page {
    let between = |at_least, at_most| Wants::Between { at_least, at_most };
    let either = [test("viec", Wants::Is(vec![slug("khac")])), test("von", between(None, Some(1000)))];
    let either = Condition::Any(either.iter().flat_map(Condition::tests).cloned().collect());
    let if_so = |id: &str, when: Condition| Question { when: vec![when], ..question(id, Kind::Text(20)) };
    let questions = vec![
        if_so("gia", age(Some(60), None)),
        if_so("nhieu", test("so-ban", between(Some(10), None))),
        if_so("mat-thu", test("thu-dien-tu", Wants::Answered(true))),
        if_so("hoac", either),
        Question { optional: true, ..question("tai-khoan", Kind::BankAccount) },
    ];
    page("dieu-kien", Vec::new(), questions)
}

/// A marriage that only some have, a group with a condition of its own, a fee by the copy.
pub(crate) fn form() -> Form {
    let past = DateBounds { past: true, not_before: None };
    let optional = |question: Question| Question { optional: true, ..question };
    let young = Stop { when: vec![age(None, Some(14))], title: "Chưa đủ 14 tuổi".to_owned(), text: Markup::default() };
    let mut form = Form {
        procedure: slug("thu"),
        version: 1,
        title: "Tờ khai thử".to_owned(),
        source: None,
        addressed_to: String::new(),
        minutes: 5,
        applicant: Some(Applicant {
            name: path("ho-ten"),
            personal_id: Some(path("so")),
            birth: Some(path("ngay-sinh")),
            address: Some(path("noi-o")),
            sex: None,
        }),
        people: Vec::new(),
        owner: None,
        pages: vec![
            page("dau", Vec::new(), vec![question(OFFICE, Kind::Office), question("da-cuoi", Kind::YesNo)]),
            page(
                "nguoi",
                Vec::new(),
                vec![
                    question("ho-ten", Kind::Text(20)),
                    question("ngay-sinh", Kind::Date(past.clone())),
                    question("so", Kind::PersonalId),
                    question("noi-o", Kind::Address),
                    optional(question("thu-dien-tu", Kind::Email)),
                ],
            ),
            page(
                "cuoi",
                when("da-cuoi", &[YES]),
                vec![
                    question("ngay-cuoi", Kind::Date(DateBounds { past: true, not_before: Some(path("ngay-sinh")) })),
                    question("ket", Kind::Choice(choices(&["con-song", "ly-hon"]))),
                    Question { when: when("ket", &["ly-hon"]), ..question("ban-an", Kind::LongText(50)) },
                ],
            ),
            page(
                "them",
                Vec::new(),
                vec![
                    question("so-ban", Kind::Number(Range { least: 1, greatest: 20 })),
                    optional(question("von", Kind::Money(Range { least: 0, greatest: 1_000_000_000 }))),
                    question("viec", Kind::Choices(choices(&["hoc", "lam", "khac"]))),
                    Question { no_opinion: true, ..question("y-kien", Kind::Choice(choices(&["tot", "xau"]))) },
                    question(
                        "thanh-vien",
                        Kind::Group(Group {
                            noun: "người".to_owned(),
                            least: 1,
                            greatest: 3,
                            questions: vec![
                                question("ten", Kind::Text(30)),
                                question("con-nho", Kind::YesNo),
                                Question { when: when("con-nho", &[NO]), ..question("phone", Kind::Phone) },
                            ],
                        }),
                    ),
                ],
            ),
            looking_back(),
        ],
        papers: vec![
            PaperRequest {
                id: slug("giay-chung-sinh"),
                name: "Giấy chứng sinh".to_owned(),
                hint: None,
                each: None,
                when: Vec::new(),
                later: true,
                optional: false,
            },
            PaperRequest {
                id: slug("ban-an-giay"),
                name: "Bản án".to_owned(),
                hint: None,
                each: None,
                when: when("ket", &["ly-hon"]),
                later: false,
                optional: false,
            },
        ],
        fees: vec![
            FeeRule { what: "Bản sao".to_owned(), amount: Dong(8_000), steps: None, times: Some(path("so-ban")), when: Vec::new() },
            FeeRule { what: "Ghi chú ly hôn".to_owned(), amount: Dong(75_000), steps: None, times: None, when: when("ket", &["ly-hon"]) },
        ],
        sheet: None,
        declaration: String::new(),
        review_note: None,
        example: String::new(),
    };
    form.pages[1].stops = vec![young];
    form
}

fn places() -> Places {
    let commune = |code: &str, name: &str| PlaceCommune { code: code.parse().unwrap(), name: name.to_owned() };
    let province = |code: &str, communes| PlaceProvince { code: code.parse().unwrap(), name: code.to_owned(), communes };
    Places {
        provinces: vec![
            province("01", vec![commune("00004", "Phường Ba Đình")]),
            province("04", vec![commune("01273", "Phường Thục Phán")]),
        ],
        ..Places::default()
    }
}

const GOOD: &[(&str, &str)] = &[
    ("agency", "H99.12.1"),
    ("da-cuoi", "khong"),
    ("ho-ten", "  Nguyễn   Văn An "),
    ("ngay-sinh.day", "2"),
    ("ngay-sinh.month", "01"),
    ("ngay-sinh.year", "1990"),
    ("so", "001 090 000123"),
    ("noi-o.province", "01"),
    ("noi-o.commune", "00004"),
    ("noi-o.street", "Số 5 phố Mẫu"),
    ("so-ban", "2"),
    ("von", "1.500.000 đ"),
    ("viec", "lam"),
    ("viec", "hoc"),
    ("y-kien", "khong-y-kien"),
    ("thanh-vien.1.ten", "Bé"),
    ("thanh-vien.1.con-nho", "co"),
    ("thanh-vien.4.ten", "Lan"),
    ("thanh-vien.4.con-nho", "khong"),
    ("thanh-vien.4.phone", "+84 912 345 678"),
];

/// Good answers with some changes.
fn raw(changes: &[(&str, &str)]) -> RawAnswers {
    changed(GOOD, changes)
}

/// Some answers with some changes.
fn changed(answers: &[(&str, &str)], changes: &[(&str, &str)]) -> RawAnswers {
    let mut raw: RawAnswers = answers.iter().copied().collect();
    for (path, value) in changes {
        raw.set(*path, *value);
    }
    raw
}

fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

fn verdict_of(raw: &RawAnswers, papers: PapersHeld<'_>) -> Verdict {
    judge(&form(), raw, papers)
}

/// Judges answers to a form on the day of the tests, by a calendar without holidays.
fn judge(form: &Form, raw: &RawAnswers, papers: PapersHeld<'_>) -> Verdict {
    let (offices, places) = (["H99.12.1".parse().unwrap()], places());
    let calendar = crate::calendar::WorkingCalendar::default();
    super::check(form, raw, &Circumstances { calendar: &calendar, today: today(), places: &places, offices: &offices, papers })
}

/// Checks which paths are at fault, and how, after some changes to good answers.
#[track_caller]
fn check(changes: &[(&str, &str)], expected: &[(&str, Wrong)]) {
    let verdict = verdict_of(&raw(changes), PapersHeld::AskedLater);
    let faults: Vec<_> = verdict.faults.iter().map(|fault| (fault.path.as_str(), fault.wrong.clone())).collect();
    assert_eq!(faults, expected, "{changes:?}");
}

#[test]
fn good_answers_are_kept_as_their_kinds() {
    let Verdict { answers, faults, doubts, stopped } = verdict_of(&raw(&[]), PapersHeld::AskedLater);
    assert_eq!((faults, doubts, stopped), (vec![], vec![], None));
    assert_eq!(answers.text("ho-ten"), Some("Nguyễn Văn An"));
    assert_eq!(answers.get("ngay-sinh"), Some(&Answer::Date("1990-01-02".parse().unwrap())));
    assert_eq!(answers.get("von"), Some(&Answer::Money(Dong(1_500_000))));
    assert_eq!(answers.chosen("viec"), ["hoc", "lam"]);
    assert_eq!(answers.get("y-kien"), Some(&Answer::NoOpinion));
    assert_eq!(answers.number("thanh-vien"), Some(2));
    assert_eq!(answers.text("thanh-vien.2.ten"), Some("Lan"));
    assert_eq!(answers.get("thanh-vien.1.phone"), None);
    assert_eq!(form().owner_name(&answers), Some("Nguyễn Văn An"));
    assert_eq!(form().fee(&answers, today()).total(), Dong(16_000));
}

#[test]
fn every_fault_is_named_at_once() {
    let nothing = verdict_of(&RawAnswers::default(), PapersHeld::Held(&BTreeMap::new()));
    let paths: Vec<_> = nothing.faults.iter().map(|fault| fault.path.as_str()).collect();
    let expected =
        ["agency", "da-cuoi", "ho-ten", "ngay-sinh", "so", "noi-o.province", "so-ban", "viec", "y-kien", "thanh-vien", "giay-chung-sinh"];
    assert_eq!(paths, expected);
}

#[test]
fn each_kind_says_what_is_wrong() {
    check(&[("ho-ten", "Công Tằng Tôn Nữ Thị Bảo Châu")], &[("ho-ten", Wrong::TooLong { most: 20, length: 29 })]);
    check(&[("ho-ten", "\u{0} ")], &[("ho-ten", Wrong::Missing)]);
    check(&[("so-ban", "hai")], &[("so-ban", Wrong::NotANumber)]);
    check(&[("so-ban", "0")], &[("so-ban", Wrong::TooSmall(1))]);
    check(&[("so-ban", "99999999999999999999999")], &[("so-ban", Wrong::TooGreat(20))]);
    check(&[("ngay-sinh.day", "")], &[("ngay-sinh", Wrong::DateIncomplete)]);
    check(&[("ngay-sinh.day", "31"), ("ngay-sinh.month", "2")], &[("ngay-sinh", Wrong::NoSuchDay)]);
    check(&[("ngay-sinh", "21/11/2026")], &[]);
    check(&[("ngay-sinh", "2026-11-22")], &[("ngay-sinh", Wrong::AfterToday("2026-11-21".parse().unwrap()))]);
    check(&[("da-cuoi", "maybe")], &[("da-cuoi", Wrong::NoSuchChoice)]);
    check(&[("viec", "bay")], &[("viec", Wrong::NoSuchChoice)]);
    check(&[("agency", "H99.12.9")], &[("agency", Wrong::NoSuchOffice)]);
    check(&[("noi-o.province", "99")], &[("noi-o.province", Wrong::NoProvince)]);
    check(&[("noi-o.commune", "")], &[("noi-o.commune", Wrong::NoCommune)]);
    check(&[("noi-o.province", "04")], &[("noi-o.commune", Wrong::CommuneElsewhere)]);
    check(&[("noi-o.street", " ")], &[("noi-o.street", Wrong::NoStreet)]);
    check(&[("thanh-vien.2.ten", "A"), ("thanh-vien.3.ten", "B")], &[("thanh-vien", Wrong::TooManyRows(3))]);
    check(&[("thanh-vien.4.phone", "")], &[("thanh-vien.4.phone", Wrong::Missing)]);
}

#[test]
fn what_is_not_asked_is_no_fault_and_no_answer() {
    check(&[("ngay-cuoi", "nonsense"), ("ket", "nothing"), ("ban-an", "x")], &[]);
    let married = [("da-cuoi", "co"), ("ngay-cuoi", "1989-01-01"), ("ket", "ly-hon"), ("ban-an", "Số 1\r\n\r\n\r\nHà Nội")];
    let birth = "1990-01-02".parse().unwrap();
    check(&married, &[("ngay-cuoi", Wrong::BeforeOther { other: path("ngay-sinh"), date: birth })]);
    let verdict = verdict_of(&raw(&married), PapersHeld::AskedLater);
    assert_eq!(verdict.answers.text("ban-an"), Some("Số 1\n\nHà Nội"));
    assert_eq!(form().fee(&verdict.answers, today()).total(), Dong(91_000));
}

#[test]
fn a_condition_over_a_question_that_is_not_asked_does_not_hold() {
    let verdict = verdict_of(&raw(&[("ket", "ly-hon")]), PapersHeld::Held(&BTreeMap::from([("giay-chung-sinh".to_owned(), 1)])));
    assert_eq!(verdict.faults, vec![]);
}

#[test]
fn conditions_look_at_numbers_ages_and_empty_boxes() {
    let missing = |path| (path, Wrong::Missing);
    check(&[("ngay-sinh", "21/11/1966")], &[missing("gia")]);
    check(&[("ngay-sinh", "22/11/1966")], &[]);
    check(&[("so-ban", "10")], &[missing("nhieu")]);
    check(&[("thu-dien-tu", "an@vi-du.vn")], &[missing("mat-thu")]);
    check(&[("von", "1.000")], &[missing("hoac")]);
    check(&[("viec", "khac")], &[missing("hoac")]);
    // A wrong answer is a fault and decides nothing.
    check(&[("so-ban", "21")], &[("so-ban", Wrong::TooGreat(20))]);
}

#[test]
fn a_stop_says_so_whatever_else_is_wrong() {
    let stopped = |changes: &[(&str, &str)]| {
        let verdict = verdict_of(&raw(changes), PapersHeld::AskedLater);
        verdict.stopped.map(|stopped| (stopped.page.to_string(), stopped.question.map(|id| id.to_string()), stopped.stop.title))
    };
    let young = Some(("nguoi".to_owned(), Some("ngay-sinh".to_owned()), "Chưa đủ 14 tuổi".to_owned()));
    assert_eq!(stopped(&[("ngay-sinh", "22/11/2012"), ("so-ban", "")]), young);
    assert_eq!(stopped(&[("ngay-sinh", "21/11/2012")]), None);
    assert_eq!(stopped(&[("ngay-sinh.year", "")]), None);
}

#[test]
fn one_box_is_checked_alone() {
    let (offices, places) = (["H99.12.1".parse().unwrap()], places());
    let now = Circumstances {
        calendar: &crate::calendar::WorkingCalendar::default(),
        today: "2026-11-21".parse().unwrap(),
        places: &places,
        offices: &offices,
        papers: PapersHeld::AskedLater,
    };
    let form = form();
    assert_eq!(check_one(&form, &raw(&[("so-ban", "0")]), "so-ban", &now).map(|fault| fault.wrong), Some(Wrong::TooSmall(1)));
    assert_eq!(check_one(&form, &raw(&[("so-ban", "0")]), "ho-ten", &now), None);
    let street = check_one(&form, &raw(&[("noi-o.street", "")]), "noi-o", &now).map(|fault| fault.path);
    assert_eq!(street.as_deref(), Some("noi-o.street"));
}

#[test]
fn paths_lead_to_questions() {
    let form = form();
    let id = |path: &str| form.question(path).map(|question| question.id.to_string());
    assert_eq!(id("noi-o.commune").as_deref(), Some("noi-o"));
    assert_eq!(id("thanh-vien.2.phone").as_deref(), Some("phone"));
    assert_eq!(id("thanh-vien").as_deref(), Some("thanh-vien"));
    assert_eq!(id("thanh-vien.2.nothing"), None);
    assert_eq!(id(""), None);
}

#[test]
fn json_becomes_paths() {
    let mut raw = RawAnswers::default();
    let text = |text: &str| RawValue::Text(text.to_owned());
    let row = |name: &str| RawValue::Table(vec![("ten".to_owned(), text(name)), ("phone".to_owned(), RawValue::Nothing)]);
    raw.add_value("viec", RawValue::List(vec![text("hoc"), text("lam")]));
    raw.add_value("thanh-vien", RawValue::List(vec![row("A"), row("B")]));
    assert_eq!(raw.all("viec").collect::<Vec<_>>(), ["hoc", "lam"]);
    assert_eq!(raw.rows("thanh-vien"), [1, 2]);
    assert_eq!(raw.one("thanh-vien.2.ten"), "B");
    assert!(raw.any_under("thanh-vien") && !raw.any_under("thanh"));
}

#[test]
fn a_browser_without_the_lists_takes_any_commune() {
    assert_eq!(crate::address::Unloaded.membership("01", "99999"), Membership::CannotTell);
}
