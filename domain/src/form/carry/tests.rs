//! Drafts begun under another version of a form.

use super::*;
use crate::form::{Choice, DateBounds, tests::form};
use proptest::prelude::*;

/// The form with one question made another.
fn changed(id: &str, change: impl Fn(&mut Question)) -> Form {
    let mut form = form();
    for question in form.pages.iter_mut().flat_map(|page| &mut page.questions).filter(|question| question.id.as_str() == id) {
        change(question);
    }
    form
}

#[track_caller]
fn check(now: &Form, typed: &[(&str, &str)], expected: &[(&str, &str)], again: &[&str], left: &[(&str, &str)]) {
    let pairs = |pairs: &[(&str, &str)]| pairs.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect::<Vec<_>>();
    let carried = now.carry(pairs(typed), &form().noted());
    let changed = again.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(carried, Carried { typed: pairs(expected), changed, left: pairs(left) });
}

#[test]
fn the_same_form_takes_everything_back() {
    let typed = [("da-cuoi", "co"), ("ho-ten", "Nguyễn Văn A"), ("ngay-sinh.day", "1"), ("noi-o.street", "Số 1")];
    check(&form(), &typed, &typed, &[], &[]);
}

#[test]
fn hints_and_limits_may_change() {
    let now = changed("ho-ten", |question| {
        question.hint = Some("Ghi như trên thẻ.".to_owned());
        question.kind = Kind::Text(200);
    });
    check(&now, &[("ho-ten", "A")], &[("ho-ten", "A")], &[], &[]);
}

#[test]
fn a_question_in_other_words_keeps_its_answer_and_is_shown_again() {
    let now = changed("ho-ten", |question| question.label = "Tên khai sinh".to_owned());
    check(&now, &[("ho-ten", "A")], &[("ho-ten", "A")], &["ho-ten"], &[]);
}

#[test]
fn what_has_no_box_any_more_is_named_and_not_lost() {
    let mut now = form();
    for page in &mut now.pages {
        page.questions.retain(|question| question.id.as_str() != "ho-ten");
    }
    check(&now, &[("ho-ten", "A"), ("so", "1")], &[("so", "1")], &[], &[("ho-ten", "A")]);
    let now = changed("ngay-sinh", |question| question.kind = Kind::Text(20));
    check(&now, &[("ngay-sinh.day", "1")], &[], &["ngay-sinh"], &[("ngay-sinh", "1")]);
    let now = changed("ho-ten", |question| question.kind = Kind::Date(DateBounds::default()));
    check(&now, &[("ho-ten", "A")], &[], &["ho-ten"], &[("ho-ten", "A")]);
}

#[test]
fn a_dossier_begins_another_with_what_is_still_asked() {
    let filed: RawAnswers = [
        ("da-cuoi", "co"),
        ("ho-ten", "1990-05-01"),
        ("ngay-sinh", "1990-05-01"),
        ("gone", "B"),
        ("giay-to", "later"),
        ("noi-o.street", "Số 1"),
    ]
    .into_iter()
    .collect();
    let again: Vec<String> = form().again(&filed).iter().map(|(path, values)| format!("{path} {}", values.concat())).collect();
    assert_eq!(
        again,
        ["da-cuoi co", "ho-ten 1990-05-01", "ngay-sinh.day 1", "ngay-sinh.month 5", "ngay-sinh.year 1990", "noi-o.street Số 1"]
    );
}

#[test]
fn an_option_that_is_gone_is_chosen_anew() {
    let other = Choice { id: "khac".parse().unwrap(), label: "Khác".to_owned(), hint: None };
    let now = changed("da-cuoi", |question| question.kind = Kind::Choice(vec![other.clone()]));
    check(&now, &[("da-cuoi", "co")], &[], &["da-cuoi"], &[]);
}

proptest! {
    #[test]
    fn no_word_is_lost(typed in proptest::collection::vec(("[a-z]{1,4}(-[a-z]{1,3})?(\\.[0-9a-z]{1,3}){0,2}", ".{0,9}"), 0..20)) {
        let carried = form().carry(typed.clone(), &[]);
        // Only an option nobody offers any more may go: it was chosen, not typed.
        for (path, value) in typed {
            let chosen = form().question(&path).is_some_and(|question| matches!(question.kind, Kind::Choice(_) | Kind::Choices(_) | Kind::YesNo));
            let kept = carried.typed.contains(&(path.clone(), value.clone())) || carried.left.iter().any(|(_, left)| *left == value);
            prop_assert!(chosen || kept, "{path} = {value}");
        }
    }
}
