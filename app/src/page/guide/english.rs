//! The key facts of a procedure in English: the slip, whole, and the way to the Vietnamese guide.

use super::slip::slip_of;
use crate::{
    component::{Press, back_link::back_link, badge::Tone, callout::callout},
    document::Page,
    route::Route,
};
use domain::{language::Language, procedure::Procedure};
use leptos::prelude::*;

pub(in crate::page) fn page(press: Press<'_>, procedure: &Procedure) -> Page {
    let title = procedure.title.en.clone();
    let whole = Route::Procedure(procedure.slug.clone()).path(Language::Vietnamese);
    let main = view! {
        {back_link(press, press.href(&Route::Field(procedure.field.clone())), super::field_name(press, procedure))}
        <div class="column">
            <h1>{title.clone()}</h1>
            <p class="mute" lang="vi">{procedure.title.vi.clone()}" · "<span class="number">{procedure.code.to_string()}</span></p>
            {super::standing(press, procedure)}
            <p class="lead">{procedure.answer.en.clone()}</p>
            {slip_of(press, procedure)}
            {super::places(press, procedure)}
            {callout(press, Tone::Information, view! {
                <p>"These key facts are in English. The papers case by case, the steps and the questions are in the "
                <a href=whole hreflang="vi">"full guide in Vietnamese"</a>"."</p>
            })}
        </div>
    };
    let mut page = Page::new(Route::Procedure(procedure.slug.clone()), title, procedure.answer.en.clone(), main);
    page.structured = Some(super::structured::service(press, procedure));
    page.with_guide_bundle = true;
    page.days_off = Some(press.catalogue.calendar.to_compact(press.as_of.year()));
    page
}
