//! Reads the lexicon: what people say, and what titles call it.

use crate::{
    problem::Fault,
    table::{Table, Text},
};
use search::{Kind, Phrase};
use std::{cell::RefCell, collections::BTreeMap, ops::Range};

/// The names of the kinds in files.
const KINDS: [(&str, Kind); 8] = [
    ("abbreviation", Kind::Abbreviation),
    ("old-name", Kind::OldName),
    ("everyday", Kind::Everyday),
    ("life-event", Kind::LifeEvent),
    ("english", Kind::English),
    ("agency", Kind::Agency),
    ("level", Kind::Level),
    ("filler", Kind::Filler),
];

/// A saying that must find something: checked when the index is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// What is typed.
    pub saying: String,
    /// The codes of the procedures of which one must be among the first.
    pub codes: Vec<String>,
    /// The file it stands in.
    pub path: String,
    /// Where, in bytes.
    pub span: Range<usize>,
}

/// Entries read so far, and what is expected of them.
#[derive(Debug, Default)]
pub(super) struct Sayings {
    pub(super) phrases: Vec<Phrase>,
    pub(super) expectations: Vec<Expectation>,
    /// Every saying in small letters, and the file it stands in.
    seen: BTreeMap<String, String>,
}

/// Reads one file of the lexicon.
pub(super) fn read(path: &str, table: &Table<'_>, sayings: &RefCell<Sayings>) {
    let kind = table.need_choice("kind", &KINDS);
    for entry in table.need_tables("phrases") {
        let says = entry.need_texts("say");
        let means = match kind {
            Some(Kind::Filler) => Vec::new(),
            _ => entry.need_texts("mean"),
        };
        let mut all = sayings.borrow_mut();
        for say in &says {
            all.note(path, &entry, say);
        }
        let codes: Vec<String> = entry.texts("find").into_iter().map(|text| text.value).collect();
        if !codes.is_empty() {
            let expected =
                |say: &Text| Expectation { saying: say.value.clone(), codes: codes.clone(), path: path.to_owned(), span: say.span.clone() };
            all.expectations.extend(says.iter().map(expected));
        }
        let values = |texts: Vec<Text>| texts.into_iter().map(|text| text.value).collect::<Vec<_>>();
        let (says, means) = (values(says), values(means));
        all.phrases.extend(kind.map(|kind| Phrase { kind, says, means }));
    }
}

impl Sayings {
    /// Notes a saying; one that another entry has already would be hidden by it or hide it.
    fn note(&mut self, path: &str, entry: &Table<'_>, say: &Text) {
        let key = say.value.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        if key.is_empty() {
            return;
        }
        if search::words(&key).is_empty() {
            entry.fault(say.span.clone(), Fault::SayingWithoutWords { saying: say.value.clone() });
        } else if let Some(other) = self.seen.get(&key) {
            entry.fault(say.span.clone(), Fault::SayingTwice { saying: say.value.clone(), other: other.clone() });
        } else {
            self.seen.insert(key, path.to_owned());
        }
    }
}
