//! What the owner may do: print the application, write, withdraw, take the wish back. Each is a small form that posts the key again.

use super::opened::{Opened, Said};
use crate::document::Print as _;
use crate::{
    component::{Press, details::details},
    route::Route,
};
use domain::{dossier::Move, language::Language::Vietnamese};
use leptos::prelude::*;

/// Where forms of this dossier are posted.
pub(super) fn action(of: Opened<'_>) -> String {
    Route::FollowDossier(of.record.code.clone()).path(Vietnamese)
}

/// What every form of the page posts besides its own.
pub(super) fn hidden(of: Opened<'_>) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="key" value=of.key.to_string()/>
        <input type="hidden" name="Idempotency-Key" value=of.idempotency_key.to_owned()/>
    }
}

/// The name under which a tab remembers words that were sent, until the page says that they have arrived.
fn remembered(of: Opened<'_>, what: Move) -> String {
    format!("{}:{}", of.record.code, what.name())
}

/// A form with one box of words; its script waits for the line, and sends it without the button.
fn words(press: Press<'_>, of: Opened<'_>, what: Move, label: &'static str, hint: &'static str, button: &'static str) -> AnyView {
    let id = what.name();
    let hint_id = format!("{id}-hint");
    let arrived = what == Move::WriteToOffice && of.said == Some(Said::MessageSent);
    // What was asked before the office declined has arrived: a tab that does not know it yet must not take it up again.
    let times = || of.record.events.iter().filter(|event| event.what.kind() == what).count().to_string();
    let round = (what == Move::AskWithdrawal).then(times);
    view! {
        <form method="post" action=action(of) data-script=press.assets.words.clone() data-words=remembered(of, what) data-round=round
            data-let-go=arrived.then_some("")>
            {hidden(of)}
            <input type="hidden" name="_do" value=id/>
            <div class="question">
                <label class="ask" for=id>{label}</label>
                <p class="hint" id=hint_id.clone()>{hint}</p>
                <textarea class="box box-long" id=id name="text" rows="4" maxlength="2000" aria-describedby=hint_id></textarea>
            </div>
            <p class="actions"><button class="button button-outlined" type="submit">{button}</button></p>
        </form>
    }
    .printed()
}

/// The application as it was filed, to print.
pub(super) fn application(of: Opened<'_>) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action(of)>
            {hidden(of)}
            <p class="actions"><button class="button button-outlined" type="submit" name="_do" value="application">"Bản in tờ khai đã gửi"</button></p>
        </form>
    }
}

/// The dates ahead, for the calendar of a phone.
pub(super) fn dates(of: Opened<'_>) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action(of)>
            {hidden(of)}
            <p class="actions"><button class="button button-outlined" type="submit" name="_do" value="calendar">"Thêm các ngày này vào lịch"</button></p>
        </form>
    }
}

/// Another dossier like this one; the script keeps its answers as a draft, else the Worker prints the form with them.
pub(super) fn again(press: Press<'_>, of: Opened<'_>) -> Option<impl IntoView + use<>> {
    press.catalogue.form(of.record.procedure.as_str())?;
    Some(view! {
        <form method="post" action=action(of) data-script=press.assets.people.clone()>
            {hidden(of)}
            <p class="actions">
                <button class="button button-outlined" type="submit" name="_do" value="again">"Làm hồ sơ giống hồ sơ này"</button>
                <button class="button button-outlined" type="submit" name="_do" value="known" hidden="">"Nhớ người nộp cho tờ khai khác"</button>
            </p>
            <p class="hint" role="status"></p>
        </form>
    })
}

pub(super) fn write(press: Press<'_>, of: Opened<'_>) -> impl IntoView + use<> {
    let form = words(
        press,
        of,
        Move::WriteToOffice,
        "Lời nhắn",
        "Hỏi hoặc báo cho cán bộ giữ hồ sơ này. Trả lời hiện ở trang này.",
        "Gửi lời nhắn",
    );
    details(press, "Nhắn cho cơ quan".to_owned(), form)
}

pub(super) fn withdraw(press: Press<'_>, of: Opened<'_>) -> AnyView {
    let form = words(
        press,
        of,
        Move::AskWithdrawal,
        "Vì sao bạn rút?",
        "Cơ quan xác nhận rồi hồ sơ mới dừng. Trước đó bạn vẫn giữ lại được.",
        "Xin rút hồ sơ",
    );
    details(press, "Rút hồ sơ".to_owned(), form).printed()
}

/// Stands where nobody can ask to withdraw: a reason that the tab remembers has arrived, or can go no more.
pub(super) fn no_withdrawal(press: Press<'_>, of: Opened<'_>) -> AnyView {
    let name = remembered(of, Move::AskWithdrawal);
    view! { <template data-script=press.assets.words.clone() data-words=name data-let-go=""></template> }.printed()
}

pub(super) fn keep(of: Opened<'_>) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action(of)>
            {hidden(of)}
            <p>"Đổi ý? Hồ sơ sẽ đi tiếp như trước khi bạn xin rút."</p>
            <p class="actions"><button class="button" type="submit" name="_do" value=Move::CancelWithdrawal.name()>"Giữ lại hồ sơ"</button></p>
        </form>
    }
}
