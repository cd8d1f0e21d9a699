//! The short name of a thing in an address: `khai-sinh`.

use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, fmt, str::FromStr};
use thiserror::Error;

/// A short name of lower-case ASCII letters, digits and single hyphens, at most 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slug(String);

/// Why a text is not a [`Slug`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SlugError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is longer than 80 characters.
    #[error("longer than 80 characters")]
    TooLong,
    /// It holds something else than `a-z`, `0-9` and single inner hyphens.
    #[error("other characters than a-z, 0-9 and single hyphens")]
    Characters,
}

impl Slug {
    /// Returns the slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        if text.len() > 80 {
            return Err(SlugError::TooLong);
        }
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let hyphens_fit = !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        if text.bytes().all(allowed) && hyphens_fit { Ok(Self(text.to_owned())) } else { Err(SlugError::Characters) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, SlugError>) {
        assert_eq!(text.parse::<Slug>().as_ref().map(Slug::as_str).map_err(|e| *e), expected);
    }

    #[test]
    fn slugs_are_plain_words_joined_by_hyphens() {
        check("khai-sinh", Ok("khai-sinh"));
        check("ct01", Ok("ct01"));
        check("", Err(SlugError::Empty));
        check("Khai-sinh", Err(SlugError::Characters));
        check("khai sinh", Err(SlugError::Characters));
        check("khai--sinh", Err(SlugError::Characters));
        check("-khai", Err(SlugError::Characters));
        check("đất", Err(SlugError::Characters));
        check(&"a".repeat(81), Err(SlugError::TooLong));
    }

    proptest! {
        #[test]
        fn what_parses_is_shown_unchanged(text in "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,6}") {
            prop_assert_eq!(text.parse::<Slug>().map(|slug| slug.to_string()), Ok(text));
        }

        #[test]
        fn one_strange_letter_spoils_a_slug(before in "[a-z]{0,5}", letter in "[A-Z _./đ]", after in "[a-z]{0,5}") {
            prop_assert_eq!(format!("{before}{letter}{after}").parse::<Slug>(), Err(SlugError::Characters));
        }
    }
}
