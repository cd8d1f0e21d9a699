//! What is computed from answers: shown, never asked, never taken from what was sent.

use super::Path;
use crate::money::Dong;
use serde::{Deserialize, Serialize};

/// A value that follows from earlier answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computed {
    /// How it is computed.
    pub from: Formula,
    /// Whether it is an amount of đồng.
    pub money: bool,
}

/// How a value is computed; what does not fit into a number is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Formula {
    /// The age in full years that somebody born on this day has reached today.
    Age(Path),
    /// These together, each row of a column on its own; what is empty or not asked counts as nothing, a wrong answer leaves no sum.
    Sum(Vec<Path>),
    /// These multiplied; all of them must be there.
    Product(Vec<Path>),
}

/// Writes a value that was computed, with its thousands apart: `1.234`, an amount with its unit.
pub fn computed_text(value: u64, money: bool) -> String {
    let text = Dong(value).to_string();
    if money { text } else { text.trim_end_matches(['đ', '\u{a0}']).to_owned() }
}

impl Formula {
    /// Returns what it looks at.
    pub fn looks_at(&self) -> &[Path] {
        match self {
            Self::Age(path) => std::slice::from_ref(path),
            Self::Sum(paths) | Self::Product(paths) => paths,
        }
    }
}
