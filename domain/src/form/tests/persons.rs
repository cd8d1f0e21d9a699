//! A person asked as one question, of the form and in rows.

use super::{person::*, *};
use crate::personal_id::PersonalIdWarning;
use proptest::prelude::*;

fn parts() -> Vec<Question> {
    let if_so = |id: &str| vec![test(NATIONALITY, Wants::Is(vec![slug(id)]))];
    vec![
        question(NAME, Kind::Text(30)),
        question(BIRTH, Kind::Date(DateBounds { past: true, not_before: None })),
        Question { optional: true, ..question(SEX, Kind::Choice(choices(&[MALE, FEMALE]))) },
        Question { preset: Some(VIETNAM.to_owned()), ..question(NATIONALITY, Kind::Choice(choices(&[VIETNAM, ELSEWHERE]))) },
        Question { when: if_so(ELSEWHERE), ..question(COUNTRY, Kind::Text(30)) },
        Question { when: if_so(VIETNAM), ..question(PERSONAL_ID, Kind::PersonalId) },
        Question { when: if_so(ELSEWHERE), ..question(PASSPORT, Kind::Text(20)) },
    ]
}

/// The person who files, their family, and a question only grown-ups and foreigners get.
fn form() -> Form {
    let mut form = super::form();
    let grown = |person: &str| vec![test(&format!("{person}.birth"), Wants::Age { at_least: Some(18), below: None })];
    let row = vec![question("nguoi", Kind::Person(parts())), Question { when: grown("nguoi"), ..question("nghe", Kind::Text(20)) }];
    let family = Kind::Group(Group { noun: "người".to_owned(), least: 0, greatest: 3, questions: row });
    let questions = vec![
        question("toi", Kind::Person(parts())),
        Question { when: grown("toi"), ..question("viec-lam", Kind::Text(20)) },
        Question { when: vec![test("toi.nationality", Wants::Is(vec![slug(ELSEWHERE)]))], ..question("thi-thuc", Kind::Text(20)) },
        question("nha", family),
    ];
    let differ = Agrees::DiffersFrom(path("toi.personal-id"));
    let rule = Rule { question: path("nha.nguoi.personal-id"), agrees: differ, when: Vec::new(), say: said("là bạn") };
    form.pages = vec![Page { rules: vec![rule], ..page("nguoi", Vec::new(), questions) }];
    form.applicant = Some(Applicant {
        name: path("toi.name"),
        personal_id: Some(path("toi.personal-id")),
        birth: Some(path("toi.birth")),
        address: None,
        sex: None,
    });
    (form.owner, form.papers, form.fees) = (Some(path("toi.name")), Vec::new(), Vec::new());
    form
}

const ME: [(&str, &str); 5] = [
    ("toi.name", "Nguyễn Thị  Lan"),
    ("toi.birth.day", "1"),
    ("toi.birth.month", "2"),
    ("toi.birth.year", "2012"),
    ("toi.nationality", VIETNAM),
];

fn judged(raw: &RawAnswers) -> Verdict {
    judge(&form(), raw, PapersHeld::AskedLater)
}

fn with(more: &[(&str, &str)]) -> RawAnswers {
    changed(&ME, more)
}

#[track_caller]
fn check(more: &[(&str, &str)], expected: &[&str]) {
    let verdict = judged(&with(more));
    assert_eq!(verdict.faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), expected, "{more:?}");
}

#[test]
fn the_nationality_decides_which_number_is_asked() {
    check(&[], &["toi.personal-id"]);
    check(&[("toi.personal-id", "001312000123")], &[]);
    check(&[("toi.nationality", ELSEWHERE)], &["toi.country", "toi.passport", "thi-thuc"]);
    check(&[("toi.nationality", "")], &["toi.nationality"]);
}

#[test]
fn conditions_look_into_a_person_of_the_form_and_of_a_row() {
    check(&[("toi.personal-id", "001312000123"), ("toi.birth.year", "1990")], &["viec-lam"]);
    let foreign = [("nha.3.nguoi.nationality", ELSEWHERE), ("nha.3.nguoi.country", "Canada"), ("nha.3.nguoi.passport", "A1")];
    let row = [&[("toi.personal-id", "001312000123"), ("nha.3.nguoi.name", "Jane")], foreign.as_slice()].concat();
    check(&row, &["nha.3.nguoi.birth"]);
    check(&[row.as_slice(), &[("nha.3.nguoi.birth", "1990-01-01")]].concat(), &["nha.3.nghe"]);
    check(&[row.as_slice(), &[("nha.3.nguoi.birth", "2020-01-01")]].concat(), &[]);
}

#[test]
fn a_rule_compares_people() {
    let row = [("nha.1.nguoi.name", "Lan"), ("nha.1.nguoi.birth", "2012-02-01"), ("nha.1.nguoi.nationality", VIETNAM)];
    let same = [&[("toi.personal-id", "001312000123"), ("nha.1.nguoi.personal-id", "001 312 000 123")], row.as_slice()].concat();
    check(&same, &["nha.1.nguoi.personal-id"]);
}

#[test]
fn what_looks_odd_of_a_person_is_told_once() {
    let doubts = judged(&with(&[("toi.personal-id", "001090000123"), ("toi.sex", FEMALE)])).doubts;
    assert_eq!(doubts.iter().map(|doubt| doubt.path.as_str()).collect::<Vec<_>>(), ["toi.personal-id"; 2]);
    assert!(matches!(doubts[0].odd, PersonalIdWarning::BirthYear { in_number: 1990, declared: 2012 }));
}

#[test]
fn the_applicant_and_what_is_known_come_from_a_person() {
    let (form, raw) = (form(), with(&[("toi.personal-id", "001312000123")]));
    let answers = judged(&raw).answers;
    assert_eq!((form.applicant_name(&answers), form.owner_name(&answers)), (Some("Nguyễn Thị Lan"), Some("Nguyễn Thị Lan")));
    let known = form.learn(&raw, &answers);
    let offered = form.offer(&known, &RawAnswers::default());
    let expected = with(&[("toi.personal-id", "001312000123")]);
    for (path, value) in &offered {
        assert_eq!(expected.iter().find(|(known, _)| known == path).map(|(_, values)| values[0].as_str()), Some(value.as_str()), "{path}");
    }
    assert_eq!(offered.len(), 5, "{offered:?}");
}

#[test]
fn what_is_mended_is_mended_whole() {
    let (form, plain) = (form(), super::form());
    for (path, whole) in [
        ("toi.birth.day", "toi"),
        ("toi", "toi"),
        ("nha.2.nguoi.birth", "nha.2.nguoi"),
        ("nha.2.nghe", "nha.2.nghe"),
        ("nha.2", "nha"),
        ("nha", "nha"),
    ] {
        assert_eq!(form.whole_path(path), whole);
    }
    assert_eq!((plain.whole_path("noi-o.commune"), plain.whole_path("thanh-vien.1.ten")), ("noi-o", "thanh-vien.1.ten"));
    assert_eq!((form.question_path("nha.2.nguoi.birth.day"), form.question_path("toi.name")), ("nha.2.nguoi.birth", "toi.name"));
}

#[test]
fn a_draft_notes_a_person_as_a_whole() {
    let (old, typed) = (form(), vec![("toi.name".to_owned(), "Lan".to_owned()), ("nha.2.nguoi.birth.day".to_owned(), "7".to_owned())]);
    let noted = old.noted();
    assert_eq!(noted.iter().map(|noted| noted.id.as_str()).collect::<Vec<_>>(), ["toi", "viec-lam", "thi-thuc", "nha.nguoi", "nha.nghe"]);
    assert_eq!(old.carry(typed.clone(), &noted), Carried { typed: typed.clone(), ..Carried::default() });
    let mut now = form();
    if let Kind::Person(parts) = &mut now.pages[0].questions[0].kind {
        parts.remove(0);
    }
    let carried = now.carry(typed.clone(), &noted);
    assert_eq!((carried.typed.len(), carried.left.len()), (1, 1), "{carried:?}");
    assert_eq!(old.label_of("nha.nguoi"), Some("nguoi"));
}

proptest! {
    #[test]
    fn judging_twice_says_the_same_and_what_was_taken_is_taken_again(
        pairs in prop::collection::vec((
            prop::sample::select(vec!["toi", "nha.1.nguoi", "nha.4.nguoi"]),
            prop::sample::select(vec![NAME, BIRTH, SEX, NATIONALITY, COUNTRY, PERSONAL_ID, PASSPORT, "birth.day", "x"]),
            prop::sample::select(vec!["A", "1990-01-01", "2020-02-02", MALE, FEMALE, VIETNAM, ELSEWHERE, "001090000123", "", "12"]),
        ), 0..20)
    ) {
        let raw: RawAnswers = ME.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect();
        let mut raw = raw;
        raw.set("toi.personal-id", "001312000123");
        for (of, part, value) in &pairs {
            raw.set(format!("{of}.{part}"), *value);
        }
        let first = judged(&raw);
        prop_assert_eq!(&judged(&raw), &first);
        if first.faults.is_empty() {
            let again = judged(&first.answers.to_raw());
            prop_assert_eq!((again.answers, again.faults), (first.answers, first.faults));
        }
    }
}
