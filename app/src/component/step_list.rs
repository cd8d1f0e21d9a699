//! Numbered steps along a line.

use super::{Component, Press, Sheet};
use crate::document::Print as _;
use domain::markup::Markup;
use leptos::prelude::*;

mod examples;

/// The level of the headings of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepHeading {
    /// Right under the heading of the page.
    Second,
    /// Under the heading of a section.
    Third,
}

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
///
/// `heading` is the level of the headings: one below what stands above the list.
pub fn step_list(_press: Press<'_>, heading: StepHeading, steps: Vec<ShownStep>) -> impl IntoView + use<> {
    let step = |step: ShownStep| {
        let title = match heading {
            StepHeading::Second => view! { <h2>{step.title}</h2> }.printed(),
            StepHeading::Third => view! { <h3>{step.title}</h3> }.printed(),
        };
        let applies = step.applies.map(|applies| view! { <p class="mute">{applies}</p> });
        view! { <li class="step">{title}{applies}<div inner_html=step.text.as_str().to_owned()></div>{step.more}</li> }
    };
    view! { <ol class="steps">{steps.into_iter().map(step).collect_view()}</ol> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "step_list", sheet: Sheet::Every, style: include_str!("step_list/step_list.css"), examples: examples::examples }
}
