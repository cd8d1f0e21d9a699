//! An e-mail address.

use crate::typing::{is_invisible, serde_as_text};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// An e-mail address people really have: `lan.nguyen@example.vn`.
///
/// Narrower than RFC 5321 in form (no quoted names, no address literals, no letters with marks, a domain with a point), equal to it in
/// length. Whether anybody reads it, only a letter can tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

serde_as_text!(Email, Email::as_str);

/// Why a text is not an [`Email`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EmailError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// There is no @.
    #[error("no @")]
    NoAt,
    /// There is more than one @; most likely two addresses.
    #[error("more than one @")]
    SeveralAts,
    /// There is a blank inside.
    #[error("a blank inside")]
    Blank,
    /// It holds this character, which no address has: a letter with marks, a comma.
    #[error("holds {0:?}")]
    Character(char),
    /// What stands before the @ is empty or has points in wrong places.
    #[error("the part before @ is not a mailbox name")]
    Mailbox,
    /// What stands after the @ is not a domain such as `example.vn`.
    #[error("the part after @ is not a domain")]
    Domain,
    /// It is longer than a letter's envelope can hold: 64 characters before the @, 254 in all.
    #[error("too long")]
    TooLong,
}

impl Email {
    /// Returns the address as text, its domain in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter));
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.chars().any(char::is_whitespace) {
            return Err(EmailError::Blank);
        }
        let (mailbox, domain) = text.split_once('@').ok_or(EmailError::NoAt)?;
        if domain.contains('@') {
            return Err(EmailError::SeveralAts);
        }
        if let Some(strange) = text.chars().find(|letter| *letter != '@' && *letter != '.' && !is_atom(*letter)) {
            return Err(EmailError::Character(strange));
        }
        // RFC 5321 §4.5.3.1: a mailbox name has 64 octets, a path with its brackets 256.
        if mailbox.len() > 64 || text.len() > 254 {
            return Err(EmailError::TooLong);
        }
        if mailbox.split('.').any(str::is_empty) {
            return Err(EmailError::Mailbox);
        }
        if is_domain(domain) { Ok(Self(format!("{mailbox}@{}", domain.to_ascii_lowercase()))) } else { Err(EmailError::Domain) }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The characters of an atom, RFC 5322 §3.2.3.
fn is_atom(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(letter)
}

/// At least two labels of letters, digits and inner hyphens, the last not all digits (RFC 1123 §2.1).
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last_is_a_name = |(_, last): (&str, &str)| last.len() >= 2 && !last.bytes().all(|byte| byte.is_ascii_digit());
    domain.split('.').all(is_label) && domain.rsplit_once('.').is_some_and(last_is_a_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typing::tests::{read, written};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, EmailError>) {
        assert_eq!(text.parse::<Email>().as_ref().map(Email::as_str).map_err(|error| *error), expected);
    }

    #[test]
    fn usual_addresses() {
        check("lan.nguyen@example.vn", Ok("lan.nguyen@example.vn"));
        check(" Lan+GiayTo@Example.COM.vn\n", Ok("Lan+GiayTo@example.com.vn"));
        check("a@xn--mu-qia.vn", Ok("a@xn--mu-qia.vn"));
        check(&format!("{}@example.vn", "a".repeat(64)), Ok(&format!("{}@example.vn", "a".repeat(64))));
    }

    #[test]
    fn faults_are_named() {
        check("", Err(EmailError::Empty));
        check("\u{a0}", Err(EmailError::Empty));
        check("lan.example.vn", Err(EmailError::NoAt));
        check("a@example.vn;b@example.vn", Err(EmailError::SeveralAts));
        check("lan @example.vn", Err(EmailError::Blank));
        check("Lan <lan@example.vn>", Err(EmailError::Blank));
        check("<lan@example.vn>", Err(EmailError::Character('<')));
        check("lan@example,vn", Err(EmailError::Character(',')));
        check("lân@example.vn", Err(EmailError::Character('â')));
        check("@example.vn", Err(EmailError::Mailbox));
        check("lan.@example.vn", Err(EmailError::Mailbox));
        check("lan@", Err(EmailError::Domain));
        check("lan@example", Err(EmailError::Domain));
        check("lan@example..vn", Err(EmailError::Domain));
        check("lan@example.vn.", Err(EmailError::Domain));
        check("lan@-example.vn", Err(EmailError::Domain));
        check("lan@192.0.2.1", Err(EmailError::Domain));
        check(&format!("lan@{}.vn", "a".repeat(64)), Err(EmailError::Domain));
        check(&format!("{}@example.vn", "a".repeat(65)), Err(EmailError::TooLong));
        check(&format!("lan@{}vn", "abcdefghi.".repeat(25)), Err(EmailError::TooLong));
    }

    proptest! {
        #[test]
        fn parse_after_display_is_identity(text in "[a-zA-Z0-9_+]{1,9}(\\.[a-z0-9]{1,5}){0,2}@([a-zA-Z0-9]{1,9}\\.){1,3}[a-zA-Z]{2,5}") {
            let email: Email = text.parse().unwrap();
            prop_assert_eq!(email.to_string().parse(), Ok(email.clone()));
            prop_assert_eq!(read(&written(&email)), Ok(email));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}|[a-z@. \\-]{0,12}") {
            let _ = text.parse::<Email>();
        }
    }
}
