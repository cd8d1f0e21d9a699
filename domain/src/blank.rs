//! A blank form (biểu mẫu) to print and fill by hand.

use crate::{procedure::Source, slug::Slug};
use serde::{Deserialize, Serialize};

/// A blank form; Vietnamese only, as the office reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blank {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its symbol in the circular that made it.
    pub symbol: Option<String>,
    /// The circular.
    pub source: Source,
    /// To whom it is addressed.
    pub to: String,
    /// Its parts.
    pub sections: Vec<BlankSection>,
    /// What the signer declares.
    pub declaration: String,
    /// Who signs.
    pub signatures: Vec<String>,
    /// What we are not sure of.
    pub review_note: Option<String>,
}

impl Blank {
    /// Returns the paths of the answers that fill its lines.
    pub fn answers(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().flat_map(|section| &section.lines).filter_map(|line| line.answer.as_deref())
    }
}

/// A part of a blank form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlankSection {
    /// What it is about.
    pub heading: Option<String>,
    /// Its lines.
    pub lines: Vec<BlankLine>,
}

/// A line to fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlankLine {
    /// What to write.
    pub label: String,
    /// How much of the width it takes.
    pub width: LineWidth,
    /// How it is filled.
    pub filling: Filling,
    /// The path of the answer that fills it, where a form of the portal does: `noi-o.street`, `cung.2.ten`.
    pub answer: Option<String>,
}

/// How much of the width a line takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineWidth {
    /// The whole line.
    Full,
    /// Half of it.
    Half,
    /// A third of it.
    Third,
}

impl LineWidth {
    /// Every width with its name in content files.
    pub const NAMED: [(&'static str, Self); 3] = [("full", Self::Full), ("half", Self::Half), ("third", Self::Third)];
}

/// How a line is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filling {
    /// On a dotted line.
    Free,
    /// One character to a box, so many boxes.
    Boxes(u8),
    /// By ticking one of these.
    Choices(Vec<String>),
}
