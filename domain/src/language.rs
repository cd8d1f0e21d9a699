//! The languages a page is written in, and texts that exist in each of them.

use serde::{Deserialize, Serialize};

/// A language of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Tiếng Việt, the first language of every page.
    Vietnamese,
    /// English, for pages that are translated whole.
    English,
}

impl Language {
    /// Both languages, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vietnamese, Self::English];

    /// Returns the tag of the language (RFC 5646), as `lang` wants it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    /// Returns what stands before every path of this language: nothing, or `/en`.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Vietnamese => "",
            Self::English => "/en",
        }
    }

    /// Picks the text of this language.
    pub const fn pick<T: Copy>(self, vietnamese: T, english: T) -> T {
        match self {
            Self::Vietnamese => vietnamese,
            Self::English => english,
        }
    }
}

/// A value in both languages; for most texts [`Localized<String>`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localized<T = String> {
    /// The Vietnamese value.
    pub vi: T,
    /// The English value.
    pub en: T,
}

impl<T> Localized<T> {
    /// Returns the value in one language.
    pub const fn get(&self, language: Language) -> &T {
        match language {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }
}

impl Localized<String> {
    /// Returns the text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        self.get(language)
    }
}
