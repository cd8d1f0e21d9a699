//! Who runs the portal, and the doors to other systems.

use crate::{date::Date, language::Localized, procedure::FilingPlace, slug::Slug};
use serde::{Deserialize, Serialize};

/// The identity of the authority and of its portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The authority's identifying code, such as `H99`.
    pub code: String,
    /// The authority's name.
    pub name: Localized,
    /// The portal's name.
    pub portal: Localized,
    /// One line under the name.
    pub tagline: Localized,
    /// What search engines show.
    pub description: Localized,
    /// The mark of a sample site, shown at the foot of every page; `None` on a real one.
    pub sample: Option<Localized>,
    /// The unit and the person in charge.
    pub responsible: Localized,
    /// The authority's address.
    pub address: Localized,
    /// The number people call.
    pub hotline: String,
    /// When somebody answers.
    pub hotline_hours: Localized,
    /// The address people write to.
    pub email: String,
    /// The public address of the portal, without a final slash.
    pub base_url: String,
    /// Where forms ask who is signed in, a path of this portal; `None` where nobody can sign in. See [`crate::profile`].
    pub identity: Option<String>,
    /// The day of the content.
    pub content_date: Date,
    /// The guides most people need, in order.
    pub popular: Vec<Slug>,
    /// Words to try in the search box.
    pub search_examples: Vec<Localized>,
    /// Other systems procedures are filed in.
    pub doors: Vec<Door>,
}

/// Another system a procedure is filed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// Which filing place it opens.
    pub place: FilingPlace,
    /// What people call it.
    pub name: Localized,
    /// Its address.
    pub url: String,
}

/// A page of running text: help, privacy, accessibility, about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPage {
    /// Its short name; `tro-giup` is the first of them, the others stand under it.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What search engines show.
    pub description: String,
    /// When it was last read through.
    pub reviewed_on: Date,
    /// Its text.
    pub body: crate::markup::Markup,
    /// Its headings.
    pub headings: Vec<crate::markup::Heading>,
}
