//! Rows of a group that come and go without asking the server.
//!
//! A new row is the page's own pattern of one, with its number put in.

use super::{Wizard, boxes};
use crate::text::upper_first;
use domain::form::{Group, Kind, RawAnswers};
use js_sys::JsString;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Answers the buttons that add or remove a row; others are none of its business.
pub(super) fn press(wizard: &Rc<Wizard>, event: &Event) {
    let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let button = button.and_then(|target| target.closest("button[name=\"_do\"]").ok().flatten());
    let Some(wish) = button.and_then(|button| button.get_attribute("value")) else { return };
    let done = match wish.split_once(':') {
        // Whoever asked for a row goes on in it; rows of a draft come without anybody being moved.
        Some(("add", group)) => add(wizard, group).and_then(|()| rows(wizard, group).last().map(boxes::focus_first)).is_some(),
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

/// Makes the rows that answers that are put back stand in, under their numbers, which may be above the greatest number of rows.
pub(super) fn make_room(wizard: &Wizard, raw: &RawAnswers) {
    for (_, question) in wizard.form.questions() {
        let id = question.id.as_str();
        let wanted = if let Kind::Group(_) = question.kind { raw.rows(id) } else { vec![] };
        // Where nothing was written the page's own rows are as good as any.
        let own = if wanted.is_empty() { vec![] } else { rows(wizard, id) };
        for row in own.iter().filter(|row| number_of(row).is_none_or(|number| !wanted.contains(&number))) {
            row.remove();
        }
        let there = numbers(wizard, id);
        for number in wanted.iter().filter(|number| !there.contains(number)) {
            put(wizard, id, *number);
        }
        if !wanted.is_empty() {
            count(wizard, id);
        }
    }
}

/// The numbers of the rows of a group that stand on the page.
pub(super) fn numbers(wizard: &Wizard, group: &str) -> Vec<u16> {
    rows(wizard, group).iter().filter_map(number_of).collect()
}

fn place(wizard: &Wizard, group: &str) -> Option<Element> {
    wizard.element.query_selector(&format!("[data-group=\"{group}\"]")).ok().flatten()
}

fn rows(wizard: &Wizard, group: &str) -> Vec<Element> {
    place(wizard, group).map(|place| boxes::all(&place, "[data-rows] > [data-row]").collect()).unwrap_or_default()
}

fn number_of(row: &Element) -> Option<u16> {
    row.get_attribute("data-row")?.parse().ok()
}

fn limits<'w>(wizard: &'w Wizard, group: &str) -> Option<&'w Group> {
    match &wizard.form.question(group)?.kind {
        Kind::Group(limits) => Some(limits),
        _ => None,
    }
}

fn add(wizard: &Wizard, group: &str) -> Option<()> {
    if rows(wizard, group).len() >= usize::from(limits(wizard, group)?.greatest) {
        return None;
    }
    let last = numbers(wizard, group).into_iter().max().unwrap_or(0);
    put(wizard, group, last.checked_add(1)?)?;
    count(wizard, group);
    Some(())
}

/// Puts a row of a number behind the others.
fn put(wizard: &Wizard, group: &str, number: u16) -> Option<()> {
    let place = place(wizard, group)?;
    let pattern = place.query_selector("template[data-row-template]").ok().flatten()?.inner_html();
    // The browser's own way to find texts: ours would weigh two kilobytes.
    let pattern = JsString::from(pattern).replace_all(&format!("{group}.0"), &format!("{group}.{number}"));
    let markup = String::from(pattern.replace_all("data-row=\"0\"", &format!("data-row=\"{number}\"")));
    let list = place.query_selector("[data-rows]").ok().flatten()?;
    list.insert_adjacent_html("beforeend", &markup).ok()
}

fn remove(wizard: &Wizard, row: &str) -> Option<()> {
    let (group, number) = row.rsplit_once('.')?;
    let least = limits(wizard, group)?.least;
    let rows = rows(wizard, group);
    if rows.len() <= usize::from(least) {
        return None;
    }
    rows.iter().find(|known| known.get_attribute("data-row").as_deref() == Some(number))?.remove();
    count(wizard, group);
    boxes::focus_first(&place(wizard, group)?);
    Some(())
}

/// Numbers the headings of the rows from 1, and offers another row while there is room, and to take one out where that is not one too few.
fn count(wizard: &Wizard, group: &str) {
    // A row may get the number of one that went; nothing is known of what it shows.
    wizard.shown.take();
    let Some(limits) = limits(wizard, group) else { return };
    let rows = rows(wizard, group);
    for (at, row) in (1..).zip(&rows) {
        let write = |selector: &str, words: &str, hidden: bool| {
            if let Some(target) = within(row, selector) {
                target.set_text_content(Some(words));
                target.set_hidden(hidden);
            }
        };
        write("legend", &format!("{} {at}", upper_first(&limits.noun)), false);
        write("[data-remove-row]", &format!("Bỏ {} {at}", limits.noun), rows.len() <= usize::from(limits.least));
    }
    if let Some(more) = place(wizard, group).and_then(|place| within(&place, "[data-add-row]")) {
        more.set_hidden(rows.len() >= usize::from(limits.greatest));
    }
}

fn within(part: &Element, selector: &str) -> Option<HtmlElement> {
    part.query_selector(selector).ok()??.dyn_into().ok()
}
