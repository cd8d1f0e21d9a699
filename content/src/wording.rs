//! How Vietnamese is written here: composed letters, all marks, no officialese.

use crate::{
    problem::{Fault, Problems},
    source::SourceFile,
};
use std::ops::Range;
use unicode_normalization::is_nfc;

/// Words people do not use, with what they do say (the word rules of the house style, §7).
const OFFICIALESE: [(&str, &str); 22] = [
    ("công dân", "«bạn», «người dân»"),
    ("đối tượng", "«người được hưởng», «ai làm được»"),
    ("người yêu cầu", "«bạn», «người đi làm thủ tục»"),
    ("theo quy định", "quy định nào, hoặc bỏ đi"),
    ("đầy đủ, hợp lệ", "«đủ giấy tờ»"),
    ("đầy đủ và hợp lệ", "«đủ giấy tờ»"),
    ("không hợp lệ", "điều gì sai và sửa thế nào"),
    ("v.v", "đủ các mục, hoặc «và những giấy tương tự»"),
    ("nêu trên", "tên của điều đã nói"),
    ("nói trên", "tên của điều đã nói"),
    ("(nếu có)", "câu hỏi có hay không trước đã"),
    ("TTHC", "«thủ tục»"),
    ("UBND", "«Ủy ban nhân dân»"),
    ("HĐND", "«Hội đồng nhân dân»"),
    ("QSDĐ", "«quyền sử dụng đất»"),
    ("QSDD", "«quyền sử dụng đất»"),
    ("GCN", "«giấy chứng nhận»"),
    ("CCCD", "«thẻ căn cước»"),
    ("CMND", "«chứng minh nhân dân»"),
    ("GPLX", "«giấy phép lái xe»"),
    ("tại đây", "tên nơi liên kết dẫn tới"),
    ("xem thêm", "tên nơi liên kết dẫn tới"),
];

/// Names that hold such a word and are right all the same.
const RIGHT_ALL_THE_SAME: [&str; 4] = ["căn cước công dân", "công dân số", "tiếp công dân", "bảo vệ công dân"];

/// Common words that no Vietnamese text has without marks.
const ALWAYS_MARKED: [&str; 14] =
    ["dang", "ky", "giay", "nguoi", "duoc", "khong", "nop", "thu", "tuc", "phuong", "lam", "cap", "ngay", "muoi"];

/// Looks whether a text is in Unicode NFC.
pub(crate) fn composition(value: &str, span: &Range<usize>, file: SourceFile<'_>, problems: &Problems) {
    if !is_nfc(value) {
        problems.add(file, span.clone(), Fault::NotNfc);
    }
}

/// Looks whether a Vietnamese text of some length has marks at all.
pub(crate) fn marks(value: &str, span: &Range<usize>, file: SourceFile<'_>, problems: &Problems) {
    let words: Vec<String> = value.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase()).collect();
    let telling = words.iter().any(|word| ALWAYS_MARKED.contains(&word.as_str()));
    // «Khai sinh cho con» is right without a mark; five such words in a row are not.
    let long = words.iter().filter(|word| word.len() > 1).count() >= 5;
    if value.is_ascii() && !value.contains("://") && (long || (telling && words.len() >= 2)) {
        problems.add(file, span.clone(), Fault::NoDiacritics);
    }
}

/// Looks for words of officialese; points at the word itself where it can be found in the file.
pub(crate) fn officialese(value: &str, span: &Range<usize>, file: SourceFile<'_>, problems: &Problems) {
    let raw = file.text.get(span.clone()).unwrap_or_default();
    for (word, instead) in OFFICIALESE {
        if let Some(place) = find_word(raw, word).or_else(|| find_word(value, word).map(|_| 0..raw.len())) {
            problems.add(file, span.start + place.start..span.start + place.end, Fault::ForbiddenWord { word, instead });
        }
    }
    if let Some(at) = padded_number(raw) {
        let fault = Fault::ForbiddenWord { word: "05 ngày", instead: "«5 ngày», không có số 0 đứng đầu" };
        problems.add(file, span.start + at..span.start + at + 2, fault);
    }
}

/// Finds a word that stands alone; abbreviations by their capitals, other words in any case.
fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    let lower = if word.chars().any(char::is_lowercase) { text.to_lowercase() } else { text.to_owned() };
    // Lower case may have another length than the text; then only the whole is pointed at.
    let same_length = lower.len() == text.len();
    let mut from = 0;
    while let Some(at) = lower.get(from..).and_then(|rest| rest.find(word)).map(|at| at + from) {
        let end = at + word.len();
        let before = lower.get(..at).and_then(|text| text.chars().next_back());
        let after = lower.get(end..).and_then(|text| text.chars().next());
        let alone = !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric);
        let right = RIGHT_ALL_THE_SAME.iter().any(|name| lower.match_indices(name).any(|(begin, name)| begin <= at && end <= begin + name.len()));
        if alone && !right {
            return Some(if same_length { at..end } else { 0..text.len() });
        }
        from = end;
    }
    None
}

/// Finds `05 ngày`, `03 bản`: a counted number with a leading zero.
fn padded_number(text: &str) -> Option<usize> {
    text.match_indices(" ngày").chain(text.match_indices(" bản")).chain(text.match_indices(" bộ")).find_map(|(at, _)| {
        let digits: String = text.get(..at)?.chars().rev().take_while(|letter| letter.is_ascii_digit() || "/.:-".contains(*letter)).collect();
        (digits.len() == 2 && digits.ends_with('0')).then(|| at - 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists the words found in a text.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let problems = Problems::default();
        let file = SourceFile { path: "a.md", text };
        composition(text, &(0..text.len()), file, &problems);
        marks(text, &(0..text.len()), file, &problems);
        officialese(text, &(0..text.len()), file, &problems);
        let found: Vec<_> = problems
            .into_sorted()
            .into_iter()
            .map(|problem| match problem.fault {
                Fault::ForbiddenWord { word, .. } => word.to_owned(),
                other => other.code(),
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn officialese_is_found_where_it_stands_alone() {
        check("Bạn nộp theo quy định.", &["theo quy định"]);
        check("Công dân nộp tờ khai tại UBND xã.", &["công dân", "UBND"]);
        check("Mang thẻ căn cước công dân cũ.", &[]);
        check("Trong 05 ngày, kể từ ngày 05/11/2026.", &["05 ngày"]);
        check("Trong 15 ngày.", &[]);
        check("Giấy tờ, v.v.", &["v.v"]);
    }

    #[test]
    fn vietnamese_without_marks_is_noticed() {
        check("Khai sinh cho con moi sinh", &["no-diacritics"]);
        check("Khai sinh cho con", &[]);
        check("Dang ky ket hon", &["no-diacritics"]);
        check("Điền tờ khai", &[]);
        check("VNeID", &[]);
    }

    #[test]
    fn decomposed_letters_are_noticed() {
        check("Điê\u{300}n tờ khai", &["not-nfc"]);
    }
}
