//! Tells where in a title words of the question stand.

use super::{Found, weigh::Lookup};
use crate::{
    Index,
    index::{TextKind, words::NO_WORD},
};
use alloc::vec::Vec;
use core::ops::Range;

pub(crate) fn mark(index: &Index, lookup: &Lookup, hits: &mut [Found]) {
    for hit in hits {
        let texts = index.records.get(hit.entry).map(|record| index.texts_of(record)).unwrap_or_default();
        let Some(title) = texts.iter().find(|text| text.kind == TextKind::Title) else { continue };
        let mut marks: Vec<Range<usize>> = Vec::new();
        let mut adjoining = false;
        index.spell_out(*title, &mut |form, range| {
            let word = index.words.word_of(form);
            let asked = word != NO_WORD && lookup.terms(word) != 0;
            match marks.last_mut().filter(|_| asked && adjoining) {
                Some(last) => last.end = range.end,
                None if asked => marks.push(range),
                None => {}
            }
            adjoining = asked;
        });
        hit.marks = marks;
    }
}
