//! The few things of a page the box needs, declared here.
//!
//! `web-sys` links `js-sys`, whose closures stay in the table of every program: three thousand bytes
//! a phone would fetch and never call. None of these throws with what they are given here.

use alloc::string::String;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An element of the page, of whatever kind.
    #[derive(Debug, Clone)]
    pub(crate) type Element;

    #[wasm_bindgen(method)]
    pub(crate) fn closest(this: &Element, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method)]
    pub(crate) fn matches(this: &Element, selector: &str) -> bool;
    #[wasm_bindgen(method)]
    pub(crate) fn after(this: &Element, other: &Element);
    #[wasm_bindgen(method)]
    pub(crate) fn append(this: &Element, child: &Element);
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(crate) fn set_attribute(this: &Element, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub(crate) fn remove_attribute(this: &Element, name: &str);
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    pub(crate) fn scroll_into_view(this: &Element, top: bool);
    #[wasm_bindgen(method, js_name = addEventListener)]
    pub(crate) fn add_event_listener(this: &Element, name: &str, listener: &JsValue);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn id(this: &Element) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn value(this: &Element) -> String;
    #[wasm_bindgen(method, setter, js_name = innerHTML)]
    pub(crate) fn set_inner_html(this: &Element, markup: &str);
    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub(crate) fn set_text_content(this: &Element, text: &str);

    /// Elements that were asked for.
    pub(crate) type Elements;

    #[wasm_bindgen(method)]
    pub(crate) fn item(this: &Elements, at: u32) -> Option<Element>;

    /// Something that happened to an element.
    pub(crate) type Event;

    #[wasm_bindgen(method, getter, js_name = type)]
    pub(crate) fn kind(this: &Event) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn target(this: &Event) -> Element;
    /// The key, of what happened to a keyboard.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn key(this: &Event) -> String;
    /// Whether an input method is still putting letters together (Telex, VNI).
    #[wasm_bindgen(method, getter, js_name = isComposing)]
    pub(crate) fn is_composing(this: &Event) -> bool;
    #[wasm_bindgen(method, js_name = preventDefault)]
    pub(crate) fn prevent_default(this: &Event);

    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub(crate) fn create_element(name: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = getElementById)]
    pub(crate) fn element_with_id(id: &str) -> Option<Element>;
    #[wasm_bindgen(js_namespace = document, js_name = querySelectorAll)]
    pub(crate) fn elements(selector: &str) -> Elements;

    #[wasm_bindgen(js_namespace = location)]
    pub(crate) fn assign(address: &str);
    #[wasm_bindgen(js_name = encodeURIComponent)]
    pub(crate) fn encode(text: &str) -> String;
}
