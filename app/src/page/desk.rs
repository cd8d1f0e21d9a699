//! The officer's desk: an empty screen that its bundle fills.

use crate::{
    component::Press,
    document::{Frame, Page},
    route::Route,
};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>) -> Page {
    let agencies =
        press.catalogue.agencies.iter().map(|agency| format!("{}={}", agency.code, agency.short.vi)).collect::<Vec<_>>().join("|");
    let main = view! {
        <div id="ban-lam-viec" class="desk" data-icons=press.assets.icons.clone() data-logo=press.assets.logo.clone() data-portal=press.catalogue.site.portal.vi.clone() data-agencies=agencies>
            <main class="desk-wait">
                <h1>"Bàn làm việc của cán bộ"</h1>
                <noscript>
                    <p>"Bàn làm việc cần JavaScript để mở. Bật JavaScript trong trình duyệt rồi tải lại trang."</p>
                </noscript>
                <p>"Đang mở bàn làm việc. Nếu sau 10 giây trang vẫn như thế này, bạn tải lại trang."</p>
                <p><a href=press.href(&Route::Home)>"Về trang dành cho người dân"</a></p>
            </main>
        </div>
    };
    let mut page = Page::new(Route::Desk, "Bàn làm việc của cán bộ".to_owned(), "Trang làm việc của cán bộ một cửa.".to_owned(), main);
    page.styles = vec![press.assets.desk_style.clone()];
    page.frame = Frame::Desk;
    page.hidden_from_search = true;
    page
}
