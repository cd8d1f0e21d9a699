//! What is shown when an address leads nowhere.

use crate::{
    component::{
        Press,
        search_box::{Loudness, search_box},
    },
    document::{Page, document},
    route::Route,
};
use leptos::prelude::*;

/// Prints the page. The Worker prints it by itself: [`super::printed`] would bring every page there is along.
pub fn printed(press: Press<'_>) -> String {
    document(press, || page(press))
}

pub(super) fn page(press: Press<'_>) -> Page {
    let site = &press.catalogue.site;
    let phone = format!("tel:{}", site.hotline.replace(' ', ""));
    let main = view! {
        <h1>{press.say("Không có trang này", "There is no such page").to_owned()}</h1>
        <p class="lead">{press.say("Địa chỉ có thể gõ thiếu, hoặc trang đã chuyển đi. Không có gì của bạn bị mất.", "The address may be incomplete, or the page has moved. Nothing of yours is lost.").to_owned()}</p>
        {search_box(press, "", Loudness::Main, true)}
        <p class="more"><a href=press.href(&Route::Catalogue)>{press.say("Xem tất cả thủ tục", "See all procedures").to_owned()}</a></p>
        <p>{press.say("Hoặc gọi ", "Or call ").to_owned()}<a class="number" href=phone>{site.hotline.clone()}</a>", "{site.hotline_hours.in_language(press.language).to_owned()}"."</p>
    };
    let description = press.say("Địa chỉ này không dẫn tới trang nào.", "This address leads to no page.");
    Page::new(Route::NotFound, press.say("Không có trang này", "There is no such page").to_owned(), description.to_owned(), main)
}
