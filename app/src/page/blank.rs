//! A blank form to print and fill by hand.

use crate::{
    component::{Press, blank_form::blank_form, details::details},
    document::Page,
    route::Route,
    text,
};
use domain::{blank::Blank, language::Language};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>, blank: &Blank) -> Page {
    let source = format!("Theo {}, xem ngày {}.", blank.source.title, text::date(blank.source.date, Language::Vietnamese));
    let note = blank.review_note.clone().map(|note| details(press, "Điều chưa chắc chắn".to_owned(), view! { <p>{note}</p> }.into_any()));
    let main = view! {
        <div class="blank-page">
            <h1>{format!("Mẫu để in: {}", blank.title)}</h1>
            <p class="lead">"In trang này bằng nút in của trình duyệt. Chỉ tờ mẫu bên dưới được in ra giấy."</p>
            <p class="actions"><button class="button" type="button" data-print="" hidden="">"In tờ mẫu"</button></p>
            {blank_form(press, blank)}
            <p class="mute small">{source}</p>
            {note}
        </div>
    };
    let description = format!("{}: in ra, điền bằng tay, mang đến nơi nộp.", blank.title);
    let mut page = Page::new(Route::Blank(blank.slug.clone()), format!("Mẫu để in: {}", blank.title), description, main);
    page.with_guide_bundle = true;
    page
}
