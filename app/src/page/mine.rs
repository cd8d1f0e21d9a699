//! What this device keeps: drafts and dossiers, the way to another phone, and how to leave nothing behind.
//!
//! The page itself knows nobody; the lists are filled on the device. Without script there is nothing kept, and it says so.

use crate::{
    component::{Press, badge::Tone, callout::callout},
    document::Page,
    route::Route,
};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>) -> Page {
    let follow = press.href(&Route::Follow);
    let main = view! {
        <h1>"Hồ sơ và bản nháp trên máy này"</h1>
        <p class="lead">"Bạn điền đến đâu, máy này giữ đến đó. Không cần tài khoản, không ai khác nhận được trước khi bạn gửi."</p>
        <noscript>{callout(press, Tone::Warning, view! { <p>"Trình duyệt này tắt JavaScript nên máy không giữ bản nháp. Bạn vẫn điền và gửi được trong một lần."</p> })}</noscript>
        <section data-needs-script="" hidden="">
            <h2>"Bản nháp"</h2>
            <ul class="kept-list" data-my-drafts="all" hidden=""></ul>
            <p data-no-drafts="">"Chưa có bản nháp nào."</p>
            <p class="mute">"Bản nháp chưa được gửi cho ai. Trình duyệt có thể dọn bản nháp nếu bạn lâu không mở cổng này, hoặc khi máy đầy: bản nào quan trọng thì bấm «Mang theo» để giữ thành tệp."</p>
            <h2>"Mở bản nháp từ máy khác"</h2>
            <label for="mo-ban-nhap">"Tệp bản nháp"</label>
            <p class="hint">"Trên máy cũ bấm «Mang theo», chuyển tệp sang máy này, rồi chọn tệp đó."</p>
            <input id="mo-ban-nhap" type="file" accept="application/json,.json" data-bring-draft=""/>
            <p role="status" data-drafts-said=""></p>
        </section>
        <section data-person-box="" hidden="">
            <h2>"Người hay điền trên máy này"</h2>
            <p>"Máy này nhớ tên, ngày sinh, số định danh, nơi ở và cách liên hệ của "<strong data-person=""></strong>", để điền giúp vào tờ khai sau. Không ai khác nhận được."</p>
            <p class="actions"><button class="button button-outlined" type="button" data-forget-person="">"Quên người này"</button></p>
        </section>
        <section data-my-dossiers-box="" hidden="">
            <h2>"Hồ sơ đã gửi từ máy này"</h2>
            <ul class="kept-list" data-my-dossiers=follow.clone() hidden=""></ul>
        </section>
        <p class="more"><a href=follow>"Tra cứu hồ sơ khác bằng mã"</a></p>
        <section data-needs-script="" hidden="">
            <h2>"Máy nhiều người dùng"</h2>
            <label class="option">
                <input type="checkbox" data-shared-device-always=""/>
                <span>"Đây là máy dùng chung: đừng giữ gì"<small>"Bản nháp chỉ còn trong thẻ đang mở, đóng thẻ là hết. Những gì đang giữ bị xóa ngay."</small></span>
            </label>
            <p>"Bản nháp được mã hóa trên máy. Nhưng ai mở được khóa máy này thì cũng mở được trang này; muốn chắc chắn thì xóa."</p>
            <p class="actions"><button class="button button-outlined" type="button" data-forget="">"Xóa hết trên máy này"</button></p>
        </section>
    };
    let description = "Bản nháp và hồ sơ được giữ trên máy của bạn: làm tiếp, mang sang máy khác, hoặc xóa hết.";
    let mut page = Page::new(Route::Mine, "Hồ sơ và bản nháp trên máy này".to_owned(), description.to_owned(), main);
    page.with_guide_bundle = true;
    page.hidden_from_search = true;
    page.styles = vec![press.assets.form_style.clone()];
    page
}
