//! The words of a query as they were typed.

use crate::{
    letter::{Marks, of_key, syllable},
    token::tokens,
};
use alloc::{string::String, vec::Vec};
use core::ops::Range;

/// How many words of a query are looked at.
const MOST: usize = 16;

/// A word as it was typed.
#[derive(Debug, Clone)]
pub(crate) struct Typed {
    pub(crate) folded: String,
    pub(crate) marks: Marks,
    /// Where it stands in the query, in bytes.
    pub(crate) at: Range<usize>,
    /// Whether it is still being typed: the last one, with nothing after it.
    pub(crate) open: bool,
}

/// Returns the words of a query.
pub(crate) fn typed(text: &str) -> Vec<Typed> {
    let mut words: Vec<Typed> = Vec::new();
    for token in tokens(text).into_iter().filter(crate::token::Token::is_word).take(MOST) {
        let (folded, marks) = syllable(token.text);
        let folded: String = folded.chars().take(24).collect();
        if !folded.is_empty() {
            let at = token.start..token.start + token.text.len();
            words.push(Typed { folded, marks, open: at.end == text.len(), at });
        }
    }
    words
}

/// Reads a word as the keys of Telex (`ddawng`) or VNI (`d9a8ng`); `None` where it holds none.
pub(crate) fn keys(text: &str) -> Option<(String, Marks)> {
    let mut out = String::new();
    let mut marks = Marks::default();
    let mut any = false;
    for key in text.chars() {
        // Bytes, not patterns: searching for letters of any length links a searcher of its own.
        let holds = |letter: char| out.bytes().any(|byte| char::from(byte) == letter);
        let vowel = out.bytes().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
        let found = match key {
            's' | 'f' | 'r' | 'x' | 'j' | '1'..='5' if vowel => of_key(key, 'a'),
            'a' | 'e' | 'o' if holds(key) => of_key(key, key),
            'd' if out == "d" => of_key('d', 'd'),
            '9' if holds('d') => of_key('9', 'd'),
            'w' | '6'..='8' if vowel => {
                let mut all: Option<Marks> = None;
                for more in out.chars().filter_map(|letter| of_key(key, letter)) {
                    all.get_or_insert_with(Marks::default).add(more);
                }
                all
            }
            _ => None,
        };
        match found {
            Some(more) => {
                marks.add(more);
                any = true;
            }
            None if key == 'w' => {
                out.push('u');
                marks.add(of_key('w', 'u').unwrap_or_default());
                any = true;
            }
            None => out.push(key),
        }
    }
    let letters = any && out.chars().all(|letter| letter.is_ascii_alphabetic());
    letters.then_some((out, marks))
}

/// Leaves of letters that are doubled by a slip only one.
pub(crate) fn without_doubles(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

/// Beginnings that sound like another in some part of the country; the longer first.
const ALIKE: [(&[u8], &[u8]); 18] = [
    (b"tr", b"ch"),
    (b"ngh", b"ng"),
    (b"ng", b"ng"),
    (b"nh", b"nh"),
    (b"kh", b"kh"),
    (b"gh", b"g"),
    (b"gi", b"d"),
    (b"ph", b"f"),
    (b"x", b"s"),
    (b"r", b"d"),
    (b"z", b"d"),
    (b"n", b"l"),
    (b"k", b"c"),
    (b"q", b"c"),
    (b"j", b"d"),
    (b"w", b"u"),
    (b"v", b"d"),
    (b"", b""),
];

/// Returns a number that is the same for syllables that sound alike in some part of the country: `trú` and `chú`.
pub(crate) fn sound(word: &str) -> u32 {
    let word = word.as_bytes();
    let (start, mut rest) = ALIKE.iter().find_map(|(from, to)| Some((*to, word.strip_prefix(*from)?))).unwrap_or((b"", word));
    let mut end = b"".as_slice();
    for (from, to) in [(b"ng".as_slice(), b"n".as_slice()), (b"nh", b"n"), (b"c", b"t")] {
        if let Some(shorter) = rest.strip_suffix(from) {
            (rest, end) = (shorter, to);
            break;
        }
    }
    let mut sum = 0x811c_9dc5_u32;
    for part in [start, rest, end] {
        for letter in part {
            sum = (sum ^ u32::from(if *letter == b'y' { b'i' } else { *letter })).wrapping_mul(0x0100_0193);
        }
    }
    sum
}

/// Tells whether two words are one slip apart: a letter more, less, another, or two neighbours swapped.
pub(crate) fn one_slip(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let front = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (left.get(front..).unwrap_or_default(), right.get(front..).unwrap_or_default());
    let back = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (left.get(..left.len() - back).unwrap_or_default(), right.get(..right.len() - back).unwrap_or_default());
    match (left, right) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_keys(text: &str, expected: &str) {
        let (folded, marks) = keys(text).unwrap();
        assert_eq!((folded, marks), syllable(expected), "{text}");
    }

    #[test]
    fn keys_of_telex_and_vni_are_read() {
        check_keys("ddawng", "đăng");
        check_keys("kys", "ký");
        check_keys("keets", "kết");
        check_keys("lichj", "lịch");
        check_keys("tuw", "tư");
        check_keys("thuowngf", "thường");
        check_keys("dduowcj", "được");
        check_keys("hie6m3", "hiểm");
        check_keys("d9a8ng", "đăng");
        check_keys("dang9", "đang");
        assert_eq!(keys("sinh"), None);
        assert_eq!(keys("kt3x9z!"), None);
    }

    #[test]
    fn syllables_that_sound_alike() {
        for (one, other) in
            [("tru", "chu"), ("xay", "say"), ("giay", "day"), ("ki", "ky"), ("ban", "bang"), ("nghi", "ngi"), ("lam", "nam")]
        {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("ba"), sound("pa"));
    }

    #[test]
    fn one_slip_is_enough() {
        for (one, other, expected) in [
            ("khai", "kahi", true),
            ("sjnh", "sinh", true),
            ("can", "ca", true),
            ("a", "a", false),
            ("khai", "kha", true),
            ("ab", "cd", false),
        ] {
            assert_eq!(one_slip(one, other), expected, "{one} {other}");
        }
    }
}
