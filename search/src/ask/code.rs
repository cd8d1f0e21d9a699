//! Codes in a question: of a procedure, whole or begun, and of a dossier.

use super::{Code, weigh::Why};
use crate::Index;
use alloc::{string::String, vec::Vec};

/// Returns the code in a question, where it holds one.
pub(crate) fn code(text: &str) -> Option<Code> {
    let mut word = String::new();
    for byte in text.bytes().chain([b' ']) {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.' && !word.is_empty() {
            word.push(char::from(byte.to_ascii_uppercase()));
            continue;
        }
        while word.ends_with('.') {
            word.pop();
        }
        if is_dossier(word.as_bytes()) {
            return Some(Code::Dossier(word));
        }
        if is_procedure(word.as_bytes()) {
            return Some(Code::Procedure(word));
        }
        word.clear();
    }
    None
}

fn are_digits(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

/// `1.004222`, or a beginning of it with the point and a digit, or the six digits alone.
fn is_procedure(word: &[u8]) -> bool {
    match word {
        [class, b'.', rest @ ..] => class.is_ascii_digit() && !rest.is_empty() && are_digits(rest),
        _ => word.len() == 6 && are_digits(word),
    }
}

/// `H99.12.3-261121-0007`, or the older `000.00.12.H99-261121-0007`.
fn is_dossier(word: &[u8]) -> bool {
    let is_head = |group: &[u8]| matches!(group, [b'A'..=b'Y', digits @ ..] if digits.len() == 2 && are_digits(digits));
    let Some((agency, rest)) = parted(word, b'-') else { return false };
    let Some((day, number)) = parted(rest, b'-') else { return false };
    let (mut first, mut last, mut rest) = (None, false, Some(agency));
    while let Some(groups) = rest {
        let (group, more) = parted(groups, b'.').map_or((groups, None), |(group, more)| (group, Some(more)));
        if group.is_empty() {
            return false;
        }
        last = is_head(group);
        first.get_or_insert(last);
        rest = more;
    }
    (first == Some(true) || last) && day.len() == 6 && number.len() >= 4 && are_digits(day) && are_digits(number)
}

/// What stands before the first such byte, and what behind it.
fn parted(word: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let place = word.iter().position(|byte| *byte == at)?;
    Some((word.get(..place)?, word.get(place + 1..)?))
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
