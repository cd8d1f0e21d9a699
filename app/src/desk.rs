//! The officer's desk (`/can-bo/`): lists of dossiers, one open dossier, the moves it allows.
//!
//! Everything on screen comes from the Worker's answers; nothing of a dossier is kept on the device.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::HtmlElement;

mod act;
mod address;
mod call;
mod deeds;
mod dossier;
mod frame;
mod help;
mod keys;
mod load;
mod mark;
mod missed;
mod officers;
mod password;
mod queue;
mod sign_in;
mod state;

/// Returns which build of the pages this bundle belongs to.
#[wasm_bindgen]
pub fn build_id() -> String {
    option_env!("PORTAL_BUILD").unwrap_or_default().to_owned()
}

/// Opens the desk.
#[wasm_bindgen]
pub fn start() {
    let place = document().get_element_by_id("ban-lam-viec").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    place.set_inner_html("");
    mark::remember(&place);
    mount_to(place, frame::desk).forget();
}
