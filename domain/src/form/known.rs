//! What a device knows of the person who files, from a form they filled in before: asked once, offered everywhere else.
//!
//! Nothing is ever put over what somebody typed: only questions without any answer are filled, and whole.

use super::{Answers, EMAIL, Form, Kind, PHONE, Path, RawAnswers};

/// A fact about the person who files, by its name among [`Known::facts`].
const FACTS: [&str; 7] = ["name", "personal-id", "birth", "sex", "address", "phone", "email"];

/// Facts about one person as they were typed: `name`, `birth.day`, `address.commune`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// Name and value of each.
    pub facts: Vec<(String, String)>,
}

impl Form {
    /// The question that asks for a fact about a person; how to reach somebody is asked of who files only.
    fn asks_fact(&self, person: usize, fact: &str) -> Option<&str> {
        let asked = self.person(person)?;
        let question = match fact {
            "name" => Some(&asked.name),
            "personal-id" => asked.personal_id.as_ref(),
            "birth" => asked.birth.as_ref(),
            "sex" => asked.sex.as_ref(),
            "address" => asked.address.as_ref(),
            "phone" if person == 0 => return Some(PHONE),
            "email" if person == 0 => return Some(EMAIL),
            _ => None,
        };
        question.map(Path::as_str)
    }

    /// Learns of the person who files what was typed and is good.
    pub fn learn(&self, raw: &RawAnswers, good: &Answers) -> Known {
        let mut known = Known::default();
        for fact in FACTS {
            let Some(question) = self.asks_fact(0, fact).filter(|question| good.get(question).is_some()) else { continue };
            for (path, values) in raw.iter() {
                let part = path.strip_prefix(question).filter(|rest| rest.is_empty() || rest.starts_with('.'));
                if let (Some(part), Some(value)) = (part, values.first().filter(|value| !value.is_empty())) {
                    known.facts.push((format!("{fact}{part}"), value.clone()));
                }
            }
        }
        known
    }

    /// Returns what can be filled in of who files: path and value of each box whose question nobody has begun to answer.
    pub fn offer(&self, known: &Known, raw: &RawAnswers) -> Vec<(String, String)> {
        self.offer_of(0, known, raw)
    }

    /// Like [`Form::offer`], of a person by number (see [`Form::person`]).
    pub fn offer_of(&self, person: usize, known: &Known, raw: &RawAnswers) -> Vec<(String, String)> {
        let mut offered = Vec::new();
        for (name, value) in &known.facts {
            let (fact, part) = name.split_once('.').map_or((name.as_str(), ""), |(fact, part)| (fact, part));
            let Some(question) = self.asks_fact(person, fact) else { continue };
            let (Some(asked), false) = (self.question(question), raw.any_under(question)) else { continue };
            let parts = asked.kind.parts();
            match part {
                // What is no option of a choice would tick nothing.
                "" if matches!(asked.kind, Kind::Choice(_)) && asked.choice(value).is_none() => {}
                "" if parts.is_empty() => offered.push((question.to_owned(), value.clone())),
                part if parts.contains(&part) => offered.push((format!("{question}.{part}"), value.clone())),
                // A form that asks for it in another shape is not served by this one.
                _ => {}
            }
        }
        offered
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Answer, Applicant, Person, tests::form};
    use proptest::prelude::*;

    fn raw(pairs: &[(&str, &str)]) -> RawAnswers {
        pairs.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect()
    }

    fn known(facts: &[(&str, &str)]) -> Known {
        Known { facts: facts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect() }
    }

    #[test]
    fn what_is_good_is_learned_and_what_is_wrong_is_not() {
        let typed = raw(&[("ho-ten", "Nguyễn A"), ("ngay-sinh.day", "1"), ("so", "12"), ("da-cuoi", "co")]);
        let mut good = Answers::default();
        good.put("ho-ten", Answer::Text("Nguyễn A".to_owned()));
        assert_eq!(form().learn(&typed, &good), known(&[("name", "Nguyễn A")]));
    }

    #[track_caller]
    fn check(facts: &[(&str, &str)], typed: &[(&str, &str)], offered: &[(&str, &str)]) {
        let offered: Vec<_> = offered.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect();
        assert_eq!(form().offer(&known(facts), &raw(typed)), offered);
    }

    #[test]
    fn only_questions_nobody_began_are_filled() {
        let facts = [("name", "A"), ("birth.day", "1"), ("birth.month", "2"), ("address.commune", "x"), ("birth", "1/2"), ("shoe", "41")];
        check(&facts, &[], &[("ho-ten", "A"), ("ngay-sinh.day", "1"), ("ngay-sinh.month", "2"), ("noi-o.commune", "x")]);
        // Half an address of one's own is not mixed with half of another.
        check(&facts, &[("noi-o.street", "Số 1"), ("ngay-sinh.year", "1990")], &[("ho-ten", "A")]);
        check(
            &facts,
            &[("ho-ten", "B"), ("ngay-sinh.day", ""), ("noi-o.province", "y")],
            &[("ngay-sinh.day", "1"), ("ngay-sinh.month", "2")],
        );
    }

    #[test]
    fn another_person_is_filled_beside_who_files() {
        let mut form = form();
        let asked =
            Applicant { name: "ban-an".parse().unwrap(), personal_id: None, birth: None, address: None, sex: Some("ket".parse().unwrap()) };
        form.people = vec![Person { noun: "người kia".to_owned(), asked }];
        let facts = known(&[("name", "B"), ("personal-id", "1"), ("phone", "2"), ("sex", "con-song"), ("sex", "nam")]);
        let pair = |path: &str, value: &str| (path.to_owned(), value.to_owned());
        assert_eq!(form.offer_of(1, &facts, &raw(&[("ho-ten", "A")])), [pair("ban-an", "B"), pair("ket", "con-song")]);
        assert_eq!(form.offer_of(1, &facts, &raw(&[("ban-an", "A"), ("ket", "ly-hon")])), []);
        assert_eq!(form.offer_of(2, &facts, &raw(&[])), []);
        assert_eq!(form.named_by(&"ban-an".parse().unwrap()), Some(1));
        assert_eq!(form.named_by(&"ho-ten".parse().unwrap()), Some(0));
        assert_eq!(form.named_by(&"so".parse().unwrap()), None);
    }

    #[derive(Debug, Clone)]
    enum Step {
        Type(usize, String),
        Fill(Vec<(usize, String)>),
    }

    const BOXES: [&str; 6] = ["ho-ten", "so", "ngay-sinh.day", "ngay-sinh.month", "noi-o.commune", "noi-o.street"];
    const NAMES: [&str; 6] = ["name", "personal-id", "birth.day", "birth.month", "address.commune", "address.street"];

    fn step() -> impl Strategy<Value = Step> {
        let fact = (0..NAMES.len(), "[a-z]{1,3}");
        prop_oneof![
            (0..BOXES.len(), "[a-z]{1,3}").prop_map(|(at, value)| Step::Type(at, value)),
            proptest::collection::vec(fact, 1..6).prop_map(Step::Fill),
        ]
    }

    proptest! {
        #[test]
        fn no_sequence_of_filling_and_typing_loses_a_typed_value(steps in proptest::collection::vec(step(), 0..24)) {
            let form = form();
            let (mut boxes, mut typed) = (std::collections::BTreeMap::new(), std::collections::BTreeMap::new());
            for step in steps {
                match step {
                    Step::Type(at, value) => {
                        boxes.insert(BOXES[at].to_owned(), value.clone());
                        typed.insert(BOXES[at].to_owned(), value);
                    }
                    Step::Fill(facts) => {
                        let facts = facts.into_iter().map(|(at, value)| (NAMES[at].to_owned(), value)).collect();
                        let now: RawAnswers = boxes.clone().into_iter().collect();
                        boxes.extend(form.offer(&Known { facts }, &now));
                    }
                }
                for (path, value) in &typed {
                    prop_assert_eq!(boxes.get(path), Some(value));
                }
            }
        }
    }
}
