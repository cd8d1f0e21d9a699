//! A list of dossiers: one line each, late ones first.

use super::{
    address::Place,
    load::{Load, trouble},
    mark::{chip, icon, status},
    state::desk as shared,
};
use crate::text::{self, desk as words};
use domain::{
    desk::{QueueRow, View},
    language::Language,
    procedure::ChannelKind,
};
use leptos::{html::Input, prelude::*};

pub(super) fn page() -> impl IntoView {
    let desk = shared();
    Effect::new(move |_| desk.load_queue());
    let list = move || {
        desk.queue.with(|queue| match queue {
            Load::Coming => view! { <p class="desk-coming" role="status">"Đang lấy danh sách…"</p> }.into_any(),
            Load::Not(why) => trouble(why, move || desk.load_queue()).into_any(),
            Load::Here(queue) if queue.rows.is_empty() => empty(desk.view.get_untracked(), &desk.search.get_untracked()).into_any(),
            Load::Here(queue) => {
                let rows = queue.rows.iter().map(row).collect_view();
                let (page, more) = (desk.page.get_untracked(), queue.more);
                view! {
                    <div class="queue-head" aria-hidden="true">
                        <span>"Hạn"</span><span>"Mã hồ sơ"</span><span>"Chủ hồ sơ"</span><span>"Thủ tục"</span><span>"Bước"</span><span>"Gửi"</span>
                    </div>
                    <ul class="queue" id="danh-sach">{rows}</ul>
                    {(page > 1 || more).then(|| view! {
                        <nav class="desk-pages" aria-label="Trang của danh sách">
                            {(page > 1).then(|| view! { <button type="button" class="desk-small" on:click=move |_| desk.page.update(|page| *page -= 1)>{icon("arrow-left")}"Trang trước"</button> })}
                            <span>{format!("Trang {page}")}</span>
                            {more.then(|| view! { <button type="button" class="desk-small" on:click=move |_| desk.page.update(|page| *page += 1)>"Trang sau"{icon("arrow-right")}</button> })}
                        </nav>
                    })}
                }
                .into_any()
            }
        })
    };
    view! {
        <div class="queue-top">
            <h1>{move || words::view(desk.view.get())}</h1>
            {search()}
            <button type="button" class="desk-small" on:click=move |_| desk.load_queue()>{icon("refresh")}"Tải lại"</button>
        </div>
        {move || (!desk.search.get().is_empty()).then(|| view! {
            <p class="queue-asked">
                <span>"Kết quả cho «"{desk.search.get()}"» trong "<b>{words::view(desk.view.get())}</b>"."</span>
                {(desk.view.get() != View::All).then(|| view! { <button type="button" class="desk-small" on:click=move |_| everywhere()>"Tìm trong tất cả"</button> })}
                <button type="button" class="desk-small" on:click=move |_| { desk.page.set(1); desk.search.set(String::new()); }>{icon("close")}"Bỏ tìm"</button>
            </p>
        })}
        {list}
    }
}

/// Looks for the same in all dossiers.
fn everywhere() {
    let desk = shared();
    desk.page.set(1);
    // The view changes here and not through the address, which would forget the question.
    desk.view.set(View::All);
    desk.place.set(Place::List(View::All));
    // A browser without history only keeps the old address.
    let _ = window().history().and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some("#all")));
}

fn search() -> impl IntoView {
    let desk = shared();
    let input = NodeRef::<Input>::new();
    Effect::new(move |_| {
        let text = desk.search.get();
        if let Some(input) = input.get()
            && input.value().trim() != text
        {
            input.set_value(&text);
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        desk.page.set(1);
        desk.search.set(text.trim().to_owned());
    };
    view! {
        <form class="queue-search" role="search" on:submit=submit>
            <label class="spoken-only" for="tim-ho-so">"Tìm hồ sơ theo mã, tên, số điện thoại, số định danh"</label>
            <input node_ref=input id="tim-ho-so" type="search" placeholder="Mã, tên, điện thoại, số định danh" autocomplete="off" maxlength="80"/>
            <button type="submit" class="desk-small">{icon("search")}"Tìm"</button>
        </form>
    }
}

fn row(row: &QueueRow) -> impl IntoView + use<> {
    let waits =
        row.chip.is_none().then(|| view! { <span class="mute">{if row.status.awaits_owner() { "Chờ người nộp" } else { "–" }}</span> });
    let channel = match row.channel {
        ChannelKind::Online => "globe",
        ChannelKind::Desk => "person",
        ChannelKind::Post => "mail",
    };
    let moment = row.submitted_at.moment();
    let (_, month, day) = moment.date.parts();
    let step = if row.proposed {
        view! { <span class="badge badge-warning">{icon("stamp")}"Chờ phê duyệt"</span> }.into_any()
    } else {
        status(row.status).into_any()
    };
    view! {
        <li>
            <a class="queue-row" href=Place::Dossier(row.code.clone()).href()>
                <span class="queue-due">{row.chip.map(chip)}{waits}</span>
                <span class="queue-code number">{row.code.to_string()}</span>
                <span class="queue-owner">{row.owner.clone()}</span>
                <span class="queue-procedure">{row.procedure.clone()}</span>
                <span class="queue-step">{step}{row.unit.clone().map(|unit| view! { <span class="mute queue-unit">{unit}</span> })}</span>
                <span class="queue-sent mute" title=text::channel(row.channel, Language::Vietnamese)>{icon(channel)}<span class="spoken-only">{text::channel(row.channel, Language::Vietnamese)}</span><span class="number">{format!("{day:02}/{month:02} {}", moment.time)}</span></span>
            </a>
        </li>
    }
}

fn empty(view: View, search: &str) -> impl IntoView + use<> {
    let (title, next) = if search.is_empty() {
        match view {
            View::Late => ("Không có hồ sơ quá hạn.", "Hồ sơ trễ hẹn sẽ hiện ở đây trước tiên."),
            View::New => {
                ("Không có hồ sơ chờ tiếp nhận.", "Hồ sơ gửi trên mạng sẽ hiện ở đây. Mỗi hồ sơ cần trả lời trong 8 giờ làm việc.")
            }
            View::Proposed => ("Không có hồ sơ chờ phê duyệt.", "Hồ sơ được trình sẽ hiện ở đây."),
            View::Waiting => ("Không có hồ sơ chờ người nộp.", "Hồ sơ cần bổ sung hoặc nộp phí sẽ hiện ở đây."),
            _ => ("Không có hồ sơ nào ở bước này.", "Chọn danh sách khác ở bên trái."),
        }
    } else {
        ("Không tìm thấy hồ sơ nào.", "Kiểm tra mã hoặc số, hay tìm theo họ và tên.")
    };
    view! { <div class="desk-empty">{icon("papers")}<p><b>{title}</b></p><p class="mute">{next}</p></div> }
}
