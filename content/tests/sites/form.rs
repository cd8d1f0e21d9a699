//! Writes a form down shortly: what is asked, when, and what follows from it.

use domain::{
    form::{Choice, Condition, Form, Kind, Path, Question, Test, Wants},
    slug::Slug,
};
use std::fmt::Write;

/// Returns the form, one line for each page, question, paper and fee.
pub(crate) fn of(form: &Form) -> String {
    let mut text = String::new();
    let mut line = |line: String| writeln!(text, "  {line}").unwrap();
    if let Some(applicant) = &form.applicant {
        let named = [Some(&applicant.name), applicant.personal_id.as_ref(), applicant.birth.as_ref(), applicant.address.as_ref()];
        let named: Vec<&str> = named.into_iter().flatten().map(Path::as_str).collect();
        line(format!("filed by {}, about {:?}", named.join(", "), form.owner.as_ref().map(ToString::to_string)));
    }
    for person in &form.people {
        let named = [
            Some(&person.asked.name),
            person.asked.personal_id.as_ref(),
            person.asked.birth.as_ref(),
            person.asked.address.as_ref(),
            person.asked.sex.as_ref(),
        ];
        let named: Vec<&str> = named.into_iter().flatten().map(Path::as_str).collect();
        line(format!("asks {} of «{}»", named.join(", "), person.noun));
    }
    for page in &form.pages {
        line(format!("page {} «{}»{}", page.id, page.title, when(&page.when)));
        page.questions.iter().for_each(|asked| line(question(asked, "  ")));
        page.rules.iter().for_each(|rule| {
            line(format!("  rule {} {:?} «{}» «{}»{}", rule.question, rule.agrees, rule.say.vi, rule.say.en, when(&rule.when)));
        });
        page.stops.iter().for_each(|stop| line(format!("  stop «{}» {}{}", stop.title, stop.text.as_str(), when(&stop.when))));
    }
    for paper in &form.papers {
        let how = [(paper.later, " later"), (paper.optional, " optional")].map(|(holds, word)| if holds { word } else { "" });
        let each = paper.each.as_ref().map_or_else(String::new, |each| format!(" for each {each}"));
        line(format!("paper {} «{}»{each}{}{}", paper.id, paper.name, how.concat(), when(&paper.when)));
    }
    for fee in &form.fees {
        let times = fee.times.as_ref().map_or_else(String::new, |times| format!(" times {times}"));
        let steps = fee.steps.as_ref().map_or_else(String::new, |steps| {
            let most = steps.at_most.map_or_else(String::new, |most| format!(", at most {}", most.0));
            format!(" for {} {} of {}, then {}{most}", steps.first, steps.unit, steps.question, steps.then.0)
        });
        line(format!("fee {} {}{steps}{times}{}", fee.what, fee.amount.0, when(&fee.when)));
    }
    line(form.example.clone());
    text
}

fn question(question: &Question, indent: &str) -> String {
    let kind = match &question.kind {
        Kind::Choice(choices) => format!("one of {}", ids(choices)),
        Kind::Choices(choices) => format!("some of {}", ids(choices)),
        Kind::Group(group) => {
            let inner: Vec<String> = group.questions.iter().map(|inner| format!("\n  {}", self::question(inner, "    "))).collect();
            format!("{} to {} times {}", group.least, group.greatest, inner.concat())
        }
        kind => format!("{kind:?}"),
    };
    let words = [(question.optional, " optional"), (question.no_opinion, " or no opinion")];
    let words = words.map(|(holds, word)| if holds { word } else { "" }).concat();
    format!("{indent}{}{words}{}: {kind}", question.id, when(&question.when))
}

fn ids(choices: &[Choice]) -> String {
    choices.iter().map(|choice| choice.id.to_string()).collect::<Vec<_>>().join(", ")
}

fn when(conditions: &[Condition]) -> String {
    let one = |condition: &Condition| format!(" if {}", condition.tests().iter().map(test).collect::<Vec<_>>().join(" or else "));
    conditions.iter().map(one).collect()
}

fn test(test: &Test) -> String {
    let wants = match &test.wants {
        Wants::Is(options) => format!("is {}", options.iter().map(Slug::as_str).collect::<Vec<_>>().join(" or ")),
        wants => format!("has {wants:?}"),
    };
    format!("{} {wants}", test.question)
}
