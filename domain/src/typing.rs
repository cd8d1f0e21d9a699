//! How people type numbers, and how a checked text is kept: as text, checked again whenever it is read.

/// Returns whether a character only parts groups of digits: blanks of every width, points, dashes, brackets.
pub(crate) fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter) || is_dash(letter) || matches!(letter, '.' | '(' | ')')
}

/// Returns whether a character is a hyphen or one of the dashes that phones and word processors put in its place.
pub(crate) const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Returns whether a character takes no room; such come along when a text is copied from a message or a page.
pub(crate) const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Drops the separators; says which character is neither one of them nor a digit.
pub(crate) fn digits(text: &str) -> Result<String, char> {
    let rest = text.chars().filter(|letter| !is_separator(*letter));
    rest.map(|letter| if letter.is_ascii_digit() { Ok(letter) } else { Err(letter) }).collect()
}

/// Makes serde write a type as the text `$write` returns, and read it through `FromStr`, so that nothing unchecked comes in.
macro_rules! serde_as_text {
    ($type:ty, $write:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&$write(self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use serde_as_text;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde::{Deserialize, Serialize, de::IntoDeserializer, de::value::Error};
    use std::fmt;

    /// Returns the text serde writes for a value.
    pub(crate) fn written(value: impl Serialize) -> String {
        struct Written<T>(T);
        impl<T: Serialize> fmt::Display for Written<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.serialize(f)
            }
        }
        Written(value).to_string()
    }

    /// Reads a value from a text through serde.
    pub(crate) fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, Error> {
        T::deserialize(text.into_deserializer())
    }

    #[track_caller]
    fn check(text: &str, expected: Result<&str, char>) {
        assert_eq!(digits(text).as_deref().map_err(|letter| *letter), expected);
    }

    #[test]
    fn separators_are_dropped_and_other_letters_named() {
        check("", Ok(""));
        check(" 0912.345-678\n", Ok("0912345678"));
        check("(0299)\u{a0}0000\u{202f}101", Ok("02990000101"));
        check("001\u{2013}190\u{200b}\u{feff}", Ok("001190"));
        check("12O4", Err('O'));
        check("12 số", Err('s'));
        check("１２", Err('１'));
    }
}
