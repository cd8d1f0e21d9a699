//! A Vietnamese letter taken apart: what is left without marks, and the marks.

use alloc::string::String;

/// The letters that carry tones, each with its six tones in the order none, huyền, sắc, hỏi, ngã, nặng.
const TONED: [&str; 12] =
    ["aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ"];

/// The marks of one syllable: its tone, and which letters were changed by a hat, a horn, a bowl or a stroke.
///
/// Where in the syllable a mark stands is not kept, so that `hoà` and `hòa` are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Marks(u16);

const TONE: u16 = 7;
const BREVE: u16 = 1 << 3;
const CIRCUMFLEX_A: u16 = 1 << 4;
const CIRCUMFLEX_E: u16 = 1 << 5;
const CIRCUMFLEX_O: u16 = 1 << 6;
const HORN_O: u16 = 1 << 7;
const HORN_U: u16 = 1 << 8;
const STROKE: u16 = 1 << 9;

impl Marks {
    /// Tells whether there is no mark at all.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Tells whether every mark of these is among the others: `đang` of `đăng`.
    pub(crate) const fn within(self, other: Self) -> bool {
        let (tone, theirs) = (self.0 & TONE, other.0 & TONE);
        (tone == 0 || tone == theirs) && self.0 & !TONE & !other.0 == 0
    }

    pub(crate) const fn add(&mut self, other: Self) {
        let tone = if other.0 & TONE == 0 { self.0 & TONE } else { other.0 & TONE };
        self.0 = (self.0 | other.0) & !TONE | tone;
    }
}

/// Returns the small letter of a Latin or Vietnamese capital, without the tables that know all scripts.
pub(crate) fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        0x102 | 0x110 | 0x128 | 0x168 | 0x1a0 | 0x1af => code + 1,
        0x1ea0..=0x1ef8 if code.is_multiple_of(2) => code + 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Takes a letter apart. `before` is the base letter in front of it, to which a combining mark belongs; such a mark leaves no base.
pub(crate) fn apart(letter: char, before: Option<char>) -> (Option<char>, Marks) {
    let letter = small(letter);
    if letter.is_ascii() {
        return (Some(letter), Marks(0));
    }
    if letter == 'đ' {
        return (Some('d'), Marks(STROKE));
    }
    if let '\u{300}'..='\u{36f}' = letter {
        return (None, Marks(combining(letter, before)));
    }
    for row in TONED {
        if let Some(tone) = row.chars().position(|other| other == letter) {
            let (base, quality) = quality(row.chars().next().unwrap_or('a'));
            return (Some(base), Marks(quality | u16::try_from(tone).unwrap_or(0)));
        }
    }
    (Some(letter), Marks(0))
}

const fn quality(letter: char) -> (char, u16) {
    match letter {
        'ă' => ('a', BREVE),
        'â' => ('a', CIRCUMFLEX_A),
        'ê' => ('e', CIRCUMFLEX_E),
        'ô' => ('o', CIRCUMFLEX_O),
        'ơ' => ('o', HORN_O),
        'ư' => ('u', HORN_U),
        other => (other, 0),
    }
}

const fn combining(mark: char, before: Option<char>) -> u16 {
    match (mark, before) {
        ('\u{300}', _) => 1,
        ('\u{301}', _) => 2,
        ('\u{309}', _) => 3,
        ('\u{303}', _) => 4,
        ('\u{323}', _) => 5,
        ('\u{306}', _) => BREVE,
        ('\u{302}', Some('e')) => CIRCUMFLEX_E,
        ('\u{302}', Some('o')) => CIRCUMFLEX_O,
        ('\u{302}', _) => CIRCUMFLEX_A,
        ('\u{31b}', Some('o')) => HORN_O,
        ('\u{31b}', _) => HORN_U,
        _ => 0,
    }
}

/// Takes a whole syllable apart.
pub(crate) fn syllable(text: &str) -> (String, Marks) {
    let mut folded = String::new();
    let mut marks = Marks(0);
    let mut before = None;
    for letter in text.chars() {
        let (base, more) = apart(letter, before);
        marks.add(more);
        if let Some(base) = base {
            folded.push(base);
            before = Some(base);
        }
    }
    (folded, marks)
}

/// The mark a key of Telex (`s`, `w`) or VNI (`1`, `7`) adds to a letter in front of it; `None` for other keys.
pub(crate) const fn of_key(key: char, before: char) -> Option<Marks> {
    let bits = match (key, before) {
        ('f' | '2', _) => 1,
        ('s' | '1', _) => 2,
        ('r' | '3', _) => 3,
        ('x' | '4', _) => 4,
        ('j' | '5', _) => 5,
        ('a' | '6', 'a') => CIRCUMFLEX_A,
        ('e' | '6', 'e') => CIRCUMFLEX_E,
        ('o' | '6', 'o') => CIRCUMFLEX_O,
        ('w' | '8', 'a') => BREVE,
        ('w' | '7', 'o') => HORN_O,
        ('w' | '7', 'u') => HORN_U,
        ('d' | '9', 'd') => STROKE,
        _ => return None,
    };
    Some(Marks(bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, within: bool) {
        let ((folded, marks), (theirs, others)) = (syllable(one), syllable(other));
        assert_eq!(folded, theirs);
        assert_eq!(marks.within(others), within, "{one} {other}");
    }

    #[test]
    fn marks_are_compared_by_syllable() {
        check("đang", "đăng", true);
        check("hoà", "hòa", true);
        check("HÒA", "hoà", true);
        check("Đa\u{306}ng", "đăng", true);
        check("đăng", "đang", false);
        check("ma", "má", true);
        check("mà", "má", false);
        check("nước", "nuớc", false);
        check("THƯỜNG", "thường", true);
    }
}
