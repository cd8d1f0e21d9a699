//! The small bundle: the expected date, the ticks of the checklist, the print button; the dossiers sent from this device.
//!
//! Everything here adds to a page that is whole without it; when anything is missing it does nothing.

use crate::clock;
use domain::language::Language;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement};

mod copy;
mod dossiers;
mod expected;
mod lookup;
mod ticks;

/// Returns which build of the pages this bundle belongs to.
#[wasm_bindgen]
pub fn build_id() -> String {
    option_env!("PORTAL_BUILD").unwrap_or_default().to_owned()
}

/// Brings the page to life.
#[wasm_bindgen]
pub fn start() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    expected::show(&document, clock::now());
    ticks::keep(&document);
    offer_printing(&document);
    copy::offer(&document);
    dossiers::keep(&document);
    dossiers::list(&document);
    lookup::follow(&document);
}

/// Shows the buttons that print the page.
fn offer_printing(document: &Document) {
    for button in all(document, "[data-print]") {
        let listener = gloo::events::EventListener::new(&button, "click", |_| {
            if let Some(window) = web_sys::window() {
                // A browser that cannot print says so itself.
                let _ = window.print();
            }
        });
        listener.forget();
        reveal(&button);
    }
}

/// Every element that fits a selector.
fn all(document: &Document, selector: &str) -> Vec<Element> {
    let Ok(list) = document.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)).filter_map(|node| node.dyn_into().ok()).collect()
}

fn reveal(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(false);
    }
}

fn language_of(element: &Element) -> Language {
    if element.get_attribute("data-language").as_deref() == Some("en") { Language::English } else { Language::Vietnamese }
}
