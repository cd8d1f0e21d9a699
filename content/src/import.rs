//! The national import: lists and records of the nation's database in, files of `national/` out.
//!
//! # In scope
//! Three formats of the nation (its list, records of its portal's API, its texts in full), cleaned, merged by code and parsed as far as they can be.
//! Comparing what came of them with the folder, so that somebody sees what would change before it does.
//!
//! # Out of scope
//! Judging what the state wrote. What cannot be parsed stays as text and is counted.

pub mod plan;
pub mod report;

mod capitals;
mod clean;
mod draft;
mod free;
mod full;
mod listed;
mod merge;
mod portal;
mod short;
mod written;

pub use merge::{Covered, Imported, Wanted};
pub use written::FOLDER;

use report::Report;
use std::collections::BTreeMap;

/// What the nation's files say, by the name of each file.
#[derive(Debug, Clone, Default)]
pub struct Raw {
    /// The list of all procedures (`national-catalogue.json`, or a corpus made from it), with its name.
    pub list: Option<(String, String)>,
    /// Records of the national portal's API.
    pub records: BTreeMap<String, String>,
    /// Texts in full.
    pub texts: BTreeMap<String, String>,
}

/// Reads everything and merges it; what one file gets wrong never stops the others.
pub fn read(raw: &Raw, wanted: &Wanted, covered: &Covered) -> Imported {
    let mut report = Report::default();
    let mut drafts = Vec::new();
    if let Some((name, json)) = &raw.list {
        drafts.extend(listed::read(name, json, &mut report));
    }
    for (name, json) in &raw.texts {
        drafts.extend(full::read(name, json, &mut report));
    }
    for (name, json) in &raw.records {
        drafts.extend(portal::read(name, json, &mut report));
    }
    merge::merged(drafts, wanted, covered, report)
}
