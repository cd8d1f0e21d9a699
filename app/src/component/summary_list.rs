//! What was answered, by topic, each with the way back to it.

use super::{Component, Press, Sheet};
use domain::form::AnswerRow;
use leptos::prelude::*;

mod examples;

/// A topic with its rows; `change` leads back to where they are asked.
pub fn summary_list(_press: Press<'_>, title: &str, rows: &[AnswerRow], change: Option<String>) -> impl IntoView + use<> {
    let change = change.map(|href| {
        let of = format!(" {}", crate::text::lower_first(title));
        view! { <a href=href>"Sửa"<span class="spoken-only">{of}</span></a> }
    });
    let row = |row: &AnswerRow| {
        let lines = row.value.lines().map(|line| view! { <span>{line.to_owned()}</span> }).collect_view();
        view! { <div><dt>{row.label.clone()}</dt><dd>{lines}</dd></div> }
    };
    let rows = rows.iter().map(row).collect_view();
    view! {
        <section class="summary-list">
            <div class="summary-head"><h2>{title.to_owned()}</h2>{change}</div>
            <dl>{rows}</dl>
        </section>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component {
        name: "summary_list",
        sheet: Sheet::Form,
        style: include_str!("summary_list/summary_list.css"),
        examples: examples::examples,
    }
}
