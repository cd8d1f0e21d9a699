//! Signing in: two boxes, one button, and kind words when it fails.

use super::{
    call::{self, Trouble},
    mark::{callout, logo, portal},
    state::desk as shared,
};
use domain::desk::Me;
use leptos::{html::Input, prelude::*};
use serde::Serialize;

#[derive(Serialize)]
struct SignIn {
    login: String,
    password: String,
}

pub(super) fn page() -> impl IntoView {
    let desk = shared();
    let (login, password) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let (busy, wrong) = (RwSignal::new(false), RwSignal::new(None::<String>));
    Effect::new(move |_| {
        if let Some(input) = login.get() {
            let _ = input.focus();
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let value = |input: NodeRef<Input>| input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let sign_in = SignIn { login: value(login).trim().to_owned(), password: value(password) };
        if sign_in.login.is_empty() || sign_in.password.is_empty() {
            wrong.set(Some("Điền tên đăng nhập và mật khẩu.".to_owned()));
            return;
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        wasm_bindgen_futures::spawn_local(async move {
            match call::send::<Me>("POST", "/sign-in".to_owned(), &sign_in, "").await {
                Ok(me) => desk.welcome(me),
                Err(trouble) => {
                    busy.set(false);
                    let text = match trouble {
                        Trouble::SignedOut => {
                            "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock.".to_owned()
                        }
                        other => other.text(),
                    };
                    wrong.set(Some(text));
                    if let Some(input) = password.get_untracked() {
                        input.set_value("");
                        let _ = input.focus();
                    }
                }
            }
        });
    };
    view! {
        <main class="desk-door">
            <p class="desk-door-name">{logo()}{portal()}</p>
            <h1>"Bàn làm việc của cán bộ"</h1>
            <form class="desk-door-form" on:submit=submit novalidate>
                <div role="alert">{move || wrong.get().map(|text| callout("error", text))}</div>
                <label class="desk-field"><span>"Tên đăng nhập"</span>
                    <input node_ref=login type="text" name="login" autocomplete="username" autocapitalize="none" spellcheck="false"/></label>
                <label class="desk-field"><span>"Mật khẩu"</span>
                    <input node_ref=password type="password" name="password" autocomplete="current-password"/></label>
                <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{move || if busy.get() { "Đang đăng nhập…" } else { "Đăng nhập" }}</button>
            </form>
            <p class="mute">"Quên mật khẩu? Người quản trị của cơ quan đặt lại cho bạn."</p>
            <p><a href="/">"Về trang dành cho người dân"</a></p>
        </main>
    }
}
