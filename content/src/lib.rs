//! The content compiler: Markdown and TOML in, a [`Catalogue`] and every problem out.
//!
//! # In scope
//! Reading the content folder, pointing at every fault with path, line and column, resolving every reference.
//!
//! # Out of scope
//! Pages, addresses on disk, the clock (the day is an argument).
//!
//! Each file is read by hand over a spanned TOML tree and not through `serde`:
//! `serde` stops at the first fault of a file, an editor wants all of them at once.

// In suggested reading order.
pub mod problem;
pub mod report;
pub mod source;

pub mod finding;
pub mod import;
pub mod yardstick;

mod check;
mod front_matter;
mod json;
mod markdown;
mod read;
mod register;
mod table;
mod wording;
mod written;

pub mod unit;

use domain::{catalogue::Catalogue, date::Date, unit::AdministrativeUnits};
use problem::{Problem, Severity};
use source::Sources;

/// What came of compiling a content folder.
#[derive(Debug)]
pub struct Compiled {
    /// The catalogue; `None` when an error stands in its way.
    pub catalogue: Option<Catalogue>,
    /// What people say for what is in it.
    pub finding: finding::Finding,
    /// Every problem, by path and place.
    pub problems: Vec<Problem>,
}

/// Compiles content as it stands on a day, without the state's list of places: addresses elsewhere are taken as they are.
pub fn compile(sources: &Sources, as_of: Date) -> Compiled {
    compile_with(sources, as_of, None)
}

/// Compiles content as it stands on a day; the catalogue holds the provinces and communes of `units`.
pub fn compile_with(sources: &Sources, as_of: Date, units: Option<&AdministrativeUnits>) -> Compiled {
    let problems = problem::Problems::default();
    let (catalogue, finding) = read::catalogue(sources, as_of, units, &problems);
    let problems = problems.into_sorted();
    let failed = problems.iter().any(|problem| problem.fault.severity() == Severity::Error);
    Compiled { catalogue: if failed { None } else { catalogue }, finding, problems }
}
