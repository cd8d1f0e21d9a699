//! A page goes through its form only after letters that may decide something: whatever is typed elsewhere decides nothing.

use super::{FORMS, begun, chance, day, one_of};
use domain::form::{Form, Kind, RawAnswers, Relevance, Stop, Weighed};
use proptest::prelude::*;

/// Whether each topic is asked and what stops there, which questions are asked, what is computed.
type Follows = (Vec<(bool, Option<Stop>)>, Vec<String>, Vec<(String, bool, Option<u64>)>);

/// Everything a page shows that follows from the answers: topics, stops, questions outside and within, values.
/// A row stands on the page before anybody writes in it.
fn follows(form: &Form, raw: &RawAnswers) -> Follows {
    let relevance = Relevance::of(form, raw, day());
    let pages: Vec<_> =
        form.pages.iter().enumerate().map(|(number, page)| (relevance.page(number), relevance.stop(number, page).cloned())).collect();
    let mut asked: Vec<String> = Vec::new();
    for (_, question) in form.questions().filter(|(_, question)| relevance.asks(question)) {
        let id = question.id.as_str();
        let mut within = |path: String, questions| {
            asked.extend(relevance.asked_within(questions, &path, raw).iter().map(|inner| format!("{path}.{}", inner.id)));
        };
        match &question.kind {
            Kind::Group(group) => (1..=3).for_each(|row| within(format!("{id}.{row}"), &group.questions)),
            Kind::Person(parts) => within(id.to_owned(), parts),
            _ => {}
        }
        asked.push(id.to_owned());
    }
    // What has no value has the same dash before its row is begun and after.
    let computed = relevance.computed(raw).into_iter().filter(|(.., value)| value.is_some());
    (pages, asked, computed.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_not_weighed_decides_nothing(seed: u64) {
        for form in *FORMS {
            let (weighed, raw) = (Weighed::of(form), begun(form, seed));
            let before = follows(form, &raw);
            let mut typed = raw.clone();
            for (path, _) in raw.iter().filter(|(path, _)| !weighed.has(path)) {
                typed.set(path, one_of(&["", "Mẫu", "1", "co", "31", "1990-04-12", "khac"], chance(seed, path, 7)));
            }
            prop_assert_eq!(before, follows(form, &typed), "{}: {:?}", form.procedure, typed);
        }
    }
}

/// A test that finds nothing weighed, or everything, would prove nothing.
#[test]
fn every_form_has_answers_of_both_kinds() {
    for form in *FORMS {
        let (weighed, raw) = (Weighed::of(form), begun(form, 1));
        let free = raw.iter().filter(|(path, _)| !weighed.has(path)).count();
        assert!(0 < free && free < raw.iter().count(), "{}: {free}", form.procedure);
    }
}
