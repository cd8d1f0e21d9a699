//! The dossiers sent from this device, kept on it and nowhere else; a shared device keeps none.

use super::{all, reveal};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement, Storage};

/// Where they are kept: a line for each, the newest first, with tabs between code, key, time, title and the draft it was,
/// which `drafts/list.js` ends where the receipt was left too early.
const KEPT: &str = "ho-so";
/// More than this nobody follows at once.
const MOST: usize = 20;

/// Keeps the dossier of a receipt, unless the box for shared devices is ticked.
pub(super) fn keep(document: &Document) {
    let Some(storage) = storage() else { return };
    let Some(receipt) = all(document, "[data-receipt]").into_iter().next() else { return };
    // We print them ourselves, without tabs and line breaks.
    let parts =
        ["data-code", "data-key", "data-at", "data-title", "data-draft"].map(|name| receipt.get_attribute(name).unwrap_or_default());
    let [code, ..] = &parts;
    let (code, line) = (code.clone(), parts.join("\t"));
    write(&storage, &code, Some(&line));
    let boxed = all(document, "[data-shared-device]").into_iter().next();
    let Some(shared) = boxed.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else { return };
    let ticked = shared.clone();
    let listener = gloo::events::EventListener::new(&shared, "change", move |_| {
        write(&storage, &code, (!ticked.checked()).then_some(line.as_str()));
    });
    listener.forget();
    all(document, "[data-shared]").iter().for_each(reveal);
}

/// Lists them wherever a page leaves room.
pub(super) fn list(document: &Document) {
    let Some(kept) = storage().and_then(|storage| storage.get_item(KEPT).ok().flatten()).filter(|kept| !kept.is_empty()) else { return };
    for list in all(document, "[data-my-dossiers]") {
        let place = list.get_attribute("data-my-dossiers").unwrap_or_default();
        for line in kept.lines() {
            let mut parts = line.split('\t');
            let (Some(code), Some(key), Some(_), Some(title)) = (parts.next(), parts.next(), parts.next(), parts.next()) else { continue };
            let element = |tag: &str| document.create_element(tag).ok();
            let (Some(item), Some(link), Some(whole)) = (element("li"), element("a"), element("span")) else { continue };
            let _ = link.set_attribute("href", &format!("{place}#{code}/{key}"));
            link.set_text_content(Some(&format!("{title} · ")));
            // A code is read in one piece: its line breaks before it, not at one of its hyphens.
            whole.set_text_content(Some(code));
            let _ = link.append_child(&whole);
            let _ = item.append_child(&link);
            let _ = list.append_child(&item);
        }
        reveal(&list);
    }
    all(document, "[data-my-dossiers-box]").iter().for_each(reveal);
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Takes a dossier out of what is kept and, where there is a line for it, puts that first.
fn write(storage: &Storage, code: &str, line: Option<&str>) {
    let kept = storage.get_item(KEPT).ok().flatten().unwrap_or_default();
    let text = replaced(&kept, code, line);
    // A full or closed storage keeps nothing; the receipt still stands on the page.
    let _ = if text.is_empty() { storage.remove_item(KEPT) } else { storage.set_item(KEPT, &text) };
}

fn replaced(kept: &str, code: &str, line: Option<&str>) -> String {
    let others = kept.lines().filter(|other| other.split('\t').next() != Some(code));
    line.into_iter().chain(others).take(MOST).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[track_caller]
    fn check(kept: &str, code: &str, line: Option<&str>, expected: &str) {
        assert_eq!(replaced(kept, code, line), expected);
    }

    #[test]
    fn the_newest_stands_first_and_a_shared_device_forgets() {
        check("", "A", Some("A\t1"), "A\t1");
        check("A\t1\nB\t2", "C", Some("C\t3"), "C\t3\nA\t1\nB\t2");
        check("A\t1\nB\t2", "B", Some("B\t4"), "B\t4\nA\t1");
        check("A\t1\nB\t2", "A", None, "B\t2");
        check("A\t1", "A", None, "");
        let many: Vec<String> = (0..30).map(|at| format!("{at}\tk")).collect();
        assert_eq!(replaced(&many.join("\n"), "x", Some("x\tk")).lines().count(), 20);
    }
}
