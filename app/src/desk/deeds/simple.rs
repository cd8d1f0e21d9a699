//! Forms with one thing to type, or none.

use super::{
    Form, due_words,
    field::{day, full, note, one_of, read_day, reason_box, text_box},
};
use crate::text::desk as words;
use domain::{
    date::Date,
    desk::{Deed, Offer, Opened},
    dossier::PaymentMethod,
};
use leptos::prelude::*;

const NO_REASON: &str = "Ghi lý do. Người nộp sẽ đọc câu này.";
const NO_DAY: &str = "Chọn ngày hẹn trả. Thủ tục này chưa có nguồn chắc chắn về thời hạn.";

fn form(fields: impl IntoView + 'static, read: impl Fn() -> super::Typed + 'static) -> Form {
    Form { fields: fields.into_any(), read: Box::new(read), file: None, wide: false }
}

/// The box for the due day, where the officer has to give it, or the due time that is set.
fn due(offer: &Offer, text: RwSignal<String>) -> impl IntoView + use<> {
    if offer.wants_due {
        view! {
            {note("Chưa có nguồn chắc chắn về thời hạn của thủ tục này. Bạn ghi ngày hẹn trả.".to_owned())}
            {day("Ngày hẹn trả kết quả", text)}
        }
        .into_any()
    } else {
        note(offer.due.map(|due| format!("Hẹn trả kết quả: {}.", due_words(due))).unwrap_or_default()).into_any()
    }
}

fn read_due(wanted: bool, text: RwSignal<String>) -> Result<Option<Date>, &'static str> {
    let day = read_day(text);
    if wanted && day.is_none() { Err(NO_DAY) } else { Ok(day) }
}

pub(super) fn accept(offer: &Offer) -> Form {
    let (text, wanted) = (RwSignal::new(String::new()), offer.wants_due);
    let fields = view! {
        <p>"Hồ sơ đủ giấy tờ. Người nộp nhận giấy tiếp nhận và ngày hẹn."</p>
        {due(offer, text)}
    };
    form(fields, move || Ok(Deed::Accept { due: read_due(wanted, text)? }))
}

pub(super) fn reason(offer: &Offer, label: &'static str, make: fn(String) -> Deed) -> Form {
    let text = RwSignal::new(String::new());
    form(reason_box(label, &offer.reasons, text), move || full(text).map(make).ok_or(NO_REASON))
}

pub(super) fn text(about: &'static str, label: &'static str, make: fn(String) -> Deed) -> Form {
    let text = RwSignal::new(String::new());
    let fields = view! { <p class="mute">{about}</p>{text_box(label, text)} };
    form(fields, move || full(text).map(make).ok_or("Chưa có chữ nào. Bạn viết vài lời."))
}

pub(super) fn sure(about: &'static str, deed: Deed) -> Form {
    form(view! { <p>{about}</p> }, move || Ok(deed.clone()))
}

pub(super) fn hand_over(offer: &Offer) -> Form {
    let text = RwSignal::new(offer.units.first().cloned().unwrap_or_default());
    let options = offer.units.iter().map(|unit| view! { <option value=unit.clone()></option> }).collect_view();
    let fields = view! {
        <label class="desk-field"><span>"Đơn vị giải quyết"</span>
            <input type="text" list="don-vi" maxlength="200" autocomplete="off" prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))/></label>
        <datalist id="don-vi">{options}</datalist>
    };
    form(fields, move || full(text).map(|to| Deed::HandOver { to }).ok_or("Ghi tên đơn vị nhận hồ sơ."))
}

pub(super) fn paid(opened: &Opened, offer: &Offer) -> Form {
    let (method, text, wanted) = (RwSignal::new("desk".to_owned()), RwSignal::new(String::new()), offer.wants_due);
    let asked = opened.payments.iter().rev().find(|payment| payment.paid.is_none());
    let asked =
        asked.map(|payment| format!("Cần nộp {}. {}", crate::text::money(payment.amount, super::VI), payment.basis)).unwrap_or_default();
    let options = PaymentMethod::NAMED.map(|(key, method)| (key, words::payment(method)));
    let fields = view! { {note(asked)}{one_of("Cách nộp", "cach-nop", &options, method)}{due(offer, text)} };
    form(fields, move || {
        let key = method.get_untracked();
        let method = PaymentMethod::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, method)| method);
        Ok(Deed::ConfirmPayment { method: method.ok_or("Chọn cách nộp.")?, due: read_due(wanted, text)? })
    })
}

pub(super) fn reschedule(offer: &Offer) -> Form {
    let (text, date) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fields = view! {
        {note("Chỉ hẹn lại được một lần, trước hạn ít nhất 1 ngày. Người nộp nhận lời xin lỗi và ngày mới.".to_owned())}
        {day("Ngày hẹn mới", date)}
        {reason_box("Lý do", &offer.reasons, text)}
    };
    form(fields, move || {
        let due = read_day(date).ok_or("Chọn ngày hẹn mới.")?;
        Ok(Deed::Reschedule { due, reason: full(text).ok_or(NO_REASON)? })
    })
}

pub(super) fn reopen(offer: &Offer) -> Form {
    let (text, date) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wanted = offer.wants_due;
    let fields = view! {
        {note("Chỉ mở lại để sửa kết quả sai; người nộp không trả thêm tiền.".to_owned())}
        {reason_box("Kết quả sai ở đâu", &offer.reasons, text)}
        {due(offer, date)}
    };
    form(fields, move || Ok(Deed::Reopen { reason: full(text).ok_or(NO_REASON)?, due: read_due(wanted, date)? }))
}
