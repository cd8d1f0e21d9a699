//! A password of one's own, before anything else is done with one that somebody else made.

use super::{
    call::{self, Trouble},
    mark::{callout, logo, portal},
    state::desk as shared,
};
use leptos::{html::Input, prelude::*};
use serde::Serialize;

#[derive(Serialize)]
struct Change {
    current: String,
    new: String,
}

pub(super) fn page() -> impl IntoView {
    let desk = shared();
    let (current, new, again) = (NodeRef::<Input>::new(), NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let (busy, wrong) = (RwSignal::new(false), RwSignal::new(None::<String>));
    Effect::new(move |_| {
        if let Some(input) = current.get() {
            let _ = input.focus();
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let value = |input: NodeRef<Input>| input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let change = Change { current: value(current), new: value(new) };
        if change.new != value(again) {
            wrong.set(Some("Hai lần nhập mật khẩu mới chưa giống nhau.".to_owned()));
            return;
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        wasm_bindgen_futures::spawn_local(async move {
            match call::send::<()>("POST", "/password".to_owned(), &change, &desk.csrf()).await {
                Ok(()) => desk.ask_who(),
                Err(Trouble::SignedOut) => desk.sign_out(),
                Err(trouble) => {
                    busy.set(false);
                    wrong.set(Some(trouble.text()));
                }
            }
        });
    };
    let field = |label: &'static str, node: NodeRef<Input>, autocomplete: &'static str| {
        view! { <label class="desk-field"><span>{label}</span><input node_ref=node type="password" autocomplete=autocomplete/></label> }
    };
    view! {
        <main class="desk-door">
            <p class="desk-door-name">{logo()}{portal()}</p>
            <h1>"Đặt mật khẩu của bạn"</h1>
            <p>"Mật khẩu hiện tại do người khác đặt. Chọn một mật khẩu chỉ bạn biết, ít nhất 12 ký tự; một câu dài dễ nhớ là tốt nhất."</p>
            <form class="desk-door-form" on:submit=submit novalidate>
                <div role="alert">{move || wrong.get().map(|text| callout("error", text))}</div>
                {field("Mật khẩu hiện tại", current, "current-password")}
                {field("Mật khẩu mới", new, "new-password")}
                {field("Nhập lại mật khẩu mới", again, "new-password")}
                <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>"Đổi mật khẩu"</button>
            </form>
        </main>
    }
}
