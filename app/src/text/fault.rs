//! What is wrong with an answer and how to mend it, in one line (look-and-words §7.12).
//!
//! No view stands here: the pages, the bundle in the browser and the API say the same sentences.

use super::date;
use domain::{
    form::{Doubt, Fault, Form, Kind, Question, RawAnswers, Wrong},
    language::Language,
    personal_id::{PersonalIdWarning, Sex},
};

mod typed;

/// Tells whether to speak Vietnamese; bundles speak nothing else, so they carry no English.
#[inline]
fn vietnamese(language: Language) -> bool {
    cfg!(not(feature = "ssr")) || language == Language::Vietnamese
}

/// Says it in one of two languages; the other is not even put together.
macro_rules! say {
    ($vi:expr, $vietnamese:expr, $english:expr $(,)?) => {
        if $vi { $vietnamese } else { $english }
    };
}

/// Says what is wrong and how to mend it.
#[expect(clippy::too_many_lines, reason = "one line for each thing that can be wrong")]
pub fn fault_text(form: &Form, fault: &Fault, language: Language) -> String {
    let vi = vietnamese(language);
    let question = form.question(&fault.path);
    // Without the answers nobody knows the name of a row, but its number.
    let paper = || form.paper_name(&fault.path, &RawAnswers::default()).unwrap_or_default();
    let label = &question.map_or_else(paper, |question| question.label.clone());
    // «Họ và tên» within a sentence, a whole question in its marks.
    let named = if label.ends_with('?') { format!("«{label}»") } else { super::lower_first(label) };
    match &fault.wrong {
        Wrong::Missing => missing(question, label, &named, vi),
        Wrong::TooLong { most, length } => say!(
            vi,
            format!("{label}: viết trong {most} chữ cái, bạn đã viết {length}."),
            format!("{label}: write at most {most} characters; you wrote {length}."),
        ),
        Wrong::NotANumber => say!(vi, format!("{label}: chỉ điền chữ số, ví dụ 3."), format!("{label}: use digits only, such as 3.")),
        Wrong::TooSmall(least) => {
            say!(
                vi,
                format!("{label}: điền từ {} trở lên.", grouped(*least, '.')),
                format!("{label}: enter {} or more.", grouped(*least, ','))
            )
        }
        Wrong::TooGreat(greatest) => say!(
            vi,
            format!("{label}: điền nhiều nhất {}.", grouped(*greatest, '.')),
            format!("{label}: enter {} at most.", grouped(*greatest, ',')),
        ),
        Wrong::DateIncomplete => say!(
            vi,
            format!("{label}: điền đủ ngày, tháng, năm, ví dụ 26 11 2026."),
            format!("{label}: enter day, month and year, such as 26 11 2026."),
        ),
        Wrong::NoSuchDay => say!(
            vi,
            format!("{label}: lịch không có ngày này. Kiểm tra lại ngày và tháng."),
            format!("{label}: there is no such day. Check day and month."),
        ),
        Wrong::AfterToday(today) => say!(
            vi,
            format!("{label} sau ngày hôm nay ({}). Kiểm tra lại năm.", date(*today, language)),
            format!("{label} is after today ({}). Check the year.", date(*today, language)),
        ),
        Wrong::BeforeOther { other, date: day } => {
            let other = form.question(other.as_str()).map(|other| super::lower_first(&other.label)).unwrap_or_default();
            say!(
                vi,
                format!("{label} trước {other} ({}). Kiểm tra lại cả hai ngày.", date(*day, language)),
                format!("{label} is before {other} ({}). Check both days.", date(*day, language)),
            )
        }
        Wrong::NoSuchChoice => {
            say!(vi, format!("Chọn một câu trả lời có sẵn cho {named}."), format!("Choose one of the answers given for {named}."))
        }
        Wrong::PersonalId(error) => typed::personal_id(*error, vi),
        Wrong::Phone(error) => typed::phone(*error, vi),
        Wrong::Email(error) => typed::email(*error, vi),
        Wrong::TaxCode(error) => typed::tax_code(*error, vi),
        Wrong::NoBank => say!(vi, format!("{label}: chọn ngân hàng."), format!("{label}: choose the bank.")),
        Wrong::AccountNumber(error) => typed::account_number(*error, label, vi),
        Wrong::NoProvince => say!(vi, format!("{label}: chọn tỉnh, thành phố."), format!("{label}: choose the province.")),
        Wrong::NoCommune => say!(vi, format!("{label}: chọn xã, phường."), format!("{label}: choose the commune.")),
        Wrong::CommuneElsewhere => say!(
            vi,
            format!("{label}: xã, phường này không thuộc tỉnh bạn chọn. Chọn lại xã, phường."),
            format!("{label}: this commune is not in the chosen province. Choose again."),
        ),
        Wrong::NoStreet => {
            say!(
                vi,
                format!("{label}: điền số nhà, đường, thôn hoặc tổ."),
                format!("{label}: enter house number and street, or the village.")
            )
        }
        Wrong::NoSuchOffice => say!(vi, "Chọn nơi nộp hồ sơ trong danh sách.".to_owned(), "Choose an office from the list.".to_owned()),
        Wrong::TooFewRows(least) => {
            say!(vi, format!("{label}: điền ít nhất {least} {}.", noun(question)), format!("{label}: enter at least {least}."))
        }
        Wrong::TooManyRows(most) => {
            say!(vi, format!("{label}: điền nhiều nhất {most} {}.", noun(question)), format!("{label}: enter at most {most}."))
        }
        Wrong::DayOutside { first, last } => {
            let (first, last) = (date(*first, language), date(*last, language));
            say!(vi, format!("Chọn một ngày từ {first} đến {last}."), format!("Choose a day from {first} to {last}."))
        }
        Wrong::DayOff(next) => {
            let next = date(*next, language);
            say!(
                vi,
                format!("Hôm đó nơi nhận nghỉ. Chọn ngày khác, ví dụ {next}."),
                format!("Offices are closed that day. Choose another, such as {next}.")
            )
        }
        Wrong::NoHalf => say!(vi, "Chọn buổi sáng hoặc buổi chiều.".to_owned(), "Choose morning or afternoon.".to_owned()),
        Wrong::Rule(rule) => say!(vi, rule.vi.clone(), rule.en.clone()),
        Wrong::PaperMissing => {
            let later = form.paper(&fault.path).is_some_and(|paper| paper.later);
            if later {
                say!(vi, format!("Gửi ảnh {named}, hoặc chọn «Mang đến sau»."), format!("Attach {named}, or choose to bring it later."))
            } else {
                say!(vi, format!("Gửi ảnh hoặc tệp {named}."), format!("Attach {named}."))
            }
        }
    }
}

/// Says what looks odd and may be right.
pub fn doubt_text(doubt: &Doubt, language: Language) -> String {
    let vi = vietnamese(language);
    let sex = |sex: Sex| match (sex, vi) {
        (Sex::Male, true) => "nam",
        (Sex::Female, true) => "nữ",
        (Sex::Male, false) => "male",
        (Sex::Female, false) => "female",
    };
    match &doubt.odd {
        PersonalIdWarning::UnknownArea(area) if vi => {
            format!("3 chữ số đầu ({area}) không phải mã tỉnh nào. Xem lại thẻ; nếu đúng thì cứ tiếp tục.")
        }
        PersonalIdWarning::UnknownArea(area) => {
            format!("The first 3 digits ({area}) name no province. Check the card; if it is right, go on.")
        }
        PersonalIdWarning::BirthYear { in_number, declared } if vi => {
            format!("Số này là của người sinh năm {in_number}, bạn điền năm {declared}. Xem lại thẻ; nếu đúng thì cứ tiếp tục.")
        }
        PersonalIdWarning::BirthYear { in_number, declared } => {
            format!("This number says born in {in_number}, you entered {declared}. Check the card; if it is right, go on.")
        }
        PersonalIdWarning::Sex { in_number, declared } if vi => {
            format!("Số này là của {}, bạn điền {}. Xem lại thẻ; nếu đúng thì cứ tiếp tục.", sex(*in_number), sex(*declared))
        }
        PersonalIdWarning::Sex { in_number, declared } => {
            format!("This number says {}, you entered {}. Check the card; if it is right, go on.", sex(*in_number), sex(*declared))
        }
    }
}

fn missing(question: Option<&Question>, label: &str, named: &str, vi: bool) -> String {
    let Some(question) = question else {
        return if vi { format!("Điền {named}.") } else { format!("Enter {named}.") };
    };
    let asks = label.ends_with('?');
    match (&question.kind, vi) {
        (Kind::Choice(_) | Kind::YesNo, true) if asks => format!("Chọn một câu trả lời cho {named}."),
        (Kind::Choice(_) | Kind::YesNo | Kind::Office, true) => format!("Chọn {named}."),
        (Kind::Choice(_) | Kind::YesNo | Kind::Office, false) => format!("Choose an answer: {named}."),
        (Kind::Choices(_), true) => format!("Chọn ít nhất một ý cho {named}."),
        (Kind::Choices(_), false) => format!("Choose at least one: {named}."),
        (Kind::Address, true) => format!("{label}: chọn tỉnh, thành phố."),
        (Kind::Address, false) => format!("{label}: choose the province."),
        (Kind::BankAccount, true) => format!("{label}: chọn ngân hàng."),
        (Kind::BankAccount, false) => format!("{label}: choose the bank."),
        (Kind::Group(group), true) => format!("{label}: điền ít nhất {} {}.", group.least.max(1), group.noun),
        (Kind::Group(group), false) => format!("{label}: enter at least {}.", group.least.max(1)),
        (_, true) if asks => format!("Trả lời {named}."),
        (_, true) => format!("Điền {named}."),
        (_, false) => format!("Enter {named}."),
    }
}

fn noun(question: Option<&Question>) -> &str {
    match question.map(|question| &question.kind) {
        Some(Kind::Group(group)) => &group.noun,
        _ => "",
    }
}

/// Writes a number in groups of three: `1.000.000`.
pub fn grouped(number: u64, mark: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!([1, 999, 1000, 1_000_000].map(|number| grouped(number, '.')), ["1", "999", "1.000", "1.000.000"]);
    }
}
