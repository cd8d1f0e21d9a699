//! The bundle that finds while somebody types: a search box becomes a combobox (WAI-ARIA 1.2) over the index.
//!
//! The form stays what it is: without a chosen line, Enter sends it, and the Worker answers.

use search::{Code, Index, Question};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlInputElement, KeyboardEvent};

mod line;
mod list;

use list::List;

/// How many results stand under a box.
const SHOWN: usize = 7;

/// Returns which build of the pages this bundle belongs to.
#[wasm_bindgen]
pub fn build_id() -> String {
    option_env!("PORTAL_BUILD").unwrap_or_default().to_owned()
}

/// Brings every search box of the page to life.
#[wasm_bindgen]
pub fn start(index: &[u8]) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(index) = Index::read(&[index]) else { return };
    let index = Rc::new(index);
    let english = document.document_element().is_some_and(|root| root.get_attribute("lang").as_deref() == Some("en"));
    let Ok(boxes) = document.query_selector_all(".search-box input") else { return };
    for at in 0..boxes.length() {
        let input = boxes.item(at).and_then(|node| node.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            // A box that cannot be dressed up stays a plain one.
            let _ = dress(&document, &index, input, english);
        }
    }
}

/// A search box with its list.
struct FindBox {
    index: Rc<Index>,
    input: HtmlInputElement,
    list: List,
    english: bool,
}

fn dress(document: &Document, index: &Rc<Index>, input: HtmlInputElement, english: bool) -> Result<(), JsValue> {
    let list = List::under(document, &input, english)?;
    let (root, typing) = (list.root().clone(), document.active_element().as_ref() == Some(input.as_ref()));
    let find_box = Rc::new(RefCell::new(FindBox { index: Rc::clone(index), input: input.clone(), list, english }));
    if typing {
        find_box.borrow_mut().look();
    }
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(mut find_box) = find_box.try_borrow_mut() {
            find_box.hear(&event);
        }
    });
    let listener = heard.as_ref().unchecked_ref();
    for name in ["input", "keydown", "focus", "blur"] {
        input.add_event_listener_with_callback(name, listener)?;
    }
    for name in ["pointerdown", "click"] {
        root.add_event_listener_with_callback(name, listener)?;
    }
    // It lives as long as the page.
    heard.forget();
    Ok(())
}

impl FindBox {
    fn hear(&mut self, event: &Event) {
        match event.type_().as_str() {
            "input" | "focus" => self.look(),
            "blur" => self.list.close(),
            // The box keeps the focus while a finger is on the list.
            "pointerdown" => event.prevent_default(),
            "click" => {
                if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                    self.list.choose_at(&target);
                    self.go();
                }
            }
            _ => {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    self.press(key);
                }
            }
        }
    }

    fn press(&mut self, key: &KeyboardEvent) {
        if key.is_composing() {
            // An input method is still putting letters together (Telex, VNI).
            return;
        }
        let done = match key.key().as_str() {
            "ArrowDown" if self.list.is_open() => self.list.step(1),
            "ArrowUp" if self.list.is_open() => self.list.step(-1),
            "ArrowDown" => {
                self.look();
                self.list.step(1)
            }
            "Enter" => self.go(),
            "Escape" if self.list.is_open() => {
                self.list.close();
                true
            }
            _ => false,
        };
        if done {
            key.prevent_default();
        }
    }

    /// Shows what fits the words as they are now.
    fn look(&mut self) {
        let text = self.input.value();
        if text.trim().is_empty() {
            self.list.close();
            return;
        }
        let answer = self.index.ask(&Question { text: &text, limit: SHOWN, ..Question::default() });
        let mut lines = Vec::new();
        if let Some(Code::Dossier(code)) = &answer.code {
            lines.push(line::dossier(code, self.english));
        }
        let hits = if answer.total == 0 { &answer.guesses } else { &answer.hits };
        lines.extend(hits.iter().filter_map(|hit| line::of(self.index.entry(hit.entry)?, &hit.marks, self.english)));
        if answer.total > answer.hits.len() {
            lines.push(line::all(answer.total, &text, self.english));
        }
        let said = line::said(answer.total, lines.is_empty(), answer.code.is_some(), self.english);
        self.list.show(&lines, &said);
    }

    /// Goes where the chosen line leads; tells whether there is one.
    fn go(&mut self) -> bool {
        let Some(address) = self.list.chosen() else { return false };
        let gone = web_sys::window().is_some_and(|window| window.location().assign(&address).is_ok());
        if gone {
            self.list.close();
        }
        gone
    }
}
