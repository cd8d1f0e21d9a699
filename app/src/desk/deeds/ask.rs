//! Forms that ask the owner for something: answers and papers, all at once, or money.

use super::{
    Form,
    field::{any_of, day, full, line, note, read_day, reason_box, text_box},
};
use domain::{
    desk::{Deed, Offer, Opened},
    dossier::SupplementRequest,
    money::Dong,
};
use leptos::prelude::*;

pub(super) fn supplement(opened: &Opened, offer: &Offer) -> Form {
    let (fields, papers) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    let (note_text, reason, basis) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let until = RwSignal::new(offer.until.map(|day| day.to_string()).unwrap_or_default());
    let second = !opened.requests.is_empty();
    let paper_options: Vec<_> = opened.papers.iter().map(|paper| (paper.id.clone(), paper.name.clone())).collect();
    let sections = opened.sections.iter().map(|section| {
        let rows = section.rows.iter().map(|row| (row.path.clone(), row.label.clone())).collect();
        any_of(section.title.clone(), rows, fields)
    });
    let sum = move || {
        let (papers, fields) = (papers.with(Vec::len), fields.with(Vec::len));
        format!("Đã chọn {papers} giấy tờ, {fields} câu trả lời.")
    };
    let view = view! {
        {note("Nêu hết mọi thiếu sót trong một lần. Người nộp chỉ phải bổ sung một lần.".to_owned())}
        <div class="desk-two">
            <div>
                {(!paper_options.is_empty()).then(|| any_of("Giấy tờ".to_owned(), paper_options.clone(), papers))}
                <details class="desk-fold" open=paper_options.is_empty()><summary>"Câu trả lời cần sửa"</summary>{sections.collect_view()}</details>
                <p class="mute" role="status">{sum}</p>
            </div>
            <div>
                {reason_box("Lý do và cách bổ sung", &offer.reasons, reason)}
                {text_box("Cần thêm gì khác (không bắt buộc)", note_text)}
                {day("Bổ sung trước hết ngày", until)}
                {second.then(|| line("Căn cứ yêu cầu lần hai: ai cho phép, vì sao", basis))}
            </div>
        </div>
    };
    let read = move || {
        let request = SupplementRequest {
            fields: fields.get_untracked(),
            papers: papers.get_untracked(),
            note: note_text.get_untracked().trim().to_owned(),
            reason: full(reason).ok_or("Ghi lý do và cách bổ sung. Người nộp sẽ đọc câu này.")?,
            until: read_day(until),
            second_basis: full(basis),
        };
        if request.is_empty() {
            return Err("Chọn giấy tờ hoặc câu trả lời cần bổ sung.");
        }
        if second && request.second_basis.is_none() {
            return Err("Hồ sơ này đã yêu cầu bổ sung một lần. Ghi ai cho phép yêu cầu lần hai và vì sao.");
        }
        Ok(Deed::AskSupplement { request })
    };
    Form { fields: view.into_any(), read: Box::new(read), file: None, wide: true }
}

/// What the owner brought to the desk.
pub(super) fn answered(opened: &Opened, offer: &Offer) -> Form {
    let request = opened.requests.last().map(|asked| asked.request.clone()).unwrap_or_default();
    let name = crate::desk::dossier::names(opened);
    let options = |ids: &[String]| ids.iter().map(|id| (id.clone(), name(id))).collect::<Vec<_>>();
    let (fields, papers) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    let (date, wanted) = (RwSignal::new(String::new()), offer.wants_due);
    let (paper_options, field_options) = (options(&request.papers), options(&request.fields));
    let view = view! {
        {note("Người nộp mang bản giấy đến quầy. Đánh dấu những gì đã nhận; hạn giải quyết tính lại từ đầu.".to_owned())}
        {(!paper_options.is_empty()).then(|| any_of("Giấy tờ đã nhận".to_owned(), paper_options.clone(), papers))}
        {(!field_options.is_empty()).then(|| any_of("Câu trả lời đã sửa trên bản giấy".to_owned(), field_options.clone(), fields))}
        {wanted.then(|| day("Ngày hẹn trả kết quả", date))}
    };
    let read = move || {
        let due = read_day(date);
        if wanted && due.is_none() {
            return Err("Chọn ngày hẹn trả kết quả.");
        }
        Ok(Deed::AnswerSupplement { fields: fields.get_untracked(), papers: papers.get_untracked(), due })
    };
    Form { fields: view.into_any(), read: Box::new(read), file: None, wide: false }
}

pub(super) fn payment(opened: &Opened, offer: &Offer) -> Form {
    let sum = opened.fee.iter().fold(0_u64, |sum, row| sum.saturating_add(row.amount.0));
    let amount = RwSignal::new(if sum > 0 { sum.to_string() } else { String::new() });
    let lines: Vec<_> = opened.fee.iter().map(|row| format!("{}: {}", row.what, crate::text::money(row.amount, super::VI))).collect();
    let basis = RwSignal::new(lines.join("; "));
    let until = RwSignal::new(offer.until.map(|day| day.to_string()).unwrap_or_default());
    let view = view! {
        {note("Thủ tục không thu phí thì không dùng việc này.".to_owned())}
        <label class="desk-field desk-field-short"><span>"Số tiền (đồng)"</span>
            <input type="text" inputmode="numeric" autocomplete="off" prop:value=move || amount.get() on:input=move |event| amount.set(event_target_value(&event))/></label>
        {text_box("Khoản thu và căn cứ", basis)}
        {day("Nộp trước hết ngày", until)}
    };
    let read = move || {
        let digits: String = amount.get_untracked().chars().filter(|letter| !matches!(letter, '.' | ' ' | '\u{a0}' | 'đ')).collect();
        let amount = digits.parse::<u64>().ok().filter(|amount| *amount > 0).map(Dong).ok_or("Ghi số tiền bằng chữ số, ví dụ 8.000.")?;
        let basis = full(basis).ok_or("Ghi khoản thu và căn cứ. Người nộp sẽ đọc câu này.")?;
        Ok(Deed::AskPayment { amount, basis, until: read_day(until) })
    };
    Form { fields: view.into_any(), read: Box::new(read), file: None, wide: false }
}
