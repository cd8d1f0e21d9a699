//! Why bytes are no index, or records do not fit into one.

use core::fmt;

/// What is wrong with bytes that should be an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// They are something else.
    NoIndex,
    /// They are of another version of this format.
    OtherVersion,
    /// They end too early.
    Cut,
    /// They were changed on the way, or contradict themselves.
    Broken,
    /// Parts of different indexes, or in the wrong order.
    Mixed,
    /// More records or words than the format can number.
    TooMuch,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoIndex => "not a search index",
            Self::OtherVersion => "a search index of another version",
            Self::Cut => "a search index that ends too early",
            Self::Broken => "a search index with an error in it",
            Self::Mixed => "parts of different search indexes",
            Self::TooMuch => "too many records or words for a search index",
        })
    }
}

impl core::error::Error for Fault {}
