//! One topic at a time: where we are, on and back, and the honest line about what is kept.

use super::{Wizard, boxes, messages};
use domain::form::{Fault, Stop};
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement};

/// What this bundle draws itself: the line above the questions, and the buttons and the line under them.
pub(super) struct Frame {
    place: Element,
    marks: Element,
    /// Where a stop speaks, in the place of the button.
    stop: Element,
    next: HtmlElement,
    back: HtmlElement,
    status: Element,
}

/// Draws the frame and shows the first topic.
pub(super) fn mount(wizard: &Rc<Wizard>) {
    let Some(frame) = Frame::draw(wizard) else { return };
    let going_back = Rc::downgrade(wizard);
    let listener = EventListener::new(&frame.back, "click", move |_| {
        if let Some(wizard) = going_back.upgrade() {
            step_back(&wizard);
        }
    });
    listener.forget();
    // It is drawn once, so nothing stands there yet.
    let _ = wizard.frame.set(frame);
    wizard.at.set(first_shown(wizard));
    // The class list refuses only empty names.
    let _ = wizard.element.class_list().add_1("one-at-a-time");
    arrange(wizard);
    follow_history(wizard);
}

impl Frame {
    /// Makes the frame: above the first topic, and at the end in place of the page's own button and its sentence.
    fn draw(wizard: &Wizard) -> Option<Self> {
        let first = wizard.sections.first()?;
        let end = wizard.element.query_selector("[data-form-end]").ok().flatten()?;
        for own in boxes::all(&end, "button, .mute, [data-form-status]") {
            own.remove();
        }
        let make = |tag: &str, class: &str| element(&wizard.document, tag, class);
        let (progress, place, marks) = (make("div", "progress")?, make("p", "")?, make("span", "")?);
        marks.set_attribute("aria-hidden", "true").ok()?;
        progress.append_child(&place).ok()?;
        progress.append_child(&marks).ok()?;
        first.insert_adjacent_element("beforebegin", &progress).ok()?;
        let (next, back, status) =
            (make("button", "button form-next")?, make("button", "button button-outlined")?, make("p", "form-status")?);
        let stop = make("div", "form-stop")?;
        // It stands there empty, so that a screen reader hears what comes into it.
        stop.set_attribute("role", "status").ok()?;
        next.set_attribute("type", "submit").ok()?;
        back.set_attribute("type", "button").ok()?;
        back.set_text_content(Some("Quay lại"));
        status.set_attribute("role", "status").ok()?;
        // Each is put first, so the last one stands first.
        for part in [&status, &back, &next, &stop] {
            end.insert_adjacent_element("afterbegin", part).ok()?;
        }
        Some(Self { place, marks, stop, next: next.dyn_into().ok()?, back: back.dyn_into().ok()?, status })
    }
}

impl Frame {
    /// Says what to do instead, once; the same words again would be read out at every letter.
    fn say(&self, document: &Document, stop: Option<&Stop>) {
        let title = stop.map(|stop| stop.title.as_str()).unwrap_or_default();
        if self.stop.get_attribute("data-stop").as_deref().unwrap_or_default() == title {
            return;
        }
        let _ = self.stop.set_attribute("data-stop", title);
        self.stop.set_text_content(None);
        let parts = stop.and_then(|stop| Some((stop, element(document, "div", "callout callout-information")?)));
        let Some(((stop, callout), words)) = parts.zip(element(document, "div", "")) else { return };
        // The text is markup of the content, in which raw HTML was refused.
        words.set_inner_html(stop.text.as_str());
        if let Some(heading) = element(document, "h3", "") {
            heading.set_text_content(Some(title));
            let _ = words.insert_adjacent_element("afterbegin", &heading);
        }
        // A part of the page is always a child another takes.
        let _ = callout.append_child(&words);
        let _ = self.stop.append_child(&callout);
    }
}

fn element(document: &Document, tag: &str, class: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}

impl Wizard {
    /// Says where we are, what the buttons do, and what is kept; the page is touched only where it says something else than before:
    /// the browser would lay it out anew for the same words too, and a screen reader would read them at every letter.
    pub(super) fn tell(&self) {
        let Some(frame) = self.frame.get() else { return };
        let (at, asked) = (self.at.get(), self.asked.borrow());
        let place = asked.iter().take(at + 1).filter(|asked| **asked).count();
        let all = asked.iter().filter(|asked| **asked).count();
        drop(asked);
        let title = self.form.pages.get(at).map(|page| page.title.as_str()).unwrap_or_default();
        let where_we_are = format!("Phần {place} trong {all} · {title}");
        let last = match (self.next(), self.form.sends()) {
            (None, false) => "Tiếp tục đến tờ để in",
            (None, true) if !self.form.papers.is_empty() => "Tiếp tục đến giấy tờ",
            _ => "Tiếp tục",
        };
        let first = self.previous().is_none();
        let (class, words, strong) = self.kept.get().words(self.form.sends());
        let stop = self.stop.borrow();
        let stop = stop.as_ref().filter(|(number, _)| *number == at).map(|(_, stop)| stop);
        let stopped = stop.map(|stop| stop.title.as_str()).unwrap_or_default();
        let told = [where_we_are.as_str(), last, if first { "" } else { "<" }, class, words, strong, stopped].concat();
        if self.told.replace(told.clone()) == told {
            return;
        }
        frame.place.set_text_content(Some(&where_we_are));
        frame.marks.set_text_content(None);
        for mark in (1..=all).filter_map(|mark| element(&self.document, "i", if mark <= place { "done" } else { "" })) {
            // A mark is always a child a line takes.
            let _ = frame.marks.append_child(&mark);
        }
        frame.next.set_text_content(Some(last));
        frame.back.set_hidden(first);
        frame.next.set_hidden(stop.is_some());
        frame.say(&self.document, stop);
        if frame.status.text_content().unwrap_or_default() != [words, strong].concat() {
            frame.status.set_class_name(class);
            frame.status.set_inner_html(&format!("{words}<strong>{strong}</strong>"));
        }
    }

    fn is_asked(&self, page: usize) -> bool {
        self.asked.borrow().get(page).copied().unwrap_or(false)
    }

    fn previous(&self) -> Option<usize> {
        (0..self.at.get()).rev().find(|page| self.is_asked(*page))
    }

    fn next(&self) -> Option<usize> {
        (self.at.get() + 1..self.sections.len()).find(|page| self.is_asked(*page))
    }
}

/// The topic to begin with: that of the first fault the Worker wrote, or of the part somebody came to mend.
fn first_shown(wizard: &Wizard) -> usize {
    let fault = wizard.element.query_selector(".question-wrong").ok().flatten();
    let fault = fault.and_then(|question| question.closest("section[data-page]").ok().flatten());
    let wanted = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let wanted = wanted.strip_prefix('#').filter(|id| !id.is_empty());
    let named =
        wanted.and_then(|id| wizard.document.get_element_by_id(id)).and_then(|place| place.closest("section[data-page]").ok().flatten());
    let place = |section: &Element| wizard.sections.iter().position(|known| known == section);
    let begun = || {
        let verdict = wizard.verdict();
        let fault = verdict.faults.first().and_then(|fault| page_of(wizard, fault));
        // What comes behind a stop is not asked.
        let stop = wizard.stop.borrow().as_ref().map(|(number, _)| *number);
        stop.into_iter().chain(fault).min()
    };
    // Whoever comes back to a draft goes on where it ends.
    fault.as_ref().or(named.as_ref()).and_then(place).or_else(|| wizard.restored.get().then(begun).flatten()).unwrap_or(0)
}

/// Shows the one topic and hides the others.
fn arrange(wizard: &Wizard) {
    let at = wizard.at.get();
    for (number, section) in wizard.sections.iter().enumerate() {
        if let Some(section) = section.dyn_ref::<HtmlElement>() {
            section.set_hidden(number != at);
        }
    }
    if let Some(layout) = wizard.element.closest(".form-layout").ok().flatten() {
        // What to know before is for before; on a phone it would stand in the way of every topic.
        let _ = layout.class_list().toggle_with_force("begun", at > 0 || wizard.restored.get());
    }
    wizard.tell();
}

fn go(wizard: &Wizard, to: usize) {
    wizard.at.set(to);
    arrange(wizard);
    if let Some(section) = wizard.sections.get(to) {
        section.scroll_into_view();
        boxes::focus_heading(section);
    }
}

fn step_back(wizard: &Wizard) {
    if let Some(to) = wizard.previous() {
        go(wizard, to);
    }
}

/// The button «Tiếp tục»: to the next topic when this one is in order, and at the end to the server.
pub(super) fn submit(wizard: &Rc<Wizard>, event: &Event) {
    // Buttons of the page that ask for something else than going on.
    let submitter = js_sys::Reflect::get(event, &JsValue::from_str("submitter")).ok().and_then(|value| value.dyn_into::<Element>().ok());
    if submitter.is_some_and(|button| button.get_attribute("name").as_deref() == Some("_do")) {
        return;
    }
    let at = wizard.at.get();
    let verdict = wizard.verdict();
    let here = |fault: &&Fault| page_of(wizard, fault) == Some(at);
    let faults: Vec<Fault> = verdict.faults.iter().filter(here).cloned().collect();
    if !faults.is_empty() {
        event.prevent_default();
        messages::show_all(wizard, &faults);
        return;
    }
    // Nobody goes past a stop; an earlier answer may have led to one meanwhile.
    let stop = wizard.stop.borrow().as_ref().map(|(number, _)| *number).filter(|number| *number <= at);
    if let Some(to) = stop {
        event.prevent_default();
        if to != at {
            go(wizard, to);
        }
        return;
    }
    if let Some(to) = wizard.next() {
        event.prevent_default();
        go(wizard, to);
        remember(wizard);
        return;
    }
    // Something earlier may have changed meanwhile.
    if let Some(fault) = verdict.faults.first() {
        event.prevent_default();
        if let Some(to) = page_of(wizard, fault) {
            go(wizard, to);
        }
        messages::show_all(wizard, &verdict.faults);
        return;
    }
    event.prevent_default();
    super::known::learn(wizard);
    wizard.keeper.go();
}

fn page_of(wizard: &Wizard, fault: &Fault) -> Option<usize> {
    let id = fault.path.split('.').next()?;
    wizard.form.pages.iter().position(|page| page.questions.iter().any(|question| question.id.as_str() == id))
}

/// The phone's own «back» goes back one topic.
fn remember(wizard: &Wizard) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    // A browser that keeps no history still has our own button.
    let _ = history.push_state_with_url(&place(wizard), "", None);
}

fn place(wizard: &Wizard) -> JsValue {
    JsValue::from(wizard.at.get().to_string())
}

fn follow_history(wizard: &Rc<Wizard>) {
    let Some(window) = web_sys::window() else { return };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&place(wizard), "", None);
    }
    let wizard = Rc::downgrade(wizard);
    let listener = EventListener::new(&window, "popstate", move |event| {
        let state = js_sys::Reflect::get(event, &JsValue::from_str("state")).ok().and_then(|state| state.as_string());
        let Some(wizard) = wizard.upgrade() else { return };
        // Without a state somebody followed a link into the form.
        let to = state.and_then(|state| state.parse().ok()).unwrap_or_else(|| first_shown(&wizard));
        go(&wizard, to);
    });
    listener.forget();
}
