//! The officer's desk (`/can-bo/`): queues, one open dossier, the moves it allows.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::HtmlElement;

/// Returns which build of the pages this bundle belongs to.
#[wasm_bindgen]
pub fn build_id() -> String {
    option_env!("PORTAL_BUILD").unwrap_or_default().to_owned()
}

/// Opens the desk.
#[wasm_bindgen]
pub fn start() {
    let place = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("ban-lam-viec"));
    let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) else { return };
    place.set_inner_html("");
    mount_to(place, || view! { <p>"Bàn làm việc"</p> }).forget();
}
