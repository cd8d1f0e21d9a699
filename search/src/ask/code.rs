//! Codes in a question: of a procedure, whole or begun, and of a dossier.

use super::{Code, typed::bare, weigh::Why};
use crate::Index;

/// Returns the code in a question, where it holds one.
pub(crate) fn code(text: &str) -> Option<Code> {
    text.split([' ', ',', ';', '\u{a0}']).map(|word| word.trim_matches(['.', ':', '(', ')'])).find_map(|word| {
        let upper = word.to_ascii_uppercase();
        if is_dossier(&upper) { Some(Code::Dossier(upper)) } else { is_procedure(word).then(|| Code::Procedure(bare(word))) }
    })
}

/// `1.004222`, or a beginning of it with the point and a digit, or the six digits alone.
fn is_procedure(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match word.split_once('.') {
        Some((class, rest)) => class.len() == 1 && digits(class) && digits(rest),
        None => word.len() == 6 && digits(word),
    }
}

/// `H99.12.3-261121-0007`, or the older `000.00.12.H99-261121-0007`.
fn is_dossier(word: &str) -> bool {
    let mut parts = word.split('-');
    let (Some(agency), Some(day), Some(number), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let head = |group: &str| {
        let (letter, rest) = group.split_at_checked(1).unwrap_or_default();
        letter.bytes().all(|byte| byte.is_ascii_uppercase()) && rest.len() == 2 && digits(rest)
    };
    let groups = || agency.split('.');
    let plain = groups().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let known = groups().next().is_some_and(head) || groups().next_back().is_some_and(head);
    plain && known && day.len() == 6 && digits(day) && number.len() >= 4 && digits(number)
}

/// Returns the records whose code begins with what was typed, or ends with the six digits.
pub(crate) fn with_code(index: &Index, digits: &str) -> Vec<(u16, Why)> {
    let mut found: Vec<(u16, Why)> = Vec::new();
    for (number, record) in (0_u16..).zip(&index.records) {
        let code = index.code_of(record);
        let fit = if code == digits {
            2.0
        } else if code.starts_with(digits) || digits.len() == 6 && code.ends_with(digits) {
            1.0
        } else {
            continue;
        };
        let prior = f32::from(record.prior) / 15.0;
        found.push((number, Why { fit, brief: 0.0, prior, score: fit + prior / 2.0 }));
    }
    super::order::best_first(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Code>) {
        assert_eq!(code(text), expected, "{text}");
    }

    #[test]
    fn codes_are_recognised() {
        let procedure = |text: &str| Some(Code::Procedure(text.to_owned()));
        let dossier = |text: &str| Some(Code::Dossier(text.to_owned()));
        check("1.004222", procedure("1.004222"));
        check("mã 1.0042", procedure("1.0042"));
        check("004222", procedure("004222"));
        check("thủ tục 1.004222, xã", procedure("1.004222"));
        check("h99.12.3-261121-0007", dossier("H99.12.3-261121-0007"));
        check("hồ sơ H99-261121-0007", dossier("H99-261121-0007"));
        check("000.00.12.H99-261121-0007", dossier("000.00.12.H99-261121-0007"));
        check("nghị định 123/2015", None);
        check("2026", None);
        check("5.", None);
        check("H99-261121-7", None);
    }
}
