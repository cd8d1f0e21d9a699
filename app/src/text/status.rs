//! Where a dossier stands, in the official words and in ours (look-and-words §5).
//!
//! No view stands here: pages and notices say the same sentences. Vietnamese only, as everything about a dossier is.

use super::{date, moment, money};
use domain::{
    agency::Agency,
    calendar::WorkingCalendar,
    dossier::{DeliveryMethod, Dossier, Lateness, Outcome, Status, SupplementRequest, answer_by},
    language::Language::Vietnamese,
    timestamp::Timestamp,
};

/// What sentences about a dossier are made from.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Where it lies.
    pub agency: &'a Agency,
    /// Days off.
    pub calendar: &'a WorkingCalendar,
    /// Now.
    pub now: Timestamp,
}

/// Returns the official name of a status (Circular 22/2019, annex I).
pub const fn name(status: Status) -> &'static str {
    match status {
        Status::Submitted => "Mới đăng ký",
        Status::Accepted => "Được tiếp nhận",
        Status::Refused => "Không được tiếp nhận",
        Status::Processing => "Đang xử lý",
        Status::SupplementRequired => "Yêu cầu bổ sung giấy tờ",
        Status::PaymentRequired => "Yêu cầu thực hiện nghĩa vụ tài chính",
        Status::WithdrawalRequested => "Công dân yêu cầu rút hồ sơ",
        Status::Stopped => "Dừng xử lý",
        Status::Resolved => "Đã xử lý xong",
        Status::Returned => "Đã trả kết quả",
    }
}

/// Says what a status means to somebody who may not see more than it.
pub const fn brief(status: Status) -> &'static str {
    match status {
        Status::Submitted => "Hồ sơ đã gửi, chờ cơ quan kiểm tra.",
        Status::Accepted => "Hồ sơ đủ, đã được tiếp nhận.",
        Status::Refused => "Hồ sơ chưa được nhận. Nhập khóa để xem lý do.",
        Status::Processing => "Cơ quan đang giải quyết.",
        Status::SupplementRequired => "Cơ quan chờ bạn bổ sung. Nhập khóa để xem cần gì.",
        Status::PaymentRequired => "Cơ quan chờ bạn nộp phí, lệ phí. Nhập khóa để xem bao nhiêu.",
        Status::WithdrawalRequested => "Người nộp đã xin rút. Chờ cơ quan xác nhận.",
        Status::Stopped => "Hồ sơ đã dừng. Nhập khóa để xem lý do.",
        Status::Resolved => "Đã có kết quả. Nhập khóa để xem cách nhận.",
        Status::Returned => "Đã trả kết quả.",
    }
}

/// Tells whether the next step is the owner's.
pub const fn waits_for_owner(status: Status) -> bool {
    matches!(status, Status::SupplementRequired | Status::PaymentRequired)
}

impl Standing<'_> {
    /// Says what the status means, by when something happens and who must act; after «Cần bạn:» where that is the owner.
    pub fn sentence(self) -> String {
        let dossier = self.dossier;
        match dossier.status {
            Status::Submitted => self.waiting(),
            Status::Accepted => format!("Hồ sơ đủ. {}", self.appointment()),
            Status::Refused => format!("Hồ sơ chưa được nhận. {}Bạn có thể sửa chỗ này rồi gửi hồ sơ mới.", self.ground()),
            Status::Processing => format!("{} đang giải quyết. Bạn không phải làm gì. {}", self.agency.short.vi, self.appointment()),
            Status::SupplementRequired => dossier.open_request().map_or_else(String::new, |asked| supplement(&asked.request)),
            Status::PaymentRequired => dossier.open_payment().map_or_else(String::new, |payment| {
                let until = payment.until.map(|until| format!(", chậm nhất ngày {}", date(until, Vietnamese))).unwrap_or_default();
                format!("nộp {}{until}.", money(payment.amount, Vietnamese))
            }),
            Status::WithdrawalRequested => "Bạn đã xin rút. Chờ cơ quan xác nhận.".to_owned(),
            Status::Stopped => format!("Hồ sơ đã dừng. {}", self.ground()).trim_end().to_owned(),
            Status::Resolved => self.result(),
            Status::Returned => match dossier.returned {
                Some((at, how)) => format!("Đã trả ngày {}, {}.", date(at.moment().date, Vietnamese), delivery(how)),
                None => "Đã trả kết quả.".to_owned(),
            },
        }
    }

    /// Returns by how many working days the dossier is late.
    pub fn late_by(self) -> Option<u32> {
        match self.dossier.lateness(self.now, self.calendar) {
            Lateness::Late(days) => Some(days),
            _ => None,
        }
    }

    /// Says sorry, and until when it lasts now.
    pub fn apology(self) -> String {
        let ended = self.dossier.ended.is_some();
        match self.dossier.due {
            Some(due) if ended => format!("Hồ sơ xong sau giờ hẹn {}. Chúng tôi xin lỗi bạn.", moment(due.at, Vietnamese)),
            Some(due) => format!(
                "Chúng tôi xin lỗi bạn. Giờ hẹn là {}; chưa có ngày hẹn mới. Gọi {} để hỏi.",
                moment(due.at, Vietnamese),
                self.agency.phone
            ),
            None => "Chúng tôi xin lỗi bạn.".to_owned(),
        }
    }

    fn waiting(self) -> String {
        let answered = self.dossier.requests.last().and_then(|asked| asked.answered_at);
        let due = answer_by(self.calendar, answered.unwrap_or(self.dossier.submitted_at)).at;
        let by = moment(due, Vietnamese);
        if self.now.moment() <= due {
            format!("Đã gửi, chờ cơ quan kiểm tra. Bạn sẽ có trả lời trước {by}.")
        } else {
            format!("Đã gửi, chờ cơ quan kiểm tra. Lẽ ra bạn có trả lời trước {by}; chúng tôi xin lỗi. Gọi {} để hỏi.", self.agency.phone)
        }
    }

    fn appointment(self) -> String {
        match (self.dossier.due, &self.dossier.rescheduled) {
            (Some(due), Some(reason)) => {
                format!("Hẹn lại: {}. Chúng tôi xin lỗi bạn. Lý do: {}", moment(due.at, Vietnamese), closed(reason))
            }
            (Some(due), None) => format!("Hẹn trả kết quả: {}.", moment(due.at, Vietnamese)),
            (None, _) => "Cơ quan sẽ báo ngày trả kết quả.".to_owned(),
        }
    }

    fn ground(self) -> String {
        self.dossier.ground.as_deref().map(|ground| format!("Lý do: {} ", closed(ground))).unwrap_or_default()
    }

    fn result(self) -> String {
        let Some(made) = &self.dossier.resolution else { return "Đã có kết quả.".to_owned() };
        let place = format!("nhận tại {}, {}", self.agency.name.vi, self.agency.address.vi);
        match (&made.outcome, &made.file) {
            (Outcome::Refused { reason }, _) => format!("Đã có kết quả: không được chấp thuận. Lý do: {}", closed(reason)),
            (Outcome::Granted, Some(_)) => format!("Đã có kết quả. Tải về ở dưới, hoặc {place}."),
            (Outcome::Granted, None) => format!("Đã có kết quả. Bạn {place}."),
        }
    }
}

/// Says what is to be added and by when.
pub fn supplement(request: &SupplementRequest) -> String {
    let papers = (!request.papers.is_empty()).then(|| format!("bổ sung {}\u{a0}giấy tờ", request.papers.len()));
    let fields = (!request.fields.is_empty()).then(|| format!("sửa {}\u{a0}câu trả lời", request.fields.len()));
    let parts: Vec<String> = papers.into_iter().chain(fields).collect();
    let what = if parts.is_empty() { "làm theo lời nhắn của cơ quan".to_owned() } else { parts.join(" và ") };
    let until = request.until.map(|until| format!(", chậm nhất ngày {}", date(until, Vietnamese))).unwrap_or_default();
    format!("{what}{until}.")
}

/// Says how a result travelled.
pub const fn delivery(method: DeliveryMethod) -> &'static str {
    match method {
        DeliveryMethod::Desk => "tại nơi nộp",
        DeliveryMethod::Post => "qua bưu điện",
        DeliveryMethod::Electronic => "bản điện tử",
    }
}

/// Ends somebody's words with a full stop, unless they end by themselves.
pub fn closed(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?', '…']) { words.to_owned() } else { format!("{words}.") }
}

#[cfg(test)]
mod tests;
