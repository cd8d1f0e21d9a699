//! How answers are shared out: words, number and a bar each, drawn by attributes alone.

use super::{Component, Press, Sheet};
use crate::text;
use domain::totals::Share;
use leptos::prelude::*;

mod examples;

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it counts.
    pub label: String,
    /// How many.
    pub count: u64,
}

/// Bars of one whole, with how many answers they rest on.
pub fn share_bars(_press: Press<'_>, bars: &[Bar], sample: u64) -> impl IntoView + use<> {
    let row = |bar: &Bar| {
        let share = Share { part: bar.count, whole: sample };
        let words = text::percent(share);
        let width = share.hundredths_of_percent().unwrap_or(0).min(10_000).to_string();
        view! {
            <div class="share">
                <dt>{bar.label.clone()}</dt>
                <dd>
                    <svg viewBox="0 0 10000 100" preserveAspectRatio="none" aria-hidden="true"><rect width=width height="100"></rect></svg>
                    <span class="number">{format!("{} · {words}", bar.count)}</span>
                </dd>
            </div>
        }
    };
    view! { <dl class="shares">{bars.iter().map(row).collect_view()}</dl><p class="mute">{format!("Tính trên {sample} câu trả lời.")}</p> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "share_bars", sheet: Sheet::Form, style: include_str!("share_bars/share_bars.css"), examples: examples::examples }
}
