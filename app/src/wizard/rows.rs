//! Rows of a group that come and go without asking the server.
//!
//! A new row is the first one copied, its number exchanged and its boxes emptied.

use super::{Wizard, boxes};
use domain::form::{Kind, RawAnswers};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// Answers the buttons that add or remove a row; others are none of its business.
pub(super) fn press(wizard: &Rc<Wizard>, event: &Event) {
    let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let button = button.and_then(|target| target.closest("button[name=\"_do\"]").ok().flatten());
    let Some(wish) = button.and_then(|button| button.get_attribute("value")) else { return };
    let done = match wish.split_once(':') {
        Some(("add", group)) => add(wizard, group).is_some(),
        Some(("remove", row)) => remove(wizard, row).is_some(),
        // The list of communes comes by itself when the province changes.
        Some(("province", path)) => {
            super::places::load(wizard, &format!("{path}.province"));
            true
        }
        _ => false,
    };
    if done {
        event.prevent_default();
        wizard.refresh();
    }
}

/// Makes as many rows as answers that are put back need.
pub(super) fn make_room(wizard: &Wizard, raw: &RawAnswers) {
    for (_, question) in wizard.form.questions() {
        let id = question.id.as_str();
        if let Kind::Group(_) = question.kind {
            let wanted = raw.rows(id).last().copied().unwrap_or(0);
            while last_number(wizard, id) < wanted && add(wizard, id).is_some() {}
        }
    }
}

fn rows(wizard: &Wizard, group: &str) -> Vec<Element> {
    boxes::all(&wizard.element, &format!("[data-row^=\"{group}.\"]")).collect()
}

fn number_of(row: &Element) -> Option<u16> {
    row.get_attribute("data-row")?.rsplit_once('.')?.1.parse().ok()
}

fn last_number(wizard: &Wizard, group: &str) -> u16 {
    rows(wizard, group).iter().filter_map(number_of).max().unwrap_or(0)
}

fn add(wizard: &Wizard, group: &str) -> Option<()> {
    let rows = rows(wizard, group);
    let question = wizard.form.question(group)?;
    let Kind::Group(limits) = &question.kind else { return None };
    if rows.len() >= usize::from(limits.greatest) {
        return None;
    }
    let (first, last) = (rows.first()?, rows.last()?);
    let (old, new) = (number_of(first)?, last_number(wizard, group).checked_add(1)?);
    let markup = first.outer_html().replace(&format!("{group}.{old}"), &format!("{group}.{new}"));
    last.insert_adjacent_html("afterend", &markup).ok()?;
    let row = wizard.element.query_selector(&format!("[data-row=\"{group}.{new}\"]")).ok().flatten()?;
    empty(&row);
    count(wizard, group);
    boxes::focus_first(&row);
    Some(())
}

fn remove(wizard: &Wizard, row: &str) -> Option<()> {
    let (group, _) = row.rsplit_once('.')?;
    let rows = rows(wizard, group);
    let row = rows.iter().find(|known| known.get_attribute("data-row").as_deref() == Some(row))?;
    if rows.len() == 1 {
        // The last row stays, empty: it is where the next person is written.
        empty(row);
    } else {
        row.remove();
    }
    count(wizard, group);
    let first = wizard.question(group)?;
    boxes::focus_first(&first);
    Some(())
}

fn empty(row: &Element) {
    for target in boxes::all(row, "input,textarea,select") {
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "radio" | "checkbox" => input.set_checked(false),
                _ => input.set_value(""),
            }
        } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value("");
        } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            select.set_selected_index(0);
        }
    }
    for slot in boxes::all(row, "[data-error-for]") {
        slot.set_text_content(None);
    }
}

/// Numbers the headings of the rows from 1: «Thành viên 2».
fn count(wizard: &Wizard, group: &str) {
    for (at, row) in (1..).zip(rows(wizard, group)) {
        for heading in boxes::all(&row, "[data-row-number]") {
            heading.set_text_content(Some(&at.to_string()));
        }
    }
}
