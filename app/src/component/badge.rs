//! A few words in a tone, with an icon, so that colour never speaks alone.

use super::{Component, Press, Sheet, icon::icon};
use leptos::prelude::*;

mod examples;

/// The tone of a badge or a callout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A state nobody has to act on.
    Neutral,
    /// Good to know.
    Information,
    /// Done.
    Success,
    /// Somebody must act.
    Warning,
    /// It cannot go on like this.
    Error,
}

impl Tone {
    /// Returns the end of its class and its icon.
    pub const fn signs(self) -> (&'static str, &'static str) {
        match self {
            Self::Neutral => ("neutral", "neutral"),
            Self::Information => ("information", "info"),
            Self::Success => ("success", "success"),
            Self::Warning => ("warning", "warning"),
            Self::Error => ("error", "error"),
        }
    }
}

/// A badge.
pub fn badge(press: Press<'_>, tone: Tone, words: String) -> impl IntoView + use<> {
    let (class, sign) = tone.signs();
    view! { <span class=format!("badge badge-{class}")>{icon(press, sign)}{words}</span> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "badge", sheet: Sheet::Every, style: include_str!("badge/badge.css"), examples: examples::examples }
}
