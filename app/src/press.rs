//! What every view is printed from: the content, the language, the day, the names of assets.

use crate::{assets::Assets, route::Route};
use domain::{catalogue::Catalogue, date::Date, language::Language};

/// What every view needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// Everything that is published.
    pub catalogue: &'a Catalogue,
    /// The language of the page.
    pub language: Language,
    /// The day the page is printed for.
    pub as_of: Date,
    /// The names of assets.
    pub assets: &'a Assets,
}

impl<'a> Press<'a> {
    /// Picks the words of the page's language.
    pub const fn say(self, vietnamese: &'a str, english: &'a str) -> &'a str {
        self.language.pick(vietnamese, english)
    }

    /// Returns the address of a page, in this language where it exists in it.
    pub fn href(self, route: &Route) -> String {
        let language = if route.exists_in(self.language) { self.language } else { Language::Vietnamese };
        route.path(language)
    }

    /// The same press in another language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }
}
