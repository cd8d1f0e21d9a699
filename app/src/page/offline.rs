//! What the service worker shows when there is no line and the page was never opened on this device.

use crate::{
    component::{
        Press,
        search_box::{Loudness, search_box},
    },
    document::Page,
    route::Route,
};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>) -> Page {
    let title = press.say("Không có mạng", "No connection").to_owned();
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{press.say("Máy này đang không có mạng, và trang bạn muốn xem chưa từng được mở trên máy.", "This device has no connection, and the page was never opened on it.").to_owned()}</p>
        <p>{press.say("Bạn vẫn tìm được thủ tục. Thủ tục đã xem trên máy này thì mở được, thủ tục khác phải chờ có mạng.", "You can still search. Procedures you have read on this device open; others wait for a connection.").to_owned()}</p>
        {search_box(press, "", Loudness::Main, false)}
        <p class="more"><a href=press.href(&Route::Home)>{press.say("Về trang đầu", "To the first page").to_owned()}</a></p>
    };
    let description = press.say("Trang hiện khi máy không có mạng.", "Shown when a device has no connection.");
    let mut page = Page::new(Route::Offline, title, description.to_owned(), main);
    page.hidden_from_search = true;
    page
}
