//! JSON texts: how deep they go, and their strings brought to NFC before anything reads them.

use crate::problem::{self, Problem};
use serde::de::DeserializeOwned;
use unicode_normalization::UnicodeNormalization;

/// How many levels a text may have; ours have at most five.
const DEEPEST: usize = 16;

/// Reads a text that is already tidied. The answer names the place of a fault and not what stands there.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|error| {
        let kind = if error.is_data() { &problem::JSON_SHAPE } else { &problem::NOT_JSON };
        Problem::of(kind).detail(format!("{}:{}", error.line(), error.column()))
    })
}

/// Brings every string to NFC, written out or escaped; refuses NUL and texts too deep.
/// Whether the text is JSON at all is left to the reader.
pub(super) fn tidied(text: &str) -> Result<String, Problem> {
    let mut tidied = String::with_capacity(text.len());
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        match letter {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            '\0' => return Err(Problem::of(&problem::HOLDS_NUL)),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Problem::of(&problem::TOO_DEEP));
        }
        rest = rest.strip_prefix(letter).unwrap_or_default();
        tidied.push(letter);
        if letter == '"' {
            let (raw, after) = string(rest);
            if raw.is_ascii() && !raw.contains(['\\', '\0']) {
                tidied.push_str(raw);
            } else {
                normalised(raw, &mut tidied)?;
            }
            rest = after;
            if let Some(after) = rest.strip_prefix('"') {
                tidied.push('"');
                rest = after;
            }
        }
    }
    Ok(tidied)
}

/// Splits after the inside of a string, before its closing quotation mark.
fn string(text: &str) -> (&str, &str) {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    text.split_at(end.unwrap_or(text.len()))
}

/// Writes the inside of a string with its letters unescaped and in NFC; what must be escaped stays so.
fn normalised(raw: &str, to: &mut String) -> Result<(), Problem> {
    let mut run = String::new();
    let flush = |run: &mut String, to: &mut String| {
        to.extend(run.nfc());
        run.clear();
    };
    let mut rest = raw;
    while let Some(letter) = rest.chars().next() {
        if letter == '\0' {
            return Err(Problem::of(&problem::HOLDS_NUL));
        }
        if letter != '\\' {
            run.push(letter);
            rest = rest.strip_prefix(letter).unwrap_or_default();
            continue;
        }
        match unescaped(rest) {
            Some((0, _)) => return Err(Problem::of(&problem::HOLDS_NUL)),
            Some((code, after)) if char::from_u32(code).is_some_and(|letter| letter >= ' ' && letter != '"' && letter != '\\') => {
                run.extend(char::from_u32(code));
                rest = after;
            }
            _ => {
                // An escape that stays: itself and the letter after it.
                flush(&mut run, to);
                let kept: usize = rest.chars().take(2).map(char::len_utf8).sum();
                let (escape, after) = rest.split_at(kept);
                to.push_str(escape);
                rest = after;
            }
        }
    }
    flush(&mut run, to);
    Ok(())
}

/// Reads `\u` and four digits, or two of them that make one letter.
fn unescaped(text: &str) -> Option<(u32, &str)> {
    let four = |text: &str| -> Option<u32> {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    };
    let first = four(text)?;
    let after = text.get(6..)?;
    match (first, four(after)) {
        (0xd800..=0xdbff, Some(second @ 0xdc00..=0xdfff)) => {
            Some((0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00), after.get(6..)?))
        }
        _ => Some((first, after)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, &str>) {
        assert_eq!(tidied(text).as_deref().map_err(Problem::code), expected);
    }

    #[test]
    fn strings_come_out_in_nfc() {
        check(r#"{"a": [1, "x"]}"#, Ok(r#"{"a": [1, "x"]}"#));
        check("{\"a\": \"e\u{302}\"}", Ok("{\"a\": \"ê\"}"));
        check(r#""e\u0302""#, Ok("\"ê\""));
        check(r#""\ud83d\ude00 \"\\n\n\u000a""#, Ok("\"😀 \\\"\\\\n\\n\\u000a\""));
        check("\"\\n\u{303}\"", Ok("\"\\n\u{303}\""));
        check(r#""\ud83d x""#, Ok(r#""\ud83d x""#));
        check("\"open \\", Ok("\"open \\"));
    }

    #[test]
    fn nul_and_depth_are_refused() {
        check(r#""a\u0000""#, Err("holds-nul"));
        check("\"a\0\"", Err("holds-nul"));
        check(&"[".repeat(17), Err("too-deep"));
        check(&format!("\"{}\"", "[".repeat(17)), Ok(&format!("\"{}\"", "[".repeat(17))));
        assert!(tidied(&format!("{}{}", "[".repeat(16), "]".repeat(16))).is_ok());
    }

    #[test]
    fn a_fault_names_its_place_and_not_what_stands_there() {
        let problem = read::<BTreeMap<String, u8>>("{\"a\": \"Nguyễn\"}").unwrap_err();
        assert_eq!(problem.code(), "json-shape");
        assert!(!format!("{problem:?}").contains("Nguyễn"));
        assert_eq!(read::<BTreeMap<String, u8>>("{").unwrap_err().code(), "not-json");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_in_nfc(words in "[\\PC\\n\\t\"\\\\]{0,40}") {
            let text = serde_json::to_string(&words).unwrap();
            let read: String = read(&tidied(&text).unwrap()).unwrap();
            prop_assert_eq!(read, words.nfc().collect::<String>());
        }

        #[test]
        fn no_text_makes_it_panic(text in "[\\\\u\"0-9d\\PC]{0,40}") {
            let _ = tidied(&text);
        }
    }
}
