//! What is wrong with an answer of an example, in few words; citizens read longer ones.

use domain::form::Wrong;

pub(super) fn english(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Missing => "not answered".to_owned(),
        Wrong::TooLong { most, length } => format!("{length} characters, at most {most} fit"),
        Wrong::NotANumber => "not a whole number".to_owned(),
        Wrong::TooSmall(least) => format!("less than {least}"),
        Wrong::TooGreat(greatest) => format!("more than {greatest}"),
        Wrong::DateIncomplete => "day, month or year is missing".to_owned(),
        Wrong::NoSuchDay => "no such day".to_owned(),
        Wrong::AfterToday(_) => "a day still to come".to_owned(),
        Wrong::BeforeOther { other, date } => format!("a day before `{other}`, {date}"),
        Wrong::NoSuchChoice => "none of the options".to_owned(),
        Wrong::PersonalId(_) => "not a personal identity number".to_owned(),
        Wrong::Phone(_) => "not a telephone number".to_owned(),
        Wrong::Email(_) => "not an e-mail address".to_owned(),
        Wrong::TaxCode(_) => "not a tax code".to_owned(),
        Wrong::NoBank => "no such bank".to_owned(),
        Wrong::AccountNumber(_) => "not the number of an account: 6 to 19 digits".to_owned(),
        Wrong::NoProvince => "no such province".to_owned(),
        Wrong::NoCommune => "no commune".to_owned(),
        Wrong::CommuneElsewhere => "not a commune of that province".to_owned(),
        Wrong::NoStreet => "street or house number is missing".to_owned(),
        Wrong::NoSuchOffice => "not an agency that receives this procedure".to_owned(),
        Wrong::TooFewRows(least) => format!("fewer than {least} rows"),
        Wrong::TooManyRows(greatest) => format!("more than {greatest} rows"),
        Wrong::DayOutside { first, last } => format!("not a day from {first} to {last}"),
        Wrong::DayOff(_) => "a day offices do not work".to_owned(),
        Wrong::NoHalf => "neither `sang` nor `chieu`".to_owned(),
        Wrong::Rule(say) => format!("it breaks the rule «{}»", say.en),
        Wrong::PaperMissing => "a paper that is missing; answer it with `\"later\"` where the form allows it".to_owned(),
    }
}

pub(super) fn vietnamese(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Missing => "chưa trả lời".to_owned(),
        Wrong::TooLong { most, length } => format!("dài {length} ký tự, nhiều nhất {most}"),
        Wrong::NotANumber => "không phải số nguyên".to_owned(),
        Wrong::TooSmall(least) => format!("nhỏ hơn {least}"),
        Wrong::TooGreat(greatest) => format!("lớn hơn {greatest}"),
        Wrong::DateIncomplete => "thiếu ngày, tháng hoặc năm".to_owned(),
        Wrong::NoSuchDay => "không có ngày này".to_owned(),
        Wrong::AfterToday(_) => "ngày chưa tới".to_owned(),
        Wrong::BeforeOther { other, .. } => format!("trước ngày ở `{other}`"),
        Wrong::NoSuchChoice => "không có lựa chọn này".to_owned(),
        Wrong::PersonalId(_) => "không phải số định danh cá nhân".to_owned(),
        Wrong::Phone(_) => "không phải số điện thoại".to_owned(),
        Wrong::Email(_) => "không phải địa chỉ thư điện tử".to_owned(),
        Wrong::TaxCode(_) => "không phải mã số thuế".to_owned(),
        Wrong::NoBank => "không có ngân hàng này".to_owned(),
        Wrong::AccountNumber(_) => "không phải số tài khoản: từ 6 đến 19 chữ số".to_owned(),
        Wrong::NoProvince => "không có tỉnh này".to_owned(),
        Wrong::NoCommune => "chưa có xã, phường".to_owned(),
        Wrong::CommuneElsewhere => "xã, phường không thuộc tỉnh đó".to_owned(),
        Wrong::NoStreet => "thiếu số nhà, đường".to_owned(),
        Wrong::NoSuchOffice => "không phải cơ quan nhận thủ tục này".to_owned(),
        Wrong::TooFewRows(least) => format!("chưa đủ {least} dòng"),
        Wrong::TooManyRows(greatest) => format!("quá {greatest} dòng"),
        Wrong::DayOutside { first, last } => format!("ngày không trong khoảng {first} đến {last}"),
        Wrong::DayOff(_) => "ngày cơ quan nghỉ".to_owned(),
        Wrong::NoHalf => "không phải `sang` hay `chieu`".to_owned(),
        Wrong::Rule(say) => format!("trái quy tắc «{}»", say.vi),
        Wrong::PaperMissing => "thiếu giấy tờ; trả lời `\"later\"` nếu biểu mẫu cho nộp sau".to_owned(),
    }
}
