//! The key that opens a dossier for whoever filed it, without an account.

use crate::typing::{is_dash, is_invisible, serde_as_text};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// An access key: 13 symbols, 65 bits of chance, shown as `ABCD-EFGH-JKMNP`.
///
/// Only its hash is stored. The alphabet is Crockford's base 32, which leaves out I, L, O and U, so that a key copied by hand still fits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AccessKey(String);

serde_as_text!(AccessKey, ToString::to_string);

/// Why a text is not an [`AccessKey`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AccessKeyError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It holds this character, which no key has.
    #[error("holds {0:?}, which no key has")]
    Symbol(char),
    /// It has this many symbols.
    #[error("{symbols} symbols instead of 13")]
    Length {
        /// How many there are.
        symbols: usize,
    },
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many symbols a key has, five bits each.
const SYMBOLS: usize = 13;

impl AccessKey {
    /// Makes a key of the first 65 bits; the rest is not used.
    pub fn from_bytes(bytes: &[u8; 16]) -> Self {
        let bits = u128::from_be_bytes(*bytes);
        let five = |at: usize| usize::try_from(bits >> (128 - 5 * (at + 1)) & 31).unwrap_or(0);
        Self((0..SYMBOLS).filter_map(|at| ALPHABET.get(five(at))).map(|symbol| char::from(*symbol)).collect())
    }

    /// Returns the 13 symbols without hyphens, the form to be hashed.
    pub fn symbols(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccessKey {
    type Err = AccessKeyError;

    fn from_str(text: &str) -> Result<Self, AccessKeyError> {
        let typed = text.chars().filter(|letter| !(letter.is_whitespace() || is_invisible(*letter) || is_dash(*letter)));
        let symbols: String = typed.map(symbol).collect::<Result<_, _>>()?;
        match symbols.len() {
            0 => Err(AccessKeyError::Empty),
            SYMBOLS => Ok(Self(symbols)),
            symbols => Err(AccessKeyError::Length { symbols }),
        }
    }
}

/// The symbol meant by a letter: O is read as 0, I and L as 1.
fn symbol(letter: char) -> Result<char, AccessKeyError> {
    match letter.to_ascii_uppercase() {
        'O' => Ok('0'),
        'I' | 'L' => Ok('1'),
        upper if ALPHABET.iter().any(|known| char::from(*known) == upper) => Ok(upper),
        _ => Err(AccessKeyError::Symbol(letter)),
    }
}

impl fmt::Display for AccessKey {
    /// Writes `ABCD-EFGH-JKMNP`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, symbol) in self.0.chars().enumerate() {
            if at == 4 || at == 8 {
                f.write_str("-")?;
            }
            write!(f, "{symbol}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for AccessKey {
    /// Writes no symbol of the key: what is debugged ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typing::tests::{read, written};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, AccessKeyError>) {
        let shown = text.parse::<AccessKey>().map(|key| key.to_string());
        assert_eq!(shown.as_deref().map_err(|error| *error), expected);
    }

    #[test]
    fn what_was_copied_by_hand_is_read() {
        check("ABCD-EFGH-JKMNP", Ok("ABCD-EFGH-JKMNP"));
        check(" abcd efgh jkmnp\n", Ok("ABCD-EFGH-JKMNP"));
        check("ABCDEFGHJKMNP", Ok("ABCD-EFGH-JKMNP"));
        check("AB-CD–EFGH—JKMNP", Ok("ABCD-EFGH-JKMNP"));
        check("OoIi-LlAA-AAAAA", Ok("0011-11AA-AAAAA"));
    }

    #[test]
    fn faults_are_named() {
        check("", Err(AccessKeyError::Empty));
        check(" - ", Err(AccessKeyError::Empty));
        check("ABCD-EFGH-JKMN", Err(AccessKeyError::Length { symbols: 12 }));
        check("ABCD-EFGH-JKMNP-Q", Err(AccessKeyError::Length { symbols: 14 }));
        check("ABCD-EFGH-JKMNU", Err(AccessKeyError::Symbol('U')));
        check("ABCD-EFGH-JKMNđ", Err(AccessKeyError::Symbol('đ')));
    }

    #[test]
    fn a_key_is_made_of_the_first_65_bits() {
        let key = |bytes: u128| AccessKey::from_bytes(&bytes.to_be_bytes()).to_string();
        assert_eq!(key(0), "0000-0000-00000");
        assert_eq!(key(u128::MAX), "ZZZZ-ZZZZ-ZZZZZ");
        assert_eq!(key(u128::MAX >> 65), "0000-0000-00000");
        assert_eq!(key(1 << 63), "0000-0000-00001");
        assert_eq!(key(0b00001_00010_00011 << 113), "1230-0000-00000");
    }

    #[test]
    fn debugging_does_not_tell_the_key() {
        assert_eq!(format!("{:?}", AccessKey::from_bytes(&[7; 16])), "AccessKey(…)");
    }

    proptest! {
        #[test]
        fn parse_after_display_is_identity(bytes: [u8; 16]) {
            let key = AccessKey::from_bytes(&bytes);
            prop_assert_eq!(key.symbols().len(), 13);
            prop_assert_eq!(key.to_string().parse(), Ok(key.clone()));
            prop_assert_eq!(read(&written(&key)), Ok(key));
        }

        #[test]
        fn keys_differ_as_their_bits_do(one: [u8; 16], other: [u8; 16]) {
            let bits = |bytes| u128::from_be_bytes(bytes) >> 63;
            prop_assert_eq!(AccessKey::from_bytes(&one) == AccessKey::from_bytes(&other), bits(one) == bits(other));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}") {
            let _ = text.parse::<AccessKey>();
        }
    }
}
