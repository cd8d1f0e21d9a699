//! What every index and every answer must keep to, whatever came in.
//!
//! The fuzz targets and the replay of the kept inputs in `search/tests/corpus.rs` share these checks:
//! the latter includes this file as a module, so nothing here may name the crate it stands in.

pub mod answer;
pub mod head;
pub mod index;
pub mod query;
pub mod sample;
