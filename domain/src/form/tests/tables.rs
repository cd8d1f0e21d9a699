//! Named rows of the same columns, their totals, and what looks at them.

use super::*;
use proptest::prelude::*;

const ROWS: [&str; 3] = ["tang-1", "tang-2", "2025"];

fn form() -> Form {
    let optional = |question: Question| Question { optional: true, ..question };
    let columns = vec![
        question("san", Kind::Number(Range { least: 1, greatest: 500 })),
        optional(question("tien", Kind::Money(Range { least: 0, greatest: 1_000_000 }))),
        optional(question("dung", Kind::Text(10))),
    ];
    let table = Table { rows: choices(&ROWS), columns, totals: vec![slug("san"), slug("tien")] };
    let questions = vec![
        question("co-bang", Kind::YesNo),
        Question { when: when("co-bang", &[YES]), ..question("bang", Kind::Table(table.clone())) },
        optional(question("them", Kind::Table(table))),
        question("tong-san", Kind::Computed(Computed { from: Formula::Sum(vec![path("bang.san")]), money: false })),
        Question {
            when: vec![test("bang.tang-1.san", Wants::Between { at_least: Some(100), at_most: None })],
            ..question("rong", Kind::Text(9))
        },
    ];
    let rule = |question: &str, agrees, say: &str| Rule { question: path(question), agrees, when: Vec::new(), say: said(say) };
    let rules = vec![
        rule("bang.tien", Agrees::AddsUpTo(10), "không đủ 10"),
        rule("bang.tang-2.san", Agrees::AtMost(path("bang.tang-1.san")), "tầng trên rộng hơn"),
    ];
    let pages = vec![Page { rules, ..page("bang", Vec::new(), questions) }];
    Form { pages, applicant: None, papers: Vec::new(), fees: Vec::new(), ..super::form() }
}

fn judged(raw: &RawAnswers) -> Verdict {
    judge(&form(), raw, PapersHeld::AskedLater)
}

const GOOD: [(&str, &str); 4] = [("co-bang", "co"), ("bang.tang-1.san", "50"), ("bang.tang-2.san", "40"), ("bang.2025.san", "30")];

fn with(more: &[(&str, &str)]) -> RawAnswers {
    changed(&GOOD, more)
}

#[track_caller]
fn check(more: &[(&str, &str)], expected: &[&str]) {
    let verdict = judged(&with(more));
    assert_eq!(verdict.faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), expected, "{more:?}");
}

#[test]
fn each_cell_is_asked_and_an_optional_table_is_whole_or_empty() {
    check(&[], &[]);
    check(&[("co-bang", "khong"), ("bang.tang-1.san", "x")], &[]);
    check(&[("bang.2025.san", "")], &["bang.2025.san"]);
    check(&[("bang.2025.tien", "x")], &["bang.2025.tien"]);
    check(&[("them.2025.dung", "ở")], &["them.tang-1.san", "them.tang-2.san", "them.2025.san"]);
}

#[test]
fn columns_add_up_and_cells_decide() {
    let answers = judged(&with(&[("bang.2025.tien", "10")])).answers;
    let number = |path: &str| answers.get(path).and_then(Answer::amount);
    assert_eq!((number("bang.tong.san"), number("bang.tong.tien"), number("tong-san")), (Some(120), Some(10), Some(120)));
    assert_eq!(answers.get("them.tong.san"), None);
    check(&[("bang.tang-1.san", "100")], &["rong"]);
    check(&[("bang.2025.tien", "9")], &["bang"]);
    check(&[("bang.tang-2.san", "51")], &["bang.tang-2.san"]);
}

/// Which cells are at fault under one more rule.
#[track_caller]
fn check_rule(question: &str, agrees: Agrees, more: &[(&str, &str)], expected: &[&str]) {
    let mut form = form();
    form.pages[0].rules = vec![Rule { question: path(question), agrees, when: Vec::new(), say: said("sai") }];
    let verdict = judge(&form, &with(more), PapersHeld::AskedLater);
    assert_eq!(verdict.faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), expected, "{question}");
}

/// Floors of 50, 40 and 30.
#[test]
fn a_cell_is_compared_with_every_other_cell_of_a_column() {
    check_rule("bang.tang-2.san", Agrees::AtLeast(path("bang.san")), &[], &["bang.tang-2.san"]);
    check_rule("bang.tang-2.san", Agrees::AtMost(path("bang.san")), &[], &["bang.tang-2.san"]);
    check_rule("bang.2025.san", Agrees::AtMost(path("bang.san")), &[], &[]);
    check_rule("bang.2025.san", Agrees::DiffersFrom(path("bang.san")), &[], &[]);
    check_rule("bang.2025.san", Agrees::DiffersFrom(path("bang.san")), &[("bang.tang-2.san", "30")], &["bang.2025.san"]);
    check_rule("bang.san", Agrees::AtMost(path("bang.tang-2.san")), &[], &["bang.tang-1.san"]);
    check_rule("bang.san", Agrees::DiffersFrom(path("bang.san")), &[("bang.tang-2.san", "30")], &["bang.2025.san"]);
}

#[test]
fn a_table_is_read_by_people_row_by_row() {
    let (form, answers) = (form(), judged(&with(&[("bang.2025.tien", "10")])).answers);
    let sections = answer_sections(&form, &answers, &places(), &[]);
    let rows: Vec<String> = sections[0].rows.iter().map(|row| format!("{} = {}", row.label, row.value.replace('\u{a0}', " "))).collect();
    assert_eq!(
        rows,
        [
            "co-bang = Có",
            "bang, tang-1: san = 50",
            "bang, tang-2: san = 40",
            "bang, 2025: san = 30",
            "bang, 2025: tien = 10 đ",
            "bang, tổng cộng: san = 120",
            "bang, tổng cộng: tien = 10 đ",
            "tong-san = 120"
        ]
    );
}

#[test]
fn a_draft_keeps_a_table_whose_row_is_called_by_a_number() {
    let typed = vec![("bang.2025.san".to_owned(), "3".to_owned()), ("bang.2024.san".to_owned(), "4".to_owned())];
    let carried = form().carry(typed, &form().noted());
    assert_eq!((carried.typed.len(), carried.changed.len(), carried.left.len()), (1, 0, 1), "{carried:?}");
}

proptest! {
    #[test]
    fn totals_are_what_a_plain_reckoning_says(cells in prop::collection::vec(("(bang|them)", 0..3_usize, "(san|tien|dung)", "(|[0-9]{1,3}|x)"), 0..20)) {
        let raw: Vec<(String, &str)> = cells.iter().map(|(table, row, column, value)| (format!("{table}.{}.{column}", ROWS[*row]), value.as_str())).collect();
        let pairs: Vec<(&str, &str)> = raw.iter().map(|(path, value)| (path.as_str(), *value)).collect();
        let raw = with(&pairs);
        let first = judged(&raw);
        prop_assert_eq!(&judged(&raw), &first);
        let number = |path: &str| first.answers.get(path).and_then(Answer::amount);
        for (table, column) in [("bang", "san"), ("bang", "tien"), ("them", "san"), ("them", "tien")] {
            if let Some(total) = number(&format!("{table}.tong.{column}")) {
                let rows = ROWS.iter().filter_map(|row| number(&format!("{table}.{row}.{column}")));
                prop_assert_eq!(total, rows.sum::<u64>());
            }
        }
        if first.faults.is_empty() {
            prop_assert_eq!(judged(&first.answers.to_raw()), first);
        }
    }
}
