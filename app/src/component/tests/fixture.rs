//! The small catalogue that examples and pages are printed from in tests.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be read must stop the tests")]

use content::{compile, source::Sources};
use domain::{catalogue::Catalogue, date::Date};
use std::path::Path;

/// The day of the tests.
pub(crate) fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

/// The good site of the content compiler's own tests.
pub(crate) fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests/good_site");
    compile(&Sources::read(&folder).unwrap(), day()).catalogue.unwrap()
}
