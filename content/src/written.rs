//! A text with its place in the file, down to the single character.
//!
//! A TOML string may spell a character in several ways (`\"`, `\u00ea`), so its text is shorter than its place.

use crate::source::SourceFile;
use std::ops::Range;

/// A text and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Written<'a> {
    pub(crate) text: &'a str,
    pub(crate) file: SourceFile<'a>,
    /// Where all of it stands; a TOML string with its quotes.
    pub(crate) span: Range<usize>,
    spelling: Spelling,
}

#[derive(Debug, Clone)]
enum Spelling {
    /// The text is a part of the file.
    Plain,
    /// Where each byte of the text stands in the file, and the end; empty when that cannot be told.
    Quoted(Vec<usize>),
}

impl<'a> Written<'a> {
    /// A part of a file, as Markdown is.
    pub(crate) fn plain(file: SourceFile<'a>, span: Range<usize>) -> Self {
        Self { text: file.text.get(span.clone()).unwrap_or_default(), file, span, spelling: Spelling::Plain }
    }

    /// A TOML string: its text, and its place with the quotes.
    pub(crate) fn quoted(file: SourceFile<'a>, span: Range<usize>, text: &'a str) -> Self {
        let raw = file.text.get(span.clone()).unwrap_or_default();
        let starts = starts(raw, text, span.start).unwrap_or_default();
        Self { text, file, span, spelling: Spelling::Quoted(starts) }
    }

    /// Returns the place in the file of a part of the text.
    pub(crate) fn place(&self, part: &Range<usize>) -> Range<usize> {
        match &self.spelling {
            Spelling::Plain => self.span.start + part.start..self.span.start + part.end,
            Spelling::Quoted(starts) => match (starts.get(part.start), starts.get(part.end)) {
                (Some(start), Some(end)) => *start..*end,
                _ => self.span.clone(),
            },
        }
    }

    /// Returns the parts of a long text that one looks at singly, each with its place; a TOML string is one part.
    pub(crate) fn parts(&self, split: fn(&str) -> Vec<&str>) -> Vec<(&'a str, Range<usize>)> {
        if matches!(self.spelling, Spelling::Quoted(_)) {
            return vec![(self.text, self.span.clone())];
        }
        let mut at = 0;
        let mut parts = Vec::new();
        for part in split(self.text) {
            let lead = part.len() - part.trim_start().len();
            let whole = at + lead..at + lead + part.trim().len();
            at += part.len();
            parts.push((self.text.get(whole.clone()).unwrap_or_default(), self.place(&whole)));
        }
        parts
    }
}

/// Returns where each byte of a TOML string's text stands, and where the text ends; `None` when the two do not fit.
fn starts(raw: &str, text: &str, begin: usize) -> Option<Vec<usize>> {
    let escapes = raw.starts_with('"');
    let mut at = opening(raw);
    let mut starts = Vec::with_capacity(text.len() + 1);
    for letter in text.chars() {
        if escapes {
            at += joined_lines(raw.get(at..)?);
        }
        starts.extend(std::iter::repeat_n(begin + at, letter.len_utf8()));
        let rest = raw.get(at..)?;
        if escapes && rest.starts_with('\\') {
            at += escape_length(rest);
        } else if rest.starts_with(letter) {
            at += letter.len_utf8();
        } else {
            return None;
        }
    }
    starts.push(begin + at);
    Some(starts)
}

/// Returns the length of what opens a string; the first line end of a long string is not part of its text.
fn opening(raw: &str) -> usize {
    match raw.strip_prefix("\"\"\"").or_else(|| raw.strip_prefix("'''")) {
        Some(rest) if rest.starts_with("\r\n") => 5,
        Some(rest) if rest.starts_with('\n') => 4,
        Some(_) => 3,
        None => 1,
    }
}

/// Returns the length of a backslash at the end of a line with the white space after it, which the text leaves out.
fn joined_lines(rest: &str) -> usize {
    let Some(after) = rest.strip_prefix('\\') else { return 0 };
    let line_end = after.trim_start_matches([' ', '\t']);
    if line_end.starts_with('\n') || line_end.starts_with("\r\n") {
        rest.len() - after.trim_start_matches([' ', '\t', '\r', '\n']).len()
    } else {
        0
    }
}

fn escape_length(rest: &str) -> usize {
    match rest.chars().nth(1) {
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Finds `part` in the text of a TOML string and returns what stands there in the file.
    #[track_caller]
    fn check(raw: &str, text: &str, part: &str, expected: &str) {
        let file = SourceFile { path: "a.toml", text: raw };
        let written = Written::quoted(file, 0..raw.len(), text);
        let at = text.find(part).unwrap();
        assert_eq!(&raw[written.place(&(at..at + part.len()))], expected);
    }

    #[test]
    fn places_survive_every_spelling() {
        check("\"a b c\"", "a b c", "b", "b");
        check("'a \\n c'", "a \\n c", "c", "c");
        check("\"a \\\"b\\\" c\"", "a \"b\" c", "b", "b");
        check("\"\\u0061\\U00000062\\x63 d\"", "abc d", "d", "d");
        check("\"\\u0061\\U00000062\\x63 d\"", "abc d", "b", "\\U00000062");
        check("\"\"\"\na\nb\"\"\"", "a\nb", "b", "b");
        check("\"\"\"\r\na\r\nb\"\"\"", "a\r\nb", "b", "b");
        check("\"\"\"a \\\n   b\"\"\"", "a b", "b", "b");
        check("'''\na'b'''", "a'b", "b", "b");
    }

    #[test]
    fn where_the_spelling_is_not_understood_the_whole_string_is_the_place() {
        check("\"a b c\"", "x b c", "b", "\"a b c\"");
    }
}
