//! What happened, newest first.

use super::{VI, names};
use crate::text::{self, desk as words};
use domain::desk::Opened;
use leptos::prelude::*;

pub(super) fn shown(opened: &Opened) -> impl IntoView + use<> {
    let name = names(opened);
    let entries = opened.events.iter().rev().map(|event| {
        let facts =
            words::facts(&event.what, &name).into_iter().map(|fact| view! { <span class="answer-line">{fact}</span> }).collect_view();
        let moment = event.at.moment();
        let inside = event.what.is_internal().then(|| view! { <span class="mute">" · nội bộ"</span> });
        view! {
            <li>
                <p class="timeline-when mute number">{format!("{} {}", moment.time, text::date(moment.date, VI))}</p>
                <p><b>{words::happened(&event.what)}</b><span class="mute">" · "{words::actor(&event.by).to_owned()}</span>{inside}</p>
                <p class="timeline-facts">{facts}</p>
            </li>
        }
    });
    view! { <section class="timeline"><h2>"Diễn biến"</h2><ol>{entries.collect_view()}</ol></section> }
}
