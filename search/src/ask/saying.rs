//! Finds the sayings of the lexicon in a query.

use super::{plan::likeness, spell::Read};
use crate::{
    Index,
    index::{Saying, words::NO_WORD},
};
use alloc::{vec, vec::Vec};

/// What a saying counts by its number of words: one long saying more than the short ones it is made of.
const BY_LENGTH: [f32; 9] = [0.0, 1.0, 2.6, 4.6, 6.8, 9.2, 11.8, 14.6, 17.5];

/// A saying found in the query.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match {
    pub(crate) start: usize,
    pub(crate) length: usize,
    pub(crate) saying: u16,
    pub(crate) quality: f32,
}

/// Chooses sayings that do not overlap and cover most; several of the same place stay together.
pub(crate) fn chosen(index: &Index, words: &[Read]) -> Vec<Match> {
    let matches = matches(index, words);
    // From each place on, the best that can be reached, and the saying to begin with.
    let mut best: Vec<(f32, Option<Match>)> = vec![(0.0, None); words.len() + 1];
    for place in (0..words.len()).rev() {
        let reach = |best: &[(f32, Option<Match>)], at: usize| best.get(at).map_or(0.0, |next| next.0);
        let mut value = (reach(&best, place + 1), None);
        for found in matches.iter().filter(|found| found.start == place) {
            let own = BY_LENGTH.get(found.length).copied().unwrap_or(0.0) * found.quality + reach(&best, place + found.length);
            if own > value.0 {
                value = (own, Some(*found));
            }
        }
        if let Some(cell) = best.get_mut(place) {
            *cell = value;
        }
    }
    let mut chosen = Vec::new();
    let mut place = 0;
    while let Some((_, found)) = best.get(place) {
        let Some(found) = found else {
            place += 1;
            continue;
        };
        for other in &matches {
            if other.start == found.start && other.length == found.length && other.quality > found.quality - 0.12 {
                chosen.push(*other);
            }
        }
        place += found.length;
    }
    chosen
}

/// Finds every saying among the words.
fn matches(index: &Index, words: &[Read]) -> Vec<Match> {
    let mut found = Vec::new();
    for (start, first) in words.iter().enumerate() {
        for reading in &first.readings {
            let mut next = index.sayings.get(usize::from(reading.word)).copied().flatten();
            while let Some(saying) = next {
                let Some(known) = index.phrases.get(usize::from(saying)) else { break };
                if let Some((length, quality)) = matched(index, known, words.get(start..).unwrap_or_default()) {
                    found.push(Match { start, length, saying, quality });
                }
                next = known.next;
            }
        }
    }
    found
}

/// Tells how many words a saying takes of those at hand, and how surely it was meant.
fn matched(index: &Index, saying: &Saying, words: &[Read]) -> Option<(usize, f32)> {
    let (mut length, mut quality) = (0, 1.0_f32);
    for form in index.forms_of(saying.says) {
        let word = index.words.word_of(*form);
        if word == NO_WORD {
            continue;
        }
        let read = words.get(length)?;
        quality *= read.quality(word) * likeness(read.marks, index.words.form_marks(*form), read.typed.open);
        length += 1;
        if quality < 0.5 {
            return None;
        }
    }
    (0 < length && length < BY_LENGTH.len()).then_some((length, quality))
}
