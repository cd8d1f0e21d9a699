//! How Vietnamese is written here: composed letters, all marks, no officialese.

use crate::{
    problem::{Fault, Problems},
    written::Written,
};
use domain::language::Localized;
use std::ops::Range;
use unicode_normalization::is_nfc;

mod officialese;

use officialese::{LINK_WORDS, OFFICIALESE, RIGHT_ALL_THE_SAME};

/// Common words that no Vietnamese text has without marks.
const ALWAYS_MARKED: [&str; 14] =
    ["dang", "ky", "giay", "nguoi", "duoc", "khong", "nop", "thu", "tuc", "phuong", "lam", "cap", "ngay", "muoi"];

/// Units that are counted; a number before them has no leading zero.
const COUNTED: [&str; 3] = [" ngày", " bản", " bộ"];

/// Looks whether a text is in Unicode NFC.
pub(crate) fn composition(written: &Written<'_>, problems: &Problems) {
    for (sentence, span) in written.parts(sentences) {
        if !is_nfc(sentence) {
            problems.add(written.file, span, Fault::NotNfc);
        }
    }
}

/// Looks whether a Vietnamese text of some length has marks at all.
pub(crate) fn marks(written: &Written<'_>, problems: &Problems) {
    for (paragraph, span) in written.parts(paragraphs) {
        // What stands between fences is shown as it is typed.
        if lacks_marks(paragraph) && !paragraph.starts_with("```") {
            problems.add(written.file, span, Fault::NoDiacritics);
        }
    }
}

fn lacks_marks(text: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let telling = words.iter().any(|word| ALWAYS_MARKED.contains(&word.as_str()));
    // «Khai sinh cho con» is right without a mark; five such words in a row are not.
    let long = words.iter().filter(|word| word.len() > 1).count() >= 5;
    text.is_ascii() && !text.contains("://") && (long || (telling && words.len() >= 2))
}

/// Cuts a text behind each end of a sentence or line.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['.', '?', '!', '\n']).collect()
}

/// Cuts a text behind each blank line.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut paragraphs = Vec::new();
    let mut begin = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            paragraphs.extend(text.get(begin..at));
            begin = at;
        }
    }
    paragraphs.extend(text.get(begin..));
    paragraphs
}

/// Looks for words of officialese; points at each of them.
pub(crate) fn officialese(written: &Written<'_>, problems: &Problems) {
    let lower = lower_case(written.text);
    for (word, instead) in OFFICIALESE {
        // Abbreviations are known by their capitals, other words in any case.
        let text = if word.chars().any(char::is_lowercase) { &lower } else { written.text };
        for (at, _) in text.match_indices(word) {
            let place = at..at + word.len();
            if stands_alone(&lower, &place) && !right_all_the_same(&lower, &place) && !is_link(word, written.text, &place) {
                let fault = Fault::ForbiddenWord { word: word.to_owned(), instead: instead.clone() };
                problems.add(written.file, written.place(&place), fault);
            }
        }
    }
    padded_numbers(written, problems);
}

/// Returns the text in lower case, every letter at the place it had.
fn lower_case(text: &str) -> String {
    let lower = |letter: char| letter.to_lowercase().next().filter(|lower| lower.len_utf8() == letter.len_utf8()).unwrap_or(letter);
    text.chars().map(lower).collect()
}

fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let before = text.get(..place.start).and_then(|text| text.chars().next_back());
    let after = text.get(place.end..).and_then(|text| text.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Tells whether a word is part of a name that is right.
fn right_all_the_same(lower: &str, place: &Range<usize>) -> bool {
    let mut names = RIGHT_ALL_THE_SAME.iter().flat_map(|name| lower.match_indices(name));
    names.any(|(begin, name)| begin <= place.start && place.end <= begin + name.len())
}

/// Tells whether a word is all of a link's text; that is a fault of its own.
fn is_link(word: &str, text: &str, place: &Range<usize>) -> bool {
    let before = text.get(..place.start).is_some_and(|text| text.ends_with('['));
    let after = text.get(place.end..).is_some_and(|text| text.starts_with("]("));
    LINK_WORDS.contains(&word) && before && after
}

/// Looks for `05 ngày`, `03 bản`: counted numbers with a leading zero.
fn padded_numbers(written: &Written<'_>, problems: &Problems) {
    const INSTEAD: Localized<&str> =
        Localized { vi: "bỏ số 0 đứng đầu: «5 ngày»", en: "leave out the leading zero: «5 ngày»" };
    for unit in COUNTED {
        for (at, _) in written.text.match_indices(unit) {
            // Dates and ranges end in two digits as well; they are no counted numbers.
            let part_of_number = |letter: &char| letter.is_ascii_digit() || "/.:-".contains(*letter);
            let before = written.text.get(..at).unwrap_or_default();
            let digits: String = before.chars().rev().take_while(part_of_number).collect();
            if digits.len() == 2 && digits.ends_with('0') {
                let word = written.text.get(at - 2..at + unit.len()).unwrap_or_default().to_owned();
                let place = written.place(&(at - 2..at));
                problems.add(written.file, place, Fault::ForbiddenWord { word, instead: INSTEAD });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    /// Lists the words found in a text.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let problems = Problems::default();
        let written = Written::plain(SourceFile { path: "a.md", text }, 0..text.len());
        composition(&written, &problems);
        marks(&written, &problems);
        officialese(&written, &problems);
        let found: Vec<_> = problems
            .into_sorted()
            .into_iter()
            .map(|problem| match problem.fault {
                Fault::ForbiddenWord { word, .. } => word,
                other => other.code().to_owned(),
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
        check("CCCD cũ, CCCD mới.", &["CCCD", "CCCD"]);
        check("Mang 03 bản.", &["03 bản"]);
        check("[Tại đây](/) có tờ khai; tại đây có ghế.", &["tại đây"]);
    }

    #[test]
    fn vietnamese_without_marks_is_noticed() {
        check("Khai sinh cho con moi sinh", &["no-diacritics"]);
        check("Khai sinh cho con", &[]);
        check("Bạn đến quầy.\n\nBan dua ban chinh o quay.\r\n\r\nXong.", &["no-diacritics"]);
        check("Bạn gõ:\n\n```\ncargo run with many plain words\n```", &[]);
        check("Dang ky ket hon", &["no-diacritics"]);
        check("Điền tờ khai", &[]);
        check("VNeID", &[]);
    }

    #[test]
    fn decomposed_letters_are_noticed() {
        check("Điê\u{300}n tờ khai", &["not-nfc"]);
    }
}
