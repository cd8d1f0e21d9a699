//! Life events: what to do, in order, with the guides each step needs.

use crate::{
    component::{
        Press,
        back_link::back_link,
        procedure_list::procedure_list,
        step_list::{ShownStep, StepHeading, step_list},
        tiles::tiles,
    },
    document::Page,
    route::Route,
};
use domain::life_event::LifeEvent;
use leptos::prelude::*;

pub(super) fn index(press: Press<'_>) -> Page {
    let lead = press.say(
        "Chọn điều đang xảy ra. Mỗi trang xếp các việc cần làm theo thứ tự.",
        "Choose what is happening. Each page puts what to do in order.",
    );
    let main = view! {
        <h1>{press.say("Chuyện trong đời", "Life events").to_owned()}</h1>
        <p class="lead">{lead.to_owned()}</p>
        {tiles(press, &press.catalogue.life_events)}
    };
    Page::new(Route::LifeEvents, press.say("Chuyện trong đời", "Life events").to_owned(), lead.to_owned(), main)
}

pub(super) fn page(press: Press<'_>, event: &LifeEvent) -> Page {
    let steps = event.steps.iter().map(|step| {
        let guides: Vec<_> = step.procedures.iter().filter_map(|slug| press.catalogue.procedure(slug.as_str())).collect();
        ShownStep {
            title: step.when.in_language(press.language).to_owned(),
            applies: None,
            text: step.text.get(press.language).clone(),
            more: (!guides.is_empty()).then(|| procedure_list(press, guides)),
        }
    });
    let summary = event.summary.in_language(press.language).to_owned();
    let title = event.title.in_language(press.language).to_owned();
    let main = view! {
        {back_link(press, press.href(&Route::LifeEvents), press.say("Chuyện trong đời", "Life events").to_owned())}
        <div class="column">
            <h1>{title.clone()}</h1>
            <p class="lead">{summary.clone()}</p>
            {step_list(press, StepHeading::Second, steps.collect())}
        </div>
    };
    Page::new(Route::LifeEvent(event.slug.clone()), title, summary, main)
}
