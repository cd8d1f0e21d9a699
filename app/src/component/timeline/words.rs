//! What happened, in a few words to the owner, and the words that belong to it.

use super::{Happening, Outcome, Vietnamese, closed, text};
use crate::text::status::{delivery, supplement};
use domain::dossier::PaymentMethod;

/// What happened, and more about it.
pub(super) fn of(what: &Happening) -> (String, Option<String>) {
    let due = |due: &Option<domain::calendar::Due>| due.map(|due| format!("Hẹn trả kết quả: {}.", text::moment(due.at, Vietnamese)));
    let reason = |reason: &str| Some(format!("Lý do: {}", closed(reason)));
    let (title, more): (&str, Option<String>) = match what {
        Happening::Submitted { .. } => ("Gửi hồ sơ", None),
        Happening::Accepted { due: by } => ("Tiếp nhận hồ sơ", due(by)),
        Happening::Refused { reason: why } => ("Không tiếp nhận hồ sơ", reason(why)),
        Happening::HandedOver { to } => ("Chuyển hồ sơ để giải quyết", Some(format!("Nơi giải quyết: {}", closed(to)))),
        Happening::SupplementAsked { request } => ("Yêu cầu bổ sung", Some(asked(request))),
        Happening::SupplementAnswered { due: by, .. } => ("Bổ sung hồ sơ", due(by)),
        Happening::PaymentAsked { amount, basis, .. } => {
            ("Yêu cầu nộp phí, lệ phí", Some(format!("{}. {}", text::money(*amount, Vietnamese), closed(basis))))
        }
        Happening::PaymentConfirmed { method, .. } => ("Đã nộp phí, lệ phí", Some(payment(*method).to_owned())),
        Happening::WithdrawalAsked { reason: why } => ("Xin rút hồ sơ", reason(why)),
        Happening::WithdrawalGranted => ("Đồng ý cho rút hồ sơ", None),
        Happening::WithdrawalDeclined { reason: why, .. } => ("Không đồng ý cho rút hồ sơ", reason(why)),
        Happening::WithdrawalCancelled { .. } => ("Không rút hồ sơ nữa", None),
        Happening::Stopped { ground } => ("Dừng xử lý hồ sơ", reason(ground)),
        Happening::Rescheduled { due: by, reason: why } => {
            ("Xin lỗi và hẹn lại", Some(format!("Hẹn mới: {}. Lý do: {}", text::moment(by.at, Vietnamese), closed(why))))
        }
        Happening::Resolved { outcome: Outcome::Granted, text, .. } => {
            ("Có kết quả", Some(closed(text)).filter(|_| !text.trim().is_empty()))
        }
        Happening::Resolved { outcome: Outcome::Refused { reason: why }, .. } => ("Có kết quả: không được chấp thuận", reason(why)),
        Happening::Returned { method, .. } => ("Trả kết quả", Some(closed(&text::upper_first(delivery(*method))))),
        Happening::Reopened { reason: why, .. } => ("Mở lại để sửa kết quả", reason(why)),
        Happening::KeyReplaced => ("Cấp khóa mới", Some("Khóa cũ không dùng được nữa.".to_owned())),
        Happening::MessageToOwner { text } => ("Cơ quan nhắn bạn", Some(text.clone())),
        Happening::MessageFromOwner { text } => ("Bạn nhắn cơ quan", Some(text.clone())),
        Happening::SlipIssued { slip, number } => return (slip.name().to_owned(), Some(format!("Số {}", closed(number)))),
        // These stay inside the office.
        Happening::Remarked { .. } | Happening::Proposed { .. } | Happening::PapersChecked { .. } => ("", None),
    };
    (title.to_owned(), more)
}

fn asked(request: &domain::dossier::SupplementRequest) -> String {
    let what = closed(&text::upper_first(&supplement(request)));
    let note = if request.note.trim().is_empty() { String::new() } else { format!(" {}", closed(&request.note)) };
    format!("{what}{note} Lý do: {}", closed(&request.reason))
}

const fn payment(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::Desk => "Nộp tại nơi nộp.",
        PaymentMethod::Post => "Nộp qua bưu điện.",
        PaymentMethod::Online => "Nộp trên mạng.",
    }
}
