//! What this device knows of the person who files: offered once above a new form, filled in when they say so,
//! and told beside each value where it comes from.

use super::{Wizard, boxes, draft, places};
use domain::form::{Known, check};
use js_sys::{Array, JSON, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// Offers what is known, unless a draft or the Worker filled the form already.
pub(super) fn offer(wizard: &Rc<Wizard>) {
    if wizard.restored.get() || wizard.element.has_attribute("data-filled") {
        return;
    }
    let Some(kept) = wizard.keeper.known().and_then(|text| JSON::parse(&text).ok()) else { return };
    let field = |name: &str| Reflect::get(&kept, &JsValue::from_str(name)).unwrap_or_default();
    let known = facts(&field("facts"));
    let from = field("from").as_string().unwrap_or_default();
    let name = known.facts.iter().find(|(fact, _)| fact == "name").map(|(_, name)| name.clone());
    let (Some(name), false) = (name, wizard.form.offer(&known, &wizard.raw()).is_empty()) else { return };
    let lead = if field("signed").is_truthy() { "Bạn đã đăng nhập: " } else { "Máy này nhớ thông tin của " };
    let words = [lead, &name, ", từ ", &from, ". Dùng lại thì khỏi gõ lại."].concat();
    // A page that takes no note is filled by hand.
    let _ = draft::note(wizard, &[words], &[("Điền giúp tôi", Act::Fill(known, from)), ("Không, tôi tự điền", Act::Leave)]);
}

/// What a button above the form does.
#[derive(Debug, Clone)]
pub(super) enum Act {
    /// Begins another draft.
    Another,
    /// Throws this draft away.
    Discard,
    /// Fills in what is known from somewhere.
    Fill(Known, String),
    /// Takes the note away.
    Leave,
}

impl Act {
    pub(super) fn run(&self, wizard: &Rc<Wizard>, note: &Element) {
        match self {
            Self::Another => wizard.keeper.another(),
            Self::Discard => wizard.keeper.discard(),
            Self::Fill(known, from) => {
                fill(wizard, 0, known, from);
                note.remove();
            }
            Self::Leave => note.remove(),
        }
    }
}

/// Fills in what nobody began to answer of a person, and says beside it where it is from; returns how many boxes.
pub(super) fn fill(wizard: &Wizard, person: usize, known: &Known, from: &str) -> usize {
    let offered = wizard.form.offer_of(person, known, &wizard.raw());
    for (name, value) in &offered {
        boxes::fill(&wizard.element, name, value);
        beside(wizard, name, from);
    }
    places::load_all(wizard, &offered);
    wizard.refresh();
    offered.len()
}

/// Says beside the question of a box where its answer is from.
pub(super) fn beside(wizard: &Wizard, name: &str, from: &str) {
    let path = boxes::question_of(&wizard.form, name);
    let place = wizard.question(&path).filter(|place| place.query_selector(".known-from").ok().flatten().is_none());
    let line = place.and_then(|place| Some((place, wizard.document.create_element("p").ok()?)));
    if let Some((place, line)) = line {
        line.set_class_name("hint known-from");
        line.set_text_content(Some(&["Từ ", from, ". Chưa đúng thì bạn sửa ở đây."].concat()));
        // A question is always a place a line stands in.
        let _ = place.append_child(&line);
    }
}

/// Reads facts as they are kept: a list of names with their values.
pub(super) fn facts(list: &JsValue) -> Known {
    let pair = |row: JsValue| {
        let row = Array::from(&row);
        Some((row.get(0).as_string()?, row.get(1).as_string()?))
    };
    Known { facts: Array::from(list).iter().filter_map(pair).collect() }
}

/// What somebody writes over comes from them.
pub(super) fn written_over(event: &Event) {
    let question = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest("[data-question]").ok().flatten());
    // Events of our own are not somebody's.
    if let Some(line) = question.filter(|_| event.is_trusted()).and_then(|question| question.query_selector(".known-from").ok().flatten()) {
        line.remove();
    }
}

/// Remembers what the form says of the person who files, for the next form.
pub(super) fn learn(wizard: &Wizard) {
    let known = wizard.judge(|raw, now| wizard.form.learn(raw, &check(&wizard.form, raw, now).answers));
    let list: Array = known.facts.iter().map(|(name, value)| Array::of2(&name.as_str().into(), &value.as_str().into())).collect();
    if let Some(text) = JSON::stringify(&list).ok().and_then(|text| text.as_string()).filter(|_| !known.facts.is_empty()) {
        wizard.keeper.learn(&text);
    }
}
