//! Where the values of a JSON text stand; `serde_json` tells what they are, not where.

use std::{collections::BTreeMap, ops::Range};

/// Where a value stands, and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) key: Range<usize>,
    pub(crate) value: Range<usize>,
}

/// Returns the byte at a line and column as `serde_json` counts them.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

/// Returns a JSON text without the blanks between its parts.
pub(crate) fn compact(text: &str) -> String {
    let (mut quoted, mut escaped) = (false, false);
    let keep = |letter: &char| {
        let keep = quoted || !letter.is_ascii_whitespace();
        if *letter == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = quoted && *letter == '\\' && !escaped;
        keep
    };
    text.chars().filter(keep).collect()
}

/// Finds the place of every value of a JSON text that was parsed before, by path; items of lists are counted from 1.
pub(crate) fn places(text: &str) -> BTreeMap<String, Place> {
    let mut scan = Scan { text, at: 0, places: BTreeMap::new() };
    scan.value(String::new(), 0..0);
    scan.places
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    places: BTreeMap<String, Place>,
}

impl Scan<'_> {
    fn value(&mut self, path: String, key: Range<usize>) {
        self.blanks();
        let start = self.at;
        match self.next() {
            Some('{') => self.items('}', &path),
            Some('[') => self.items(']', &path),
            Some('"') => {
                self.string();
            }
            _ => self.skip(|letter| !",]}".contains(letter) && !letter.is_ascii_whitespace()),
        }
        self.places.insert(path, Place { key, value: start..self.at });
    }

    /// Reads a table or a list behind its opening bracket.
    fn items(&mut self, close: char, path: &str) {
        self.step();
        for number in 1.. {
            let before = self.at;
            self.skip(|letter| letter.is_ascii_whitespace() || letter == ',');
            if self.next().is_none_or(|letter| letter == close) {
                break;
            }
            let (start, name) = (self.at, if close == '}' { self.string() } else { number.to_string() });
            let key = start..self.at;
            self.skip(|letter| letter.is_ascii_whitespace() || letter == ':');
            let inner = if path.is_empty() { name } else { format!("{path}.{name}") };
            self.value(inner, key);
            // Only what was never parsed can keep the scanner where it is.
            if self.at == before {
                break;
            }
        }
        self.step();
    }

    /// Reads a string and returns what stands between its quotes.
    fn string(&mut self) -> String {
        self.step();
        let start = self.at;
        while let Some(letter) = self.next().filter(|letter| *letter != '"') {
            self.step();
            if letter == '\\' {
                self.step();
            }
        }
        let text = self.text.get(start..self.at).unwrap_or_default().to_owned();
        self.step();
        text
    }

    fn next(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    fn step(&mut self) {
        self.at += self.next().map_or(0, char::len_utf8);
    }

    fn blanks(&mut self) {
        self.skip(|letter| letter.is_ascii_whitespace());
    }

    fn skip(&mut self, while_it_is: impl Fn(char) -> bool) {
        while self.next().is_some_and(&while_it_is) {
            self.step();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(path: &str, expected: Option<&str>) {
        let text = r#" { "a": {"b-c" : [ "x", {"d":"đ\"}"} ], "e": -1.5e3 }, "f" : null } "#;
        assert_eq!(places(text).get(path).map(|place| &text[place.value.clone()]), expected);
    }

    #[test]
    fn values_are_found_by_path() {
        check("a.b-c.1", Some("\"x\""));
        check("a.b-c.2.d", Some(r#""đ\"}""#));
        check("a.e", Some("-1.5e3"));
        check("f", Some("null"));
        check("g", None);
    }

    #[test]
    fn blanks_within_strings_stay() {
        assert_eq!(compact("{ \"a b\" : [ 1,\n 2, \"\\\" c\" ] }"), "{\"a b\":[1,2,\"\\\" c\"]}");
    }

    proptest! {
        #[test]
        fn no_text_makes_the_scanner_panic_or_hang(text in "[\\[\\]{}\",:\\\\ a1đ]{0,40}") {
            let _ = places(&text);
            let _ = (compact(&text), offset(&text, 3, 9));
        }
    }
}
