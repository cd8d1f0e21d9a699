//! The procedures of one field, the portal's own or the nation's.

use crate::{
    component::{Press, back_link::back_link, procedure_list::listed},
    document::{Page, Print as _},
    filter::{Facet, Filter},
    route::Route,
};
use domain::{catalogue::Listed, field::Field, national::NationalField, slug::Slug};
use leptos::prelude::*;

/// How many rows stand on the page; the rest is a list narrowed to the field.
const A_PAGE: usize = 50;

pub(super) fn page(press: Press<'_>, field: &Field) -> Page {
    let name = field.name.in_language(press.language).to_owned();
    let about = field.about.in_language(press.language).to_owned();
    let lead = view! { <p class="lead">{about.clone()}</p> }.printed();
    whole(press, &field.id, name, about, lead)
}

/// A field that only records of the nation belong to.
pub(super) fn national(press: Press<'_>, field: &NationalField) -> Page {
    let about = press.say("Các thủ tục theo danh mục quốc gia.", "Procedures as the national list has them, in Vietnamese.").to_owned();
    let lead = view! { <p class="lead">{about.clone()}</p> }.printed();
    whole(press, &field.id, field.name.clone(), about, lead)
}

fn whole(press: Press<'_>, id: &Slug, name: String, about: String, lead: AnyView) -> Page {
    let guides = press.catalogue.procedures_of(id).map(Listed::Guide);
    let rows: Vec<Listed<'_>> = guides.chain(press.catalogue.national.records_of(id).map(Listed::National)).collect();
    let count = rows.len();
    let rest = (count > A_PAGE).then(|| {
        let filter = Filter::default().with(Facet::Field, Some(id.as_str())).at_page(2);
        let href = format!("{}{}", press.href(&Route::Catalogue), filter.query());
        let words = if press.language == domain::language::Language::Vietnamese {
            format!("Xem tiếp {} thủ tục nữa", count - A_PAGE)
        } else {
            format!("See {} more", count - A_PAGE)
        };
        view! { <p class="more"><a href=href>{words}</a></p> }
    });
    let main = view! {
        {back_link(press, press.href(&Route::Catalogue), press.say("Tất cả thủ tục", "All procedures").to_owned())}
        <div class="column">
            <h1>{name.clone()}</h1>
            {lead}
            {listed(press, rows.into_iter().take(A_PAGE))}
            {rest}
        </div>
    };
    let title = format!("{}: {name}", press.say("Lĩnh vực", "Field"));
    Page::new(Route::Field(id.clone()), title, about, main)
}
