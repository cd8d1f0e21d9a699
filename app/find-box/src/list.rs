//! The list under a search box: a listbox whose chosen line the box names, and a voice for screen readers.

use super::{
    dom::{self, Element},
    line::{Line, joined, number},
};
use alloc::{string::String, vec::Vec};

/// The list of one box.
#[derive(Debug)]
pub(super) struct List {
    input: Element,
    root: Element,
    voice: Element,
    hrefs: Vec<String>,
    at: Option<usize>,
}

impl List {
    /// Makes an empty list under a box; it hangs over the page, so nothing moves when it comes. `None` without a form around the box.
    pub(super) fn under(input: &Element, english: bool) -> Option<Self> {
        let (form, row) = (input.closest("form")?, input.closest(".search-row")?);
        let (root, voice) = (dom::create_element("ul"), dom::create_element("p"));
        let id = joined(&[&input.id(), "-goi-y"]);
        let label = if english { "Results" } else { "Kết quả" };
        for (name, value) in [("id", id.as_str()), ("class", "found"), ("hidden", ""), ("role", "listbox"), ("aria-label", label)] {
            root.set_attribute(name, value);
        }
        row.after(&root);
        voice.set_attribute("class", "unseen");
        voice.set_attribute("role", "status");
        form.append(&voice);
        for (name, value) in [("role", "combobox"), ("aria-autocomplete", "list"), ("aria-expanded", "false"), ("aria-controls", &id)] {
            input.set_attribute(name, value);
        }
        Some(Self { input: input.clone(), root, voice, hrefs: Vec::new(), at: None })
    }

    /// Returns the element.
    pub(super) fn root(&self) -> &Element {
        &self.root
    }

    /// Tells whether it is shown.
    pub(super) fn is_open(&self) -> bool {
        !self.hrefs.is_empty()
    }

    /// Shows lines in place of those before, none of them chosen.
    pub(super) fn show(&mut self, lines: Vec<Line>, said: &str) {
        self.choose(None);
        self.hrefs.clear();
        let mut markup = String::new();
        for (at, line) in lines.into_iter().enumerate() {
            for part in [if line.short { "<li class=short" } else { "<li" }, " role=option id=", &self.id(at), ">", &line.markup, "</li>"] {
                markup.push_str(part);
            }
            self.hrefs.push(line.href);
        }
        self.root.set_inner_html(&markup);
        let expanded = if self.is_open() {
            self.root.remove_attribute("hidden");
            "true"
        } else {
            self.root.set_attribute("hidden", "");
            "false"
        };
        self.input.set_attribute("aria-expanded", expanded);
        self.voice.set_text_content(said);
    }

    /// Hides it; what it held can no longer be chosen.
    pub(super) fn close(&mut self) {
        self.show(Vec::new(), "");
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
        let line = element.closest("[role=option]").map(|line| line.id());
        self.choose(line.and_then(|id| (0..self.hrefs.len()).find(|at| self.id(*at) == id)));
    }

    /// Returns where the chosen line leads.
    pub(super) fn chosen(&self) -> Option<&str> {
        self.at.and_then(|at| self.hrefs.get(at)).map(String::as_str)
    }

    fn choose(&mut self, next: Option<usize>) {
        let line = |at: usize| dom::element_with_id(&self.id(at));
        if let Some(line) = self.at.and_then(line) {
            line.remove_attribute("aria-selected");
        }
        if let Some((at, line)) = next.and_then(|at| Some((at, line(at)?))) {
            line.scroll_into_view(false);
            line.set_attribute("aria-selected", "true");
            self.input.set_attribute("aria-activedescendant", &self.id(at));
        } else {
            self.input.remove_attribute("aria-activedescendant");
        }
        self.at = next;
    }

    fn id(&self, at: usize) -> String {
        joined(&[&self.input.id(), "-goi-y-", &number(at)])
    }
}
