//! Queries and posted forms (WHATWG URL, `application/x-www-form-urlencoded`).

use crate::problem::{self, Problem};
use unicode_normalization::UnicodeNormalization;

/// The fields of a posted form, in the order they were sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Fields(pub(crate) Vec<(String, String)>);

impl Fields {
    /// Reads a form strictly: what is not UTF-8, or holds NUL, is refused.
    pub(super) fn read(text: &str) -> Result<Self, Problem> {
        let decode = |part: &str| -> Result<String, Problem> {
            let text = String::from_utf8(decoded(part)).map_err(|_| Problem::of(&problem::NOT_UTF_8))?;
            if text.contains('\0') {
                return Err(Problem::of(&problem::HOLDS_NUL));
            }
            // Browsers end every line of a text by CR LF.
            let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
            Ok(if text.is_ascii() { text } else { text.nfc().collect() })
        };
        split(text).map(|(name, value)| Ok((decode(name)?, decode(value)?))).collect::<Result<_, _>>().map(Self)
    }

    /// Returns the first value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a query; what is not UTF-8 becomes the mark for it.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    let decode = |part: &str| String::from_utf8_lossy(&decoded(part)).into_owned();
    split(query).map(|(name, value)| (decode(name), decode(value))).collect()
}

fn split(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('&').filter(|part| !part.is_empty()).map(|part| part.split_once('=').unwrap_or((part, "")))
}

/// Resolves `+` and `%xx`; a per cent sign before anything else stands for itself.
pub(crate) fn decoded(part: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        let hex = |digit: Option<u8>| digit.and_then(|digit| char::from(digit).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut ahead = rest.clone();
                match (hex(ahead.next()), hex(ahead.next())) {
                    (Some(high), Some(low)) => {
                        rest = ahead;
                        high * 16 + low
                    }
                    _ => b'%',
                }
            }
            other => other,
        });
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::component::search_box::encode;
    use proptest::prelude::*;

    #[track_caller]
    fn check_pairs(query: &str, expected: &[(&str, &str)]) {
        let found = pairs(query);
        let found: Vec<_> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn queries_are_read_as_browsers_write_them() {
        check_pairs("q=khai+sinh", &[("q", "khai sinh")]);
        check_pairs("q=%C4%91%E1%BA%A5t&trang=2", &[("q", "đất"), ("trang", "2")]);
        check_pairs("q", &[("q", "")]);
        check_pairs("", &[]);
        check_pairs("q=100%", &[("q", "100%")]);
        check_pairs("q=%zz%4", &[("q", "%zz%4")]);
        check_pairs("q=%FF", &[("q", "\u{fffd}")]);
        check_pairs("q=a=b&&x", &[("q", "a=b"), ("x", "")]);
    }

    #[track_caller]
    fn check_fields(text: &str, expected: Result<&[(&str, &str)], &str>) {
        let found = Fields::read(text).map_err(|problem| problem.code());
        let found = found.as_ref().map(|fields| fields.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>());
        assert_eq!(found.as_deref().map_err(|code| **code), expected);
    }

    #[test]
    fn forms_are_read_strictly() {
        check_fields("ho-ten=L%C3%AA+An&ghi-chu=a%0D%0Ab", Ok(&[("ho-ten", "Lê An"), ("ghi-chu", "a\nb")]));
        check_fields("ho-ten=Le%CC%82", Ok(&[("ho-ten", "Lê")]));
        check_fields("ho-ten=%FF", Err("not-utf-8"));
        check_fields("ho-ten=a%00b", Err("holds-nul"));
    }

    proptest! {
        #[test]
        fn what_is_written_into_a_query_is_read_back(words in "\\PC{0,40}") {
            prop_assert_eq!(pairs(&format!("q={}", encode(&words))), vec![("q".to_owned(), words)]);
        }

        #[test]
        fn no_query_makes_the_reader_panic(query in "[%+&=a-f0-9\\PC]{0,60}") {
            let _ = pairs(&query);
            let _ = Fields::read(&query);
        }
    }
}
