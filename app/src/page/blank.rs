//! A blank form to print and fill by hand.

use crate::document::Print as _;
use crate::{
    component::{Press, back_link::back_link, badge::Tone, blank_form::blank_form, callout::callout, details::details},
    document::Page,
    route::Route,
    text,
};
use domain::{blank::Blank, language::Language};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>, blank: &Blank) -> Page {
    let source = format!("Theo {}, xem ngày {}.", blank.source.title, text::date(blank.source.date, Language::Vietnamese));
    let note = blank.review_note.clone().map(|note| details(press, "Điều chưa chắc chắn".to_owned(), view! { <p>{note}</p> }.printed()));
    let back =
        press.catalogue.procedures.iter().find(|procedure| {
            procedure.cases.iter().flat_map(|case| &case.papers).any(|need| need.paper.blank.as_ref() == Some(&blank.slug))
        });
    let back = back.map(|procedure| back_link(press, press.href(&Route::Procedure(procedure.slug.clone())), procedure.title.vi.clone()));
    let warning = blank.review_note.as_ref().map(|_| {
        callout(press, Tone::Warning, view! { <p>"Bố cục tờ này do chúng tôi soạn. So với mẫu chính thức trước khi dùng thật."</p> })
    });
    let main = view! {
        <div class="blank-page">
            {back}
            <h1>{format!("Mẫu để in: {}", blank.title)}</h1>
            <p class="lead">"Chỉ tờ mẫu bên dưới được in ra giấy. Điền bằng bút, ký tên rồi mang đến nơi nộp."</p>
            {warning}
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
