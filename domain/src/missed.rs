//! Searches that found nothing, kept so that editors learn which words are missing, and so that nobody can be known by them.

use serde::{Deserialize, Serialize};

/// How often words must be missed, by different people, before anybody reads them: what one person alone types may name that person.
pub const READ_FROM: u32 = 5;

/// How many words may be kept; longer ones tell stories.
const MOST_WORDS: usize = 10;

/// How many characters may be kept.
const MOST: usize = 60;

/// Digits in a row from which on they may be a number of a person, a telephone or an account.
const DIGITS: usize = 4;

/// Words of a search that found nothing, without what may name a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MissedWords(String);

/// Words that were missed, as editors read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    /// The words.
    pub words: MissedWords,
    /// How often; each client counts once a minute.
    pub count: u32,
}

impl MissedWords {
    /// Takes what was typed; `None` for what is not kept at all: numbers, addresses of e-mail, whole sentences, nothing.
    pub fn of(typed: &str) -> Option<Self> {
        let text = typed.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
        let digits = text
            .split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | '-' | ' '))
            .any(|run| run.bytes().filter(u8::is_ascii_digit).count() >= DIGITS);
        let fits = text.chars().count() <= MOST && text.split(' ').count() <= MOST_WORDS;
        (fits && !digits && !text.contains('@') && text.chars().any(char::is_alphabetic)).then_some(Self(text))
    }

    /// Returns the words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, kept: Option<&str>) {
        assert_eq!(MissedWords::of(typed).as_ref().map(MissedWords::as_str), kept);
    }

    #[test]
    fn words_are_kept_and_what_names_people_is_not() {
        check("  Nuôi   CHIM yến ", Some("nuôi chim yến"));
        check("mẫu 01", Some("mẫu 01"));
        check("căn cước 001099012345", None);
        check("gọi 0912 345 678", None);
        check("đơn của a@b.vn", None);
        check("tôi muốn hỏi vì sao hàng xóm của tôi là ông A lại được", None);
        check(&"ă".repeat(61), None);
        check("123", None);
        check("", None);
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again(typed in "[a-zA-ZđĐăÂ 0-9@.]{0,80}") {
            if let Some(words) = MissedWords::of(&typed) {
                prop_assert_eq!(MissedWords::of(words.as_str()), Some(words));
            }
        }
    }
}
