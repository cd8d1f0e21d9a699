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

pub(super) fn shown(opened: &Opened) -> impl IntoView + use<> {
    let moves: Vec<Move> = opened.offers.iter().map(|offer| offer.what).filter(|what| !stands_elsewhere(*what)).collect();
    let (small, large): (Vec<Move>, Vec<Move>) = moves.into_iter().partition(|what| is_small(*what));
    let usual = large.first().copied().filter(|what| *what != Move::Stop && *what != Move::Reopen);
    let none = large.is_empty().then(|| view! { <p class="mute">{idle(opened.status)}</p> });
    let button = |(at, what): (usize, Move)| {
        let class = if Some(what) == usual {
            "button"
        } else if is_small(what) {
            "desk-small"
        } else {
            "button button-outlined"
        };
        let key = at + 1;
        view! {
            <button type="button" class=class data-key=key.to_string() data-move=what.name() on:click=move |_| open(what)>
                {words::verb(what)}{(key < 10).then(|| view! { <kbd aria-hidden="true">{key}</kbd> })}
            </button>
        }
    };
    let buttons = large.into_iter().chain(small).enumerate().map(button).collect_view();
    view! { <div class="bar-moves" role="group" aria-label="Việc làm được với hồ sơ này">{none}{buttons}</div> }
}

/// Why there is nothing to do.
const fn idle(status: Status) -> &'static str {
    match status {
        Status::SupplementRequired | Status::PaymentRequired => "Đang chờ người nộp.",
        Status::Refused | Status::Stopped | Status::Returned => "Hồ sơ đã kết thúc.",
        _ => "Bước này thuộc vai trò khác.",
    }
}
