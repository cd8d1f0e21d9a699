//! The receipt: the slip with code, key and picture code, to be kept by whoever sent a dossier.

use super::{Component, Press, Sheet, icon::icon};
use crate::document::Print as _;
use crate::{route::Route, text};
use domain::{access_key::AccessKey, dossier_code::DossierCode, language::Language::Vietnamese, timestamp::Timestamp};
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

mod examples;

/// What stands on a receipt.
#[derive(Debug, Clone, Copy)]
pub struct Receipt<'a> {
    /// The code of the dossier.
    pub code: &'a DossierCode,
    /// Its key, shown this once.
    pub key: &'a AccessKey,
    /// The title of the procedure.
    pub title: &'a str,
    /// Its slug, by which the device ends the draft.
    pub procedure: &'a str,
    /// What the device calls that draft, where it said.
    pub draft: Option<&'a str>,
    /// When it was sent.
    pub sent_at: Timestamp,
}

/// The slip. The script keeps code and key on this device unless «Máy dùng chung» is ticked.
pub fn receipt(press: Press<'_>, of: Receipt<'_>) -> impl IntoView + use<> {
    let (code, key) = (of.code.to_string(), of.key.to_string());
    // The key stands behind the mark: browsers send that part nowhere.
    let link = format!("{}{}#{code}/{key}", press.catalogue.site.base_url, press.href(&Route::Follow));
    let at = of.sent_at.moment();
    let sent = text::moment(at, Vietnamese);
    let machine = format!("{}T{}+07:00", at.date, at.time);
    let (shown_code, shown_key) = (copied(press, &code, "mã hồ sơ"), copied(press, &key, "khóa"));
    view! {
        <section class="slip receipt" id="phieu" aria-labelledby="phieu-ten" data-receipt="" data-code=code data-key=key data-title=of.title.to_owned() data-procedure=of.procedure.to_owned() data-draft=of.draft.map(str::to_owned) data-at=machine>
            <h2 id="phieu-ten">{icon(press, "success")}"Biên nhận"</h2>
            <div class="receipt-parts">
                <dl>
                    {row("Mã hồ sơ", shown_code)}
                    {row("Khóa xem hồ sơ", shown_key)}
                    {row("Gửi lúc", view! { <strong>{sent}</strong> }.printed())}
                    {row("Thủ tục", view! { <strong>{of.title.to_owned()}</strong> }.printed())}
                </dl>
                {picture(&link, "Mã QR mở hồ sơ này").map(|picture| view! { <figure>{picture}<figcaption>"Quét để mở hồ sơ này"</figcaption></figure> })}
            </div>
            <p class="receipt-keep">"Chụp màn hình hoặc in trang này. Ai có cả mã và khóa thì xem được hồ sơ."</p>
        </section>
    }
}

fn row(label: &'static str, answer: AnyView) -> impl IntoView {
    view! { <div class="slip-row"><dt>{label}</dt><dd>{answer}</dd></div> }
}

/// A code as one word, with a button that copies it where there is script.
pub fn copied(press: Press<'_>, words: &str, what: &str) -> AnyView {
    let label = format!("Chép {what}");
    view! {
        <span class="code">{words.to_owned()}</span>
        <button class="link-button copy" type="button" data-copy=words.to_owned() aria-label=label data-done="Đã chép" hidden="">{icon(press, "papers")}<span>"Chép"</span></button>
    }
    .printed()
}

/// A QR code as a drawing, with what it is for; nothing when the text is too long for one.
pub fn picture(words: &str, label: &'static str) -> Option<AnyView> {
    let code = QrCode::encode_text(words, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let length = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let length = i32::try_from(length).unwrap_or(0);
            if length > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + 4, y + 4);
            }
            x += length + 1;
        }
    }
    // Four modules of white around it are part of the code (ISO/IEC 18004).
    let whole = size + 8;
    let frame = format!("0 0 {whole} {whole}");
    let view = view! {
        <svg class="qr" viewBox=frame role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=whole.to_string() height=whole.to_string() fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    };
    Some(view.printed())
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "receipt", sheet: Sheet::Form, style: include_str!("receipt/receipt.css"), examples: examples::examples }
}
