//! Accounts of officers: create, change roles, lock, set a new password.

use super::{
    call::{self, Trouble},
    load::{Load, load, trouble},
    mark::{agencies as all_agencies, agencies_of, callout, icon},
    state::desk as shared,
};
use domain::{
    desk::{Officer, Officers, Password},
    dossier::Role,
};
use leptos::prelude::*;
use serde::Serialize;

/// What stands for every agency.
const EVERY: &str = "*";

/// What the page of accounts shares.
#[derive(Clone, Copy)]
struct Page {
    list: RwSignal<Load<Officers>>,
    turn: RwSignal<u32>,
    password: RwSignal<Option<Password>>,
    wrong: RwSignal<Option<Trouble>>,
}

impl Page {
    fn load(self) {
        load(shared(), self.list, self.turn, call::get("/officers".to_owned()));
    }

    /// Sends a change and loads the list again.
    fn change(self, method: &'static str, path: String, body: impl Serialize + 'static) {
        self.wrong.set(None);
        wasm_bindgen_futures::spawn_local(async move {
            let desk = shared();
            match call::send::<Option<Password>>(method, path, &body, &desk.csrf()).await {
                Ok(password) => {
                    self.password.try_set(password);
                    self.load();
                }
                Err(Trouble::SignedOut) => desk.sign_out(),
                Err(trouble) => {
                    self.wrong.try_set(Some(trouble));
                }
            }
        });
    }
}

pub(super) fn page() -> impl IntoView {
    let page =
        Page { list: RwSignal::new(Load::Coming), turn: RwSignal::new(0), password: RwSignal::new(None), wrong: RwSignal::new(None) };
    Effect::new(move |_| page.load());
    let list = move || {
        page.list.with(|list| match list {
            Load::Coming => view! { <p class="desk-coming" role="status">"Đang lấy danh sách…"</p> }.into_any(),
            Load::Not(why) => trouble(why, move || page.load()).into_any(),
            Load::Here(list) => {
                let rows = list.officers.iter().map(|officer| row(page, officer)).collect_view();
                view! { <ul class="officers">{rows}</ul>{new(page)} }.into_any()
            }
        })
    };
    view! {
        <div class="officers-page">
            <h1>"Tài khoản cán bộ"</h1>
            <div role="alert">
                {move || page.wrong.get().map(|why| callout("error", why.text()))}
                {move || page.password.get().map(|made| view! {
                    <div class="desk-callout badge-success">{icon("success")}
                        <div><p>"Mật khẩu tạm của "<b>{made.login}</b>", chỉ hiện một lần:"</p><p class="desk-key number">{made.password}</p></div></div>
                })}
            </div>
            {list}
        </div>
    }
}

/// What is written about an officer.
#[derive(Serialize)]
struct Written {
    name: String,
    roles: Vec<Role>,
    agencies: Vec<String>,
    locked: bool,
}

fn row(page: Page, officer: &Officer) -> impl IntoView + use<> {
    let login = officer.login.clone();
    let path = format!("/officers/{login}");
    let places: Vec<String> = if officer.agencies.iter().any(|code| code == EVERY) {
        vec!["Mọi cơ quan".to_owned()]
    } else {
        agencies_of(&officer.agencies).into_iter().map(|(_, name)| name).collect()
    };
    let roles = Role::NAMED.map(|(_, role)| {
        let (path, has, before) = (path.clone(), officer.roles.contains(&role), officer.clone());
        let change = move |event| {
            let mut roles: Vec<Role> = before.roles.iter().copied().filter(|known| *known != role).collect();
            if event_target_checked(&event) {
                roles.push(role);
            }
            let written = Written { name: before.name.clone(), roles, agencies: before.agencies.clone(), locked: before.locked };
            page.change("PUT", path.clone(), written);
        };
        let label = format!("{}: {}", officer.login, role.name());
        view! { <label class="desk-tick"><input type="checkbox" prop:checked=has aria-label=label on:change=change/>{role.name()}</label> }
    });
    let locked = officer.locked;
    let (lock_path, reset_path) = (format!("{path}/{}", if locked { "unlock" } else { "lock" }), format!("{path}/password"));
    let lock = move |_| page.change("POST", lock_path.clone(), ());
    let reset = move |_| page.change("POST", reset_path.clone(), ());
    view! {
        <li class:locked=locked>
            <p><b>{officer.name.clone()}</b>" "<span class="mute">{login.clone()}</span>{locked.then(|| view! { <span class="badge badge-error">{icon("error")}"Đang khoá"</span> })}<br/><span class="mute">{places.join(", ")}</span></p>
            <div class="officers-roles">{roles.into_iter().collect_view()}</div>
            <div class="officers-acts">
                <button type="button" class="desk-small" on:click=lock>{if locked { "Mở khoá" } else { "Khoá" }}<span class="spoken-only">{login.clone()}</span></button>
                <button type="button" class="desk-small" on:click=reset>"Đặt lại mật khẩu"<span class="spoken-only">{login}</span></button>
            </div>
        </li>
    }
}

#[derive(Serialize)]
struct New {
    login: String,
    name: String,
    roles: Vec<Role>,
    agencies: Vec<String>,
}

fn new(page: Page) -> impl IntoView {
    let (login, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (roles, agencies) = (RwSignal::new(Vec::<String>::new()), RwSignal::new(Vec::<String>::new()));
    let mend = RwSignal::new(None::<&'static str>);
    let role_options = Role::NAMED.map(|(key, role)| (key.to_owned(), role.name().to_owned())).to_vec();
    let mut places = vec![(EVERY.to_owned(), "Mọi cơ quan".to_owned())];
    places.extend(all_agencies());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let chosen: Vec<Role> = roles.with_untracked(|roles| roles.iter().filter_map(|key| Role::from_key(key)).collect());
        let new = New {
            login: login.get_untracked().trim().to_owned(),
            name: name.get_untracked().trim().to_owned(),
            roles: chosen,
            agencies: agencies.get_untracked(),
        };
        let wrong = if new.login.is_empty() || new.name.is_empty() {
            Some("Điền tên đăng nhập và họ tên.")
        } else if new.roles.is_empty() {
            Some("Chọn ít nhất một vai trò.")
        } else if new.agencies.is_empty() {
            Some("Chọn nơi làm việc.")
        } else {
            None
        };
        mend.set(wrong);
        if wrong.is_none() {
            page.change("POST", "/officers".to_owned(), new);
        }
    };
    view! {
        <section class="officers-new">
            <h2>"Thêm cán bộ"</h2>
            <form class="desk-form" on:submit=submit novalidate>
                <div role="alert">{move || mend.get().map(|what| callout("error", what.to_owned()))}</div>
                {super::deeds::line("Tên đăng nhập: chữ thường không dấu, số, dấu chấm", login)}
                {super::deeds::line("Họ và tên", name)}
                <div class="desk-two">
                    {super::deeds::any_of("Vai trò".to_owned(), role_options, roles)}
                    {super::deeds::any_of("Nơi làm việc".to_owned(), places, agencies)}
                </div>
                <div><button type="submit" class="button">"Thêm cán bộ"</button></div>
            </form>
        </section>
    }
}
