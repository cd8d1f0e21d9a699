//! Buttons that copy a code.

use super::{all, reveal};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// Shows the buttons where the browser has a clipboard.
pub(super) fn offer(document: &Document) {
    let Some(window) = web_sys::window() else { return };
    // On pages without encryption there is none.
    if !js_sys::Reflect::has(&window.navigator(), &"clipboard".into()).unwrap_or(false) {
        return;
    }
    for button in all(document, "[data-copy]") {
        let (target, window) = (button.clone(), window.clone());
        let listener = gloo::events::EventListener::new(&button, "click", move |_| {
            let words = target.get_attribute("data-copy").unwrap_or_default();
            // A browser that refuses leaves the code to be selected by hand.
            let _ = window.navigator().clipboard().write_text(&words);
            say_done(&target);
        });
        listener.forget();
        reveal(&button);
    }
}

fn say_done(button: &Element) {
    let Some(done) = button.get_attribute("data-done") else { return };
    let words = button.query_selector("span").ok().flatten();
    if let Some(words) = words.and_then(|words| words.dyn_into::<HtmlElement>().ok()) {
        words.set_text_content(Some(&done));
    }
    let _ = button.set_attribute("aria-label", &done);
}
