//! The boxes of the form: what stands in them, which question each belongs to, which are asked.

use super::Wizard;
use domain::{
    code::AgencyCode,
    form::{Form, Kind, OFFICE, Question, RawAnswers, Relevance, computed_text},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlFormElement, HtmlInputElement};

/// The offices that the page offers.
pub(super) fn offices(form: &HtmlFormElement) -> Vec<AgencyCode> {
    let options = all(form, &format!("input[name=\"{OFFICE}\"]"));
    options.filter_map(|option| option.get_attribute("value")?.parse().ok()).collect()
}

/// The name of the box an event comes from.
pub(super) fn name_of(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.get_attribute("name").filter(|name| !name.is_empty() && !name.starts_with('_'))
}

/// The path of the question a box belongs to: without the part of a date or an address.
pub(super) fn question_of(form: &Form, name: &str) -> String {
    form.question_path(name).to_owned()
}

/// Writes an amount with its thousands apart when somebody leaves its box: while they type, that would move the caret.
pub(super) fn tidy(wizard: &Wizard, event: &Event, path: &str) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    // Whoever only turned to another window comes back to the very place.
    let left = |input: &HtmlInputElement| {
        let input: &Element = input;
        wizard.document.active_element().as_ref() != Some(input)
    };
    let input = input.filter(left);
    if let (Some(input), Some(question)) = (input, wizard.form.question(path))
        && let Some(tidy) = question.tidied(&input.value())
    {
        input.set_value(&tidy);
    }
}

/// Tells whether the focus moves to another box of the same question.
pub(super) fn focus_stays(event: &Event, path: &str) -> bool {
    let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    let next = next.and_then(|next| next.dyn_into::<Element>().ok());
    // What helps with a question has no name of its own.
    let next = next.and_then(|next| {
        next.get_attribute("name").or_else(|| next.closest("[data-question]").ok().flatten()?.get_attribute("data-question"))
    });
    next.is_some_and(|name| name == path || name.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
}

/// Shows the questions that are asked and hides the others; the style sheet's own rules give way to this.
pub(super) fn show_asked<'f>(wizard: &'f Wizard, relevance: &Relevance<'f>, raw: &RawAnswers) {
    for (_, question) in wizard.form.questions() {
        let id = question.id.as_str();
        show(wizard, id, relevance.asks(question));
        if let Kind::Group(group) = &question.kind {
            for number in super::rows::numbers(wizard, id) {
                show_within(wizard, relevance, raw, &group.questions, &format!("{id}.{number}"));
            }
        } else if let Kind::Person(parts) = &question.kind {
            show_within(wizard, relevance, raw, parts, id);
        }
    }
}

/// Does the same within a row or a person.
fn show_within<'f>(wizard: &'f Wizard, relevance: &Relevance<'f>, raw: &RawAnswers, questions: &'f [Question], path: &str) {
    let asked = relevance.asked_within(questions, path, raw);
    for inner in questions {
        let path = format!("{path}.{}", inner.id);
        show(wizard, &path, asked.iter().any(|known| known.id == inner.id));
        if let Kind::Person(parts) = &inner.kind {
            show_within(wizard, relevance, raw, parts, &path);
        }
    }
}

/// Writes what follows from the answers so far.
pub(super) fn show_computed(wizard: &Wizard, relevance: &Relevance<'_>, raw: &RawAnswers) {
    for (path, money, value) in relevance.computed(raw) {
        let Some(place) = wizard.first_box(&path) else { continue };
        let empty = if path.contains('.') { "–" } else { "Điền đủ những câu trên thì có số này." };
        let words = value.map_or_else(|| empty.to_owned(), |value| computed_text(value, money));
        if place.text_content().as_deref() != Some(&words) {
            place.set_text_content(Some(&words));
            // The class list refuses only empty names.
            let _ = place.class_list().toggle_with_force("computed-known", value.is_some());
        }
    }
}

/// Shows or hides a question; the page is touched only where something else is asked than at the last letter.
fn show(wizard: &Wizard, path: &str, asked: bool) {
    if wizard.shown.borrow().get(path) == Some(&asked) {
        return;
    }
    if let Some(question) = wizard.question(path).and_then(|question| question.dyn_into::<HtmlElement>().ok()) {
        question.set_hidden(!asked);
        wizard.shown.borrow_mut().insert(path.to_owned(), asked);
    }
}

impl Wizard {
    /// The place of a question on the page.
    pub(super) fn question(&self, path: &str) -> Option<Element> {
        if let Some(known) = self.places.borrow().get(path) {
            return Some(known.clone());
        }
        let found = self.find_question(path)?;
        // Rows come and go; everything else stays where the page has it, and is asked for at every letter.
        if !path.contains('.') {
            self.places.borrow_mut().insert(path.to_owned(), found.clone());
        }
        Some(found)
    }

    fn find_question(&self, path: &str) -> Option<Element> {
        self.element.query_selector(&format!("[data-question=\"{path}\"]")).ok().flatten()
    }

    /// The first box of a path.
    pub(super) fn first_box(&self, path: &str) -> Option<HtmlElement> {
        let selector = format!("[name=\"{path}\"],[name^=\"{path}.\"]");
        self.element.query_selector(&selector).ok().flatten()?.dyn_into().ok()
    }
}

/// Takes back every tick and choice of the page, so that those of a draft stand alone.
pub(super) fn untick(form: &HtmlFormElement) {
    for input in all(form, "input:checked").filter_map(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(false);
    }
}

/// Writes a value into a box, ticks it, or chooses it.
pub(super) fn fill(form: &HtmlFormElement, name: &str, value: &str) {
    for target in all(form, &format!("[name=\"{name}\"]")) {
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "radio" | "checkbox" => {
                    if input.value() == value {
                        input.set_checked(true);
                    }
                }
                _ => input.set_value(value),
            }
        } else if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
            area.set_value(value);
        } else if let Some(select) = target.dyn_ref::<web_sys::HtmlSelectElement>() {
            select.set_value(value);
        }
    }
}

/// Every element within another that fits a selector.
pub(super) fn all(within: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = within.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |at| list.as_ref()?.item(at)?.dyn_into().ok())
}

/// Says that a box changed, as if somebody had typed.
pub(super) fn changed(element: &Element) {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
        // Nobody cancels it.
        let _ = element.dispatch_event(&event);
    }
}

/// Puts the focus into the first box of a part.
pub(super) fn focus_first(part: &Element) {
    if let Some(first) = all(part, "input,select,textarea").next().and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

/// Puts the focus on the heading of a topic, so that a screen reader says where we are.
pub(super) fn focus_heading(section: &Element) {
    if let Some(heading) = all(section, "h2").next().and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // The name of the attribute is a good one.
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}
