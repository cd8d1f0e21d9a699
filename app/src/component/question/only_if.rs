//! «Nếu …», for whoever sees questions that do not concern them; hidden where the style sheet or the script hides those.

use crate::{document::Print as _, text::fault::grouped};
use domain::form::{Condition, Form, Kind, NO, Question, Test, Wants, YES};
use leptos::prelude::*;

/// Says under which conditions a page or a question is asked; `beside` are the questions of its row.
pub fn only_if(form: &Form, when: &[Condition], beside: &[Question]) -> Option<AnyView> {
    let conditions: Vec<String> = when.iter().filter_map(|condition| words(form, condition, beside)).collect();
    // A style sheet sees what is ticked, not what is typed: such questions stay, and so must the words.
    let stays = when.iter().any(|condition| !ticked(condition, beside));
    let words = format!("Nếu {}:", conditions.join(", và "));
    (!conditions.is_empty()).then(|| view! { <p class="only-if" class:only-if-typed=stays>{words}</p> }.printed())
}

/// Tells whether a style sheet can see that a condition holds: by ticks of the row alone, or of the form alone.
fn ticked(condition: &Condition, beside: &[Question]) -> bool {
    let in_row = |test: &Test| beside.iter().any(|question| question.id.as_str() == test.question.first());
    let (row, form): (Vec<&Test>, Vec<&Test>) = condition.tests().iter().partition(|test| in_row(test));
    (row.is_empty() || form.is_empty()) && condition.tests().iter().all(|test| matches!(test.wants, Wants::Is(_)))
}

fn words(form: &Form, condition: &Condition, beside: &[Question]) -> Option<String> {
    let test = |test: &Test| {
        let id = test.question.as_str();
        let question = Question::among(beside, id).or_else(|| form.question(id))?;
        Some(wanted(question, &test.wants))
    };
    let tests: Vec<String> = condition.tests().iter().filter_map(test).collect();
    (!tests.is_empty()).then(|| tests.join(", hoặc "))
}

fn wanted(question: &Question, wants: &Wants) -> String {
    let label = &question.label;
    match wants {
        Wants::Is(options) => {
            let named = |id: &str| match id {
                YES if question.kind == Kind::YesNo => "«Có»".to_owned(),
                NO if question.kind == Kind::YesNo => "«Không»".to_owned(),
                other => format!("«{}»", question.choice(other).map_or(other, |choice| choice.label.as_str())),
            };
            let options: Vec<String> = options.iter().map(|id| named(id.as_str())).collect();
            format!("ở câu «{label}» bạn chọn {}", options.join(" hoặc "))
        }
        Wants::Between { at_least, at_most } => {
            let bounds = bounds(at_least.map(|least| grouped(least, '.')), at_most.map(|most| grouped(most, '.')));
            match question.kind {
                Kind::Computed(_) => format!("«{label}» {bounds}"),
                _ => format!("ở câu «{label}» bạn điền {bounds}"),
            }
        }
        Wants::Age { at_least, below } => {
            let ages = [at_least.map(|least| format!("đã đủ {least} tuổi")), below.map(|below| format!("chưa đủ {below} tuổi"))];
            format!("theo câu «{label}», đến hôm nay {}", ages.into_iter().flatten().collect::<Vec<_>>().join(" và "))
        }
        Wants::Answered(true) => format!("bạn có điền câu «{label}»"),
        Wants::Answered(false) => format!("bạn để trống câu «{label}»"),
    }
}

fn bounds(at_least: Option<String>, at_most: Option<String>) -> String {
    match (at_least, at_most) {
        (Some(least), Some(most)) if least == most => least,
        (Some(least), Some(most)) => format!("từ {least} đến {most}"),
        (Some(least), None) => format!("từ {least} trở lên"),
        (None, Some(most)) => format!("nhiều nhất {most}"),
        (None, None) => "một số".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::component::question::examples::sample;

    fn test(question: &str, wants: Wants) -> Test {
        Test { question: question.parse().unwrap(), wants }
    }

    #[track_caller]
    fn check(condition: Condition, expected: &str) {
        assert_eq!(words(&sample::form().unwrap(), &condition, &[]).as_deref(), Some(expected));
    }

    #[test]
    fn words_about_what_is_typed_stay_where_a_style_sheet_hides() {
        let form = sample::form().unwrap();
        let shown = |condition: Condition| only_if(&form, &[condition], &[]).map(RenderHtml::to_html).unwrap_or_default();
        let age = Wants::Age { at_least: Some(75), below: None };
        let yes = Wants::Is(vec![YES.parse().unwrap()]);
        assert!(shown(Condition::Test(test("ngay-sinh", age.clone()))).contains("only-if-typed"));
        assert!(!shown(Condition::Test(test("da-cuoi", yes.clone()))).contains("only-if-typed"));
        assert!(shown(Condition::Any(vec![test("da-cuoi", yes), test("ngay-sinh", age)])).contains("only-if-typed"));
    }

    #[test]
    fn each_test_has_words() {
        let one = |question, wants| Condition::Test(test(question, wants));
        check(
            one("da-cuoi", Wants::Is(vec![YES.parse().unwrap(), NO.parse().unwrap()])),
            "ở câu «Bạn đã đăng ký kết hôn chưa?» bạn chọn «Có» hoặc «Không»",
        );
        check(one("so-ban", Wants::Between { at_least: Some(2), at_most: Some(5) }), "ở câu «Số bản» bạn điền từ 2 đến 5");
        check(
            one("von", Wants::Between { at_least: Some(5_000_000), at_most: None }),
            "ở câu «Vốn kinh doanh» bạn điền từ 5.000.000 trở lên",
        );
        check(one("so-ban", Wants::Between { at_least: None, at_most: Some(5) }), "ở câu «Số bản» bạn điền nhiều nhất 5");
        let age = Wants::Age { at_least: Some(70), below: Some(75) };
        check(one("ngay-sinh", age), "theo câu «Ngày sinh của bạn», đến hôm nay đã đủ 70 tuổi và chưa đủ 75 tuổi");
        check(
            Condition::Any(vec![test("thue", Wants::Answered(true)), test("thu", Wants::Answered(false))]),
            "bạn có điền câu «Mã số thuế», hoặc bạn để trống câu «Địa chỉ thư điện tử»",
        );
    }
}
