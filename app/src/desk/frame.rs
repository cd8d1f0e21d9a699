//! The frame of the desk: header, rail of lists, and what stands in the middle.

use super::{
    address::Place,
    call::{self, Trouble},
    dossier, help, keys,
    load::{Load, trouble},
    mark::{agencies_of, icon, logo, portal},
    missed, officers, password, queue, sign_in,
    state::desk as shared,
};
use crate::text::desk as words;
use domain::{
    desk::{Me, View},
    dossier::Role,
};
use leptos::{ev, prelude::*};

/// The whole desk.
pub(super) fn desk() -> impl IntoView {
    let desk = shared();
    desk.ask_who();
    let moved = window_event_listener(ev::hashchange, move |_| {
        let place = Place::now().unwrap_or(Place::List(View::New));
        desk.over.set(None);
        if let Place::List(view) = &place
            && desk.view.get_untracked() != *view
        {
            desk.page.set(1);
            desk.search.set(String::new());
            desk.view.set(*view);
        }
        desk.place.set(place);
    });
    on_cleanup(move || moved.remove());
    keys::listen(desk);
    let seat = Memo::new(move |_| {
        desk.me.with(|me| match me {
            Load::Coming => 0,
            Load::Here(me) if me.temporary_password => 4,
            Load::Here(_) => 1,
            Load::Not(Trouble::SignedOut) => 2,
            Load::Not(_) => 3,
        })
    });
    move || match seat.get() {
        0 => view! { <main class="desk-wait"><h1>"Bàn làm việc của cán bộ"</h1><p role="status">"Đang mở…"</p></main> }.into_any(),
        1 => view! { <Seated/> }.into_any(),
        2 => sign_in::page().into_any(),
        4 => password::page().into_any(),
        _ => {
            let why = desk.me.with_untracked(|me| if let Load::Not(why) = me { Some(trouble(why, move || desk.ask_who())) } else { None });
            view! { <main class="desk-wait"><h1>"Bàn làm việc của cán bộ"</h1>{why}</main> }.into_any()
        }
    }
}

#[component]
fn Seated() -> impl IntoView {
    let desk = shared();
    let me = desk.me.with_untracked(|me| me.here().cloned());
    let works = me.as_ref().is_some_and(|me| me.roles.iter().any(|role| *role != Role::Admin));
    let kind = Memo::new(move |_| match desk.place.get() {
        Place::List(_) => 0,
        Place::Dossier(_) => 1,
        Place::Officers => 2,
        Place::Missed => 3,
    });
    view! {
        <a class="skip" href="#noi-dung" on:click=|event| { event.prevent_default(); focus("noi-dung"); }>"Đến nội dung chính"</a>
        {me.map(top)}
        <div class="desk-body" data-place=move || kind.get().to_string()>
            {works.then(rail)}
            <main id="noi-dung" class="desk-main" tabindex="-1">
                {move || match kind.get() {
                    0 => queue::page().into_any(),
                    1 => dossier::page().into_any(),
                    2 => officers::page().into_any(),
                    _ => missed::page().into_any(),
                }}
            </main>
        </div>
        {help::over()}
        {toast()}
    }
}

/// Gives the focus to an element by its id.
pub(super) fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // What cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

fn top(me: Me) -> impl IntoView {
    let desk = shared();
    let places = agencies_of(&me.agencies);
    let agency = if places.len() > 1 {
        let options = places.into_iter().map(|(code, name)| {
            let chosen = desk.agency.get_untracked().as_ref() == Some(&code);
            view! { <option value=code selected=chosen>{name}</option> }
        });
        let options = options.collect_view();
        let change = move |event| {
            desk.page.set(1);
            desk.agency.set(Some(event_target_value(&event)));
            Place::List(desk.view.get_untracked()).go();
        };
        view! { <label class="desk-agency"><span class="spoken-only">"Cơ quan"</span><select on:change=change>{options}</select></label> }
            .into_any()
    } else {
        view! { <span class="desk-agency">{places.into_iter().next().map(|(_, name)| name)}</span> }.into_any()
    };
    let admin = me.roles.contains(&Role::Admin);
    let roles = me.roles.iter().map(|role| role.name()).collect::<Vec<_>>().join(", ");
    let leave = move |_| {
        let csrf = desk.csrf();
        wasm_bindgen_futures::spawn_local(async move {
            // Signed out or not, nothing stays on this screen.
            let _ = call::sign_out(&csrf).await;
            desk.sign_out();
        });
    };
    view! {
        <header class="desk-top">
            <a class="desk-name" href=Place::List(View::New).href()>{logo()}<span>{portal()}</span></a>
            {agency}
            <span class="desk-space"></span>
            {admin.then(|| view! { <a class="desk-link" href=Place::Missed.href()>{icon("search")}<span>"Tìm không thấy"</span></a> })}
            {admin.then(|| view! { <a class="desk-link" href=Place::Officers.href()>{icon("id-card")}<span>"Tài khoản"</span></a> })}
            <button type="button" class="desk-link" on:click=move |_| desk.over.set(Some(super::state::Over::Help))>{icon("help")}<span>"Phím tắt"</span></button>
            <span class="desk-who"><b>{me.name}</b><span class="mute">{roles}</span></span>
            <button type="button" class="desk-link" on:click=leave>{icon("leave")}<span>"Đăng xuất"</span></button>
        </header>
    }
}

fn rail() -> impl IntoView {
    let desk = shared();
    let counts = Memo::new(move |_| desk.queue.with(|queue| queue.here().map(|queue| queue.counts.clone()).unwrap_or_default()));
    let links = View::NAMED.map(|(_, view)| {
        let count = move || {
            let known = counts.with(|counts| counts.iter().find(|count| count.view == view).map(|count| count.dossiers));
            known.filter(|_| !matches!(view, View::Closed | View::All))
        };
        let here = move || (desk.view.get() == view && !matches!(desk.place.get(), Place::Officers | Place::Missed)).then_some("page");
        let late = move || view == View::Late && count().is_some_and(|dossiers| dossiers > 0);
        view! {
            <li class:late=late>
                <a href=Place::List(view).href() aria-current=here>
                    <span>{words::view(view)}</span>
                    {move || count().map(|count| view! { <span class="rail-count number">{count}</span> })}
                </a>
            </li>
        }
    });
    view! { <nav class="desk-rail" aria-label="Danh sách hồ sơ"><ul>{links.into_iter().collect_view()}</ul></nav> }
}

/// What was done last, said aloud and shown for a while.
fn toast() -> impl IntoView {
    let desk = shared();
    view! {
        <div class="desk-toast" role="status">
            {move || desk.toast.get().map(|toast| {
                let slip = toast.slip.map(|slip| {
                    view! { <button type="button" class="desk-small" on:click=move |_| { desk.toast.set(None); desk.over.set(Some(super::state::Over::Slip(slip))); }>{icon("print")}"Xem và in phiếu"</button> }
                });
                view! {
                    <div class=if toast.good { "desk-toast-inside badge-success" } else { "desk-toast-inside badge-error" }>
                        {icon(if toast.good { "success" } else { "error" })}<p>{toast.text}</p>{slip}
                        <button type="button" class="desk-quiet" aria-label="Đóng thông báo" on:click=move |_| desk.toast.set(None)>{icon("close")}</button>
                    </div>
                }
            })}
        </div>
    }
}
