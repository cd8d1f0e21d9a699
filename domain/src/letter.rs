//! Capitals and small letters of Vietnamese.
//!
//! The standard library knows those of every script; its tables would be a tenth of what a phone fetches to fill in a form.

mod order;

pub use order::{DictionaryKey, slug};

/// Returns the small letter of a Latin or Vietnamese capital, and any other letter as it is.
pub const fn small(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => moved(letter, 32),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => moved(letter, 1),
        'Ạ'..='Ỹ' if (letter as u32).is_multiple_of(2) => moved(letter, 1),
        _ => letter,
    }
}

/// Returns the capital of a small Latin or Vietnamese letter, and any other letter as it is.
pub const fn capital(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => moved(letter, -32),
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => moved(letter, -1),
        'ạ'..='ỹ' if !(letter as u32).is_multiple_of(2) => moved(letter, -1),
        _ => letter,
    }
}

const fn moved(letter: char, by: i32) -> char {
    match char::from_u32((letter as u32).saturating_add_signed(by)) {
        Some(other) => other,
        None => letter,
    }
}

/// Returns a text with its first letter as a capital.
pub fn upper_first(text: &str) -> String {
    first_as(text, capital)
}

/// Returns a text with its first letter small, as it continues a sentence; names such as VNeID stay.
pub fn lower_first(text: &str) -> String {
    let name = text.chars().nth(1).is_some_and(|second| small(second) != second);
    if name { text.to_owned() } else { first_as(text, small) }
}

fn first_as(text: &str, change: fn(char) -> char) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| [change(first)].into_iter().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_of_the_standard_library() {
        for letter in ('\u{0}'..='\u{ff}').chain("ĂăĐđĨĩŨũƠơƯư".chars()).chain('\u{1ea0}'..='\u{1ef9}') {
            // The sharp s and the y with two dots have capitals outside, the micro sign is no letter of any language.
            if !matches!(letter, 'ß' | 'ÿ' | 'µ') {
                assert!(letter.to_lowercase().eq([small(letter)]), "{letter}");
                assert!(letter.to_uppercase().eq([capital(letter)]), "{letter}");
            }
        }
    }

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(upper_first("đăng ký"), "Đăng ký");
        assert_eq!(lower_first("Ủy ban Nhân dân"), "ủy ban Nhân dân");
        assert_eq!(upper_first(""), "");
        assert_eq!(lower_first("VNeID"), "VNeID");
    }
}
