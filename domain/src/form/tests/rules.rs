//! Rules between answers, and what is computed from them.

use super::*;
use proptest::prelude::*;

fn number(greatest: u64) -> Kind {
    Kind::Number(Range { least: 0, greatest })
}

fn computed(id: &str, from: Formula) -> Question {
    question(id, Kind::Computed(Computed { from, money: false }))
}

fn rule(question: &str, agrees: Agrees, say: &str) -> Rule {
    Rule { question: path(question), agrees, when: Vec::new(), say: said(say) }
}

fn row(questions: Vec<Question>) -> Kind {
    Kind::Group(Group { noun: "phần".to_owned(), least: 0, greatest: 4, questions })
}

/// A house, its rooms and its owners.
fn form() -> Form {
    let optional = |question: Question| Question { optional: true, ..question };
    let owner = vec![
        question("ngay-sinh", Kind::Date(DateBounds::default())),
        computed("tuoi", Formula::Age(path("ngay-sinh"))),
        optional(question("phan", number(100))),
        Question {
            when: vec![test("tuoi", Wants::Between { at_least: Some(18), at_most: None })],
            ..optional(question("so", Kind::PersonalId))
        },
        question("tu", number(3000)),
        question("den", number(3000)),
    ];
    let first = page(
        "nha",
        Vec::new(),
        vec![
            optional(question("so-tang", number(50))),
            optional(question("dien-tich", number(999_999_999_999))),
            optional(question("da-xay", number(999_999_999_999))),
            computed("san", Formula::Product(vec![path("dien-tich"), path("so-tang")])),
            optional(question("khoi-cong", Kind::Date(DateBounds::default()))),
            optional(question("xong", Kind::Date(DateBounds::default()))),
            optional(question("so-cua-toi", Kind::PersonalId)),
        ],
    );
    let second = page(
        "chu",
        Vec::new(),
        vec![optional(question("chu", row(owner))), computed("tong", Formula::Sum(vec![path("chu.phan"), path("so-tang")]))],
    );
    let mut form = super::form();
    form.pages = vec![
        Page {
            rules: vec![
                rule("da-xay", Agrees::AtMost(path("san")), "nhiều"),
                rule("xong", Agrees::AtLeast(path("khoi-cong")), "trước"),
                Rule {
                    when: vec![test("so-tang", Wants::Between { at_least: Some(9), at_most: None })],
                    ..rule("da-xay", Agrees::Equals(path("dien-tich")), "khác")
                },
            ],
            ..first
        },
        Page {
            rules: vec![
                rule("chu.phan", Agrees::AddsUpTo(100), "không đủ 100"),
                rule("chu.den", Agrees::AtLeast(path("chu.tu")), "ngược"),
                rule("chu.so", Agrees::DiffersFrom(path("chu.so")), "trùng nhau"),
                rule("chu.so", Agrees::DiffersFrom(path("so-cua-toi")), "trùng tôi"),
            ],
            ..second
        },
    ];
    (form.applicant, form.papers, form.fees) = (None, Vec::new(), Vec::new());
    form.fees = vec![FeeRule {
        what: "Sàn".to_owned(),
        amount: Dong(10),
        steps: None,
        times: Some(path("san")),
        when: vec![test("san", Wants::Between { at_least: Some(1), at_most: None })],
    }];
    form
}

fn judged(raw: &RawAnswers) -> Verdict {
    judge(&form(), raw, PapersHeld::AskedLater)
}

fn of(pairs: &[(&str, &str)]) -> RawAnswers {
    pairs.iter().copied().collect()
}

#[track_caller]
fn check(pairs: &[(&str, &str)], expected: &[(&str, &str)]) {
    let verdict = judged(&of(pairs));
    let said = |wrong: &Wrong| if let Wrong::Rule(say) = wrong { say.vi.clone() } else { format!("{wrong:?}") };
    let faults: Vec<(&str, String)> = verdict.faults.iter().map(|fault| (fault.path.as_str(), said(&fault.wrong))).collect();
    let faults: Vec<(&str, &str)> = faults.iter().map(|(path, said)| (*path, said.as_str())).collect();
    assert_eq!(faults, expected, "{pairs:?}");
}

#[track_caller]
fn check_value(pairs: &[(&str, &str)], path: &str, expected: Option<u64>) {
    let value = |verdict: &Verdict| verdict.answers.get(path).and_then(Answer::amount);
    assert_eq!(value(&judged(&of(pairs))), expected, "{pairs:?}");
}

const ROW: [(&str, &str); 3] = [("chu.1.ngay-sinh", "1990-01-01"), ("chu.1.tu", "1"), ("chu.1.den", "2")];

/// Rows 1 and 4, whole, with some more answers.
fn two<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let other = [("chu.4.ngay-sinh", "2020-01-01"), ("chu.4.tu", "1"), ("chu.4.den", "2")];
    ROW.iter().chain(&other).chain(more).copied().collect()
}

#[test]
fn numbers_and_days_are_compared_where_both_are_good() {
    let house = [("so-tang", "2"), ("dien-tich", "50"), ("da-xay", "101")];
    check(&house, &[("da-xay", "nhiều")]);
    check(&[("so-tang", "2"), ("dien-tich", "50"), ("da-xay", "100")], &[]);
    check(&[("dien-tich", "50"), ("da-xay", "101")], &[]);
    check(&[("so-tang", "51"), ("dien-tich", "50"), ("da-xay", "101")], &[("so-tang", "TooGreat(50)")]);
    check(&[("khoi-cong", "2026-01-02"), ("xong", "1/1/2026")], &[("xong", "trước")]);
    check(&[("khoi-cong", "2026-01-02"), ("xong", "2/1/2026")], &[]);
}

#[test]
fn a_rule_is_judged_only_when_its_conditions_hold() {
    check(&[("so-tang", "8"), ("dien-tich", "50"), ("da-xay", "20")], &[]);
    check(&[("so-tang", "9"), ("dien-tich", "50"), ("da-xay", "20")], &[("da-xay", "khác")]);
}

#[test]
fn rows_add_up_once_every_row_is_good() {
    check(&two(&[("chu.1.phan", "60"), ("chu.4.phan", "40")]), &[]);
    check(&two(&[("chu.1.phan", "60"), ("chu.4.phan", "41")]), &[("chu", "không đủ 100")]);
    check(&two(&[("chu.1.phan", "60")]), &[("chu", "không đủ 100")]);
    check(&two(&[("chu.1.phan", "60"), ("chu.4.phan", "x")]), &[("chu.4.phan", "NotANumber")]);
    check(&[], &[]);
}

/// Checks what the rows add up to so far, while nobody judges them.
#[track_caller]
fn check_sum(pairs: &[(&str, &str)], expected: Option<u64>) {
    let (form, raw) = (form(), of(pairs));
    let computed = Relevance::of(&form, &raw, today()).computed(&raw);
    let sum = computed.iter().find(|(path, ..)| path == "chu.tong.phan").map(|(_, money, sum)| (*money, *sum));
    assert_eq!(sum, Some((false, expected)), "{pairs:?}");
}

#[test]
fn what_rows_must_add_up_to_is_told_as_somebody_types() {
    check_sum(&two(&[("chu.1.phan", "60"), ("chu.4.phan", "39")]), Some(99));
    check_sum(&[("chu.7.phan", "5")], Some(5));
    check_sum(&two(&[("chu.1.phan", "60"), ("chu.4.phan", "x")]), None);
    check_sum(&[], None);
    assert_eq!(form().added_up("chu"), ["phan"]);
    assert_eq!(form().added_up("tong"), [""; 0]);
}

#[test]
fn rows_are_compared_each_with_itself_with_each_other_and_with_the_form() {
    let hundred = [("chu.1.phan", "100"), ("chu.4.phan", "0")];
    let with = |more: &[(&'static str, &'static str)]| two(&[hundred.as_slice(), more].concat());
    check(&with(&[("chu.4.den", "0")])[1..], &[("chu.1.ngay-sinh", "Missing")]);
    let mut rows = two(&hundred);
    rows.retain(|(path, _)| *path != "chu.4.den");
    rows.push(("chu.4.den", "0"));
    check(&rows, &[("chu.4.den", "ngược")]);
    let grown: Vec<_> =
        two(&hundred).into_iter().map(|(path, value)| (path, if path == "chu.4.ngay-sinh" { "1991-01-01" } else { value })).collect();
    let with = |more: &[(&'static str, &'static str)]| [grown.as_slice(), more].concat();
    check(&with(&[("chu.1.so", "001090000123"), ("chu.4.so", "001 090 000123")]), &[("chu.4.so", "trùng nhau")]);
    check(&with(&[("so-cua-toi", "001090000123"), ("chu.4.so", "001090000123")]), &[("chu.4.so", "trùng tôi")]);
    check(&with(&[("so-cua-toi", "001090000123"), ("chu.4.so", "001090000124")]), &[]);
}

#[test]
fn values_follow_from_good_answers_and_decide_what_is_asked() {
    check_value(&[("so-tang", "2"), ("dien-tich", "50")], "san", Some(100));
    check_value(&[("so-tang", "2")], "san", None);
    check_value(&[("so-tang", "2"), ("san", "7")], "san", None);
    check_value(&[("so-tang", "50"), ("dien-tich", "999999999999")], "san", Some(49_999_999_999_950));
    check_value(&two(&[("chu.1.phan", "60"), ("chu.4.phan", "40")]), "tong", Some(100));
    check_value(&two(&[("chu.1.phan", "60"), ("so-tang", "3")]), "tong", Some(63));
    check_value(&two(&[("chu.1.phan", "60"), ("so-tang", "x")]), "tong", None);
    check_value(&[], "tong", None);
    check_value(&two(&[]), "chu.1.tuoi", Some(36));
    check_value(&two(&[]), "chu.2.tuoi", Some(6));
    // A child of six is not asked for the number, so what came along is dropped.
    let verdict = judged(&of(&two(&[("chu.1.phan", "100"), ("chu.4.so", "nonsense")])));
    assert_eq!((verdict.faults.len(), verdict.answers.get("chu.2.so")), (0, None));
}

#[test]
fn a_fee_looks_at_what_is_computed_and_a_sender_cannot_say_it() {
    let verdict = judged(&of(&[("so-tang", "2"), ("dien-tich", "50"), ("san", "9")]));
    assert_eq!(form().fee(&verdict.answers, today()).total(), Dong(1_000));
    assert_eq!(verdict.answers.to_raw().one("san"), "");
    assert_eq!(form().fee(&judged(&of(&[("san", "9")])).answers, today()).total(), Dong(0));
}

fn any_answers() -> impl Strategy<Value = RawAnswers> {
    let paths = prop::sample::select(vec![
        "so-tang",
        "dien-tich",
        "da-xay",
        "san",
        "tong",
        "khoi-cong",
        "xong",
        "so-cua-toi",
        "chu.1.phan",
        "chu.2.phan",
        "chu.1.so",
        "chu.2.so",
        "chu.1.ngay-sinh",
        "chu.2.ngay-sinh",
        "chu.1.tu",
        "chu.1.den",
        "chu.2.tu",
        "chu.2.den",
        "chu.7.phan",
        "chu.1.tuoi",
    ]);
    let values = prop_oneof![
        (0..120_u64).prop_map(|number| number.to_string()),
        prop::sample::select(vec!["1990-01-01", "2/2/2020", "001090000123", "001090000124", "x", "", "999999999999"])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec((paths, values), 0..24).prop_map(|pairs| {
        let mut raw = RawAnswers::default();
        for (path, value) in &pairs {
            raw.set(*path, value.as_str());
        }
        raw
    })
}

proptest! {
    #[test]
    fn judging_twice_says_the_same_and_what_was_taken_is_taken_again(raw in any_answers()) {
        let first = judged(&raw);
        prop_assert_eq!(&judged(&raw), &first);
        if first.faults.is_empty() {
            prop_assert_eq!(judged(&first.answers.to_raw()), first);
        }
    }

    #[test]
    fn what_is_computed_is_what_a_plain_reckoning_says(raw in any_answers()) {
        let answers = judged(&raw).answers;
        let good = |path: &str| answers.number(path);
        prop_assert_eq!(good("san"), good("dien-tich").and_then(|area| area.checked_mul(good("so-tang")?)));
        let rows: Vec<Option<u64>> = (1..=answers.number("chu").unwrap_or(0)).map(|row| good(&format!("chu.{row}.phan"))).collect();
        if let Some(sum) = good("tong") {
            prop_assert_eq!(sum, rows.iter().flatten().sum::<u64>() + good("so-tang").unwrap_or(0));
        }
        for row in 1..=rows.len() {
            let born = match answers.get(&format!("chu.{row}.ngay-sinh")) { Some(Answer::Date(day)) => Some(*day), _ => None };
            prop_assert_eq!(good(&format!("chu.{row}.tuoi")), born.and_then(|born| born.age_on(today())).map(u64::from));
        }
    }

    #[test]
    fn rows_that_pass_add_up_and_differ(raw in any_answers()) {
        let verdict = judged(&raw);
        let rows = verdict.answers.number("chu").unwrap_or(0);
        if verdict.faults.is_empty() && rows > 0 {
            let share = |row: u64| verdict.answers.number(&format!("chu.{row}.phan")).unwrap_or(0);
            prop_assert_eq!((1..=rows).map(share).sum::<u64>(), 100);
            let ids: Vec<&Answer> = (1..=rows).filter_map(|row| verdict.answers.get(&format!("chu.{row}.so"))).collect();
            prop_assert!(ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)));
        }
    }
}
