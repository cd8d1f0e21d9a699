//! Parts a file into its TOML front matter and its Markdown, and opens TOML documents.

use crate::{
    problem::Fault,
    source::SourceFile,
    table::{Desk, Table},
};
use std::ops::Range;
use toml::de::DeTable;

/// Where the two parts of a file lie, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) toml: Range<usize>,
    pub(crate) markdown: Range<usize>,
}

const FENCE: &str = "+++";

/// Finds the parts of a text that begins with a `+++` line; `None` when it has no front matter.
pub(crate) fn split(text: &str) -> Option<Parts> {
    let after = text.strip_prefix(FENCE)?;
    let first = after.find('\n')?;
    if !after.get(..first)?.trim().is_empty() {
        return None;
    }
    let begin = FENCE.len() + first + 1;
    let mut at = begin;
    for line in text.get(begin..)?.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some(Parts { toml: begin..at, markdown: at + line.len()..text.len() });
        }
        at += line.len();
    }
    None
}

/// Opens a TOML text as a table and hands it to `read`; faults of syntax are recorded first.
pub(crate) fn open<T>(desk: Desk<'_>, file: SourceFile<'_>, range: Range<usize>, read: impl FnOnce(&Table<'_>) -> T) -> T {
    let text = file.text.get(range.clone()).unwrap_or_default();
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().to_owned();
        desk.problems.add(file, span.start + range.start..span.end + range.start, Fault::TomlSyntax { message });
    }
    let table = Table::new(desk, file, &root, range.start);
    if !errors.is_empty() {
        // After a fault of syntax the tree may hold keys nobody wrote.
        table.all_known();
    }
    read(&table)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        check("+++ x\na = 1\n+++\n", None);
        check("a = 1\n+++\n", None);
        check("+++\na = 1\n", None);
        check("", None);
    }
}
