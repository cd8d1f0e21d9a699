//! How a word is found: Vietnamese folding, edit distance and a first ranking.
//!
//! # In scope
//! Text in, order out; native and WebAssembly, without any dependency.
//!
//! # Out of scope
//! Where the texts come from and how results look.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::cast_possible_truncation)]

// In suggested reading order.
mod distance;
mod fold;
mod rank;

pub use distance::distance;
pub use fold::{fold, slugify, words};
pub use rank::{Entry, Hit, rank};
