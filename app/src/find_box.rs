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

thread_local! {
    /// What the boxes of the page share, from `start` on.
    static SHARED: RefCell<Shared> = RefCell::default();
}

/// The index, the bytes it was read from, and the boxes that ask it.
#[derive(Default)]
struct Shared {
    parts: Vec<Vec<u8>>,
    boxes: Vec<Rc<RefCell<FindBox>>>,
}

/// Brings every search box of the page to life, on the first part of the index.
#[wasm_bindgen]
pub fn start(index: Vec<u8>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let parts = vec![index];
    let Some(index) = read(&parts) else { return };
    let english = document.document_element().is_some_and(|root| root.get_attribute("lang").as_deref() == Some("en"));
    let Ok(inputs) = document.query_selector_all(".search-box input") else { return };
    let mut boxes = Vec::new();
    for at in 0..inputs.length() {
        let input = inputs.item(at).and_then(|node| node.dyn_into::<HtmlInputElement>().ok());
        // A box that cannot be dressed up stays a plain one.
        boxes.extend(input.and_then(|input| dress(&document, &index, input, english).ok()));
    }
    SHARED.with_borrow_mut(|shared| *shared = Shared { parts, boxes });
}

/// Takes a further part of the index; who is typing sees at once what it adds.
#[wasm_bindgen]
pub fn more(part: Vec<u8>) {
    let boxes = SHARED.with_borrow_mut(|shared| {
        shared.parts.push(part);
        // A part that does not belong leaves the boxes with what they had.
        let index = read(&shared.parts)?;
        Some((index, shared.boxes.clone()))
    });
    for (find_box, index) in boxes.into_iter().flat_map(|(index, boxes)| boxes.into_iter().map(move |one| (one, Rc::clone(&index)))) {
        if let Ok(mut find_box) = find_box.try_borrow_mut() {
            find_box.index = index;
            find_box.look_again();
        }
    }
}

fn read(parts: &[Vec<u8>]) -> Option<Rc<Index>> {
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    Index::read(&parts).ok().map(Rc::new)
}

/// A search box with its list.
struct FindBox {
    index: Rc<Index>,
    input: HtmlInputElement,
    list: List,
    english: bool,
}

fn dress(document: &Document, index: &Rc<Index>, input: HtmlInputElement, english: bool) -> Result<Rc<RefCell<FindBox>>, JsValue> {
    let list = List::under(document, &input, english)?;
    let (root, typing) = (list.root().clone(), document.active_element().as_ref() == Some(input.as_ref()));
    let find_box = Rc::new(RefCell::new(FindBox { index: Rc::clone(index), input: input.clone(), list, english }));
    if typing {
        find_box.borrow_mut().look();
    }
    let hearing = Rc::clone(&find_box);
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(mut find_box) = hearing.try_borrow_mut() {
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
    Ok(find_box)
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

    /// Shows what more of the index adds, if somebody is typing here and has chosen nothing yet.
    fn look_again(&mut self) {
        let document = self.input.owner_document();
        let typing = document.and_then(|document| document.active_element()).as_ref() == Some(self.input.as_ref());
        if typing && self.list.chosen().is_none() {
            self.look();
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
        // The rest of the index is on its way: that nothing fits can only be said when it is here.
        if answer.total == 0 && answer.code.is_none() && self.index.is_partial() {
            self.list.close();
            return;
        }
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
