//! The slips that have a ground now.

use super::super::{
    mark::icon,
    state::{Over, desk as shared},
};
use domain::desk::{Opened, SlipOffer};
use leptos::prelude::*;

pub(super) fn slips(opened: &Opened) -> impl IntoView + use<> {
    let slips = opened.slips.iter().map(slip).collect_view();
    (!opened.slips.is_empty()).then(|| view! { <section class="slips"><h2>"Phiếu"</h2><ul>{slips}</ul></section> })
}

fn slip(slip: &SlipOffer) -> impl IntoView + use<> {
    let desk = shared();
    let kind = slip.kind;
    let form = slip.form.as_ref().map(|number| format!("Mẫu số {number}"));
    let number = slip.issued.last().map_or_else(|| "chưa cấp số".to_owned(), |issued| format!("số {}", issued.number));
    view! {
        <li>
            <span>{slip.title.clone()}</span>
            <span class="mute number">{form.into_iter().chain([number]).collect::<Vec<_>>().join(", ")}</span>
            <button type="button" class="desk-small" on:click=move |_| desk.over.set(Some(Over::Slip(kind)))>{icon("print")}"Xem, in"<span class="spoken-only">{slip.title.clone()}</span></button>
        </li>
    }
}
