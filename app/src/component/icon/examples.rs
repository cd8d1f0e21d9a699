//! Named examples of icons.

use super::{drawing, icon};
use crate::component::{Example, Press, example};
use leptos::prelude::*;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example("beside a word", view! { <p>{icon(press, "clock")} " 3 ngày làm việc"</p> }),
        example("a life event", view! { <p>{drawing(press, "baby")} " Sinh con"</p> }),
    ]
}
