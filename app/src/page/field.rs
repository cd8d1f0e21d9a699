//! The procedures of one field.

use crate::{
    component::{Press, back_link::back_link, procedure_list::procedure_list},
    document::Page,
    route::Route,
};
use domain::field::Field;
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>, field: &Field) -> Page {
    let name = field.name.in_language(press.language).to_owned();
    let about = field.about.in_language(press.language).to_owned();
    let main = view! {
        {back_link(press, press.href(&Route::Catalogue), press.say("Tất cả thủ tục", "All procedures").to_owned())}
        <div class="column">
            <h1>{name.clone()}</h1>
            <p class="lead">{about.clone()}</p>
            {procedure_list(press, press.catalogue.procedures_of(&field.id))}
        </div>
    };
    let title = format!("{}: {name}", press.say("Lĩnh vực", "Field"));
    Page::new(Route::Field(field.id.clone()), title, about, main)
}
