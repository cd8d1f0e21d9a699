//! The list under a search box: a listbox whose chosen line the box names, and a voice for screen readers.

use super::line::Line;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

/// The list of one box.
pub(super) struct List {
    input: HtmlInputElement,
    root: HtmlElement,
    voice: Element,
    hrefs: Vec<String>,
    at: Option<usize>,
}

impl List {
    /// Makes an empty list under a box; it hangs over the page, so nothing moves when it comes.
    pub(super) fn under(document: &Document, input: &HtmlInputElement, english: bool) -> Result<Self, JsValue> {
        let form = input.closest("form")?.ok_or(JsValue::NULL)?;
        let row = input.closest(".search-row")?.ok_or(JsValue::NULL)?;
        let root: HtmlElement = document.create_element("ul")?.dyn_into()?;
        let id = [&input.id(), "-goi-y"].concat();
        root.set_id(&id);
        root.set_class_name("found");
        root.set_hidden(true);
        root.set_attribute("role", "listbox")?;
        root.set_attribute("aria-label", if english { "Results" } else { "Kết quả" })?;
        row.insert_adjacent_element("afterend", &root)?;
        let voice = document.create_element("p")?;
        voice.set_class_name("unseen");
        voice.set_attribute("role", "status")?;
        form.append_child(&voice)?;
        for (name, value) in [("role", "combobox"), ("aria-autocomplete", "list"), ("aria-expanded", "false"), ("aria-controls", &id)] {
            input.set_attribute(name, value)?;
        }
        Ok(Self { input: input.clone(), root, voice, hrefs: Vec::new(), at: None })
    }

    /// Returns the element.
    pub(super) fn root(&self) -> &HtmlElement {
        &self.root
    }

    /// Tells whether it is shown.
    pub(super) fn is_open(&self) -> bool {
        !self.root.hidden()
    }

    /// Shows lines in place of those before, none of them chosen.
    pub(super) fn show(&mut self, lines: &[Line], said: &str) {
        let mut markup = String::new();
        for (at, line) in lines.iter().enumerate() {
            markup.push_str(&["<li role=\"option\" id=\"", &self.id(at), "\">", &line.markup, "</li>"].concat());
        }
        self.root.set_inner_html(&markup);
        self.hrefs = lines.iter().map(|line| line.href.clone()).collect();
        self.choose(None);
        self.open(!lines.is_empty());
        self.voice.set_text_content(Some(said));
    }

    /// Hides it; what it held can no longer be chosen.
    pub(super) fn close(&mut self) {
        self.choose(None);
        self.hrefs.clear();
        self.open(false);
        self.voice.set_text_content(None);
    }

    fn open(&self, open: bool) {
        self.root.set_hidden(!open);
        // An attribute that cannot be set leaves a list that can still be read.
        let _ = self.input.set_attribute("aria-expanded", if open { "true" } else { "false" });
    }

    /// Chooses the next line or the one before; past either end none is chosen, and the box has its own words again.
    pub(super) fn step(&mut self, by: i8) -> bool {
        let last = self.hrefs.len().checked_sub(1);
        let next = match (self.at, by > 0) {
            (None, true) => last.map(|_| 0),
            (None, false) => last,
            (Some(at), true) => Some(at + 1).filter(|next| *next < self.hrefs.len()),
            (Some(at), false) => at.checked_sub(1),
        };
        self.choose(next);
        last.is_some()
    }

    /// Chooses the line an element stands in.
    pub(super) fn choose_at(&mut self, element: &Element) {
        let line = element.closest("[role=option]").ok().flatten().map(|line| line.id());
        self.choose(line.and_then(|id| (0..self.hrefs.len()).find(|at| self.id(*at) == id)));
    }

    /// Returns where the chosen line leads.
    pub(super) fn chosen(&self) -> Option<String> {
        self.at.and_then(|at| self.hrefs.get(at).cloned())
    }

    fn choose(&mut self, next: Option<usize>) {
        let lines = self.root.children();
        let line = |at: Option<usize>| at.and_then(|at| u32::try_from(at).ok()).and_then(|at| lines.item(at));
        if let Some(line) = line(self.at) {
            let _ = line.remove_attribute("aria-selected");
        }
        self.at = next;
        let _ = match (next, line(next)) {
            (Some(at), Some(line)) => {
                line.scroll_into_view_with_bool(false);
                let _ = line.set_attribute("aria-selected", "true");
                self.input.set_attribute("aria-activedescendant", &self.id(at))
            }
            _ => self.input.remove_attribute("aria-activedescendant"),
        };
    }

    fn id(&self, at: usize) -> String {
        [&self.input.id(), "-goi-y-", &at.to_string()].concat()
    }
}
