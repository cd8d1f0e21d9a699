//! The order of Vietnamese dictionaries, and letters without their marks.

use super::small;
use crate::slug::Slug;

/// The letters that marks are put on, in their order; within each the five tones after the plain one, in theirs.
const MARKED: [(char, &str); 13] = [
    ('a', "aàảãáạ"),
    ('a', "ăằẳẵắặ"),
    ('a', "âầẩẫấậ"),
    ('d', "đ"),
    ('e', "eèẻẽéẹ"),
    ('e', "êềểễếệ"),
    ('i', "iìỉĩíị"),
    ('o', "oòỏõóọ"),
    ('o', "ôồổỗốộ"),
    ('o', "ơờởỡớợ"),
    ('u', "uùủũúụ"),
    ('u', "ưừửữứự"),
    ('y', "yỳỷỹýỵ"),
];

/// Where a text stands in a list: `a` before `ă` before `â`, tones only where all letters are the same, «Phường 2» before «Phường 10».
///
/// A tone is that of its word, so texts that differ in capitals or in the letter that bears the mark («Hòa», «Hoà») have one key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DictionaryKey {
    letters: Vec<u32>,
    tones: Vec<u8>,
}

impl DictionaryKey {
    /// Makes the key of a text; whatever is no letter and no digit parts its words.
    pub fn of(text: &str) -> Self {
        let (mut letters, mut tones) = (Vec::new(), Vec::new());
        let (mut number, mut of_word) = (None, 0);
        for letter in text.chars() {
            if let Some(digit) = letter.to_digit(10) {
                number = Some(number.unwrap_or(0_u32).saturating_mul(10).saturating_add(digit));
                continue;
            }
            letters.extend(number.take().map(rank_of_number));
            let (plain, mark, tone) = taken_apart(small(letter));
            // Room is left behind each letter for those that are made from it.
            if plain.is_ascii_lowercase() {
                letters.push(LETTERS + 4 * u32::from(plain) + mark);
                of_word = tone.max(of_word);
            } else {
                letters.push(0);
                tones.push(std::mem::take(&mut of_word));
            }
        }
        letters.extend(number.map(rank_of_number));
        tones.push(of_word);
        Self { letters, tones }
    }
}

/// Numbers stand before all letters, and after what parts words.
const LETTERS: u32 = 1 << 30;

fn rank_of_number(number: u32) -> u32 {
    number.saturating_add(1).min(LETTERS)
}

/// Parts a small letter into the Latin one, the number of the letter made from it, and the tone.
fn taken_apart(letter: char) -> (char, u32, u8) {
    if letter.is_ascii() {
        return (letter, 0, 0);
    }
    let mut before = 0;
    let mut last = None;
    for (plain, row) in MARKED {
        // The d alone has no row for its plain form.
        before = if last == Some(plain) { before + 1 } else { u32::from(plain == 'd') };
        last = Some(plain);
        if let Some(tone) = row.chars().position(|known| known == letter) {
            return (plain, before, u8::try_from(tone).unwrap_or(0));
        }
    }
    (letter, 0, 0)
}

/// Makes the short name of something out of its name: «Bà Rịa - Vũng Tàu» becomes `ba-ria-vung-tau`.
pub fn slug(name: &str) -> Option<Slug> {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars() {
        let (plain, ..) = taken_apart(small(letter));
        if plain.is_ascii_lowercase() || plain.is_ascii_digit() {
            out.push(plain);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list in its order; reversed and sorted, it must be the same again.
    #[track_caller]
    fn check(expected: &[&str]) {
        let mut names = expected.to_vec();
        names.reverse();
        names.sort_by_cached_key(|name| DictionaryKey::of(name));
        assert_eq!(names, expected);
    }

    #[test]
    fn letters_come_before_tones_and_numbers_are_numbers() {
        check(&["An Giang", "Ân Thi", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre"]);
        check(&["Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk"]);
        check(&["Da", "Dá", "Đa", "Em", "Êm", "Oa", "Ôa", "Ơa", "Tu", "Tư"]);
        check(&["La", "Là", "Lả", "Lã", "Lá", "Lạ", "Lan"]);
        check(&["Phường 1", "Phường 2", "Phường 10", "Phường An Phú", "Phường An Phú 2"]);
        check(&["", "Hà Nội", "Hải Dương", "Hải Phòng"]);
    }

    #[test]
    fn one_name_written_in_two_ways_has_one_place() {
        for (one, other) in [("Yên Hòa", "Yên Hoà"), ("Huyện KBang", "Huyện Kbang"), ("Thủy Nguyên", "Thuỷ Nguyên")] {
            assert_eq!(DictionaryKey::of(one), DictionaryKey::of(other));
        }
        for (one, other) in [("Minh Quán", "Minh Quân"), ("Hoằng Phú", "Hoằng Phụ"), ("Phường 1", "Phường 10"), ("Da", "Đa")]
        {
            assert_ne!(DictionaryKey::of(one), DictionaryKey::of(other));
        }
    }

    #[test]
    fn every_letter_with_marks_is_known() {
        for letter in "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ".chars()
        {
            let (plain, mark, tone) = taken_apart(letter);
            assert!(plain.is_ascii_lowercase() && (mark > 0 || tone > 0), "{letter}");
        }
    }

    #[test]
    fn a_name_becomes_a_short_one() {
        let short = |name| slug(name).map(|slug| slug.to_string());
        assert_eq!(short("Bà Rịa - Vũng Tàu").as_deref(), Some("ba-ria-vung-tau"));
        assert_eq!(short("Thị xã Đông Triều").as_deref(), Some("thi-xa-dong-trieu"));
        assert_eq!(short("Quận 1").as_deref(), Some("quan-1"));
        assert_eq!(short(" – "), None);
    }
}
