//! A survey (khảo sát): who asks, why, until when, and its questions.

use crate::{date::Date, form::Form, slug::Slug};
use serde::{Deserialize, Serialize};

/// A survey; its questions are a form's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Who asks.
    pub asks: String,
    /// Why.
    pub why: String,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Whether nobody can tell who answered.
    pub anonymous: bool,
    /// The last day it takes answers.
    pub until: Date,
    /// Where its results appear.
    pub results: String,
    /// What is said at the end.
    pub thanks: String,
    /// Its questions.
    pub form: Form,
}

impl Survey {
    /// Tells whether it takes answers on a day.
    pub fn is_open_on(&self, day: Date) -> bool {
        day <= self.until
    }
}
