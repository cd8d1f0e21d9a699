//! The bar of legal moves: the usual one filled, the rest beside it, the everyday ones as small links.

use super::open;
use crate::text::desk as words;
use domain::{
    desk::Opened,
    dossier::{Move, Status},
};
use leptos::prelude::*;

/// What fits every status or stands elsewhere on the screen.
const fn is_small(what: Move) -> bool {
    matches!(what, Move::WriteToOwner | Move::Remark | Move::ReplaceKey)
}

const fn stands_elsewhere(what: Move) -> bool {
    matches!(what, Move::CheckPapers | Move::IssueSlip)
}

/// The moves with a key each: the small ones after the others.
fn moves(opened: &Opened) -> (Vec<Move>, Vec<Move>) {
    let moves = opened.offers.iter().map(|offer| offer.what).filter(|what| !stands_elsewhere(*what));
    let (small, large): (Vec<Move>, Vec<Move>) = moves.partition(|what| is_small(*what));
    (large, small)
}

fn button(what: Move, class: &'static str, key: usize) -> impl IntoView {
    let sign = (key < 10).then(|| view! { <kbd aria-hidden="true">{key}</kbd> });
    view! {
        <button type="button" class=class data-key=key.to_string() data-move=what.name() on:click=move |_| open(what)>{words::verb(what)}{sign}</button>
    }
}

pub(super) fn shown(opened: &Opened) -> impl IntoView + use<> {
    let (large, _) = moves(opened);
    let usual = large.first().copied().filter(|what| *what != Move::Stop && *what != Move::Reopen);
    let none = large.is_empty().then(|| view! { <p class="mute">{idle(opened.status)}</p> });
    let class = |what| if Some(what) == usual { "button" } else { "button button-outlined" };
    let buttons = large.into_iter().zip(1..).map(|(what, key)| button(what, class(what), key)).collect_view();
    view! { <div class="bar-moves" role="group" aria-label="Việc làm được với hồ sơ này">{none}{buttons}</div> }
}

/// What may be done at any time, beside the title.
pub(super) fn everyday(opened: &Opened) -> impl IntoView + use<> {
    let (large, small) = moves(opened);
    small.into_iter().zip(large.len() + 1..).map(|(what, key)| button(what, "desk-small", key)).collect_view()
}

/// Why there is nothing to do.
const fn idle(status: Status) -> &'static str {
    match status {
        Status::SupplementRequired | Status::PaymentRequired => "Đang chờ người nộp.",
        Status::Refused | Status::Stopped | Status::Returned => "Hồ sơ đã kết thúc.",
        _ => "Bước này thuộc vai trò khác.",
    }
}
