//! Makes what is not in the bytes of an index: words of forms, records of words, pairs of words.

use super::{
    Index, Text, TextKind, postings,
    postings::{Postings, Strength},
    words::NO_WORD,
};
use crate::{
    ask::{sound, worth},
    format::FLIP,
};
use alloc::vec;

/// How many words of a field or an agency can be found by: such a text is told for each of its records,
/// so its length must not multiply without bounds.
const SHARED_MOST: usize = 96;

impl Index {
    pub(super) fn invert(&mut self) {
        self.words.fold();
        let mut postings = Postings::new(self.words.len());
        self.every_word(&mut postings, Postings::count);
        postings.make_room();
        self.every_word(&mut postings, Postings::put);
        self.postings = postings;
        self.pair_up();
        self.sayings = vec![None; self.words.len()];
        for number in 0..self.phrases.len() {
            let first = self.phrases.get(number).and_then(|phrase| self.words_of(phrase.says).next());
            let head = first.and_then(|word| self.sayings.get_mut(usize::from(word)));
            if let (Some(head), Some(phrase)) = (head, self.phrases.get_mut(number)) {
                phrase.next = head.replace(u16::try_from(number).unwrap_or(0));
            }
        }
        self.worths = self.words.all().map(|word| worth(self, f32::from(self.postings.strong(word)))).collect();
        self.sounds = self.words.all().map(|word| sound(self.words.word_text(word))).collect();
    }

    /// Tells all words of all records, record by record, of each those that count most first.
    fn every_word(&self, postings: &mut Postings, tell: fn(&mut Postings, u16, u16, Strength)) {
        for (number, record) in (0_u16..).zip(&self.records) {
            let mut every = |text: &Text, strength| {
                let most = if text.kind == TextKind::Shared { SHARED_MOST } else { usize::MAX };
                for word in self.words_of(*text).take(most) {
                    tell(postings, word, number, strength);
                }
            };
            // The summary is the last of a record's own texts.
            for text in self.texts_of(record) {
                every(text, if text.kind == TextKind::Summary { postings::WEAK } else { postings::STRONG });
            }
            for text in [self.fields.get(usize::from(record.field)), self.agencies.get(usize::from(record.agency))].into_iter().flatten() {
                every(text, postings::WEAK);
            }
        }
    }

    /// Notes which words stand side by side.
    fn pair_up(&mut self) {
        let texts = self.texts.iter().chain(&self.agencies).chain(self.phrases.iter().map(|phrase| &phrase.says));
        let mut pairs = core::mem::take(&mut self.pairs);
        for text in texts {
            let mut before = NO_WORD;
            for form in self.forms_of(*text).iter().filter(|form| **form != FLIP) {
                let word = self.words.word_of(*form);
                if before != NO_WORD && word != NO_WORD {
                    pairs.add(before, word);
                }
                before = word;
            }
        }
        self.pairs = pairs;
    }

    /// The words of a text, signs left out.
    pub(crate) fn words_of(&self, text: Text) -> impl Iterator<Item = u16> {
        self.forms_of(text).iter().map(|form| self.words.word_of(*form)).filter(|word| *word != NO_WORD)
    }
}
