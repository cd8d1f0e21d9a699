//! What differs from slip to slip.

use super::{Slip, VI, control, moment, row};
use crate::document::Print as _;
use crate::text;
use domain::dossier::{Happening, Outcome, SlipKind};
use leptos::prelude::*;

/// Everything under the code.
pub(super) fn of(slip: &Slip<'_>) -> AnyView {
    match slip.kind {
        SlipKind::Receipt => receipt(slip).printed(),
        SlipKind::Supplement => supplement(slip).printed(),
        SlipKind::Refusal => refusal(slip).printed(),
        SlipKind::Apology => apology(slip).printed(),
        SlipKind::StopNotice => stop(slip).printed(),
        SlipKind::Control | SlipKind::Register => control::of(slip).printed(),
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

/// Who it is to, and what about.
fn person(slip: &Slip<'_>, label: &'static str) -> impl IntoView + use<> {
    view! {
        {row(label, Some(slip.applicant.to_owned()))}
        {row("Địa chỉ", owned(slip.address))}
        {row("Điện thoại", owned(slip.phone))}
        {row("Thư điện tử", owned(slip.email))}
        {row("Nội dung yêu cầu", Some(slip.procedure.to_owned()))}
    }
}

fn signs(left: &'static str, right: &'static str, left_name: &str, right_name: &str) -> impl IntoView + use<> {
    let (left_name, right_name) = (left_name.to_owned(), right_name.to_owned());
    view! {
        <div class="sheet-signs">
            <div><p>{left}</p><p class="sheet-small">"(ký, ghi rõ họ tên)"</p><p class="signed">{left_name}</p></div>
            <div><p>{right}</p><p class="sheet-small">"(ký, ghi rõ họ tên)"</p><p class="signed">{right_name}</p></div>
        </div>
    }
}

fn receipt(slip: &Slip<'_>) -> impl IntoView + use<> {
    let dossier = slip.dossier;
    let papers = slip.papers.iter().zip(1..).map(|(paper, at)| {
        let (kind, count) = match paper.files.len() {
            0 if paper.later => ("mang đến sau", "–".to_owned()),
            0 => ("chưa có", "–".to_owned()),
            files => ("tệp điện tử", files.to_string()),
        };
        let at: i32 = at;
        view! { <tr><td>{at}</td><td>{paper.name.clone()}</td><td>{kind}</td><td>{count}</td></tr> }
    });
    let papers = papers.collect_view();
    let list = (!slip.papers.is_empty()).then(|| {
        view! { <p class="sheet-text">"Thành phần hồ sơ, 1 bộ:"</p><table><thead><tr><th>"STT"</th><th>"Tên giấy tờ"</th><th>"Dạng"</th><th>"Số lượng"</th></tr></thead><tbody>{papers}</tbody></table> }
    });
    let officer =
        slip.officer(|event| matches!(event.what, Happening::Accepted { .. } | Happening::PaymentConfirmed { .. })).unwrap_or_default();
    view! {
        <dl class="sheet-rows">
            {person(slip, "Tiếp nhận hồ sơ của")}
        </dl>
        {list}
        <dl class="sheet-rows">
            {row("Thời hạn giải quyết", owned(slip.term))}
            {row("Nhận hồ sơ lúc", dossier.received_at.map(|at| moment(at.moment())))}
            {row("Hẹn trả kết quả", dossier.due.map(|due| moment(due.at)))}
            {row("Nhận kết quả", owned(slip.delivery))}
            {row("Tại", Some(format!("{}, {}", slip.agency.name.vi, slip.agency.address.vi)))}
        </dl>
        {signs("Người nộp hồ sơ", "Người tiếp nhận hồ sơ", slip.applicant, officer)}
    }
}

fn supplement(slip: &Slip<'_>) -> impl IntoView + use<> {
    let asked = slip.dossier.requests.last();
    let request = asked.map(|asked| asked.request.clone()).unwrap_or_default();
    let items = request.papers.iter().chain(&request.fields).map(|id| (slip.name)(id));
    let items: Vec<String> = items.chain((!request.note.trim().is_empty()).then(|| request.note.clone())).collect();
    let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
    let officer = slip.officer(|event| matches!(event.what, Happening::SupplementAsked { .. })).unwrap_or_default();
    let help = format!("Cần hỏi thêm, ông/bà liên hệ {}, điện thoại {}.", officer, slip.agency.phone);
    view! {
        <dl class="sheet-rows">{person(slip, "Kính gửi ông/bà")}</dl>
        <p class="sheet-text">"Đề nghị ông/bà bổ sung, sửa lại những mục sau:"</p>
        <ol class="sheet-list">{items}</ol>
        <dl class="sheet-rows">
            {row("Lý do", Some(request.reason.clone()))}
            {row("Bổ sung trước hết ngày", request.until.map(|day| text::date(day, VI)))}
        </dl>
        <p class="sheet-text">{help}</p>
        {signs("Người nhận phiếu", "Người hướng dẫn", "", officer)}
    }
}

fn refusal(slip: &Slip<'_>) -> impl IntoView + use<> {
    let decided = slip.dossier.resolution.as_ref().and_then(|made| match &made.outcome {
        Outcome::Refused { reason } => Some(reason.clone()),
        Outcome::Granted => None,
    });
    let opening = if decided.is_some() {
        "Hồ sơ của ông/bà không được giải quyết."
    } else {
        "Hồ sơ của ông/bà không được tiếp nhận."
    };
    let reason = decided.or_else(|| slip.dossier.ground.clone());
    let officer = slip.officer(|event| matches!(event.what, Happening::Refused { .. } | Happening::Resolved { .. })).unwrap_or_default();
    view! {
        <dl class="sheet-rows">{person(slip, "Kính gửi ông/bà")}</dl>
        <p class="sheet-text">{opening}</p>
        <dl class="sheet-rows">{row("Lý do, căn cứ", reason)}</dl>
        {signs("Người nộp hồ sơ", "Người ký phiếu", slip.applicant, officer)}
    }
}

fn apology(slip: &Slip<'_>) -> impl IntoView + use<> {
    let dossier = slip.dossier;
    let officer = slip.officer(|event| matches!(event.what, Happening::Rescheduled { .. })).unwrap_or_default();
    view! {
        <dl class="sheet-rows">
            {person(slip, "Kính gửi ông/bà")}
            {row("Nhận hồ sơ lúc", dossier.received_at.map(|at| moment(at.moment())))}
            {row("Đã hẹn trả", dossier.first_due.map(|due| moment(due.at)))}
            {row("Lý do chậm", dossier.rescheduled.clone())}
            {row("Hẹn lại", dossier.due.map(|due| moment(due.at)))}
        </dl>
        <p class="sheet-text">"Chúng tôi xin lỗi ông/bà vì đã không trả kết quả đúng hẹn."</p>
        {signs("", "Người ký", "", officer)}
    }
}

fn stop(slip: &Slip<'_>) -> impl IntoView + use<> {
    let officer = slip.officer(|event| matches!(event.what, Happening::Stopped { .. } | Happening::WithdrawalGranted)).unwrap_or_default();
    view! {
        <dl class="sheet-rows">{person(slip, "Kính gửi ông/bà")}{row("Căn cứ dừng", slip.dossier.ground.clone())}</dl>
        <p class="sheet-text">"Giấy tờ bản chính và tiền đã nộp, nếu có, được trả lại cho ông/bà."</p>
        {signs("Người nhận", "Người ký", "", officer)}
    }
}
