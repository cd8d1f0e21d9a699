//! A life event (sự kiện trong đời) that joins several procedures.

use crate::{language::Localized, markup::Markup, slug::Slug};
use serde::{Deserialize, Serialize};

/// Something that happens in a life, and what then has to be done, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeEvent {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its place among the others.
    pub order: u16,
    /// Its name.
    pub title: Localized,
    /// One or two sentences on it.
    pub summary: Localized,
    /// The name of its drawing.
    pub icon: String,
    /// Words people search it with.
    pub everyday_names: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<LifeEventStep>,
}

/// One thing to do in a life event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeEventStep {
    /// When, or under which condition.
    pub when: Localized,
    /// What.
    pub text: Localized<Markup>,
    /// The guides it needs.
    pub procedures: Vec<Slug>,
}
