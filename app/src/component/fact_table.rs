//! A table of facts that turns into stacked labels and values on a small screen.

use super::{Component, Press, Sheet};
use leptos::prelude::*;

mod examples;

/// A row: what it is about, then a cell for each further column.
#[derive(Debug)]
pub struct FactRow {
    /// What the row is about.
    pub head: AnyView,
    /// Its cells.
    pub cells: Vec<AnyView>,
}

/// A table with a caption; the first column names the rows.
pub fn fact_table(_press: Press<'_>, caption: String, columns: Vec<String>, rows: Vec<FactRow>) -> impl IntoView + use<> {
    let heads = columns.iter().map(|column| view! { <th scope="col">{column.clone()}</th> }).collect_view();
    let rows = rows.into_iter().map(|row| {
        let labels = columns.iter().skip(1).cloned();
        let cells = row.cells.into_iter().zip(labels).map(|(cell, label)| view! { <td data-label=label role="cell">{cell}</td> });
        view! { <tr role="row"><th scope="row" role="rowheader">{row.head}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="fact-table" role="table">
            <caption><span class="spoken-only">{caption}</span></caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "fact_table", sheet: Sheet::Every, style: include_str!("fact_table/fact_table.css"), examples: examples::examples }
}
