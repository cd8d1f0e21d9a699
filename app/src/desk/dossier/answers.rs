//! The answers, by topic, each with what looks odd about it.

use super::super::mark::icon;
use domain::desk::{Odd, Opened};
use leptos::prelude::*;

pub(super) fn shown(opened: &Opened) -> impl IntoView + use<> {
    let sections = opened.sections.iter().map(|section| {
        let rows = section.rows.iter().map(|row| {
            let odd = opened.doubts.iter().filter(|odd| odd.path == row.path).map(doubt).collect_view();
            let lines = row.value.lines().map(|line| view! { <span class="answer-line">{line.to_owned()}</span> }).collect_view();
            view! { <div class="answer"><dt>{row.label.clone()}</dt><dd>{lines}{odd}</dd></div> }
        });
        view! { <section class="answers"><h2>{section.title.clone()}</h2><dl>{rows.collect_view()}</dl></section> }
    });
    sections.collect_view()
}

fn doubt(odd: &Odd) -> impl IntoView + use<> {
    view! { <span class="badge badge-warning answer-odd">{icon("warning")}{odd.text.clone()}</span> }
}
