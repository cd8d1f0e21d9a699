//! What writer and reader of an index agree on.
//!
//! An index is one part or more; the first is enough to answer with the records people want most.
//! ```text
//! part       = "tk" check(4) version part-number part-count stamp(4) payload      check: of what follows it; stamp: the same in all parts
//! payload    = vocabulary tables lexicon records
//! vocabulary = short-count short-forms long-forms         forms: one text, parted by line breaks, in the order of the alphabet
//! tables     = count field… count agency…                 each a text
//! lexicon    = count kind… (says means)… text…            says, means: how many texts
//! records    = count code-step… shape… field… agency… levels… audiences… traits… prior… codes slugs text…
//! text       = form… 0                                    a form of the short ones is a byte, of the others two
//! ```
//! Texts are not inverted here: the postings would weigh more than the texts, and are made in milliseconds on arrival.

use alloc::string::String;

/// How a part begins.
pub(crate) const MAGIC: [u8; 2] = *b"tk";
/// The version of the format.
pub(crate) const VERSION: u8 = 2;
/// How many bytes stand before the payload.
pub(crate) const HEAD: usize = 13;

/// The form that ends a text.
pub(crate) const END: u16 = 0;
/// The form that says: before the next one a space stands where usually none does, or the other way round.
pub(crate) const FLIP: u16 = 1;
/// The first form that is a word or a sign.
pub(crate) const FIRST: u16 = 2;

/// Bits of a record's shape: which texts it has; above them the number of its names.
pub(crate) const OFFICIAL: usize = 1;
/// There is an English title.
pub(crate) const ENGLISH: usize = 2;
/// There is a summary.
pub(crate) const SUMMARY: usize = 4;
/// The slug is not that of the title.
pub(crate) const SLUG: usize = 8;
/// By how many bits the number of names is moved.
pub(crate) const NAMES: u32 = 4;

/// Returns a code as a number, `1.004222` as 1,004,223; zero for codes of another form.
pub(crate) fn code_number(code: &str) -> u32 {
    match code.as_bytes() {
        [class @ b'0'..=b'9', b'.', digits @ ..] if digits.len() == 6 && digits.iter().all(u8::is_ascii_digit) => {
            digits.iter().fold(u32::from(class - b'0'), |sum, digit| sum * 10 + u32::from(digit - b'0')) + 1
        }
        _ => 0,
    }
}

/// Returns the code of a number that is not zero.
pub(crate) fn code_text(number: u32) -> String {
    let number = number.saturating_sub(1);
    let mut text = String::new();
    for place in [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1] {
        text.push(char::from_digit(number / place % 10, 10).unwrap_or('0'));
        if place == 1_000_000 {
            text.push('.');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_numbers() {
        for code in ["1.004222", "0.000000", "9.999999"] {
            assert_eq!(code_text(code_number(code)), code);
        }
        for other in ["", "1.00422", "1.0042222", "1,004222", "x.004222"] {
            assert_eq!(code_number(other), 0);
        }
    }
}
