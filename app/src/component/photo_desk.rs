//! The photo desk (bàn ảnh): pictures of a paper, looked at and mended before they are sent as one PDF.
//!
//! The page carries it once, as a template that nobody sees; the script of papers takes copies of it. So its words are
//! printed, tried and looked at like all others, and the script holds none that an editor would want to change.

use super::{Component, Press, Sheet, icon::icon};
use crate::document::Print as _;
use leptos::prelude::*;

mod examples;

/// The desk with its pages, as the script shows it.
pub fn photo_desk(press: Press<'_>, procedure: &str, pages: AnyView) -> impl IntoView + use<> {
    let stamp = format!("Chỉ dùng cho thủ tục {procedure}");
    view! {
        <div class="photo-desk" data-photo-desk="" role="group" aria-label="Sửa ảnh trước khi tải lên">
            <p class="photo-say" role="status" tabindex="-1" data-say=""></p>
            <ol class="photo-pages" data-pages="">{pages}</ol>
            <div class="photo-more">
                <label class="button button-outlined">"Thêm ảnh"<input class="spoken-only" type="file" accept="image/*" multiple=true data-add=""/></label>
            </div>
            <fieldset class="photo-tone">
                <legend>"Màu của tờ giấy"</legend>
                <label><input type="radio" value="grey" checked=true data-tone=""/><span>"Đen trắng"<small>"Rõ chữ, nhẹ, gửi nhanh."</small></span></label>
                <label><input type="radio" value="colour" data-tone=""/><span>"Giữ màu"<small>"Khi con dấu đỏ hoặc ảnh màu cần thấy rõ."</small></span></label>
            </fieldset>
            <label class="photo-stamp">
                <input type="checkbox" data-stamp=stamp.clone()/>
                <span>"In chữ mờ lên từng trang"<small>{format!("«{stamp}». Người khác nhặt được thì khó dùng vào việc khác.")}</small></span>
            </label>
            <p class="photo-busy" data-busy="" hidden=true>{icon(press, "clock")}<span data-busy-words=""></span></p>
            <div class="photo-end">
                <button class="button button-outlined" type="button" data-send="" data-attach="Ghép thành một tệp PDF">"Ghép thành một tệp PDF và tải lên"</button>
                <button class="link-button" type="button" data-as-they-are="" data-attach="Giữ nguyên các ảnh, không sửa">"Tải nguyên ảnh lên, không sửa"</button>
                <button class="link-button" type="button" data-leave="">"Thôi, bỏ các ảnh này"</button>
            </div>
        </div>
    }
}

/// What is known of a page, for its view.
#[derive(Debug, Clone, Copy, Default)]
pub struct PhotoPage {
    /// Whether its letters are probably not readable.
    pub blurred: bool,
    /// Whether it is too dark.
    pub dark: bool,
    /// Whether its corners are being moved.
    pub cropping: bool,
}

/// One picture on the desk.
pub fn photo_page(press: Press<'_>, of: PhotoPage) -> impl IntoView + use<> {
    let doubt = |name: &'static str, shown: bool, words: &'static str| {
        view! { <p class="photo-doubt" data-doubt=name hidden=!shown>{icon(press, "warning")}<span>{words}</span></p> }
    };
    let corners = ["Góc trên trái", "Góc trên phải", "Góc dưới phải", "Góc dưới trái"];
    let handles =
        corners.map(|name| view! { <button class="photo-corner" type="button" aria-label=name data-corner=""></button> }).collect_view();
    let act = |name: &'static str, sign: &'static str, words: &'static str| {
        view! { <button class="link-button" type="button" data-act=name>{icon(press, sign)}<span>{words}<span class="spoken-only" data-of=""></span></span></button> }
    };
    view! {
        <li class="photo-page" data-page="">
            <canvas class="photo-small" role="img" aria-label="Trang sau khi sửa" data-small=""></canvas>
            <div class="photo-about">
                <strong data-name=""></strong>
                <div class="photo-acts">
                    {act("crop", "zoom-in", "Sửa góc")}
                    {act("turn", "rotate", "Xoay")}
                    {act("up", "arrow-left", "Lên trước")}
                    {act("drop", "close", "Bỏ")}
                </div>
            </div>
            {doubt("blurred", of.blurred, "Ảnh mờ, có thể không đọc được chữ. Nên chụp lại: giữ chắc máy, chạm vào chữ để lấy nét.")}
            {doubt("dark", of.dark, "Ảnh tối. Nên chụp lại ở chỗ sáng hơn, không để bóng tay che giấy.")}
            <div class="photo-crop" data-crop="" hidden=!of.cropping>
                <p class="hint">"Kéo bốn góc tới góc tờ giấy, hoặc chạm vào góc rồi chạm chỗ mới. Bàn phím: chọn một góc rồi bấm phím mũi tên."</p>
                <div class="photo-frame" data-frame=""><canvas data-whole="" aria-hidden="true"></canvas>{handles}</div>
                <div class="photo-acts">
                    <button class="button button-outlined" type="button" data-act="crop-done">"Xong"</button>
                    <button class="link-button" type="button" data-act="crop-whole">"Lấy cả ảnh"</button>
                </div>
            </div>
        </li>
    }
}

/// A picture this browser cannot open: what becomes of it, and what one can do.
pub fn photo_refused(press: Press<'_>, name: &str, heic: bool) -> impl IntoView + use<> {
    view! {
        <li class="photo-page">
            <p class="photo-doubt">{icon(press, "warning")}<span>
                "Máy này không mở được ảnh "<strong data-name="">{name.to_owned()}</strong>", nên không sửa và không ghép được. Ảnh vẫn được tải lên, nguyên như bạn chọn."
                <span data-heic="" hidden=!heic>" Muốn sửa và ghép thì chọn ảnh JPEG của giấy này. Trên iPhone: vào Cài đặt, Camera, Định dạng, chọn «Tương thích nhất», rồi chụp lại."</span>
            </span></p>
            <div class="photo-acts">
                <button class="link-button" type="button" data-act="drop">{icon(press, "close")}<span>"Bỏ"<span class="spoken-only" data-of=""></span></span></button>
            </div>
        </li>
    }
}

/// What the script takes its copies from.
pub fn photo_templates(press: Press<'_>, procedure: &str) -> impl IntoView + use<> {
    let (desk, page) = (photo_desk(press, procedure, ().into_any()).printed(), photo_page(press, PhotoPage::default()).printed());
    let refused = photo_refused(press, "", false).printed();
    view! {
        <template id="photo-desk">{desk}</template>
        <template id="photo-page">{page}</template>
        <template id="photo-refused">{refused}</template>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "photo_desk", sheet: Sheet::Form, style: include_str!("photo_desk/photo_desk.css"), examples: examples::examples }
}
