//! Finished markup, made by the content compiler from Markdown without raw HTML.

use serde::{Deserialize, Serialize};

/// Markup that views may print unescaped.
///
/// Only the content compiler makes it, and only from Markdown in which raw HTML was refused.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Markup(String);

impl Markup {
    /// Wraps markup that a trusted compiler made.
    pub const fn from_compiler(markup: String) -> Self {
        Self(markup)
    }

    /// Returns the markup as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A heading of a Markdown text, for tables of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 2 for `##`, 3 for `###`.
    pub level: u8,
    /// What stands after `#` in an address.
    pub anchor: String,
    /// The words of the heading.
    pub text: String,
}
