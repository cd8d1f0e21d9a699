//! Messages beside the boxes, in the empty places the page keeps for them.

use super::Wizard;
use crate::text::fault::fault_text;
use domain::{
    form::{Fault, Wrong},
    language::Language,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Writes what is wrong with a question, or takes away what was written.
pub(super) fn show_one(wizard: &Wizard, path: &str, fault: Option<&Fault>) {
    clear(wizard, path);
    if let Some(fault) = fault {
        write(wizard, fault);
    }
}

/// Writes every fault and puts the focus on the first.
pub(super) fn show_all(wizard: &Wizard, faults: &[Fault]) {
    for fault in faults {
        write(wizard, fault);
    }
    if let Some(first) = faults.first().and_then(|fault| wizard.first_box(&fault.path)) {
        // A box that cannot be focused is still marked.
        let _ = first.focus();
    }
}

/// Tells whether a question of this box has a message now.
pub(super) fn is_shown(wizard: &Wizard, name: &str) -> bool {
    let question = super::boxes::question_of(&wizard.form, name);
    wizard.question(&question).is_some_and(|question| question.class_list().contains("question-wrong"))
}

fn write(wizard: &Wizard, fault: &Fault) {
    let Some(slot) = slot(wizard, &fault.path) else { return };
    slot.set_text_content(Some(&fault_text(&wizard.form, fault, Language::Vietnamese)));
    slot.set_hidden(false);
    if let Wrong::Rule(_) = fault.wrong {
        let _ = slot.set_attribute("data-rule", "");
    }
    if let Some(question) = slot.closest("[data-question]").ok().flatten() {
        // The class list refuses only empty names.
        let _ = question.class_list().add_1("question-wrong");
    }
    if let Some(first) = wizard.first_box(&fault.path) {
        // The name of the attribute is a good one.
        let _ = first.set_attribute("aria-invalid", "true");
    }
}

/// Takes away what rules said that are kept now: another answer may have been mended than the one a rule speaks beside.
pub(super) fn mended(wizard: &Wizard, faults: &[Fault]) {
    for slot in super::boxes::all(&wizard.element, "[data-rule]") {
        let path = slot.get_attribute("data-error-for").unwrap_or_default();
        if !faults.iter().any(|fault| fault.path == path) {
            let _ = slot.remove_attribute("data-rule");
            hush(&slot);
            if let Some(question) = wizard.question(&path) {
                let _ = question.class_list().remove_1("question-wrong");
            }
            if let Some(first) = wizard.first_box(&path) {
                let _ = first.remove_attribute("aria-invalid");
            }
        }
    }
}

fn clear(wizard: &Wizard, path: &str) {
    let Some(question) = wizard.question(path) else { return };
    let _ = question.class_list().remove_1("question-wrong");
    for slot in super::boxes::all(&question, "[data-error-for]") {
        hush(&slot);
    }
    for invalid in super::boxes::all(&question, "[aria-invalid]") {
        let _ = invalid.remove_attribute("aria-invalid");
    }
}

fn hush(slot: &Element) {
    slot.set_text_content(None);
    if let Some(slot) = slot.dyn_ref::<HtmlElement>() {
        slot.set_hidden(true);
    }
}

/// The place for the message of a path: its own, or that of the question it is part of.
fn slot(wizard: &Wizard, path: &str) -> Option<HtmlElement> {
    let own = |path: &str| wizard.element.query_selector(&format!("[data-error-for=\"{path}\"]")).ok().flatten();
    let found: Option<Element> = own(path).or_else(|| own(&super::boxes::question_of(&wizard.form, path)));
    found?.dyn_into().ok()
}
