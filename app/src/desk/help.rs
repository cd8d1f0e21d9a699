//! What lies over the desk: the keys, a new access key, a slip, the form of a move.

use super::{
    call, deeds,
    mark::icon,
    state::{Over, desk as shared},
};
use domain::{dossier::SlipKind, dossier_code::DossierCode};
use leptos::{
    html::{Dialog, Iframe},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Shows what lies over the desk.
pub(super) fn over() -> impl IntoView {
    let desk = shared();
    move || {
        let over = desk.over.get()?;
        let view = match over {
            Over::Help => dialog("Phím tắt", "", keys()).into_any(),
            Over::Key(key) => dialog("Khóa tra cứu mới", "", new_key(key)).into_any(),
            Over::Slip(kind) => {
                let code = desk.opened.with_untracked(|opened| opened.here().map(|opened| opened.code.clone()))?;
                dialog(kind.name(), "desk-dialog-wide", slip(&code, kind)).into_any()
            }
            Over::Move(what) => {
                let opened = desk.opened.with_untracked(|opened| opened.here().cloned())?;
                let offer = opened.offers.iter().find(|offer| offer.what == what).cloned()?;
                deeds::dialog(opened, offer).into_any()
            }
        };
        Some(view)
    }
}

/// A dialog that holds the focus, closes with Esc and gives the focus back.
pub(super) fn dialog(title: &'static str, class: &'static str, inside: impl IntoView + 'static) -> impl IntoView {
    let desk = shared();
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            // What cannot be shown over the page stands at its end.
            let _ = dialog.show_modal();
            let first = ".desk-form input, .desk-form select, .desk-form textarea, .desk-form button";
            if let Some(field) = dialog.query_selector(first).ok().flatten().and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                // What cannot take the focus leaves it on the button that closes.
                let _ = field.focus();
            }
        }
    });
    let close = move || {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    // A browser tells of a closing a frame later; by then the same dialog may be open for another thing.
    let closed = move || {
        if node.get_untracked().is_none_or(|dialog| !dialog.open()) {
            desk.over.set(None);
        }
    };
    view! {
        <dialog node_ref=node class=format!("desk-dialog {class}") aria-labelledby="hop-ten" on:close=move |_| closed()>
            <div class="desk-dialog-head">
                <h2 id="hop-ten">{title}</h2>
                <button type="button" class="desk-quiet" aria-label="Đóng" on:click=move |_| close()>{icon("close")}</button>
            </div>
            {inside}
        </dialog>
    }
}

fn keys() -> impl IntoView {
    let rows = [
        ("/", "Tìm hồ sơ"),
        ("j  k", "Xuống, lên một dòng"),
        ("Enter", "Mở hồ sơ của dòng"),
        ("1 … 9", "Mở hộp của việc thứ 1 đến thứ 9 ở thanh dưới"),
        ("[  ]", "Giấy tờ trước, giấy tờ sau"),
        ("Esc", "Đóng hộp, hoặc về danh sách"),
        ("?", "Bảng này"),
    ];
    let rows = rows.map(|(key, what)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div> });
    let desk = shared();
    let change = move |event| super::keys::want(desk, event_target_checked(&event));
    view! {
        <dl class="desk-keys">{rows.into_iter().collect_view()}</dl>
        <label class="desk-tick"><input type="checkbox" prop:checked=move || desk.keys.get() on:change=change/>"Dùng phím tắt một ký tự trên máy này"</label>
    }
}

fn new_key(key: String) -> impl IntoView {
    view! {
        <p>"Đưa khóa này cho người nộp, sau khi đã xem thẻ căn cước. Khóa cũ không còn dùng được."</p>
        <p class="desk-key number">{key}</p>
        <p class="mute">"Khóa chỉ hiện một lần. Đóng hộp này là không xem lại được."</p>
    }
}

fn slip(code: &DossierCode, kind: SlipKind) -> impl IntoView + use<> {
    let desk = shared();
    let node = NodeRef::<Iframe>::new();
    let address = call::address(&format!("/dossiers/{code}/slips/{}", kind.key()));
    let issued = desk.opened.with_untracked(|opened| {
        opened.here().is_some_and(|opened| opened.slips.iter().any(|slip| slip.kind == kind && !slip.issued.is_empty()))
    });
    let print = move |_| {
        if let Some(frame) = node.get_untracked().and_then(|frame| frame.content_window()) {
            // A browser that cannot print says so itself.
            let _ = frame.print();
        }
    };
    let issue = move |_| deeds::issue(kind);
    view! {
        <iframe node_ref=node class="slip-preview" src=address title="Phiếu khổ A5" sandbox="allow-same-origin allow-modals"></iframe>
        <div class="desk-dialog-end">
            {(!issued).then(|| view! { <p class="mute desk-space">"Phiếu chưa có số. Bấm «Cấp số» trước khi in."</p> })}
            {(!issued).then(|| view! { <button type="button" class="button" on:click=issue>"Cấp số"</button> })}
            <button type="button" class=if issued { "button" } else { "button button-outlined" } on:click=print>{icon("print")}"In phiếu"</button>
        </div>
    }
}
