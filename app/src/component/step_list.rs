//! Numbered steps along a line.

use super::{Component, Press};
use domain::markup::Markup;
use leptos::prelude::*;

mod examples;

/// One step as it is shown.
#[derive(Debug)]
pub struct ShownStep {
    /// Its name.
    pub title: String,
    /// For whom or when it applies, where it does not always.
    pub applies: Option<String>,
    /// What happens.
    pub text: Markup,
    /// More under it.
    pub more: Option<AnyView>,
}

/// Steps in order.
pub fn step_list(_press: Press<'_>, steps: Vec<ShownStep>) -> impl IntoView + use<> {
    let step = |step: ShownStep| {
        let applies = step.applies.map(|applies| view! { <p class="mute">{applies}</p> });
        view! { <li class="step"><h3>{step.title}</h3>{applies}<div inner_html=step.text.as_str().to_owned()></div>{step.more}</li> }
    };
    view! { <ol class="steps">{steps.into_iter().map(step).collect_view()}</ol> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "step_list", style: include_str!("step_list/step_list.css"), examples: examples::examples }
}
