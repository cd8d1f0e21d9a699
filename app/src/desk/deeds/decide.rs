//! Forms that end a dossier: propose, decide, give the result.

use super::{
    Form,
    field::{full, line, note, one_of, reason_box, text_box},
};
use crate::text::desk as words;
use domain::{
    desk::{Deed, Offer, Opened},
    dossier::{DeliveryMethod, Outcome},
};
use leptos::prelude::*;

const GRANTED: &str = "granted";
const REFUSED: &str = "refused";

/// The boxes of an outcome, and how they are read.
fn outcome(
    offer: &Offer,
    before: Option<&(Outcome, String)>,
) -> (impl IntoView + use<>, impl Fn() -> Result<(Outcome, String), &'static str> + Copy + use<>) {
    let refused_before = match before {
        Some((Outcome::Refused { reason }, _)) => Some(reason.clone()),
        _ => None,
    };
    let chosen = RwSignal::new(if refused_before.is_some() { REFUSED } else { GRANTED }.to_owned());
    let reason = RwSignal::new(refused_before.unwrap_or_default());
    let text = RwSignal::new(before.map(|(_, text)| text.clone()).unwrap_or_default());
    let reasons = offer.reasons.clone();
    let view = view! {
        {one_of("Kết quả", "ket-qua", &[(GRANTED, "Đồng ý giải quyết"), (REFUSED, "Từ chối giải quyết")], chosen)}
        {move || (chosen.get() == REFUSED).then(|| reason_box("Lý do từ chối, căn cứ", &reasons, reason))}
        {text_box("Nội dung kết quả", text)}
    };
    let read = move || {
        let words = text.get_untracked().trim().to_owned();
        if chosen.get_untracked() == REFUSED {
            let reason = full(reason).ok_or("Ghi lý do từ chối và căn cứ.")?;
            return Ok((Outcome::Refused { reason }, words));
        }
        if words.is_empty() {
            Err("Ghi nội dung kết quả, ví dụ số và ngày của giấy được cấp.")
        } else {
            Ok((Outcome::Granted, words))
        }
    };
    (view, read)
}

pub(super) fn propose(offer: &Offer) -> Form {
    let (fields, read) = outcome(offer, None);
    let read = move || read().map(|(outcome, text)| Deed::Propose { outcome, text });
    Form { fields: fields.into_any(), read: Box::new(read), file: None, wide: false }
}

pub(super) fn resolve(opened: &Opened, offer: &Offer) -> Form {
    let (fields, read) = outcome(offer, opened.proposal.as_ref());
    let file = RwSignal::new_local(None::<web_sys::File>);
    let choose = move |event: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        file.set(input.files().and_then(|files| files.get(0)));
    };
    let view = view! {
        {fields}
        <label class="desk-field"><span>"Tệp kết quả đã ký (không bắt buộc)"</span>
            <input type="file" accept="application/pdf,image/jpeg,image/png" on:change=choose/>
            <span class="mute">"PDF, JPEG hoặc PNG, tối đa 10 MB."</span></label>
    };
    let read = move || {
        let most = file.with_untracked(|file| file.as_ref().is_some_and(|file| file.size() > 10.0 * 1024.0 * 1024.0));
        if most {
            return Err("Tệp lớn hơn 10 MB. Chọn tệp nhỏ hơn.");
        }
        read().map(|(outcome, text)| Deed::Resolve { outcome, text, file: None })
    };
    Form { fields: view.into_any(), read: Box::new(read), file: Some(file), wide: false }
}

pub(super) fn give(opened: &Opened) -> Form {
    let wanted = opened.delivery.unwrap_or(DeliveryMethod::Desk);
    let key = DeliveryMethod::NAMED.into_iter().find(|(_, method)| *method == wanted).map_or("desk", |(key, _)| key);
    let (method, proof) = (RwSignal::new(key.to_owned()), RwSignal::new(String::new()));
    let options = DeliveryMethod::NAMED.map(|(key, method)| (key, words::delivery(method)));
    let fields = view! {
        {note(format!("Người nộp chọn: {}.", words::delivery(wanted).to_lowercase()))}
        {one_of("Cách trả", "cach-tra", &options, method)}
        {line("Bằng chứng đã nhận: giấy tờ đã xem, số vận đơn, chữ ký", proof)}
    };
    let read = move || {
        let key = method.get_untracked();
        let method =
            DeliveryMethod::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, method)| method).ok_or("Chọn cách trả.")?;
        let proof = full(proof);
        if method != DeliveryMethod::Electronic && proof.is_none() {
            return Err("Ghi bạn đã xem giấy tờ gì của người nhận, hoặc số vận đơn.");
        }
        Ok(Deed::Return { method, proof })
    };
    Form { fields: fields.into_any(), read: Box::new(read), file: None, wide: false }
}
