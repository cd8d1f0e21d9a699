//! Reads numbers out of free text: terms, amounts, levels, audiences. Nothing is guessed: what is not certain is no number.

use super::clean;
use domain::{
    money::Dong,
    national::NationalFee,
    procedure::{Audience, Level},
    term::{Term, TermUnit},
};

/// Reads «05 ngày làm việc»; nothing but a number and a unit may stand there.
pub(super) fn term(text: &str) -> Option<Term> {
    let text = clean::line(text).to_lowercase();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits)?;
    let amount: u16 = number.parse().ok().filter(|amount| *amount > 0)?;
    let (unit, factor) = match unit.trim().trim_end_matches('.') {
        "ngày làm việc" => (TermUnit::WorkingDay, 1),
        "ngày" | "ngày lịch" => (TermUnit::CalendarDay, 1),
        "giờ làm việc" => (TermUnit::WorkingHour, 1),
        "tháng" => (TermUnit::Month, 1),
        "năm" => (TermUnit::Month, 12),
        _ => return None,
    };
    Some(Term { unit, amount: amount.checked_mul(factor)? })
}

/// Reads an amount of đồng: `20000`, `2.000.000`, `không`, and the slip `o`; nothing else.
pub(super) fn amount(text: &str) -> Option<Dong> {
    let text = clean::line(text).to_lowercase();
    if matches!(text.as_str(), "không" | "o") {
        return Some(Dong(0));
    }
    let mut groups = text.split(['.', ',']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = digits(&first) && rest.iter().all(|group| digits(group) && group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    grouped.then(|| format!("{first}{}", rest.concat()).parse().ok().map(Dong)).flatten()
}

/// Reads «Phí : 2.000.000 Đồng (Thẩm định …)», one fee a line.
pub(super) fn fees(text: &str) -> Vec<NationalFee> {
    let mut fees: Vec<NationalFee> = Vec::new();
    for row in text.lines().map(clean::line).filter(|row| !row.is_empty() && !row.starts_with("File đính kèm")) {
        let (kind, rest) = row.split_once(':').map_or(("", row.as_str()), |(kind, rest)| (kind.trim(), rest.trim()));
        let (kind, rest) = if matches!(kind, "Phí" | "Lệ phí") { (kind, rest) } else { ("", row.as_str()) };
        let (number, words) = rest.split_once("Đồng").unwrap_or(("", rest));
        let words = clean::line(words.trim().trim_start_matches('(').trim_end_matches(')'));
        let amount = amount(number);
        let fee = match amount {
            // A zero with words beside it mostly means: the words say how much.
            Some(Dong(0)) if !words.is_empty() => NationalFee { amount: None, words },
            Some(amount) => NationalFee { amount: Some(amount), words },
            None => {
                let number = clean::line(number);
                let words = [number.as_str(), words.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
                NationalFee { amount: None, words: if kind.is_empty() || words.is_empty() { words } else { format!("{kind}: {words}") } }
            }
        };
        if (fee.amount.is_some() || !fee.words.is_empty()) && !fees.contains(&fee) {
            fees.push(fee);
        }
    }
    fees
}

/// Reads levels of administration; whether a district was named, which no longer exists.
pub(super) fn levels(text: &str) -> (Vec<Level>, bool) {
    let text = text.to_lowercase();
    let names = [
        ("xã", Level::Commune),
        ("tỉnh", Level::Province),
        ("trung ương", Level::Ministry),
        ("bộ", Level::Ministry),
        ("ngoài nước", Level::Abroad),
    ];
    let mut levels: Vec<Level> = names.into_iter().filter(|(name, _)| text.contains(name)).map(|(_, level)| level).collect();
    levels.dedup();
    (levels, text.contains("huyện"))
}

/// Reads for whom a procedure is; words we have no kind for are left to the text.
pub(super) fn audience(text: &str) -> Vec<Audience> {
    let text = text.replace("(không bao gồm doanh nghiệp, HTX)", "");
    let kinds = [
        (Audience::Citizen, &["Công dân", "Người nước ngoài", "Người Việt Nam định cư", "Cá nhân"][..]),
        (Audience::HouseholdBusiness, &["Hộ kinh doanh"][..]),
        (Audience::Enterprise, &["Doanh nghiệp", "Hợp tác xã"][..]),
        (Audience::Organisation, &["Tổ chức"][..]),
    ];
    kinds.into_iter().filter(|(_, names)| names.iter().any(|name| text.contains(name))).map(|(kind, _)| kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_term(text: &str, expected: Option<(u16, TermUnit)>) {
        assert_eq!(term(text), expected.map(|(amount, unit)| Term { unit, amount }), "{text}");
    }

    #[track_caller]
    fn check_fees(text: &str, expected: &[(Option<u64>, &str)]) {
        let found: Vec<_> = fees(text).into_iter().map(|fee| (fee.amount.map(|Dong(amount)| amount), fee.words)).collect();
        let expected: Vec<_> = expected.iter().map(|(amount, words)| (*amount, (*words).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn terms() {
        check_term("05 ngày làm việc", Some((5, TermUnit::WorkingDay)));
        check_term("30 Ngày", Some((30, TermUnit::CalendarDay)));
        check_term("2 năm", Some((24, TermUnit::Month)));
        // Hours of the clock are none of our units.
        check_term("01 Giờ", None);
        check_term("7,5 ngày làm việc", None);
        check_term("0 ngày", None);
        check_term("không quá 05 ngày", None);
        check_term("Không quy định", None);
        check_term("99999 ngày", None);
        check_term("", None);
    }

    #[test]
    fn fees_of_texts() {
        check_fees("Phí : 0 Đồng", &[(Some(0), "")]);
        check_fees("Phí : o Đồng", &[(Some(0), "")]);
        check_fees("Lệ phí : Không Đồng", &[(Some(0), "")]);
        check_fees("Phí : 0 Đồng (theo quyết định của tỉnh)", &[(None, "theo quyết định của tỉnh")]);
        check_fees("Phí : 2.000.000 Đồng (Thẩm định)\nFile đính kèm: a.pdf", &[(Some(2_000_000), "Thẩm định")]);
        check_fees("Lệ phí : 20000 Đồng", &[(Some(20_000), "")]);
        check_fees("Lệ phí : 1.5 USD", &[(None, "Lệ phí: 1.5 USD")]);
        check_fees("Phí :  Đồng", &[]);
        check_fees("Phí : Mức thu bằng 50% Đồng (Thông tư 64)", &[(None, "Phí: Mức thu bằng 50% – Thông tư 64")]);
    }

    proptest! {
        #[test]
        fn no_text_makes_a_reader_panic(text in "[0-9.,()đĐồng:\n Phíngàylmvc]{0,40}") {
            let _ = (term(&text), amount(&text), fees(&text), levels(&text), audience(&text));
        }

        #[test]
        fn amounts_with_points_are_read(number in 0u64..10_000_000_000) {
            let shown = Dong(number).to_string();
            prop_assert_eq!(amount(shown.trim_end_matches("\u{a0}đ")), Some(Dong(number)));
        }
    }
}
