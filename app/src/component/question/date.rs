//! A day in three boxes.

use super::{Asked, described, notes, words};
use crate::document::Print as _;
use domain::{date::Date, form::Question};
use leptos::prelude::*;

pub(super) fn date(asked: Asked<'_>, question: &Question, path: &str) -> AnyView {
    view! {
        <fieldset class="asks" aria-describedby=described(question, path)>
            <legend class="ask">{words(question)}</legend>
            {notes(asked, question, path, true)}
            {boxes(asked, question, path)}
        </fieldset>
    }
    .printed()
}

/// The three boxes of a day.
pub(super) fn boxes(asked: Asked<'_>, question: &Question, path: &str) -> impl IntoView + use<> {
    let [day, month, year] = parts(asked, path);
    let invalid = asked.fault(path).map(|_| "true");
    // Browsers know a birthday by its three parts.
    let birthday = question.autocomplete.as_deref() == Some("bday");
    let part = |name: &'static str, label: &'static str, class: &'static str, value: String| {
        let id = format!("{path}.{name}");
        let (target, of) = (id.clone(), id.clone());
        let written = birthday.then(|| format!("bday-{name}"));
        let focused = asked.focused(&id);
        view! {
            <div>
                <label for=target>{label}</label>
                <input class=class type="text" inputmode="numeric" id=id name=of value=value autocomplete=written aria-invalid=invalid autofocus=focused/>
            </div>
        }
    };
    view! {
        <div class="date-boxes">
            {part("day", "Ngày", "box box-2", day)}
            {part("month", "Tháng", "box box-2", month)}
            {part("year", "Năm", "box box-4", year)}
        </div>
    }
}

/// The parts as they were typed, or those of a day given as one text.
fn parts(asked: Asked<'_>, path: &str) -> [String; 3] {
    match asked.filled.raw.one(path).parse::<Date>() {
        Ok(date) => {
            let (year, month, day) = date.parts();
            [day.to_string(), month.to_string(), year.to_string()]
        }
        Err(_) => ["day", "month", "year"].map(|part| asked.value(&format!("{path}.{part}"))),
    }
}
