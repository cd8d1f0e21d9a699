//! The key that makes a repeated request do nothing twice (draft-ietf-httpapi-idempotency-key-header).

use std::{fmt, str::FromStr};

/// A key with room for 128 bits of chance: 22 to 128 visible ASCII characters, at least 32 of them where all are hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct IdempotencyKey(String);

impl FromStr for IdempotencyKey {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let digits = text.bytes().filter(u8::is_ascii_hexdigit).count();
        // A UUID is hexadecimal digits and hyphens.
        let hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        let carries = if hexadecimal { digits >= 32 } else { text.len() >= 22 };
        let good = carries && text.len() <= 128 && text.bytes().all(|byte| byte.is_ascii_graphic());
        if good { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

impl IdempotencyKey {
    /// Returns the key; it opens what it made, so it is never logged or kept.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_room_for_128_bits() {
        for (text, good) in [
            ("f47ac10b-58cc-4372-a567-0e02b2c3d479", true),
            ("0123456789abcdef0123456789abcdef", true),
            ("0123456789abcdef0123456789abcde", false),
            ("bWFrZSBpdCByYW5kb20hIQ", true),
            ("bWFrZSBpdCByYW5kb20hI", false),
            ("bWFrZSBpdCByYW5kb20 hIQ", false),
            ("bWFrZSBpdCByYW5kb20hIđ", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<IdempotencyKey>().is_ok(), good, "{text}");
        }
        assert!("x".repeat(128).parse::<IdempotencyKey>().is_ok());
        assert!("x".repeat(129).parse::<IdempotencyKey>().is_err());
    }
}
