//! The forms of the moves: what an officer types, and the button that makes the move.

use super::{
    act::{Making, act, make},
    call::{self, Trouble},
    help,
    mark::{callout, icon},
    state::desk as shared,
};
use crate::text::{self, desk as words};
use domain::{
    desk::{Deed, Offer, Opened},
    dossier::{Move, SlipKind},
    language::Language,
};
use leptos::prelude::*;

mod ask;
mod decide;
mod field;
mod simple;

pub(super) use field::{any_of, line};

const VI: Language = Language::Vietnamese;

/// What a form makes of what was typed: a deed, or what to mend.
type Typed = Result<Deed, &'static str>;

/// The form of a move: its fields, and how they are read.
struct Form {
    fields: AnyView,
    read: Box<dyn Fn() -> Typed>,
    /// A file that is sent before the move is made.
    file: Option<RwSignal<Option<web_sys::File>, LocalStorage>>,
    wide: bool,
}

/// The dialog of a move.
pub(super) fn dialog(opened: Opened, offer: Offer) -> impl IntoView {
    let what = offer.what;
    let form = form(&opened, &offer);
    let making = Making::new();
    let mend = RwSignal::new(None::<&'static str>);
    let (code, version) = (opened.code.clone(), opened.version);
    let (read, file) = (form.read, form.file);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if making.busy.get_untracked() {
            return;
        }
        match read() {
            Err(what) => mend.set(Some(what)),
            Ok(deed) => {
                mend.set(None);
                let file = file.and_then(|file| file.get_untracked());
                match file {
                    Some(file) => with_file(code.clone(), version, deed, file, making),
                    None => act(&code, version, deed, Some(making)),
                }
            }
        }
    };
    let busy = move || making.busy.get();
    let inside = view! {
        <form class="desk-form" on:submit=submit novalidate>
            <div role="alert">
                {move || mend.get().map(|what| callout("error", what.to_owned()))}
                {move || making.wrong.get().map(|trouble| wrong(&trouble))}
            </div>
            {form.fields}
            <div class="desk-dialog-end">
                <button type="submit" class="button" aria-disabled=move || busy().then_some("true")>{move || if busy() { "Đang ghi…" } else { words::verb(what) }}</button>
            </div>
        </form>
    };
    help::dialog(words::verb(what), if form.wide { "desk-dialog-wide" } else { "" }, inside)
}

/// Sends the file of a result, then decides.
fn with_file(code: domain::dossier_code::DossierCode, version: u32, deed: Deed, file: web_sys::File, making: Making) {
    making.busy.set(true);
    making.wrong.set(None);
    wasm_bindgen_futures::spawn_local(async move {
        let desk = shared();
        match call::put_file::<String>(format!("/dossiers/{code}/result"), &file, &desk.csrf()).await {
            Ok(id) => {
                let deed =
                    if let Deed::Resolve { outcome, text, .. } = deed { Deed::Resolve { outcome, text, file: Some(id) } } else { deed };
                make(code, version, deed, Some(making)).await;
            }
            Err(Trouble::SignedOut) => desk.sign_out(),
            Err(trouble) => making.fail(trouble),
        }
    });
}

/// Says why a move was not made; what was typed stays.
fn wrong(trouble: &Trouble) -> impl IntoView + use<> {
    let desk = shared();
    match trouble {
        Trouble::Conflict(conflict) => {
            let last = &conflict.last;
            let moment = last.at.moment();
            let text = format!(
                "Hồ sơ vừa được {} xử lý lúc {}: {}. Việc của bạn chưa được ghi, không có gì bị ghi đè.",
                words::actor(&last.by),
                moment.time,
                words::happened(&last.what)
            );
            let reload = move |_| {
                let code = desk.opened.with_untracked(|opened| opened.here().map(|opened| opened.code.clone()));
                desk.over.set(None);
                if let Some(code) = code {
                    desk.load_opened(&code);
                }
            };
            view! {
                {callout("warning", text)}
                <p><button type="button" class="desk-small" on:click=reload>{icon("refresh")}"Tải lại hồ sơ"</button></p>
            }
            .into_any()
        }
        other => callout("error", other.text()).into_any(),
    }
}

/// Gives a slip its number.
pub(super) fn issue(slip: SlipKind) {
    let desk = shared();
    let opened = desk.opened.with_untracked(|opened| opened.here().map(|opened| (opened.code.clone(), opened.version)));
    if let Some((code, version)) = opened {
        act(&code, version, Deed::IssueSlip { slip }, None);
    }
}

fn form(opened: &Opened, offer: &Offer) -> Form {
    match offer.what {
        Move::Accept => simple::accept(offer),
        Move::Refuse => simple::reason(offer, "Lý do", |reason| Deed::Refuse { reason }),
        Move::HandOver => simple::hand_over(offer),
        Move::AskSupplement => ask::supplement(opened, offer),
        Move::AnswerSupplement => ask::answered(opened, offer),
        Move::AskPayment => ask::payment(opened, offer),
        Move::ConfirmPayment => simple::paid(opened, offer),
        Move::DeclineWithdrawal => simple::reason(offer, "Lý do", |reason| Deed::DeclineWithdrawal { reason }),
        Move::Stop => simple::reason(offer, "Căn cứ dừng", |ground| Deed::Stop { ground }),
        Move::Reschedule => simple::reschedule(offer),
        Move::Propose => decide::propose(offer),
        Move::Resolve => decide::resolve(opened, offer),
        Move::Return => decide::give(opened),
        Move::Reopen => simple::reopen(offer),
        Move::Remark => simple::text("Chỉ cán bộ thấy ghi chú này.", "Ghi chú", |text| Deed::Remark { text }),
        Move::WriteToOwner => {
            simple::text("Người nộp nhận lời nhắn này và thấy nó khi tra cứu.", "Lời nhắn", |text| {
                Deed::WriteToOwner { text }
            })
        }
        Move::GrantWithdrawal => {
            simple::sure("Hồ sơ dừng lại, người nộp được báo. Trả lại giấy tờ bản chính và phí đã nộp, nếu có.", Deed::GrantWithdrawal)
        }
        Move::ReplaceKey => {
            simple::sure("Xem thẻ căn cước của người nộp trước. Khóa cũ hết dùng ngay; khóa mới chỉ hiện một lần.", Deed::ReplaceKey)
        }
        _ => simple::sure("", Deed::GrantWithdrawal),
    }
}

/// Writes a day as it is said: `17:00, thứ Năm 26/11/2026`.
fn due_words(due: domain::calendar::Due) -> String {
    text::moment(due.at, VI)
}
