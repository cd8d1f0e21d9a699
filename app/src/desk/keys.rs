//! The keyboard: `/` search, `j` `k` lines, `1`…`9` moves, `?` help, Esc back.

use super::{
    address::Place,
    frame::focus,
    load::Load,
    state::{Desk, Over},
};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Where it is kept that single keys do nothing (WCAG 2.1.4).
const OFF: &str = "can-bo:tat-phim";

/// Tells whether single keys do something on this device.
pub(super) fn wanted() -> bool {
    window().local_storage().ok().flatten().is_none_or(|storage| storage.get_item(OFF).ok().flatten().is_none())
}

/// Keeps whether single keys do something.
pub(super) fn want(desk: Desk, wanted: bool) {
    desk.keys.set(wanted);
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or closed storage keeps nothing; it still holds for this visit.
        let _ = if wanted { storage.remove_item(OFF) } else { storage.set_item(OFF, "1") };
    }
}

/// Listens for as long as the desk is there.
pub(super) fn listen(desk: Desk) {
    let pressed = window_event_listener(ev::keydown, move |event| {
        if pressed(desk, &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || pressed.remove());
}

/// Returns whether the key did something.
fn pressed(desk: Desk, event: &KeyboardEvent) -> bool {
    let typing = event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| types(&element));
    let with_others = event.ctrl_key() || event.alt_key() || event.meta_key();
    let seated = desk.me.with_untracked(|me| matches!(me, Load::Here(_)));
    if with_others || !seated || event.is_composing() || covered(desk) {
        return false;
    }
    let key = event.key();
    if key == "Escape" {
        return back(desk, typing);
    }
    if typing || !desk.keys.get_untracked() {
        return false;
    }
    match key.as_str() {
        "/" => {
            if matches!(desk.place.get_untracked(), Place::List(_)) {
                focus("tim-ho-so");
            } else {
                Place::List(desk.view.get_untracked()).go();
                // The box is there once the list is.
                wasm_bindgen_futures::spawn_local(async {
                    leptos::task::tick().await;
                    leptos::task::tick().await;
                    focus("tim-ho-so");
                });
            }
            true
        }
        "?" => {
            desk.over.set(Some(Over::Help));
            true
        }
        "j" | "J" => step(1),
        "k" | "K" => step(-1),
        "[" => click(".viewer-previous"),
        "]" => click(".viewer-next"),
        digit => digit.parse::<usize>().ok().filter(|at| *at > 0).is_some_and(|at| click(&format!(".dossier [data-key='{at}']"))),
    }
}

/// Tells whether a dialog lies over the desk. One that Esc closed is gone at once; the desk hears of it a moment later,
/// and a key pressed in between must not be lost.
fn covered(desk: Desk) -> bool {
    desk.over.with_untracked(Option::is_some) && document().query_selector("dialog[open]").ok().flatten().is_some()
}

fn back(desk: Desk, typing: bool) -> bool {
    if typing {
        focus("noi-dung");
        return true;
    }
    if matches!(desk.place.get_untracked(), Place::List(_)) {
        return false;
    }
    Place::List(desk.view.get_untracked()).go();
    true
}

fn types(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "button")),
        _ => false,
    }
}

fn click(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.inspect(HtmlElement::click).is_some()
}

/// Moves the focus along the lines of the list.
fn step(by: i32) -> bool {
    let Ok(rows) = document().query_selector_all(".queue-row") else { return false };
    let count = i32::try_from(rows.length()).unwrap_or(0);
    if count == 0 {
        return false;
    }
    let active = document().active_element();
    let at = (0..count).find(|at| {
        let row = u32::try_from(*at).ok().and_then(|at| rows.item(at)).and_then(|row| row.dyn_into::<Element>().ok());
        row.is_some() && row == active
    });
    let next = at.map_or(if by > 0 { 0 } else { count - 1 }, |at| (at + by).clamp(0, count - 1));
    let row = u32::try_from(next).ok().and_then(|next| rows.item(next)).and_then(|row| row.dyn_into::<HtmlElement>().ok());
    row.is_some_and(|row| row.focus().is_ok())
}
