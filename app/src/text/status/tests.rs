//! The table of look-and-words §5, and every other thing an owner is told.

use super::*;
use domain::{
    agency::AgencyGroup,
    calendar::{Due, YearStatus},
    date::{Moment, Time},
    dossier::{Actor, Event, Happening},
    language::Localized,
    money::Dong,
    procedure::ChannelKind,
};

fn at(text: &str) -> Moment {
    let (date, time) = text.split_once(' ').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    Moment { date: date.parse().unwrap(), time: Time::new(hour.parse().unwrap(), minute.parse().unwrap()) }
}

fn agency() -> Agency {
    let both = |text: &str| Localized { vi: text.to_owned(), en: text.to_owned() };
    Agency {
        slug: "phuong-mau".parse().unwrap(),
        code: "H99.12.1".parse().unwrap(),
        order: 1,
        group: AgencyGroup::CommuneCentre,
        name: both("Trung tâm Phục vụ hành chính công phường Mẫu"),
        short: both("Phường Mẫu"),
        area: both("Phường Mẫu"),
        address: both("1 đường Mẫu"),
        phone: "0999 000 001".to_owned(),
        email: "mau@example.vn".to_owned(),
        about: both(""),
        map_url: String::new(),
        hours: Vec::new(),
    }
}

/// What the owner is told after these happenings, an hour apart from Friday morning on; with the lateness at `now`.
#[track_caller]
fn check(happenings: &[Happening], now: &str, expected: &str, late: Option<u32>) {
    let start = Timestamp::from_moment(at("2026-11-20 10:30"));
    let officer = || Actor::Officer { id: "a".to_owned(), name: "Nguyễn Thị A".to_owned() };
    let first = Event { at: start, by: Actor::Owner, what: Happening::Submitted { channel: ChannelKind::Online } };
    let later = happenings.iter().zip(1..).map(|(what, hour)| {
        let by = if what.kind().for_owner() { Actor::Owner } else { officer() };
        Event { at: start.plus_milliseconds(hour * 3_600_000), by, what: what.clone() }
    });
    let events: Vec<Event> = std::iter::once(first).chain(later).collect();
    let dossier = Dossier::replay(&events).unwrap();
    let calendar = WorkingCalendar::new([(2026, YearStatus::Official)], []);
    let agency = agency();
    let standing = Standing { dossier: &dossier, agency: &agency, calendar: &calendar, now: Timestamp::from_moment(at(now)) };
    assert_eq!((standing.sentence().as_str(), standing.late_by()), (expected, late));
}

fn accepted() -> Happening {
    Happening::Accepted { due: Some(Due { at: at("2026-11-26 17:00"), certain: true }) }
}

#[test]
fn before_acceptance() {
    let sent = "Đã gửi, chờ cơ quan kiểm tra. ";
    check(&[], "2026-11-20 11:00", &format!("{sent}Bạn sẽ có trả lời trước 11:00, thứ Hai 23/11/2026."), None);
    let missed = "Lẽ ra bạn có trả lời trước 11:00, thứ Hai 23/11/2026; chúng tôi xin lỗi. Gọi 0999 000 001 để hỏi.";
    check(&[], "2026-11-24 08:00", &format!("{sent}{missed}"), None);
    let refused = Happening::Refused { reason: "Nộp không đúng nơi".to_owned() };
    let words = "Hồ sơ chưa được nhận. Lý do: Nộp không đúng nơi. Bạn có thể sửa chỗ này rồi gửi hồ sơ mới.";
    check(&[refused], "2026-11-20 12:00", words, None);
}

#[test]
fn in_process_and_late() {
    let due = "Hẹn trả kết quả: 17:00, thứ Năm 26/11/2026.";
    check(&[accepted()], "2026-11-20 12:00", &format!("Hồ sơ đủ. {due}"), None);
    let handed = Happening::HandedOver { to: "Tư pháp".to_owned() };
    let words = format!("Phường Mẫu đang giải quyết. Bạn không phải làm gì. {due}");
    check(&[accepted(), handed.clone()], "2026-11-20 13:00", &words, None);
    check(&[accepted(), handed.clone()], "2026-11-27 09:00", &words, Some(1));
    let again = Happening::Rescheduled { due: Due { at: at("2026-11-30 17:00"), certain: true }, reason: "Chờ xác minh".to_owned() };
    let words = "Phường Mẫu đang giải quyết. Bạn không phải làm gì. Hẹn lại: 17:00, thứ Hai 30/11/2026. Chúng tôi xin lỗi bạn. Lý do: Chờ xác minh.";
    check(&[accepted(), handed, again], "2026-11-27 09:00", words, None);
}

#[test]
fn what_the_owner_must_do() {
    let request = SupplementRequest {
        fields: vec!["ho-ten".to_owned()],
        papers: vec!["a".to_owned(), "b".to_owned()],
        reason: "Ảnh mờ".to_owned(),
        until: Some("2026-11-30".parse().unwrap()),
        ..SupplementRequest::default()
    };
    let words = "bổ sung 2\u{a0}giấy tờ và sửa 1\u{a0}câu trả lời, chậm nhất ngày 30/11/2026.";
    check(&[Happening::SupplementAsked { request }], "2026-11-20 12:00", words, None);
    let pay = Happening::PaymentAsked { amount: Dong(8000), basis: "Bản sao".to_owned(), until: Some("2026-11-30".parse().unwrap()) };
    check(&[accepted(), pay], "2026-11-20 13:00", "nộp 8.000\u{a0}đ, chậm nhất ngày 30/11/2026.", None);
}

#[test]
fn how_it_ended() {
    let resolved = |outcome, file: Option<&str>| Happening::Resolved { outcome, text: String::new(), file: file.map(str::to_owned) };
    let place = "nhận tại Trung tâm Phục vụ hành chính công phường Mẫu, 1 đường Mẫu.";
    check(&[accepted(), resolved(Outcome::Granted, None)], "2026-11-20 13:00", &format!("Đã có kết quả. Bạn {place}"), None);
    let file = format!("Đã có kết quả. Tải về ở dưới, hoặc {place}");
    check(&[accepted(), resolved(Outcome::Granted, Some("r"))], "2026-11-20 13:00", &file, None);
    let refused = Outcome::Refused { reason: "Đã đăng ký rồi.".to_owned() };
    let words = "Đã có kết quả: không được chấp thuận. Lý do: Đã đăng ký rồi.";
    check(&[accepted(), resolved(refused, None)], "2026-11-20 13:00", words, None);
    let returned = Happening::Returned { method: DeliveryMethod::Desk, proof: None };
    check(&[accepted(), resolved(Outcome::Granted, None), returned], "2026-11-20 14:00", "Đã trả ngày 20/11/2026, tại nơi nộp.", None);
    let asked = Happening::WithdrawalAsked { reason: "Nộp nhầm".to_owned() };
    check(std::slice::from_ref(&asked), "2026-11-20 12:00", "Bạn đã xin rút. Chờ cơ quan xác nhận.", None);
    check(&[asked, Happening::WithdrawalGranted], "2026-11-20 13:00", "Hồ sơ đã dừng. Lý do: Nộp nhầm.", None);
}
