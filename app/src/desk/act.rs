//! Makes a move and tells what came of it.

use super::{
    call::{self, Trouble},
    state::{Over, Toast, desk as shared},
};
use domain::{
    desk::{Act, Deed, Done},
    dossier::Move,
    dossier_code::DossierCode,
};
use leptos::prelude::*;

/// How a move that is being made stands; the form of the move shows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Making {
    /// Whether it is on its way.
    pub(super) busy: RwSignal<bool>,
    /// Why it was not made.
    pub(super) wrong: RwSignal<Option<Trouble>>,
}

impl Making {
    pub(super) fn new() -> Self {
        Self { busy: RwSignal::new(false), wrong: RwSignal::new(None) }
    }

    /// Ends with what is wrong.
    pub(super) fn fail(self, trouble: Trouble) {
        self.busy.try_set(false);
        self.wrong.try_set(Some(trouble));
    }
}

/// Makes a move; without a form of its own, trouble is told as a toast.
pub(super) fn act(code: &DossierCode, version: u32, deed: Deed, making: Option<Making>) {
    let code = code.clone();
    if let Some(making) = making {
        making.busy.set(true);
        making.wrong.set(None);
    }
    wasm_bindgen_futures::spawn_local(async move {
        make(code, version, deed, making).await;
    });
}

/// Makes a move and waits for it.
pub(super) async fn make(code: DossierCode, version: u32, deed: Deed, making: Option<Making>) {
    let desk = shared();
    let what = deed.what();
    let issues = matches!(deed, Deed::IssueSlip { .. });
    let path = format!("/dossiers/{code}/moves");
    match call::send::<Done>("POST", path, &Act { version, deed }, &desk.csrf()).await {
        Ok(done) => {
            desk.over.set(done.access_key.map(Over::Key));
            if issues {
                // The slip is shown again with its number.
                desk.reload(&code).await;
                desk.over.set(done.slip.map(Over::Slip));
                return;
            }
            desk.toast.set(said(what).map(|text| Toast { good: true, text: text.to_owned(), slip: done.slip }));
            desk.load_opened(&code);
            if !matches!(what, Move::CheckPapers) && desk.over.with_untracked(Option::is_none) {
                // The dialog has gone, and with it whatever had the focus.
                leptos::task::tick().await;
                super::frame::focus("noi-dung");
            }
        }
        Err(Trouble::SignedOut) => desk.sign_out(),
        Err(trouble) => {
            if let Some(making) = making {
                making.fail(trouble);
            } else {
                desk.toast.set(Some(Toast { good: false, text: trouble.text(), slip: None }));
                desk.load_opened(&code);
            }
        }
    }
}

/// What the toast says; ticks speak for themselves.
const fn said(what: Move) -> Option<&'static str> {
    Some(match what {
        Move::Accept => "Đã tiếp nhận hồ sơ. Người nộp được báo.",
        Move::Refuse => "Đã từ chối tiếp nhận. Người nộp được báo.",
        Move::AskSupplement => "Đã gửi yêu cầu bổ sung.",
        Move::HandOver => "Đã chuyển xử lý.",
        Move::Resolve => "Đã ghi kết quả.",
        Move::Return => "Đã trả kết quả.",
        Move::CheckPapers | Move::IssueSlip | Move::ReplaceKey => return None,
        _ => "Đã ghi vào hồ sơ.",
    })
}
