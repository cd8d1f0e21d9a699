//! Named rows of the same columns: a table on a wide screen, one card for each row on a phone.

use super::{Asked, question, words};
use crate::document::Print as _;
use crate::text::lower_first;
use domain::form::{Choice, Question, Relevance, TOTAL, Table, computed_text};
use leptos::prelude::*;

pub(super) fn table(asked: Asked<'_>, of: &Question, path: &str, table: &Table) -> AnyView {
    let hint = of.hint.clone().map(|hint| view! { <p class="hint" id=format!("{path}-hint")>{hint}</p> });
    let describes = format!("{}{path}-error", of.hint.as_ref().map(|_| format!("{path}-hint ")).unwrap_or_default());
    let heads = table.columns.iter().map(|column| view! { <th scope="col">{words(column)}</th> }).collect_view();
    let rows = table.rows.iter().map(|one| row(asked, path, table, one)).collect_view();
    view! {
        <fieldset class="asks" aria-describedby=describes>
            <legend class="ask">{words(of)}</legend>
            {hint}
            {super::error_line(asked, path)}
            <table class="cells" id=path.to_owned()>
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{rows}{totals(asked, path, table)}</tbody>
            </table>
        </fieldset>
    }
    .printed()
}

fn row(asked: Asked<'_>, path: &str, table: &Table, row: &Choice) -> impl IntoView + use<> {
    let cell = |column: &Question| {
        // Each box has a name of its own, for whoever hears it without its row.
        let label = format!("{}, {}", column.label, lower_first(&row.label));
        let named = Question { label, ..column.clone() };
        view! { <td>{question(asked, &named, &format!("{path}.{}.{}", row.id, column.id), &[])}</td> }
    };
    let cells = table.columns.iter().map(cell).collect_view();
    view! { <tr><th scope="row">{row.label.clone()}</th>{cells}</tr> }
}

/// The sums; the script writes them as somebody types.
fn totals(asked: Asked<'_>, path: &str, table: &Table) -> Option<AnyView> {
    if table.totals.is_empty() {
        return None;
    }
    let raw = asked.filled.raw;
    let known = Relevance::of(asked.form, raw, asked.press.as_of).computed(raw);
    let cell = |column: &Question| {
        let adds = table.totals.contains(&column.id);
        let path = format!("{path}.{TOTAL}.{}", column.id);
        let value = known.iter().find(|(known, ..)| *known == path).and_then(|(_, money, value)| Some(computed_text((*value)?, *money)));
        let label = format!("{}, tổng cộng", column.label);
        let sum = adds.then(|| {
            let found = value.is_some();
            let target = path.clone();
            let name = path.clone();
            view! { <label class="ask" for=target>{label}</label><output class="computed" class:computed-known=found id=path name=name tabindex="-1" aria-live="off">{value.unwrap_or_else(|| "–".to_owned())}</output> }
        });
        view! { <td>{sum}</td> }
    };
    let cells = table.columns.iter().map(cell).collect_view();
    Some(view! { <tr><th scope="row">"Tổng cộng"</th>{cells}</tr> }.printed())
}
