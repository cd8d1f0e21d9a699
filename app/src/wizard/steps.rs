//! One topic at a time: where we are, on and back, and the honest line about what is kept.

use super::{Wizard, boxes, messages};
use domain::form::Fault;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// Draws the line above the questions and the buttons under them, and shows the first topic.
pub(super) fn mount(wizard: &Rc<Wizard>) {
    let Some((above, below)) = slots(wizard) else { return };
    wizard.at.set(first_shown(wizard));
    let progress = {
        let wizard = send(wizard);
        move || progress(&wizard)
    };
    let buttons = {
        let wizard = send(wizard);
        move || buttons(&wizard)
    };
    leptos::mount::mount_to(above, progress).forget();
    leptos::mount::mount_to(below, buttons).forget();
    // The class list refuses only empty names.
    let _ = wizard.element.class_list().add_1("one-at-a-time");
    arrange(wizard);
    follow_history(wizard);
}

/// Makes the two places: above the first topic, and at the end in place of the page's own button and its sentence.
fn slots(wizard: &Wizard) -> Option<(HtmlElement, HtmlElement)> {
    let first = wizard.sections.first()?;
    let end = wizard.element.query_selector("[data-form-end]").ok().flatten()?;
    for own in boxes::all(&end, "button, .mute, [data-form-status]") {
        own.remove();
    }
    let [above, below] = [wizard.document.create_element("div").ok()?, wizard.document.create_element("div").ok()?];
    first.insert_adjacent_element("beforebegin", &above).ok()?;
    end.insert_adjacent_element("afterbegin", &below).ok()?;
    Some((above.dyn_into().ok()?, below.dyn_into().ok()?))
}

/// The browser has one thread; Leptos asks for values that may cross threads all the same.
type Sent = send_wrapper::SendWrapper<Rc<Wizard>>;

fn send(wizard: &Rc<Wizard>) -> Sent {
    send_wrapper::SendWrapper::new(wizard.clone())
}

fn progress(wizard: &Sent) -> impl IntoView + use<> {
    let wizard = wizard.clone();
    move || {
        let asked = wizard.asked.get();
        let at = wizard.at.get();
        let place = asked.iter().take(at + 1).filter(|asked| **asked).count();
        let all = asked.iter().filter(|asked| **asked).count();
        let title = wizard.form.pages.get(at).map(|page| page.title.clone()).unwrap_or_default();
        let marks = (1..=all).map(|mark| view! { <i class:done=mark <= place></i> }).collect_view();
        view! { <div class="progress"><p>{format!("Phần {place} trong {all} · {title}")}</p><span aria-hidden="true">{marks}</span></div> }
    }
}

fn buttons(wizard: &Sent) -> impl IntoView + use<> {
    let (first, last, kept) = (wizard.clone(), wizard.clone(), wizard.clone());
    let back = {
        let wizard = wizard.clone();
        move |_| step_back(&wizard)
    };
    let label =
        move || if next_of(&last).is_some() || last.form.papers.is_empty() { "Tiếp tục" } else { "Tiếp tục đến giấy tờ" };
    view! {
        <button type="submit" class="button form-next">{label}</button>
        <Show when=move || previous_of(&first).is_some()>
            <button type="button" class="button button-outlined" on:click=back.clone()>"Quay lại"</button>
        </Show>
        <p class="form-status" role="status">
            {move || if kept.kept.get() {
                view! { "Đang giữ trong thẻ này của trình duyệt – "<strong>"chưa gửi"</strong> }.into_any()
            } else {
                view! { <strong>"Chưa gửi"</strong> }.into_any()
            }}
        </p>
    }
}

fn previous_of(wizard: &Wizard) -> Option<usize> {
    let asked = wizard.asked.get();
    (0..wizard.at.get()).rev().find(|page| asked.get(*page).copied().unwrap_or(false))
}

fn next_of(wizard: &Wizard) -> Option<usize> {
    let asked = wizard.asked.get();
    (wizard.at.get() + 1..asked.len()).find(|page| asked.get(*page).copied().unwrap_or(false))
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
    fault.as_ref().or(named.as_ref()).and_then(place).unwrap_or(0)
}

/// Shows the one topic and hides the others.
fn arrange(wizard: &Wizard) {
    let at = wizard.at.get_untracked();
    for (number, section) in wizard.sections.iter().enumerate() {
        if let Some(section) = section.dyn_ref::<HtmlElement>() {
            section.set_hidden(number != at);
        }
    }
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
    if let Some(to) = previous_of(wizard) {
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
    let at = wizard.at.get_untracked();
    let verdict = wizard.verdict();
    let here = |fault: &&Fault| page_of(wizard, fault) == Some(at);
    let faults: Vec<Fault> = verdict.faults.iter().filter(here).cloned().collect();
    if !faults.is_empty() {
        event.prevent_default();
        messages::show_all(wizard, &faults);
        return;
    }
    if let Some(to) = next_of(wizard) {
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
    let _ = wizard.element.class_list().add_1("busy");
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
    JsValue::from(wizard.at.get_untracked().to_string())
}

fn follow_history(wizard: &Rc<Wizard>) {
    let Some(window) = web_sys::window() else { return };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&place(wizard), "", None);
    }
    let wizard = Rc::downgrade(wizard);
    let listener = gloo::events::EventListener::new(&window, "popstate", move |event| {
        let state = js_sys::Reflect::get(event, &JsValue::from_str("state")).ok().and_then(|state| state.as_string());
        let Some(wizard) = wizard.upgrade() else { return };
        // Without a state somebody followed a link into the form.
        let to = state.and_then(|state| state.parse().ok()).unwrap_or_else(|| first_shown(&wizard));
        go(&wizard, to);
    });
    listener.forget();
}
