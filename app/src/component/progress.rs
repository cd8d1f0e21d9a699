//! Where one is in a form: «Phần 2 trong 5 · Cha và mẹ».

use super::{Component, Press, Sheet};
use leptos::prelude::*;

mod examples;

/// The line with its marks; `at` counts from 1.
pub fn progress(_press: Press<'_>, word: &str, at: usize, of: usize, topic: &str) -> impl IntoView + use<> {
    let marks = (1..=of).map(|mark| view! { <i class:done=mark <= at></i> }).collect_view();
    view! {
        <div class="progress">
            <p>{format!("{word} {at} trong {of} · {topic}")}</p>
            <span aria-hidden="true">{marks}</span>
        </div>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "progress", sheet: Sheet::Form, style: include_str!("progress/progress.css"), examples: examples::examples }
}
