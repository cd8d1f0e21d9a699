//! The engine of our search without a page around it, so that a browser can measure what other libraries are measured by.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

use alloc::{format, string::String, vec::Vec};
use search::{Index, Question};
use wasm_bindgen::prelude::*;

/// The memory of the portal's own search box.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn end(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// An index that was taken apart.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    index: Index,
}

#[wasm_bindgen]
impl Engine {
    /// Takes an index apart; nothing comes back when it is none.
    pub fn ready(bytes: &[u8]) -> Option<Engine> {
        Index::read(&[bytes]).ok().map(|index| Engine { index })
    }

    /// Returns the first ten results, a line each: code, tab, title. Other libraries hand out titles too, so spelling them is part of the time.
    pub fn ask(&self, text: &str) -> String {
        let answer = self.index.look_up(&Question { text, limit: 10, ..Question::default() });
        let hits = if answer.total == 0 { &answer.guesses } else { &answer.hits };
        let entries = hits.iter().filter_map(|hit| self.index.entry(hit.entry));
        entries.map(|entry| format!("{}\t{}", entry.code(), entry.title())).collect::<Vec<_>>().join("\n")
    }
}
