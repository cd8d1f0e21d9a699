//! Answers to choose from: one, any, yes or no, an office.

use super::{Asked, described, notes, words};
use crate::document::Print as _;
use domain::form::{Choice, NO, NO_OPINION, Question, YES};
use leptos::prelude::*;

/// One option as it is shown.
struct Shown {
    value: String,
    label: String,
    hint: Option<String>,
}

impl Shown {
    fn of(choice: &Choice) -> Self {
        Self { value: choice.id.to_string(), label: choice.label.clone(), hint: choice.hint.clone() }
    }

    fn plain(value: &str, label: &str) -> Self {
        Self { value: value.to_owned(), label: label.to_owned(), hint: None }
    }
}

pub(super) fn one_of(asked: Asked<'_>, question: &Question, path: &str, choices: &[Choice]) -> AnyView {
    options(asked, question, path, "radio", choices.iter().map(Shown::of).collect(), "options")
}

pub(super) fn any_of(asked: Asked<'_>, question: &Question, path: &str, choices: &[Choice]) -> AnyView {
    options(asked, question, path, "checkbox", choices.iter().map(Shown::of).collect(), "options")
}

pub(super) fn yes_no(asked: Asked<'_>, question: &Question, path: &str) -> AnyView {
    options(asked, question, path, "radio", vec![Shown::plain(YES, "Có"), Shown::plain(NO, "Không")], "options options-short")
}

/// The offices that take the procedure of the form, with where they stand.
pub(super) fn office(asked: Asked<'_>, question: &Question, path: &str) -> AnyView {
    let catalogue = asked.press.catalogue;
    let procedure = catalogue.procedure(asked.form.procedure.as_str());
    let offices = procedure.into_iter().flat_map(|procedure| catalogue.receivers(procedure));
    let shown = offices.map(|agency| Shown {
        value: agency.code.to_string(),
        label: agency.short.vi.clone(),
        hint: Some(format!("{}. {}", agency.name.vi, agency.address.vi)),
    });
    options(asked, question, path, "radio", shown.collect(), "options")
}

fn options(asked: Asked<'_>, question: &Question, path: &str, kind: &'static str, mut shown: Vec<Shown>, class: &'static str) -> AnyView {
    if question.no_opinion {
        shown.push(Shown::plain(NO_OPINION, "Không có ý kiến"));
    } else if question.optional && kind == "radio" {
        // A radio once chosen cannot be let go of.
        shown.push(Shown::plain("", "Không trả lời câu này"));
    }
    let chosen: Vec<&str> = asked.filled.raw.all(path).collect();
    let invalid = asked.fault(path).is_some();
    let option = |(at, option): (usize, Shown)| {
        // Messages lead to the first option.
        let id = if at == 0 { path.to_owned() } else { format!("{path}--{}", option.value) };
        let target = id.clone();
        let checked = chosen.contains(&option.value.as_str());
        let hint = option.hint.map(|hint| view! { <small>{hint}</small> });
        let focused = at == 0 && asked.focused(path);
        view! {
            <label class="option" for=target>
                <input type=kind id=id name=path.to_owned() value=option.value checked=checked autofocus=focused/>
                <span>{option.label}{hint}</span>
            </label>
        }
    };
    let options = shown.into_iter().enumerate().map(option).collect_view();
    let role = (kind == "radio").then_some("radiogroup");
    let invalid = (invalid && role.is_some()).then_some("true");
    view! {
        <fieldset class="asks" role=role aria-invalid=invalid aria-describedby=described(question, path)>
            <legend class="ask">{words(question)}</legend>
            {notes(asked, question, path, true)}
            <div class=class>{options}</div>
        </fieldset>
    }
    .printed()
}
