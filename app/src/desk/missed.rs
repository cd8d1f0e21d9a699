//! What several people searched for and did not find: the words the lexicon lacks.

use super::{
    call,
    load::{Load, load, trouble},
    state::desk as shared,
};
use domain::missed::Missed;
use leptos::prelude::*;
use serde::Deserialize;

/// The list, as the Worker sends it.
#[derive(Debug, Clone, Deserialize)]
struct Searches {
    searches: Vec<Missed>,
}

pub(super) fn page() -> impl IntoView {
    let (list, turn) = (RwSignal::new(Load::<Searches>::Coming), RwSignal::new(0));
    let get = move || load(shared(), list, turn, call::get("/searches".to_owned()));
    Effect::new(move |_| get());
    let shown = move || {
        list.with(|list| match list {
            Load::Coming => view! { <p class="desk-coming" role="status">"Đang lấy danh sách…"</p> }.into_any(),
            Load::Not(why) => trouble(why, get).into_any(),
            Load::Here(Searches { searches }) if searches.is_empty() => {
                view! { <p>"Chưa có từ nào được nhiều người tìm mà không thấy."</p> }.into_any()
            }
            Load::Here(Searches { searches }) => {
                let row = |missed: &Missed| view! { <li><b>{missed.words.as_str().to_owned()}</b>" "<span class="mute number">{missed.count}" lần"</span></li> };
                let rows = searches.iter().map(row).collect_view();
                view! { <ol>{rows}</ol> }.into_any()
            }
        })
    };
    view! {
        <div class="officers-page">
            <h1>"Tìm không thấy"</h1>
            <p>"Những từ nhiều người đã tìm mà không thấy thủ tục nào. Thêm chúng vào "<code>"content/lexicon/"</code>" để lần sau tìm được."</p>
            <p class="mute">"Từ chỉ hiện khi ít nhất năm nơi đã gõ. Không giữ ai đã gõ; từ có dãy số hay địa chỉ thư thì không giữ."</p>
            {shown}
        </div>
    }
}
