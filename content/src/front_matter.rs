//! Parts a file into its TOML front matter and its Markdown, and opens TOML documents.

use crate::{
    problem::Fault,
    source::SourceFile,
    table::{Desk, Table},
};
use std::ops::Range;
use toml::de::{DeTable, Error};

/// Where the two parts of a file lie, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) toml: Range<usize>,
    pub(crate) markdown: Range<usize>,
}

const FENCE: &str = "+++";

/// Finds the parts of a text that begins with a `+++` line; `None` when it has no front matter.
pub(crate) fn split(text: &str) -> Option<Parts> {
    // Some editors of Windows begin every file with a byte order mark.
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let after = text.get(mark..)?.strip_prefix(FENCE)?;
    let first = after.find('\n')?;
    if !after.get(..first)?.trim().is_empty() {
        return None;
    }
    let begin = mark + FENCE.len() + first + 1;
    let mut at = begin;
    for line in text.get(begin..)?.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some(Parts { toml: begin..at, markdown: at + line.len()..text.len() });
        }
        at += line.len();
    }
    None
}

/// Opens a TOML text as a table and hands it to `read`.
///
/// Only the first fault of syntax is recorded: the others mostly follow from it.
pub(crate) fn open<T>(desk: Desk<'_>, file: SourceFile<'_>, range: Range<usize>, read: impl FnOnce(&Table<'_>) -> T) -> T {
    let text = file.text.get(range.clone()).unwrap_or_default();
    let (root, errors) = DeTable::parse_recoverable(text);
    let start = |error: &&Error| error.span().map_or(0, |span| span.start);
    if let Some(error) = errors.iter().filter(|error| !is_of_a_day(error)).min_by_key(start) {
        let span = error.span().unwrap_or(0..0);
        let fault = Fault::TomlSyntax { message: error.message().to_owned() };
        desk.problems.add(file, span.start + range.start..span.end + range.start, fault);
    }
    let table = Table::new(desk, file, &root, range.start);
    read(&table)
}

/// Tells whether a fault is of a day or an hour that does not exist; whoever reads that value says so better.
fn is_of_a_day(error: &Error) -> bool {
    ["invalid date", "invalid time", "invalid offset"].iter().any(|begin| error.message().starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_lie_within_the_text_one_after_the_other(text in "\u{feff}?(\\+{2,4}|[ ađ]|\r?\n){0,20}|(?s)\\+{3}\n.{0,40}\n\\+{3}\n.{0,20}") {
            if let Some(Parts { toml, markdown }) = split(&text) {
                prop_assert!(text.get(toml.clone()).is_some() && text.get(markdown.clone()).is_some());
                prop_assert!(toml.end < markdown.start);
                prop_assert_eq!(markdown.end, text.len());
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = split(text).map(|parts| (&text[parts.toml], &text[parts.markdown]));
        assert_eq!(found, expected);
    }

    #[test]
    fn front_matter_stands_between_two_fences() {
        check("+++\na = 1\n+++\n\n## B\n", Some(("a = 1\n", "\n## B\n")));
        check("+++\n+++", Some(("", "")));
        check("+++\r\na = 1\r\n+++\r\nb", Some(("a = 1\r\n", "b")));
        check("\u{feff}+++\na = 1\n+++\nb", Some(("a = 1\n", "b")));
        check("+++ x\na = 1\n+++\n", None);
        check("a = 1\n+++\n", None);
        check("+++\na = 1\n", None);
        check("", None);
    }
}
