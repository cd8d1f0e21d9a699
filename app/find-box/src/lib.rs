//! The bundle that finds while somebody types: a search box becomes a combobox (WAI-ARIA 1.2) over the index.
//!
//! The form stays what it is: without a chosen line, Enter sends it, and the Worker answers.
//!
//! It does without the standard library: whatever panics there is told in words nobody would read on a phone,
//! and the telling weighs more than the box. A panic here only ends the bundle; the plain form remains.
#![cfg_attr(target_arch = "wasm32", no_std)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

extern crate alloc;

use alloc::{rc::Rc, vec, vec::Vec};
use core::cell::RefCell;
use dom::{Element, Event};
use search::{Code, Index, Question};
use wasm_bindgen::prelude::*;

mod dom;
mod line;
mod list;

use list::List;

/// Small rather than clever: it weighs a tenth of the usual one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Ends the bundle.
#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn end(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// How many results stand under a box.
const SHOWN: usize = 7;

/// Brings every search box of the page to life, on the first part of the index.
///
/// Returns what takes a further part, `undefined` where page and bundle are not of one build or the index is none of ours.
#[wasm_bindgen]
pub fn start(build: &str, index: Vec<u8>) -> Option<JsValue> {
    if build != option_env!("PORTAL_BUILD").unwrap_or_default() {
        return None;
    }
    let mut parts = vec![index];
    let index = read(&parts)?;
    let inputs = dom::elements(".search-box input");
    let mut boxes = Vec::new();
    while let Some(input) = u32::try_from(boxes.len()).ok().and_then(|at| inputs.item(at)) {
        boxes.push(dress(&index, input)?);
    }
    let more = Closure::<dyn FnMut(Vec<u8>)>::new(move |part| {
        parts.push(part);
        // A part that does not belong leaves the boxes with what they had.
        let Some(index) = read(&parts) else { return };
        for find_box in &boxes {
            // Who is typing sees at once what it adds.
            if let Ok(mut find_box) = find_box.try_borrow_mut() {
                find_box.index = Rc::clone(&index);
                find_box.look_again();
            }
        }
    });
    Some(more.into_js_value())
}

fn read(parts: &[Vec<u8>]) -> Option<Rc<Index>> {
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    Index::read(&parts).ok().map(Rc::new)
}

/// A search box with its list.
#[derive(Debug)]
struct FindBox {
    index: Rc<Index>,
    input: Element,
    list: List,
    english: bool,
}

/// Dresses a box up; one without a form around it stays plain, and so do those after it.
fn dress(index: &Rc<Index>, input: Element) -> Option<Rc<RefCell<FindBox>>> {
    let english = input.closest("html[lang=en]").is_some();
    let list = List::under(&input, english)?;
    let find_box = Rc::new(RefCell::new(FindBox { index: Rc::clone(index), input, list, english }));
    let hearing = Rc::clone(&find_box);
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(mut find_box) = hearing.try_borrow_mut() {
            find_box.hear(&event);
        }
    });
    let heard = heard.into_js_value();
    let mut dressed = find_box.borrow_mut();
    for name in ["input", "keydown", "focus", "blur"] {
        dressed.input.add_event_listener(name, &heard);
    }
    for name in ["pointerdown", "click"] {
        dressed.list.root().add_event_listener(name, &heard);
    }
    dressed.look_again();
    drop(dressed);
    Some(find_box)
}

impl FindBox {
    fn hear(&mut self, event: &Event) {
        match event.kind().as_str() {
            "input" | "focus" => self.look(),
            "blur" => self.list.close(),
            // The box keeps the focus while a finger is on the list.
            "pointerdown" => event.prevent_default(),
            "click" => {
                self.list.choose_at(&event.target());
                self.go();
            }
            _ => self.press(event),
        }
    }

    fn press(&mut self, key: &Event) {
        if key.is_composing() {
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
        if self.input.matches(":focus") && self.list.chosen().is_none() {
            self.look();
        }
    }

    /// Shows what fits the words as they are now.
    fn look(&mut self) {
        let text = self.input.value();
        if text.bytes().all(|byte| byte == b' ') {
            self.list.close();
            return;
        }
        let answer = self.index.look_up(&Question { text: &text, limit: SHOWN, ..Question::default() });
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
            lines.extend(line::narrowings(&self.index, &answer, &text, self.english));
            lines.push(line::all(answer.total, &text, self.english));
        }
        let said = line::said(answer.total, lines.is_empty(), answer.code.is_some(), self.english);
        self.list.show(lines, &said);
    }

    /// Goes where the chosen line leads; tells whether there is one.
    fn go(&mut self) -> bool {
        let Some(address) = self.list.chosen() else { return false };
        dom::assign(address);
        self.list.close();
        true
    }
}
