//! What people say and what they mean by it, for the whole index.

use alloc::{string::String, vec::Vec};

/// Phrases of one language and their meaning in the words of titles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexicon {
    /// The entries.
    pub phrases: Vec<Phrase>,
}

/// An entry of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase {
    /// What kind of saying it is.
    pub kind: Kind,
    /// What people type, each a way to say it.
    pub says: Vec<String>,
    /// What titles call it, the likeliest first; none for words that say nothing.
    pub means: Vec<String>,
}

/// Kinds of sayings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `CCCD`.
    Abbreviation,
    /// `chứng minh nhân dân`.
    OldName,
    /// `sổ đỏ`.
    Everyday,
    /// `mới sinh con`.
    LifeEvent,
    /// `birth certificate`.
    English,
    /// `công an xã`: who does it.
    Agency,
    /// `cấp tỉnh`, `Hà Nội`: where.
    Level,
    /// `tôi muốn`: says nothing.
    Filler,
}

impl Kind {
    /// Every kind, in the order of its number in an index.
    pub const ALL: [Self; 8] =
        [Self::Abbreviation, Self::OldName, Self::Everyday, Self::LifeEvent, Self::English, Self::Agency, Self::Level, Self::Filler];

    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    pub(crate) const fn number(self) -> u8 {
        self as u8
    }
}
