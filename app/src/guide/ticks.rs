//! Ticks of the checklist, kept on this device and nowhere else.

use super::{all, reveal};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement, Storage};

/// Puts back the ticks of an earlier visit and keeps every change.
pub(super) fn keep(document: &Document) {
    let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok().flatten()) else { return };
    let Some(guide) = all(document, "[data-ticks]").first().and_then(|list| list.get_attribute("data-ticks")) else { return };
    for tick in all(document, "[data-tick]") {
        let Some(id) = tick.get_attribute("data-tick") else { continue };
        let Ok(input) = tick.dyn_into::<HtmlInputElement>() else { continue };
        keep_one(&storage, &format!("giay-to:{guide}:{id}"), input);
    }
    all(document, "[data-kept]").iter().for_each(reveal);
}

fn keep_one(storage: &Storage, key: &str, input: HtmlInputElement) {
    if storage.get_item(key).ok().flatten().is_some() {
        input.set_checked(true);
    }
    let (storage, key, kept) = (storage.clone(), key.to_owned(), input.clone());
    let listener = gloo::events::EventListener::new(&input, "change", move |_| {
        // A full or closed storage keeps nothing; the tick still stands on the page.
        let _ = if kept.checked() { storage.set_item(&key, "1") } else { storage.remove_item(&key) };
    });
    listener.forget();
}
