//! What a notice says: the procedure, the code, what happened and what to do; never an answer or a reason.

use app::text;
use domain::{
    calendar::WorkingCalendar,
    dossier::{Dossier, Happening, Status, answer_by},
    dossier_code::DossierCode,
    language::Language,
    timestamp::Timestamp,
};

const VI: Language = Language::Vietnamese;

/// Where the owner reads the rest.
const LOOK: &str = "Xem chi tiết tại trang Tra cứu hồ sơ của Cổng dịch vụ công bằng mã hồ sơ và khóa truy cập.";

/// Returns subject and text of the notice of an event that led to `after`.
pub(super) fn notice(
    code: &DossierCode,
    procedure: &str,
    what: &Happening,
    at: Timestamp,
    after: &Dossier,
    calendar: &WorkingCalendar,
) -> (String, String) {
    let moment = |at: Timestamp| text::moment(at.moment(), VI);
    let (subject, said) = match what {
        Happening::Submitted { .. } => (
            "đã gửi",
            format!(
                "Chúng tôi đã nhận được hồ sơ lúc {}. Bộ phận Một cửa trả lời trước {}. Đây chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
                moment(at),
                text::moment(answer_by(calendar, at).at, VI)
            ),
        ),
        Happening::Accepted { .. } | Happening::PaymentConfirmed { .. } => ("được tiếp nhận", accepted(after)),
        Happening::Refused { .. } => ("không được tiếp nhận", "Hồ sơ không được tiếp nhận. Lý do có trong trang Tra cứu hồ sơ.".to_owned()),
        Happening::HandedOver { .. } => ("đang xử lý", format!("Hồ sơ đã chuyển đến bộ phận xử lý. {}", due(after))),
        Happening::SupplementAsked { request } => {
            let until = request.until.map(|day| format!(" trước hết ngày {}", text::date(day, VI))).unwrap_or_default();
            ("cần bổ sung", format!("Hồ sơ cần bổ sung. Bạn xem cần gì và gửi thêm trên trang Tra cứu hồ sơ{until}."))
        }
        Happening::SupplementAnswered { .. } => ("đã bổ sung", format!("Chúng tôi đã nhận được phần bổ sung. {}", due(after))),
        Happening::PaymentAsked { amount, until, .. } => {
            let until = until.map(|day| format!(" trước hết ngày {}", text::date(day, VI))).unwrap_or_default();
            ("cần nộp phí, lệ phí", format!("Hồ sơ cần nộp {}{until}.", text::money(*amount, VI)))
        }
        Happening::WithdrawalAsked { .. } => ("xin rút", "Chúng tôi đã nhận được yêu cầu rút hồ sơ của bạn.".to_owned()),
        Happening::WithdrawalGranted => ("đã rút", "Hồ sơ đã dừng xử lý theo yêu cầu rút của bạn.".to_owned()),
        Happening::WithdrawalDeclined { .. } => ("chưa rút được", format!("Yêu cầu rút hồ sơ không được chấp nhận. {}", due(after))),
        Happening::WithdrawalCancelled { .. } => ("tiếp tục", format!("Bạn đã thôi rút hồ sơ; hồ sơ tiếp tục được xử lý. {}", due(after))),
        Happening::Stopped { .. } => ("dừng xử lý", "Hồ sơ đã dừng xử lý. Lý do có trong trang Tra cứu hồ sơ.".to_owned()),
        Happening::Rescheduled { due, .. } => {
            ("hẹn lại", format!("Chúng tôi xin lỗi vì chậm. Ngày hẹn trả kết quả mới: {}.", text::moment(due.at, VI)))
        }
        Happening::Resolved { .. } => ("đã có kết quả", "Hồ sơ đã có kết quả. Cách nhận có trong trang Tra cứu hồ sơ.".to_owned()),
        Happening::Returned { .. } => {
            ("đã trả kết quả", "Kết quả đã được trả. Mời bạn đánh giá việc phục vụ trên trang Tra cứu hồ sơ.".to_owned())
        }
        Happening::Reopened { .. } => ("mở lại để đính chính", format!("Hồ sơ được mở lại để đính chính kết quả. {}", due(after))),
        Happening::KeyReplaced => (
            "đổi khóa truy cập",
            "Khóa truy cập hồ sơ vừa được cấp lại tại quầy; khóa cũ không còn dùng được. Nếu không phải bạn yêu cầu, gọi ngay cho nơi nộp hồ sơ."
                .to_owned(),
        ),
        Happening::MessageToOwner { .. } => ("có tin nhắn", "Cơ quan giải quyết đã gửi cho bạn một tin nhắn.".to_owned()),
        // The owner gets no notice of these.
        Happening::Proposed { .. }
        | Happening::Remarked { .. }
        | Happening::MessageFromOwner { .. }
        | Happening::PapersChecked { .. }
        | Happening::SlipIssued { .. } => (after.status.name(), String::new()),
    };
    (format!("Hồ sơ {code}: {subject}"), format!("Hồ sơ {code}, «{procedure}». {} {LOOK}", said.trim()))
}

fn accepted(after: &Dossier) -> String {
    let said = if after.status == Status::Accepted {
        "Hồ sơ đã được tiếp nhận."
    } else {
        "Chúng tôi đã nhận được khoản nộp."
    };
    format!("{said} {}", due(after))
}

fn due(after: &Dossier) -> String {
    after.due.map(|due| format!("Hẹn trả kết quả: {}.", text::moment(due.at, VI))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        date::{Moment, Time},
        dossier::{Actor, Event},
        procedure::ChannelKind,
    };

    #[test]
    fn a_notice_names_code_procedure_and_what_to_do() {
        let what = Happening::Submitted { channel: ChannelKind::Online };
        let at = Timestamp::from_moment(Moment { date: "2026-11-25".parse().unwrap(), time: Time::new(9, 5) });
        let dossier = Dossier::begin(&Event { at, by: Actor::Owner, what: what.clone() }).unwrap();
        let code = "H99.12.1-261125-0007".parse().unwrap();
        let (subject, text) = notice(&code, "Đăng ký khai sinh", &what, at, &dossier, &WorkingCalendar::default());
        assert_eq!(subject, "Hồ sơ H99.12.1-261125-0007: đã gửi");
        assert!(text.contains("«Đăng ký khai sinh»") && text.contains("chưa phải Giấy tiếp nhận"), "{text}");
    }
}
