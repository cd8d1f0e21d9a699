//! Makes sane text of what was typed into forms for years: composition, blanks, bullets.

use unicode_normalization::UnicodeNormalization;

/// What the database writes where it has nothing to say.
const NOTHING: [&str; 9] =
    ["", "không", "không có", "không có thông tin", "không quy định", "chưa có thông tin", "n/a", "none", "không có yêu cầu điều kiện"];

/// A text in one line: NFC, single blanks, no control characters.
pub(super) fn line(text: &str) -> String {
    let visible = |letter: char| if letter.is_control() || matches!(letter, '\u{a0}' | '\u{200b}' | '\u{feff}') { ' ' } else { letter };
    text.nfc().map(visible).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name: a line without bullets before it and stops after it.
pub(super) fn name(text: &str) -> String {
    line(text).trim_start_matches(['-', '+', '*', '•', '–', ' ', '.']).trim_end_matches([' ', '.', ';', ':', ',']).to_owned()
}

/// Paragraphs of a long text, each a line without its bullet; steps numbered within a line are parted too.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.lines() {
        let part = line(part);
        let mut rest = part.as_str();
        while let Some(at) = next_step(rest) {
            let (before, after) = rest.split_at(at);
            found.push(before.to_owned());
            rest = after;
        }
        found.push(rest.to_owned());
    }
    let bare = |text: &String| text.trim_start_matches(['-', '+', '*', '•', '–', ' ']).trim().to_owned();
    found.iter().map(bare).filter(|text| !is_nothing(text)).collect()
}

/// Finds where the next «Bước 2:» begins within a line.
fn next_step(line: &str) -> Option<usize> {
    line.match_indices("Bước ").map(|(at, _)| at).filter(|at| *at > 0).find(|at| {
        let rest = line.get(at + "Bước ".len()..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && rest.get(digits..).is_some_and(|rest| rest.starts_with([':', '.']))
    })
}

/// Tells whether a text only says that there is nothing to say.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ' ', ';']).to_lowercase();
    NOTHING.contains(&text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_in_one_line_are_parted() {
        let text = "Bước 1: Nộp hồ sơ theo Bước trước. Bước 2: Nhận kết quả.\n\n+  Không \n - Xem  thêm";
        assert_eq!(paragraphs(text), ["Bước 1: Nộp hồ sơ theo Bước trước.", "Bước 2: Nhận kết quả.", "Xem thêm"]);
    }

    #[test]
    fn a_name_is_composed_and_bare() {
        assert_eq!(name(" - Thu\u{309}\u{a0}tục  cấp\tphép; "), "Thủ tục cấp phép");
        assert!(is_nothing("Không quy định."));
    }
}
