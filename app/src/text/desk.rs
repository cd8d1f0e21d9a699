//! The words of the officer's desk: views, moves, what happened, how long is left.

use super::{NO_BREAK, date, moment, money};
use domain::{
    desk::{Chip, Promise, View},
    dossier::{Actor, DeliveryMethod, Happening, Lateness, Move, Outcome, PaymentMethod, Status},
    language::Language,
};

const VI: Language = Language::Vietnamese;

/// Returns the name of a list.
pub const fn view(view: View) -> &'static str {
    match view {
        View::Late => "Quá hạn",
        View::New => "Chờ tiếp nhận",
        View::Accepted => "Chờ chuyển xử lý",
        View::Processing => "Đang xử lý",
        View::Proposed => "Chờ phê duyệt",
        View::Waiting => "Chờ người nộp",
        View::Withdrawal => "Xin rút",
        View::Resolved => "Chờ trả kết quả",
        View::Closed => "Đã kết thúc",
        View::All => "Tất cả",
    }
}

/// Returns the end of the tone's class, the icon and the words of a chip.
pub fn chip(chip: Chip) -> (&'static str, &'static str, String) {
    let answer = chip.promise == Promise::Answer;
    match chip.lateness {
        Lateness::NotDue => ("neutral", "neutral", "Chưa có hạn".to_owned()),
        Lateness::DueIn(days) if answer => ("neutral", "clock", format!("Trả lời trong {days}{NO_BREAK}ngày")),
        Lateness::DueIn(days) => ("neutral", "clock", format!("Còn {days}{NO_BREAK}ngày làm việc")),
        Lateness::DueToday(time) if answer => ("warning", "warning", format!("Trả lời hôm nay {time}")),
        Lateness::DueToday(time) => ("warning", "warning", format!("Hôm nay {time}")),
        Lateness::Late(days) if answer => ("error", "error", format!("Quá hạn trả lời {days}{NO_BREAK}ngày")),
        Lateness::Late(days) => ("error", "error", format!("Quá hạn {days}{NO_BREAK}ngày")),
    }
}

/// Returns the end of the tone's class and the icon of a status.
pub const fn status_tone(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Submitted | Status::Accepted | Status::Processing => ("information", "info"),
        Status::SupplementRequired | Status::PaymentRequired => ("warning", "warning"),
        Status::Refused => ("error", "error"),
        Status::WithdrawalRequested | Status::Stopped => ("neutral", "neutral"),
        Status::Resolved | Status::Returned => ("success", "success"),
    }
}

/// Returns what the button of a move says.
pub const fn verb(what: Move) -> &'static str {
    match what {
        Move::Submit => "Nộp hồ sơ",
        Move::Accept => "Tiếp nhận",
        Move::Refuse => "Từ chối tiếp nhận",
        Move::HandOver => "Chuyển xử lý",
        Move::AskSupplement => "Yêu cầu bổ sung",
        Move::AnswerSupplement => "Nhận bổ sung tại quầy",
        Move::AskPayment => "Yêu cầu nộp phí",
        Move::ConfirmPayment => "Ghi đã nộp phí",
        Move::AskWithdrawal => "Xin rút",
        Move::GrantWithdrawal => "Đồng ý cho rút",
        Move::DeclineWithdrawal => "Không đồng ý cho rút",
        Move::CancelWithdrawal => "Thôi xin rút",
        Move::Stop => "Dừng giải quyết",
        Move::Reschedule => "Xin lỗi và hẹn lại",
        Move::Propose => "Trình phê duyệt",
        Move::Resolve => "Quyết định kết quả",
        Move::Return => "Trả kết quả",
        Move::Reopen => "Mở lại để đính chính",
        Move::ReplaceKey => "Cấp lại khóa tra cứu",
        Move::Remark => "Ghi chú nội bộ",
        Move::WriteToOwner => "Nhắn người nộp",
        Move::WriteToOffice => "Nhắn cơ quan",
        Move::CheckPapers => "Đánh dấu giấy tờ",
        Move::IssueSlip => "In phiếu",
    }
}

/// Returns who did something.
pub fn actor(by: &Actor) -> &str {
    match by {
        Actor::Owner => "Người nộp",
        Actor::Officer { name, .. } => name,
        Actor::System => "Hệ thống",
    }
}

/// Returns how a result travels.
pub const fn delivery(method: DeliveryMethod) -> &'static str {
    match method {
        DeliveryMethod::Desk => "Nhận tại quầy",
        DeliveryMethod::Post => "Gửi qua bưu điện",
        DeliveryMethod::Electronic => "Nhận bản điện tử",
    }
}

/// Returns how money travels.
pub const fn payment(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::Desk => "Nộp tại quầy",
        PaymentMethod::Post => "Nộp qua bưu điện",
        PaymentMethod::Online => "Nộp trên mạng",
    }
}

/// Returns what happened, in a few words.
pub fn happened(what: &Happening) -> &'static str {
    match what {
        Happening::Submitted { .. } => "Nộp hồ sơ",
        Happening::Accepted { .. } => "Tiếp nhận",
        Happening::Refused { .. } => "Từ chối tiếp nhận",
        Happening::HandedOver { .. } => "Chuyển xử lý",
        Happening::SupplementAsked { .. } => "Yêu cầu bổ sung",
        Happening::SupplementAnswered { .. } => "Đã bổ sung",
        Happening::PaymentAsked { .. } => "Yêu cầu nộp phí",
        Happening::PaymentConfirmed { .. } => "Đã nộp phí",
        Happening::WithdrawalAsked { .. } => "Xin rút hồ sơ",
        Happening::WithdrawalGranted => "Đồng ý cho rút",
        Happening::WithdrawalDeclined { .. } => "Không đồng ý cho rút",
        Happening::WithdrawalCancelled { .. } => "Thôi xin rút",
        Happening::Stopped { .. } => "Dừng giải quyết",
        Happening::Rescheduled { .. } => "Xin lỗi và hẹn lại",
        Happening::Proposed { outcome: Outcome::Granted, .. } => "Trình: đồng ý giải quyết",
        Happening::Proposed { .. } => "Trình: từ chối giải quyết",
        Happening::Resolved { outcome: Outcome::Granted, .. } => "Có kết quả",
        Happening::Resolved { .. } => "Có kết quả: từ chối giải quyết",
        Happening::Returned { .. } => "Trả kết quả",
        Happening::Reopened { .. } => "Mở lại để đính chính",
        Happening::KeyReplaced => "Cấp lại khóa tra cứu",
        Happening::Remarked { .. } => "Ghi chú nội bộ",
        Happening::MessageToOwner { .. } => "Nhắn người nộp",
        Happening::MessageFromOwner { .. } => "Người nộp nhắn",
        Happening::PapersChecked { .. } => "Đánh dấu giấy tờ",
        Happening::SlipIssued { .. } => "Cấp phiếu",
    }
}

/// Returns the facts of what happened, one a line; `name` says what a path or a paper is called.
pub fn facts(what: &Happening, name: &dyn Fn(&str) -> String) -> Vec<String> {
    let due = |due: &Option<domain::calendar::Due>| due.map(|due| format!("Hẹn trả kết quả: {}.", moment(due.at, VI)));
    let names = |title: &str, ids: &[String]| {
        (!ids.is_empty()).then(|| format!("{title}: {}.", ids.iter().map(|id| name(id)).collect::<Vec<_>>().join("; ")))
    };
    let some = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let lines = match what {
        Happening::Submitted { channel } => vec![Some(format!("{}.", super::channel(*channel, VI)))],
        Happening::Accepted { due: at } | Happening::WithdrawalCancelled { due: at } => vec![due(at)],
        Happening::HandedOver { to } => vec![Some(format!("Đến: {to}."))],
        Happening::SupplementAsked { request } => vec![
            names("Giấy tờ", &request.papers),
            names("Câu trả lời", &request.fields),
            some(&request.note),
            some(&request.reason),
            request.until.map(|day| format!("Trước hết ngày {}.", date(day, VI))),
            request.second_basis.as_deref().map(|basis| format!("Yêu cầu lần hai, căn cứ: {basis}")),
        ],
        Happening::SupplementAnswered { fields, papers, due: at } => vec![names("Giấy tờ", papers), names("Câu trả lời", fields), due(at)],
        Happening::PaymentAsked { amount, basis, until } => {
            vec![Some(format!("{}. {basis}", money(*amount, VI))), until.map(|day| format!("Trước hết ngày {}.", date(day, VI)))]
        }
        Happening::PaymentConfirmed { method, due: at } => vec![Some(format!("{}.", payment(*method))), due(at)],
        Happening::WithdrawalDeclined { reason, due: at } | Happening::Reopened { reason, due: at } => vec![some(reason), due(at)],
        Happening::Rescheduled { due: at, reason } => vec![some(reason), due(&Some(*at))],
        Happening::Proposed { outcome, text } | Happening::Resolved { outcome, text, .. } => vec![
            match outcome {
                Outcome::Granted => None,
                Outcome::Refused { reason } => some(reason),
            },
            some(text),
        ],
        Happening::Returned { method, proof } => vec![Some(format!("{}.", delivery(*method))), proof.as_deref().and_then(some)],
        Happening::Refused { reason: text }
        | Happening::WithdrawalAsked { reason: text }
        | Happening::Stopped { ground: text }
        | Happening::Remarked { text }
        | Happening::MessageToOwner { text }
        | Happening::MessageFromOwner { text } => vec![some(text)],
        Happening::PapersChecked { ticks } => vec![names("Đã kiểm tra", ticks).or_else(|| Some("Bỏ mọi dấu.".to_owned()))],
        Happening::SlipIssued { slip, number } => vec![Some(format!("{}, số {number}.", slip.name()))],
        Happening::WithdrawalGranted | Happening::KeyReplaced => Vec::new(),
    };
    lines.into_iter().flatten().collect()
}

/// Says why a move is refused, by its stable code.
pub fn refusal(code: &str) -> &'static str {
    match code {
        "wrong-status" => "Bước hiện tại của hồ sơ không cho làm việc này.",
        "reason-missing" => "Còn thiếu lý do.",
        "nothing-asked" => "Chưa chọn gì để yêu cầu.",
        "second-request" => "Hồ sơ đã yêu cầu bổ sung một lần. Lần hai cần căn cứ của người phụ trách.",
        "owner-has-time" => "Người nộp còn thời gian. Đợi hết hạn rồi hãy dừng.",
        "no-due-time" => "Hồ sơ chưa có hạn để hẹn lại.",
        "rescheduled-before" => "Hồ sơ đã hẹn lại một lần.",
        "too-late-to-reschedule" => "Chỉ hẹn lại được khi còn ít nhất 1 ngày.",
        "not-later" => "Ngày hẹn mới phải sau hạn cũ.",
        "no-ground" => "Hồ sơ chưa có căn cứ để in phiếu này.",
        "due-day-missing" => "Ghi ngày hẹn trả: chưa có nguồn chắc chắn về thời hạn.",
        "day-has-passed" => "Ngày này đã qua. Chọn ngày khác.",
        _ => "Hồ sơ không cho làm việc này lúc này.",
    }
}

/// Writes a size of a file: `240 KB`.
pub fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{}{NO_BREAK}KB", bytes.div_ceil(1000).max(1))
    } else {
        format!("{},{}{NO_BREAK}MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{date::Time, dossier::SupplementRequest};

    #[test]
    fn chips_say_what_is_left() {
        let words = |promise, lateness| chip(Chip { promise, lateness }).2;
        assert_eq!(words(Promise::Result, Lateness::DueIn(2)), "Còn 2\u{a0}ngày làm việc");
        assert_eq!(words(Promise::Result, Lateness::DueToday(Time::new(17, 0))), "Hôm nay 17:00");
        assert_eq!(words(Promise::Result, Lateness::Late(1)), "Quá hạn 1\u{a0}ngày");
        assert_eq!(words(Promise::Answer, Lateness::DueToday(Time::new(10, 30))), "Trả lời hôm nay 10:30");
    }

    #[test]
    fn a_request_for_a_supplement_names_everything_by_its_name() {
        let request = SupplementRequest {
            fields: vec!["noi-o".to_owned()],
            papers: vec!["giay-chung-sinh".to_owned()],
            reason: "Ảnh mờ.".to_owned(),
            until: Some("2026-12-01".parse().unwrap()),
            ..SupplementRequest::default()
        };
        let name = |id: &str| if id == "noi-o" { "Nơi ở".to_owned() } else { "Giấy chứng sinh".to_owned() };
        assert_eq!(
            facts(&Happening::SupplementAsked { request }, &name),
            ["Giấy tờ: Giấy chứng sinh.", "Câu trả lời: Nơi ở.", "Ảnh mờ.", "Trước hết ngày 01/12/2026."]
        );
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(
            (size(10), size(240_001), size(2_450_000)),
            ("1\u{a0}KB".to_owned(), "241\u{a0}KB".to_owned(), "2,4\u{a0}MB".to_owned())
        );
    }
}
