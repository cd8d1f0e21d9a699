//! Opens the dossier named behind the `#` of the address, which browsers send nowhere.

use super::all;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlFormElement, HtmlInputElement};

/// Fills the look-up form with code and key of the address and sends it; now and whenever that part changes.
pub(super) fn follow(document: &Document) {
    let form = all(document, "[data-lookup]").into_iter().next();
    let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    let Some(window) = web_sys::window() else { return };
    send(&form);
    let listener = gloo::events::EventListener::new(&window, "hashchange", move |_| {
        send(&form);
    });
    listener.forget();
}

fn send(form: &HtmlFormElement) -> Option<()> {
    let window = web_sys::window()?;
    let location = window.location();
    let fragment = location.hash().ok()?;
    let (code, key) = parts(&fragment)?;
    // Whoever looks at the address later does not find the key there.
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&location.pathname().ok()?)).ok()?;
    for (name, value) in [("code", code), ("key", key)] {
        let found = form.query_selector(&format!("[name={name}]")).ok()??;
        found.dyn_into::<HtmlInputElement>().ok()?.set_value(value);
    }
    form.submit().ok()
}

/// Code and key; nothing when the part behind the `#` is something else.
fn parts(fragment: &str) -> Option<(&str, &str)> {
    let (code, key) = fragment.strip_prefix('#')?.split_once('/')?;
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    (plain(code) && plain(key)).then_some((code, key))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn only_a_code_and_a_key_are_taken() {
        assert_eq!(parts("#H99.12.3-261121-0007/ABCD-EFGH-JKMNP"), Some(("H99.12.3-261121-0007", "ABCD-EFGH-JKMNP")));
        for other in ["", "#", "#noi-dung", "#a/", "#/b", "#a/b/c", "#a b/c", "H99/ABC"] {
            assert_eq!(parts(other), None, "{other}");
        }
    }
}
