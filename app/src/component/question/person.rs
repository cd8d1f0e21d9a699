//! A person: one frame with a question for each part that is asked.

use super::{Asked, question, words};
use crate::document::Print as _;
use domain::form::Question;
use leptos::prelude::*;

pub(super) fn person(asked: Asked<'_>, of: &Question, path: &str, parts: &[Question]) -> AnyView {
    let hint = of.hint.clone().map(|hint| view! { <p class="hint" id=format!("{path}-hint")>{hint}</p> });
    let describes = of.hint.as_ref().map(|_| format!("{path}-hint"));
    let parts = parts.iter().map(|part| question(asked, part, &format!("{path}.{}", part.id), parts)).collect_view();
    view! {
        <fieldset class="row person" id=path.to_owned() aria-describedby=describes>
            <legend>{words(of)}</legend>
            {hint}
            {parts}
        </fieldset>
    }
    .printed()
}
