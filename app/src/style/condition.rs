//! Rules that hide what is not asked, made from the conditions of a form; nothing is hidden where `:has()` is unknown.

use domain::form::{Condition, Form, Group, Kind, Question, Test, Wants};
use std::fmt::Write as _;

/// Returns the style sheet of one form.
///
/// Each condition hides what hangs on it for as long as it does not hold. A question hangs on what its conditions hang on
/// too: an answer that is hidden itself decides nothing. Only what is ticked can be seen from a style sheet; what hangs on a
/// number, a day or an empty box stays on the page, with the words that say when it is asked.
pub fn conditions(form: &Form) -> String {
    let mut rules: Vec<(String, Vec<String>)> = Vec::new();
    for page in &form.pages {
        for condition in whole(form, &page.when, &[]) {
            hide(&mut rules, unless(".form", "=", "", &condition), format!("[data-page=\"{}\"]", page.id));
        }
        for question in &page.questions {
            for condition in whole(form, &question.when, &[]) {
                hide(&mut rules, unless(".form", "=", "", &condition), format!("[data-question=\"{}\"]", question.id));
            }
            if let Kind::Group(group) = &question.kind {
                within(form, question, group, &mut rules);
            }
        }
    }
    let mut sheet = String::new();
    for (unless, targets) in rules {
        // Writing to a string cannot fail.
        let _ = write!(sheet, "{unless} :is({}){{display:none}}", targets.join(","));
    }
    if sheet.is_empty() { sheet } else { format!("@supports selector(:has(*)){{{sheet}}}") }
}

/// Within a row a condition looks at the same row first.
fn within(form: &Form, of: &Question, group: &Group, rules: &mut Vec<(String, Vec<String>)>) {
    for inner in &group.questions {
        for condition in whole(form, &inner.when, &group.questions) {
            let beside = |test: &Test| group.questions.iter().any(|question| question.id.as_str() == test.question.first());
            let unless = if condition.tests().iter().all(beside) {
                unless(&format!("[data-group=\"{}\"] .row", of.id), "$=", ".", &condition)
            } else if !condition.tests().iter().any(beside) {
                unless(".form", "=", "", &condition).map(|unless| unless + &format!(" [data-group=\"{}\"]", of.id))
            } else {
                // One rule cannot look at the row and at the form.
                None
            };
            hide(rules, unless, format!("[data-question$=\".{}\"]", inner.id));
        }
    }
}

/// The conditions with everything they hang on; where one of several tests is enough, with those tests alone.
fn whole(form: &Form, when: &[Condition], beside: &[Question]) -> Vec<Condition> {
    let mut all: Vec<Condition> = Vec::new();
    let mut open: Vec<Condition> = when.to_vec();
    // Every condition names an earlier question, so this comes to an end.
    while let Some(condition) = open.pop() {
        if let Condition::Test(Test { question: id, .. }) = &condition {
            // A part of a person is asked where the person is; what it hangs on beside that, the sheet of questions sees.
            if let Some(question) = beside.iter().find(|question| question.id.as_str() == id.first()) {
                open.extend(question.when.iter().cloned());
            } else if let Some((page, question)) = form.questions().find(|(_, question)| question.id.as_str() == id.first()) {
                open.extend(page.when.iter().chain(&question.when).cloned());
            }
        }
        if !all.contains(&condition) {
            all.push(condition);
        }
    }
    all
}

/// The selector that fits while a condition does not hold; nothing where a style sheet cannot see that.
fn unless(of: &str, matching: &str, before: &str, condition: &Condition) -> Option<String> {
    let mut options: Vec<String> = Vec::new();
    for Test { question, wants } in condition.tests() {
        let Wants::Is(is) = wants else { return None };
        options.extend(is.iter().map(|id| format!("[name{matching}\"{before}{question}\"][value=\"{id}\"]:checked")));
    }
    Some(format!("{of}:not(:has({}))", options.join(",")))
}

fn hide(rules: &mut Vec<(String, Vec<String>)>, unless: Option<String>, target: String) {
    let Some(unless) = unless else { return };
    match rules.iter_mut().find(|(known, _)| *known == unless) {
        Some((_, targets)) => targets.push(target),
        None => rules.push((unless, vec![target])),
    }
}

#[cfg(test)]
mod tests {
    use super::conditions;
    use crate::component::question::examples::sample;
    use domain::form::{Condition, Form, Test, Wants};

    fn form() -> Form {
        sample::form().unwrap()
    }

    #[test]
    fn nothing_is_hidden_without_has() {
        let sheet = conditions(&form());
        assert!(sheet.starts_with("@supports selector(:has(*)){.form:not(:has("), "{sheet}");
        assert!(sheet.ends_with("}}"), "{sheet}");
    }

    #[test]
    fn a_page_and_a_question_that_hangs_on_a_question_of_it_are_hidden_by_the_same_condition() {
        let sheet = conditions(&form());
        assert!(
            sheet.contains(".form:not(:has([name=\"truong-hop\"][value=\"nguoi-khac\"]:checked)) :is([data-page=\"gia-dinh\"],[data-question=\"noi-cuoi\"],[data-question=\"vo-chong\"]){display:none}"),
            "{sheet}"
        );
        assert!(
            sheet.contains(".form:not(:has([name=\"da-cuoi\"][value=\"co\"]:checked)) :is([data-question=\"noi-cuoi\"],[data-question=\"vo-chong\"]){display:none}"),
            "{sheet}"
        );
    }

    #[test]
    fn a_condition_within_a_row_looks_at_its_row() {
        let sheet = conditions(&form());
        let rule =
            "[data-group=\"thanh-vien\"] .row:not(:has([name$=\".con-nho\"][value=\"khong\"]:checked)) :is([data-question$=\".phone\"])";
        assert!(sheet.contains(rule), "{sheet}");
    }

    #[test]
    fn one_of_several_ticks_is_enough_and_what_is_typed_hides_nothing() {
        let mut form = form();
        let test = |question: &str, wants| Test { question: question.parse().unwrap(), wants };
        let ticked = |question, option: &str| test(question, Wants::Is(vec![option.parse().unwrap()]));
        form.pages[4].when = vec![
            Condition::Any(vec![ticked("truong-hop", "cua-minh"), ticked("da-cuoi", "co")]),
            Condition::Any(vec![ticked("truong-hop", "cua-minh"), test("thu", Wants::Answered(true))]),
            Condition::Test(test("ngay-sinh", Wants::Age { at_least: Some(75), below: None })),
        ];
        let sheet = conditions(&form);
        let either = "[name=\"truong-hop\"][value=\"cua-minh\"]:checked,[name=\"da-cuoi\"][value=\"co\"]:checked";
        assert!(sheet.contains(&format!(".form:not(:has({either})) :is([data-page=\"them\"]){{display:none}}")), "{sheet}");
        assert_eq!(sheet.matches("[data-page=\"them\"]").count(), 1, "{sheet}");
    }

    #[test]
    fn a_form_without_conditions_needs_no_rules() {
        let mut form = form();
        form.pages.truncate(3);
        assert_eq!(conditions(&form), "");
    }
}
