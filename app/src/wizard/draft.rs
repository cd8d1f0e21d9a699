//! What is typed, kept for this tab, so that a reload or a wrong step back loses no word.
//!
//! The tab's own storage ends with the tab: on a phone that several people use, nobody finds it later.

use super::{Wizard, boxes, places};
use domain::form::RawAnswers;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn key(wizard: &Wizard) -> String {
    format!("ban-nhap:{}:{}", wizard.form.procedure, wizard.form.version)
}

/// Keeps what is typed; tells whether it is kept.
pub(super) fn keep(wizard: &Wizard, raw: &RawAnswers) -> bool {
    let pairs = raw.iter().flat_map(|(path, values)| values.iter().map(move |value| (path, value.as_str())));
    let list = js_sys::Array::new();
    for (path, value) in pairs {
        list.push(&js_sys::Array::of2(&path.into(), &value.into()));
    }
    let text = js_sys::JSON::stringify(&list).ok().and_then(|text| text.as_string());
    storage().zip(text).is_some_and(|(storage, text)| storage.set_item(&key(wizard), &text).is_ok())
}

/// Puts back what was kept, unless the Worker filled the page: what it printed is newer.
pub(super) fn restore(wizard: &Wizard) {
    if wizard.element.has_attribute("data-filled") {
        return;
    }
    let kept = storage().and_then(|storage| storage.get_item(&key(wizard)).ok().flatten());
    let Some(list) = kept.and_then(|text| js_sys::JSON::parse(&text).ok()) else { return };
    let pairs: Vec<(String, String)> = js_sys::Array::from(&list)
        .iter()
        .filter_map(|pair| {
            let pair = js_sys::Array::from(&pair);
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        })
        .collect();
    super::rows::make_room(wizard, &pairs.iter().cloned().collect());
    for (name, value) in &pairs {
        boxes::fill(&wizard.element, name, value);
    }
    places::load_all(wizard, &pairs);
}
