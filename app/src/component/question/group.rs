//! Rows of the same questions, with buttons that add and take away.

use super::{Asked, Filled, error_line, question, words};
use crate::document::Print as _;
use crate::text::upper_first;
use domain::form::{Group, Question, RawAnswers, Relevance, TOTAL, computed_text};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The numbers of the rows a group is printed with: those that were sent, even empty ones, else as many as are needed.
pub fn rows_shown(raw: &RawAnswers, path: &str, group: &Group, optional: bool) -> Vec<u16> {
    let number = |known: &str| known.strip_prefix(path)?.strip_prefix('.')?.split('.').next()?.parse::<u16>().ok();
    let sent: BTreeSet<u16> = raw.iter().filter_map(|(known, _)| number(known)).collect();
    if !sent.is_empty() {
        return sent.into_iter().take(usize::from(group.greatest.max(1))).collect();
    }
    (1..=if optional { group.least } else { group.least.max(1) }).collect()
}

pub(super) fn group(asked: Asked<'_>, of: &Question, path: &str, group: &Group) -> AnyView {
    let numbers = rows_shown(asked.filled.raw, path, group, of.optional);
    let removable = numbers.len() > usize::from(group.least);
    let full = numbers.len() >= usize::from(group.greatest);
    let rows = numbers.iter().zip(1u16..).map(|(number, shown)| row(asked, path, group, *number, shown, removable)).collect_view();
    // A row that comes begins with the usual answers.
    let mut usual = RawAnswers::default();
    group.questions.iter().for_each(|inner| inner.put_presets(&format!("{path}.0.{}", inner.id), &mut usual));
    let fresh = Asked { filled: Filled::unjudged(&usual), ..asked };
    let hint = of.hint.clone().map(|hint| view! { <p class="hint" id=format!("{path}-hint")>{hint}</p> });
    let describes = format!("{}{path}-error", of.hint.as_ref().map(|_| format!("{path}-hint ")).unwrap_or_default());
    let add = format!("Thêm {}", group.noun);
    view! {
        <fieldset class="asks rows" data-group=path.to_owned() data-least=group.least.to_string() data-greatest=group.greatest.to_string() aria-describedby=describes>
            <legend class="ask">{words(of)}</legend>
            {hint}
            {error_line(asked, path)}
            <div data-rows="">{rows}</div>
            {sums(asked, path, group)}
            <template data-row-template=path.to_owned()>{row(fresh, path, group, 0, 0, true)}</template>
            <button class="button button-outlined" type="submit" id=path.to_owned() name="_do" value=format!("add:{path}") data-add-row="" hidden=full>{add}</button>
        </fieldset>
    }
    .printed()
}

/// What the rows add up to, where a rule wants that to be something; the script writes it as somebody types.
fn sums(asked: Asked<'_>, path: &str, group: &Group) -> Option<AnyView> {
    let added = asked.form.added_up(path);
    if added.is_empty() {
        return None;
    }
    let raw = asked.filled.raw;
    let known = Relevance::of(asked.form, raw, asked.press.as_of).computed(raw);
    let sum = |inner: &str| {
        let question = Question::among(&group.questions, inner)?;
        let id = format!("{path}.{TOTAL}.{inner}");
        let value = known.iter().find(|(known, ..)| *known == id).and_then(|(_, money, value)| Some(computed_text((*value)?, *money)));
        let (label, found, target, name) = (format!("{}, cộng lại", question.label), value.is_some(), id.clone(), id.clone());
        Some(view! {
            <div class="question">
                <label class="ask" for=target>{label}</label>
                <output class="computed" class:computed-known=found id=id name=name tabindex="-1" aria-live="off">{value.unwrap_or_else(|| "–".to_owned())}</output>
            </div>
        })
    };
    Some(added.into_iter().filter_map(sum).collect_view().printed())
}

/// One row; number 0 is the pattern the script copies.
fn row(asked: Asked<'_>, path: &str, group: &Group, number: u16, shown: u16, removable: bool) -> impl IntoView + use<> {
    let name = upper_first(&group.noun);
    let questions = group
        .questions
        .iter()
        .map(|inner| question(asked, inner, &format!("{path}.{number}.{}", inner.id), &group.questions))
        .collect_view();
    let (label, wish) = (format!("Bỏ {} {shown}", group.noun), format!("remove:{path}.{number}"));
    view! {
        <fieldset class="row" data-row=number.to_string()>
            <legend>{format!("{name} {shown}")}</legend>
            {questions}
            // The script shows it as soon as there is a row too many.
            <button class="button button-outlined" type="submit" name="_do" value=wish data-remove-row="" hidden=!removable>{label}</button>
        </fieldset>
    }
}
