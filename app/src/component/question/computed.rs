//! What follows from other answers: shown, never asked.

use super::{Asked, described, notes};
use crate::document::Print as _;
use domain::form::{Computed, Question, Relevance, computed_text};
use leptos::prelude::*;

/// What stands there until it can be computed; the script says it otherwise.
const LATER: &str = "Tính từ những câu trên. Bạn thấy số này ở bước xem lại.";

pub(super) fn computed(asked: Asked<'_>, question: &Question, path: &str, computed: &Computed) -> AnyView {
    let relevance = Relevance::of(asked.form, asked.filled.raw, asked.press.as_of);
    let values = relevance.computed(asked.filled.raw);
    let value = values.into_iter().find(|(known, ..)| known == path).and_then(|(.., value)| value);
    let words = value.map_or_else(|| LATER.to_owned(), |value| computed_text(value, computed.money));
    let invalid = asked.fault(path).map(|_| "true");
    // Nobody types here; a message about it still leads here.
    view! {
        <label class="ask" for=path.to_owned()>{question.label.clone()}</label>
        {notes(asked, question, path, true)}
        <output class="computed" class:computed-known=value.is_some() id=path.to_owned() name=path.to_owned() tabindex="-1" aria-live="off" aria-describedby=described(question, path) aria-invalid=invalid data-computed="">{words}</output>
    }
    .printed()
}
