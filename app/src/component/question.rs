//! One question of a form: label, hint, what is wrong, and the boxes of its answer.
//!
//! Names are paths (`noi-o.commune`), so that the form works without script and the script finds everything:
//! `[data-question]` around a question, `[data-error-for]` and `[data-doubt-for]` for its messages.

use super::{Component, Press, Sheet};
use crate::document::Print as _;
use crate::text::fault::{doubt_text, fault_text};
use domain::{
    form::{Doubt, Fault, Form, Kind, Question, RawAnswers, Stopped},
    language::Language,
};
use leptos::prelude::*;

mod address;
mod appointment;
mod bank_account;
mod choice;
mod computed;
mod date;
pub(crate) mod examples;
mod group;
mod one_box;
mod only_if;
mod person;
mod table;

pub use group::rows_shown;
pub use only_if::only_if;

/// What a form is filled in with, and what was found.
#[derive(Debug, Clone, Copy)]
pub struct Filled<'a> {
    /// The answers as they were typed.
    pub raw: &'a RawAnswers,
    /// What is wrong with them.
    pub faults: &'a [Fault],
    /// What looks odd about them.
    pub doubts: &'a [Doubt],
    /// When the page was opened, as the Worker writes it down; `None` on pages printed ahead of time.
    pub opened: Option<&'a str>,
    /// The box somebody goes on with after choosing a province or adding a row.
    pub focus: Option<&'a str>,
    /// Whether the questions changed since the page was opened.
    pub outdated: bool,
    /// What says that this form is not the way, where it is told on the form itself.
    pub stopped: Option<&'a Stopped>,
    /// Where the answers come from, where another than the reader put them there: «hồ sơ ngày 12/10/2026».
    pub from: Option<&'a str>,
    /// What the device calls the draft these are the answers of.
    pub draft: Option<&'a str>,
    /// Whether somebody comes here because the portal has their draft and its papers no more.
    pub over: bool,
}

impl<'a> Filled<'a> {
    /// Answers nobody has judged.
    pub const fn unjudged(raw: &'a RawAnswers) -> Self {
        Self {
            raw,
            faults: &[],
            doubts: &[],
            opened: None,
            focus: None,
            outdated: false,
            from: None,
            stopped: None,
            draft: None,
            over: false,
        }
    }
}

/// What the questions of one form are printed from.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The content.
    pub press: Press<'a>,
    /// The form.
    pub form: &'a Form,
    /// What it is filled in with.
    pub filled: Filled<'a>,
}

impl Asked<'_> {
    /// What is wrong at exactly this path.
    fn fault(self, path: &str) -> Option<String> {
        self.filled.faults.iter().find(|fault| fault.path == path).map(|fault| fault_text(self.form, fault, Language::Vietnamese))
    }

    fn value(self, path: &str) -> String {
        self.filled.raw.one(path).to_owned()
    }

    fn focused(self, path: &str) -> bool {
        self.filled.focus == Some(path)
    }
}

/// A question at its path, with all rows where it is a group.
pub fn question(asked: Asked<'_>, question: &Question, path: &str, beside: &[Question]) -> AnyView {
    let inside = match &question.kind {
        Kind::Choice(choices) => choice::one_of(asked, question, path, choices),
        Kind::Choices(choices) => choice::any_of(asked, question, path, choices),
        Kind::YesNo => choice::yes_no(asked, question, path),
        Kind::Office => choice::office(asked, question, path),
        Kind::Date(_) => date::date(asked, question, path),
        Kind::BankAccount => bank_account::bank_account(asked, question, path),
        Kind::Address => address::address(asked, question, path),
        Kind::Group(rows) => group::group(asked, question, path, rows),
        Kind::Appointment(wish) => appointment::appointment(asked, question, path, *wish),
        Kind::Table(rows) => table::table(asked, question, path, rows),
        Kind::Person(parts) => person::person(asked, question, path, parts),
        Kind::Computed(computed) => computed::computed(asked, question, path, computed),
        Kind::Text(_)
        | Kind::LongText(_)
        | Kind::Number(_)
        | Kind::Money(_)
        | Kind::PersonalId
        | Kind::Phone
        | Kind::Email
        | Kind::TaxCode => one_box::one_box(asked, question, path),
    };
    let wrong = asked.filled.faults.iter().any(|fault| fault.path == path || part_of(&fault.path, path));
    // What is wrong within is marked where it is.
    let wrong = wrong && !matches!(question.kind, Kind::Group(_) | Kind::Person(_) | Kind::Table(_));
    let from = asked
        .filled
        .from
        .filter(|_| asked.filled.raw.any_under(path) && !matches!(question.kind, Kind::Group(_) | Kind::Person(_) | Kind::Table(_)));
    let from = from.map(|from| view! { <p class="hint known-from">{format!("Từ {from}. Chưa đúng thì bạn sửa ở đây.")}</p> });
    view! {
        <div class="question" class:question-wrong=wrong data-question=path.to_owned()>
            {only_if(asked.form, &question.when, beside)}
            {inside}
            {from}
        </div>
    }
    .printed()
}

fn part_of(path: &str, whole: &str) -> bool {
    path.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.'))
}

/// What is asked, and whether it may stay empty.
fn words(question: &Question) -> impl IntoView + use<> {
    view! { {question.label.clone()}{question.optional.then(|| view! { " "<span class="optional">"(không bắt buộc)"</span> })} }
}

/// Hint, doubt and fault of a path; the slots stand there empty, for the script.
fn notes(asked: Asked<'_>, question: &Question, path: &str, own_error: bool) -> impl IntoView + use<> {
    let hint = question.hint.clone().map(|hint| view! { <p class="hint" id=format!("{path}-hint")>{hint}</p> });
    let doubt = asked.filled.doubts.iter().find(|doubt| doubt.path == path).map(|doubt| doubt_text(doubt, Language::Vietnamese));
    let sure = doubt.is_none();
    let doubtable = matches!(question.kind, Kind::PersonalId)
        .then(|| view! { <p class="doubt-line" id=format!("{path}-doubt") data-doubt-for=path.to_owned() hidden=sure>{doubt}</p> });
    view! { {hint}{own_error.then(|| error_line(asked, path))}{doubtable} }
}

/// The line that says what is wrong at a path; there and empty while nothing is.
fn error_line(asked: Asked<'_>, path: &str) -> impl IntoView + use<> {
    let words = asked.fault(path);
    let fine = words.is_none();
    view! { <p class="error-line" id=format!("{path}-error") data-error-for=path.to_owned() hidden=fine>{words}</p> }
}

/// The ids of what describes a box.
fn described(question: &Question, path: &str) -> String {
    let hint = question.hint.as_ref().map(|_| format!("{path}-hint "));
    let doubt = matches!(question.kind, Kind::PersonalId).then(|| format!(" {path}-doubt"));
    format!("{}{path}-error{}", hint.unwrap_or_default(), doubt.unwrap_or_default())
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "question", sheet: Sheet::Form, style: include_str!("question/question.css"), examples: examples::examples }
}
