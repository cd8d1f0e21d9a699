//! The communes of a province, asked for when the province is chosen.

use super::{Wizard, boxes};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlSelectElement, Response};

/// Fills the list of communes beside a province that was chosen.
pub(super) fn load(wizard: &Rc<Wizard>, province: &str) {
    load_into(wizard, province, None);
}

/// Fills the lists of a restored draft, and chooses what was chosen.
pub(super) fn load_all(wizard: &Wizard, pairs: &[(String, String)]) {
    for (name, _) in pairs.iter().filter(|(name, _)| name.ends_with(".province")) {
        let commune = commune_of(name);
        let chosen = pairs.iter().find(|(name, _)| *name == commune).map(|(_, value)| value.clone());
        load_into(wizard, name, chosen);
    }
}

/// The name of the box for a commune beside that of its province.
fn commune_of(province: &str) -> String {
    [province.strip_suffix("province").unwrap_or_default(), "commune"].concat()
}

fn load_into(wizard: &Wizard, province: &str, chosen: Option<String>) {
    let named = |name: &str| {
        let found = wizard.element.query_selector(&format!("select[name=\"{name}\"]")).ok().flatten();
        found.and_then(|select| select.dyn_into::<HtmlSelectElement>().ok())
    };
    let (Some(from), Some(to)) = (named(province), named(&commune_of(province))) else { return };
    let code = from.value();
    if let Some(chosen) = chosen.as_deref().filter(|chosen| !chosen.is_empty() && to.value() != **chosen) {
        // Without a line the list never comes; what was chosen stays chosen.
        if let Ok(option) = web_sys::HtmlOptionElement::new_with_text_and_value("Đã chọn trước đó", chosen) {
            let _ = to.append_child(&option);
            to.set_value(chosen);
        }
    }
    let Some(places) = wizard.element.get_attribute("data-places").filter(|_| !code.is_empty()) else { return };
    spawn_local(async move {
        let Some(list) = communes(&places, &code).await else { return };
        // Meanwhile another province may have been chosen.
        if from.value() == code {
            fill(&to, &list, chosen.as_deref());
        }
    });
}

/// The communes of a province: the first list names, for each province, its code, its name and the address of its communes.
async fn communes(places: &str, code: &str) -> Option<js_sys::Array> {
    let provinces = fetch(places).await.ok()?;
    let province =
        provinces.iter().map(|entry| js_sys::Array::from(&entry)).find(|entry| entry.get(0).as_string().as_deref() == Some(code))?;
    fetch(&province.get(2).as_string()?).await.ok()
}

async fn fetch(address: &str) -> Result<js_sys::Array, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(answer.json()?).await?.dyn_into()
}

/// Keeps the first line, which asks to choose, and writes the rest anew; who chose before the list came again keeps their choice where it is in it.
fn fill(select: &HtmlSelectElement, list: &js_sys::Array, chosen: Option<&str>) {
    // A draft's choice stands there already.
    let wanted = select.value();
    while select.length() > 1 {
        select.remove_with_index(1);
    }
    if let Some(first) = select.item(0) {
        first.set_text_content(Some("Chọn xã, phường"));
    }
    for entry in list.iter() {
        let entry = js_sys::Array::from(&entry);
        let (Some(code), Some(name)) = (entry.get(0).as_string(), entry.get(1).as_string()) else { continue };
        if let Ok(option) = web_sys::HtmlOptionElement::new_with_text_and_value(&name, &code) {
            // An option is always a child a list takes.
            let _ = select.append_child(&option);
        }
    }
    select.set_value(&wanted);
    if select.selected_index() < 0 {
        select.set_selected_index(0);
    }
    if chosen.is_some() {
        boxes::changed(select);
    }
}
