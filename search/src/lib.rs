//! How a word is found: Vietnamese folding, an index of procedures, and what answers a query.
//!
//! # In scope
//! Text in, order out; native and WebAssembly, without any dependency and without the standard library,
//! whose messages alone would be a third of what a phone fetches to search.
//!
//! # Out of scope
//! Where the texts come from and how results look, but for the names of what they can be narrowed to.
#![cfg_attr(not(test), no_std)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::cast_possible_truncation)]

extern crate alloc;

// In suggested reading order.
mod distance;
mod fold;

mod fault;
mod format;
mod lexicon;
mod named;
mod record;
mod write;

mod ask;
mod bytes;
mod index;
mod letter;
mod token;

pub use distance::distance;
pub use fold::{fold, slugify, words};

pub use ask::{Answer, Because, Code, Count, Facets, Filter, Found, Question, Understood, Why};
pub use fault::Fault;
pub use index::{Index, Listing};
pub use lexicon::{Kind, Lexicon, Phrase};
pub use named::{AUDIENCES, LEVELS, Named};
pub use record::{Audiences, Levels, Record, Traits};
pub use write::write;
