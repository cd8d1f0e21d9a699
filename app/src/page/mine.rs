//! What this device keeps: drafts and dossiers, the way to another phone, and how to leave nothing behind.
//!
//! The page itself knows nobody; the lists are filled on the device. Without script there is nothing kept, and it says so.

use crate::{
    component::{
        Press,
        badge::Tone,
        button::{Weight, link_button},
        callout::callout,
        details::details,
        lookup::forms,
    },
    document::{Page, Print as _},
    route::Route,
};
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>) -> Page {
    let follow = press.href(&Route::Follow);
    let main = view! {
        <h1>"Hồ sơ và bản nháp trên máy này"</h1>
        <p class="lead">"Bạn điền đến đâu, máy này giữ đến đó. Không cần tài khoản, không ai khác nhận được trước khi bạn gửi."</p>
        <noscript>
            {callout(press, Tone::Warning, view! { <p>"Trình duyệt này tắt JavaScript nên máy không giữ bản nháp. Bạn vẫn điền và gửi được trong một lần."</p> })}
            {choose(press)}
        </noscript>
        <section data-needs-script="" hidden="">
            <h2>"Bản nháp"</h2>
            <ul class="kept-list" data-my-drafts="all" data-forms=forms(press) hidden=""></ul>
            <div data-no-drafts="">
                <p>"Chưa có bản nháp nào."</p>
                {choose(press)}
            </div>
            <p class="mute">"Bản nháp chưa được gửi cho ai. Trình duyệt có thể dọn bản nháp nếu bạn lâu không mở cổng này, hoặc khi máy đầy: bản nào quan trọng thì bấm «Mang theo» để giữ thành tệp."</p>
            <h2>"Mở bản nháp từ máy khác"</h2>
            <label for="mo-ban-nhap">"Tệp bản nháp"</label>
            <p class="hint">"Trên máy cũ bấm «Mang theo», chuyển tệp sang máy này, rồi chọn tệp đó."</p>
            <input id="mo-ban-nhap" type="file" accept="application/json,.json" data-bring-draft=""/>
            <p role="status" data-drafts-said=""></p>
            <div class="summary-list" data-no-form="" hidden="">
                <p>"Tệp của bạn vẫn còn nguyên. Dưới đây là những gì bạn đã điền, để chép sang chỗ khác."</p>
                <dl data-no-form-answers=""></dl>
                <p class="actions"><button class="button button-outlined" type="button" data-copy-answers="">"Chép các câu trả lời"</button></p>
            </div>
        </section>
        <section data-person-box="" hidden="">
            <h2>"Người hay điền trên máy này"</h2>
            <p>"Máy này nhớ tên, ngày sinh, số định danh, nơi ở và cách liên hệ của "<strong data-person=""></strong>", để điền giúp vào tờ khai sau. Không ai khác nhận được."</p>
            <p class="actions"><button class="button button-outlined" type="button" data-forget-person="">"Quên người này"</button></p>
        </section>
        {family(press)}
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

/// The next step for whoever has nothing here yet.
fn choose(press: Press<'_>) -> impl IntoView + use<> {
    view! { <p class="actions">{link_button(press, Weight::Filled, press.href(&Route::Catalogue), "Chọn thủ tục để làm".to_owned(), None)}</p> }
}

/// The people of a family; the script fills it in, and shows it where the device keeps anything.
fn family(press: Press<'_>) -> impl IntoView + use<> {
    let pin = |id: &'static str, label: &'static str| {
        view! {
            <div class="question">
                <label class="ask" for=id>{label}</label>
                <p class="error-line" id=format!("{id}-error") hidden=""></p>
                <input class="box box-12" id=id type="password" inputmode="numeric" autocomplete="off" aria-describedby=format!("{id}-error")/>
            </div>
        }
    };
    let locking = view! {
                <p>"Có mã PIN thì người cầm máy đang mở không đọc được danh sách này. Gõ sai nhiều lần thì phải chờ."</p>
                <p>"Mã PIN không khóa bản nháp, không khóa «Người hay điền trên máy này». Nó cũng không chặn được người sao chép cả máy để thử mã. Quên mã thì phải xóa danh sách."</p>
                <form data-pin="">
                    {pin("ma-pin-moi", "Mã PIN mới, từ 6 đến 12 chữ số")}
                    {pin("ma-pin-lai", "Gõ lại mã PIN")}
                    <p class="actions">
                        <button class="button button-outlined" type="submit">"Đặt mã PIN"</button>
                        <button class="button button-outlined" type="button" data-no-pin="" hidden="">"Bỏ mã PIN"</button>
                    </p>
                </form>
    };
    let locking = locking.printed();
    view! {
        <section data-family="" data-script=press.assets.people.clone() data-card=press.assets.card.loader.clone() hidden="">
            <h2>"Người nhà"</h2>
            <p>"Lưu bạn và những người bạn hay điền giúp. Trong tờ khai, bấm «Chọn người đã lưu». Danh sách này chỉ nằm trên máy."</p>
            <ul class="kept-list" data-people="" hidden=""></ul>
            <p data-no-people="">"Chưa lưu ai. Không quét được thẻ thì điền một tờ khai cho người đó; lần sau vào đây bấm «Thêm từ tờ khai đã điền»."</p>
            <form data-unlock="" hidden="">
                {pin("mo-ma-pin", "Mã PIN của danh sách người nhà")}
                <p class="actions"><button class="button button-outlined" type="submit">"Mở"</button></p>
                <p>"Quên mã PIN thì không ai lấy lại được. Bạn chỉ có thể xóa danh sách này rồi lưu lại."</p>
                <p class="actions"><button class="button button-outlined" type="button" data-forgotten="">"Xóa danh sách này"</button></p>
            </form>
            <div data-add="">
                <div class="card-scan" data-person="0" data-address="" data-places=press.assets.places.clone()>
                    <button class="button button-outlined" type="button">"Thêm từ mã QR trên thẻ căn cước"</button>
                    <p class="hint" role="status"></p>
                </div>
                <p class="actions"><button class="button button-outlined" type="button" data-from-form="" hidden="">"Thêm từ tờ khai đã điền"</button></p>
                <form data-new="" hidden="">
                    <label class="ask" for="ten-goi">"Bạn gọi người này là gì?"</label>
                    <p class="hint">"Ví dụ: Tôi, Mẹ, Con gái Ngọc."</p>
                    <input class="box box-30" id="ten-goi" maxlength="40" autocomplete="off"/>
                    <p class="actions">
                        <button class="button button-outlined" type="submit">"Lưu"</button>
                        <button class="button button-outlined" type="button" data-not-now="">"Thôi"</button>
                    </p>
                </form>
            </div>
            <p role="status" data-family-said=""></p>
            <div data-locking="" hidden="">{details(press, "Khóa danh sách này bằng mã PIN".to_owned(), locking)}</div>
        </section>
    }
}
