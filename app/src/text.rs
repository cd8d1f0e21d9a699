//! Values as sentences, in both languages: days, times, money, names of choices.

pub use domain::letter::{lower_first, upper_first};
use domain::{
    date::{Date, Moment, Weekday},
    language::Language,
    money::Dong,
    procedure::{Audience, ChannelKind, CompetenceRule, FilingPlace, Level, OutcomeForm},
    term::{Term, TermUnit},
    totals::Share,
};

pub mod desk;
pub mod fault;
pub mod status;

/// A space that does not break: `3 ngày`, `8.000 đ`.
pub const NO_BREAK: char = '\u{a0}';

/// Writes a day as `26/11/2026`, in English as `26 November 2026`.
pub fn date(date: Date, language: Language) -> String {
    let (year, month, day) = date.parts();
    match language {
        Language::Vietnamese => format!("{day:02}/{month:02}/{year}"),
        Language::English => format!("{day}{NO_BREAK}{} {year}", month_name(month)),
    }
}

/// Writes a day with its weekday: `thứ Năm 26/11/2026`.
pub fn weekday_date(on: Date, language: Language) -> String {
    let weekday = weekday(on.weekday(), language);
    format!("{} {}", weekday, date(on, language))
}

/// Writes a moment: `17:00, thứ Năm 26/11/2026`.
pub fn moment(moment: Moment, language: Language) -> String {
    format!("{}, {}", moment.time, weekday_date(moment.date, language))
}

/// Returns the name of a weekday.
pub fn weekday(weekday: Weekday, language: Language) -> &'static str {
    let (vietnamese, english) = match weekday {
        Weekday::Monday => ("thứ Hai", "Monday"),
        Weekday::Tuesday => ("thứ Ba", "Tuesday"),
        Weekday::Wednesday => ("thứ Tư", "Wednesday"),
        Weekday::Thursday => ("thứ Năm", "Thursday"),
        Weekday::Friday => ("thứ Sáu", "Friday"),
        Weekday::Saturday => ("thứ Bảy", "Saturday"),
        Weekday::Sunday => ("Chủ nhật", "Sunday"),
    };
    language.pick(vietnamese, english)
}

const fn month_name(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

/// Writes an amount: `8.000 đ`, in English `8,000 đ`.
pub fn money(amount: Dong, language: Language) -> String {
    let text = amount.to_string();
    match language {
        Language::Vietnamese => text,
        Language::English => text.replace('.', ","),
    }
}

/// Writes a term: `3 ngày làm việc`.
pub fn term(term: Term, language: Language) -> String {
    let amount = term.amount;
    match (language, term.unit) {
        (Language::Vietnamese, TermUnit::WorkingHour) => format!("{amount}{NO_BREAK}giờ làm việc"),
        (Language::Vietnamese, TermUnit::WorkingDay) => format!("{amount}{NO_BREAK}ngày làm việc"),
        (Language::Vietnamese, TermUnit::CalendarDay) => format!("{amount}{NO_BREAK}ngày"),
        (Language::Vietnamese, TermUnit::Month) => format!("{amount}{NO_BREAK}tháng"),
        (Language::English, TermUnit::WorkingHour) => counted(amount, "working hour"),
        (Language::English, TermUnit::WorkingDay) => counted(amount, "working day"),
        (Language::English, TermUnit::CalendarDay) => counted(amount, "day"),
        (Language::English, TermUnit::Month) => counted(amount, "month"),
    }
}

fn counted(amount: u16, noun: &str) -> String {
    format!("{amount}{NO_BREAK}{noun}{}", if amount == 1 { "" } else { "s" })
}

/// Writes a number with its thousands apart: `4.560`, in English `4,560`.
pub fn number(number: usize, language: Language) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(language.pick(".", ","));
        }
        text.push(digit);
    }
    text
}

/// Returns the name of a way to file.
pub const fn channel(kind: ChannelKind, language: Language) -> &'static str {
    match kind {
        ChannelKind::Desk => language.pick("Đến nơi nộp", "At the desk"),
        ChannelKind::Online => language.pick("Trên mạng", "Online"),
        ChannelKind::Post => language.pick("Qua bưu điện", "By post"),
    }
}

/// Returns the name of a level of administration.
pub const fn level(level: Level, language: Language) -> &'static str {
    match level {
        Level::Commune => language.pick("Cấp xã", "Commune"),
        Level::Province => language.pick("Cấp tỉnh", "Province"),
        Level::Ministry => language.pick("Cấp bộ", "Ministry"),
        Level::Abroad => language.pick("Ở nước ngoài", "Abroad"),
    }
}

/// Returns the name of an audience.
pub const fn audience(audience: Audience, language: Language) -> &'static str {
    match audience {
        Audience::Citizen => language.pick("Người dân", "Individuals"),
        Audience::HouseholdBusiness => language.pick("Hộ kinh doanh", "Household businesses"),
        Audience::Enterprise => language.pick("Doanh nghiệp", "Companies"),
        Audience::Organisation => language.pick("Tổ chức", "Organisations"),
    }
}

/// Returns the name of a place to file.
pub const fn filing_place(place: FilingPlace, language: Language) -> &'static str {
    match place {
        FilingPlace::Here => language.pick("Trên cổng này", "On this portal"),
        FilingPlace::NationalPortal => language.pick("Cổng Dịch vụ công quốc gia", "National portal"),
        FilingPlace::Vneid => language.pick("Ứng dụng VNeID", "VNeID app"),
        FilingPlace::PolicePortal => language.pick("Cổng Bộ Công an", "Public Security portal"),
        FilingPlace::Appointment => language.pick("Đến nơi, có hẹn trước", "At the desk, by appointment"),
        FilingPlace::Desk => language.pick("Đến nơi nộp", "At the desk"),
    }
}

/// Writes a share with two decimals: `98,25%`; of nothing there are no numbers.
pub fn percent(share: Share) -> String {
    share
        .hundredths_of_percent()
        .map_or_else(|| "chưa có số liệu".to_owned(), |hundredths| format!("{},{:02}%", hundredths / 100, hundredths % 100))
}

/// Says which office is competent.
pub const fn competence(rule: CompetenceRule, language: Language) -> &'static str {
    match rule {
        CompetenceRule::Residence => language.pick("Nơi bạn cư trú", "Where you live"),
        CompetenceRule::Birth => language.pick("Nơi sinh", "Where the child was born"),
        CompetenceRule::AnyCommune => language.pick("Bất kỳ xã, phường nào trong tỉnh", "Any commune of the province"),
        CompetenceRule::Anywhere => language.pick("Bất kỳ nơi nào có thẩm quyền trong cả nước", "Any competent office in the country"),
        CompetenceRule::Property => language.pick("Nơi có nhà, đất", "Where the land or house lies"),
        CompetenceRule::Business => language.pick("Nơi kinh doanh", "Where the business is"),
        CompetenceRule::Issuer => language.pick("Nơi đã đăng ký trước đây", "Where it was first registered"),
    }
}

/// Says how a result is handed out.
pub const fn outcome_form(form: OutcomeForm, language: Language) -> &'static str {
    match form {
        OutcomeForm::Paper => language.pick("bản giấy", "on paper"),
        OutcomeForm::Electronic => language.pick("bản điện tử", "electronic"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::date::Time;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_written_as_people_write_them() {
        assert_eq!(date(day("2026-02-05"), Language::Vietnamese), "05/02/2026");
        assert_eq!(date(day("2026-02-05"), Language::English), "5\u{a0}February 2026");
        assert_eq!(weekday_date(day("2026-11-26"), Language::Vietnamese), "thứ Năm 26/11/2026");
        let at = Moment { date: day("2026-11-26"), time: Time::new(17, 0) };
        assert_eq!(moment(at, Language::Vietnamese), "17:00, thứ Năm 26/11/2026");
    }

    #[test]
    fn shares_have_a_comma_and_two_decimals() {
        let write = |part, whole| percent(Share { part, whole });
        assert_eq!((write(393, 400), write(1, 1), write(0, 0)), ("98,25%".to_owned(), "100,00%".to_owned(), "chưa có số liệu".to_owned()));
    }

    #[test]
    fn terms_keep_number_and_unit_together() {
        let write = |amount, unit, language| term(Term { unit, amount }, language);
        assert_eq!(write(3, TermUnit::WorkingDay, Language::Vietnamese), "3\u{a0}ngày làm việc");
        assert_eq!(write(1, TermUnit::WorkingDay, Language::English), "1\u{a0}working day");
        assert_eq!(write(2, TermUnit::Month, Language::English), "2\u{a0}months");
    }
}
