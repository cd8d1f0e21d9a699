//! A thing that is asked for: on its way, here, or in trouble.

use super::{call::Trouble, mark::callout, state::Desk};
use leptos::prelude::*;
use std::future::Future;

/// A thing that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Load<T> {
    /// On its way.
    Coming,
    /// Here.
    Here(T),
    /// It did not come.
    Not(Trouble),
}

impl<T> Load<T> {
    /// Returns it where it is here.
    pub(super) const fn here(&self) -> Option<&T> {
        match self {
            Self::Here(thing) => Some(thing),
            Self::Coming | Self::Not(_) => None,
        }
    }
}

/// Puts what is asked for into a signal; an answer that was overtaken by a later question is dropped.
pub(super) fn load<T: Clone + Send + Sync + 'static>(
    desk: Desk,
    into: RwSignal<Load<T>>,
    turn: RwSignal<u32>,
    asked: impl Future<Output = Result<T, Trouble>> + 'static,
) {
    let mine = turn.get_untracked().wrapping_add(1);
    turn.set(mine);
    wasm_bindgen_futures::spawn_local(async move {
        let answer = asked.await;
        if turn.try_get_untracked() != Some(mine) {
            return;
        }
        match answer {
            Ok(thing) => into.set(Load::Here(thing)),
            Err(Trouble::SignedOut) => desk.sign_out(),
            Err(trouble) => into.set(Load::Not(trouble)),
        }
    });
}

/// Says what is wrong and offers to try again.
pub(super) fn trouble<F: Fn() + 'static>(trouble: &Trouble, again: F) -> impl IntoView + use<F> {
    let text = trouble.text();
    view! {
        <div class="desk-trouble" role="alert">
            {callout("error", text)}
            <button type="button" class="button button-outlined" on:click=move |_| again()>"Thử lại"</button>
        </div>
    }
}
