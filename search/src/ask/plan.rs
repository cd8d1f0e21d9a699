//! What a query asks for: its parts, each with everything it may mean.

use super::{
    saying::{Match, chosen},
    spell::{Read, Reading},
};
use crate::{Index, Kind, index::Text, index::words::NO_WORD, letter::Marks};
use alloc::vec::Vec;
use core::ops::Range;

/// How many terms a plan can hold: they are bits of one number.
const TERMS: usize = 64;

/// How many meanings a plan can hold. People's sayings have a few each; but all ways to say a thing share all it means,
/// and a small index could make millions of that.
const MEANINGS: usize = 1024;

/// A word to look for.
#[derive(Debug)]
pub(crate) struct Term {
    /// Where its readings stand in [`Plan::readings`].
    readings: Range<usize>,
    /// How telling it is: the fewer records hold it, the more.
    pub(crate) worth: f32,
    pub(crate) marks: Marks,
    pub(crate) open: bool,
}

/// One way to understand a part of the query: words that belong together.
#[derive(Debug)]
pub(crate) struct Meaning {
    /// Its terms, as bits.
    pub(crate) terms: u64,
    pub(crate) weight: f32,
    pub(crate) worth: f32,
    /// Its pairs of neighbours: for each term of it, the next one.
    order: Range<usize>,
}

/// A part of the query.
#[derive(Debug)]
pub(crate) struct Part {
    /// Where its meanings stand in [`Plan::meanings`].
    meanings: Range<usize>,
    pub(crate) worth: f32,
    /// Whether it names who does it, and is looked for there.
    pub(crate) agency: bool,
    /// Which typed words it is.
    pub(crate) said: Range<usize>,
    /// The saying it was recognised as.
    pub(crate) saying: Option<u16>,
}

/// Everything that is looked for.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) terms: Vec<Term>,
    readings: Vec<Reading>,
    meanings: Vec<Meaning>,
    order: Vec<u8>,
    pub(crate) parts: Vec<Part>,
    /// What all parts together are worth.
    pub(crate) worth: f32,
    /// For each term, the terms that should stand right after it.
    pub(crate) follow: Vec<u64>,
}

pub(crate) fn plan(index: &Index, words: &[Read]) -> Plan {
    let mut plan = Plan::default();
    let literal: Vec<u8> = words.iter().map(|word| plan.literal(index, word)).collect();
    // The sayings come in the order of their places.
    let chosen = chosen(index, words);
    let mut chosen = chosen.as_slice();
    let mut place = 0;
    while place < words.len() {
        let here = chosen.iter().position(|found| found.start != place).unwrap_or(chosen.len());
        let (found, rest) = chosen.split_at_checked(here).unwrap_or_default();
        let end = match (found.first(), rest.first()) {
            (Some(found), _) => place + found.length,
            // Words that are no saying stay together up to the next one.
            (None, Some(next)) => next.start,
            (None, None) => words.len(),
        };
        plan.part(index, literal.get(place..end).unwrap_or_default(), found, place..end);
        (place, chosen) = (end, rest);
    }
    for part in &plan.parts {
        plan.worth += part.worth;
    }
    plan
}

/// How well typed marks fit those of a text: what was typed must be there; what was left out costs nothing.
pub(crate) fn likeness(typed: Marks, known: Marks, open: bool) -> f32 {
    if typed.is_empty() {
        1.0
    } else if typed == known {
        1.06
    } else if typed.within(known) {
        1.02
    } else if open {
        0.8
    } else {
        0.7
    }
}

/// The term that is none: words nothing is like, and those beyond the most.
const NO_TERM: u8 = 255;

impl Plan {
    pub(crate) fn readings(&self, term: &Term) -> &[Reading] {
        self.readings.get(term.readings.clone()).unwrap_or_default()
    }

    pub(crate) fn meanings(&self, part: &Part) -> &[Meaning] {
        self.meanings.get(part.meanings.clone()).unwrap_or_default()
    }

    pub(crate) fn order(&self, meaning: &Meaning) -> &[u8] {
        self.order.get(meaning.order.clone()).unwrap_or_default()
    }

    /// The term of a word as it was typed.
    fn literal(&mut self, index: &Index, word: &Read) -> u8 {
        if word.readings.is_empty() {
            return NO_TERM;
        }
        self.push(index, &word.readings, word.marks, word.typed.open)
    }

    fn push(&mut self, index: &Index, readings: &[Reading], marks: Marks, open: bool) -> u8 {
        if self.terms.len() >= TERMS {
            return NO_TERM;
        }
        let start = self.readings.len();
        self.readings.extend_from_slice(readings);
        let mut strong = 0.0;
        for reading in readings {
            strong += f32::from(index.postings.strong(reading.word));
        }
        self.terms.push(Term { readings: start..self.readings.len(), worth: worth(index, strong), marks, open });
        self.follow.push(0);
        u8::try_from(self.terms.len() - 1).unwrap_or(NO_TERM)
    }

    /// The term of a word of a meaning; the same word is the same term.
    fn meant(&mut self, index: &Index, form: u16) -> u8 {
        let (word, marks) = (index.words.word_of(form), index.words.form_marks(form));
        for (number, term) in (0_u8..).zip(&self.terms) {
            let same = !term.open && term.marks == marks && term.readings.len() == 1;
            if same && self.readings(term).iter().all(|only| only.word == word && only.quality > 0.99) {
                return number;
            }
        }
        self.push(index, &[Reading { word, quality: 1.0 }], marks, false)
    }

    /// Adds a meaning of some terms in their order.
    fn meaning(&mut self, terms: &[u8], weight: f32) {
        let start = self.order.len();
        let mut meaning = Meaning { terms: 0, weight, worth: 0.0, order: 0..0 };
        let mut before = NO_TERM;
        for term in terms.iter().filter(|term| **term != NO_TERM) {
            if let Some(follow) = self.follow.get_mut(usize::from(before)) {
                *follow |= 1 << term;
            }
            if let Some(known) = self.terms.get(usize::from(*term)).filter(|_| meaning.terms >> term & 1 == 0) {
                meaning.worth += known.worth;
            }
            meaning.terms |= 1 << term;
            self.order.push(*term);
            before = *term;
        }
        meaning.order = start..self.order.len();
        if meaning.worth > 0.0 {
            self.meanings.push(meaning);
        }
    }

    /// Adds a part of the query: its words as typed, and what the sayings found there mean.
    fn part(&mut self, index: &Index, terms: &[u8], found: &[Match], said: Range<usize>) {
        let start = self.meanings.len();
        self.meaning(terms, 1.0);
        // The surest gives the part its kind.
        let mut surest: Option<&Match> = None;
        for one in found {
            if surest.is_none_or(|known| one.quality > known.quality) {
                surest = Some(one);
            }
        }
        let kind = surest.and_then(|found| index.phrases.get(usize::from(found.saying))).map(|saying| saying.kind);
        for one in found {
            let Some(saying) = index.phrases.get(usize::from(one.saying)) else { continue };
            let mut weight = 1.02 * one.quality.min(1.0);
            for text in index.texts.get(saying.means.start as usize..saying.means.end as usize).unwrap_or_default() {
                if self.meanings.len() >= MEANINGS {
                    break;
                }
                weight *= 0.95;
                let terms = self.meant_terms(index, *text);
                if terms.iter().all(|term| *term != NO_TERM) {
                    self.meaning(&terms, weight);
                }
            }
        }
        let meanings = start..self.meanings.len();
        let mut worth = 0.0_f32;
        for meaning in self.meanings.get(meanings.clone()).unwrap_or_default() {
            worth = worth.max(meaning.worth);
        }
        let worth = match kind {
            None => worth,
            Some(Kind::Filler) => worth.min(16.0) * 0.08,
            Some(Kind::Level) => worth.min(16.0) * 0.2,
            Some(Kind::Agency) => worth.min(16.0) * 0.4,
            Some(_) => worth.min(16.0),
        };
        let saying = surest.map(|found| found.saying);
        self.parts.push(Part { meanings, worth, agency: kind == Some(Kind::Agency), said, saying });
    }

    fn meant_terms(&mut self, index: &Index, text: Text) -> Vec<u8> {
        let mut terms = Vec::new();
        for form in index.forms_of(text) {
            if index.words.word_of(*form) != NO_WORD {
                terms.push(self.meant(index, *form));
            }
        }
        terms
    }
}

/// How telling words are that stand in so many titles and names.
pub(crate) fn worth(index: &Index, strong: f32) -> f32 {
    let all = f32::from(u16::try_from(index.len()).unwrap_or(u16::MAX));
    ln(1.0 + all / (4.0 + strong))
}

/// The natural logarithm of a number from 1 on, to a millionth.
///
/// `core` has none, and this one gives the same to the last bit on every machine, so that no order depends on where it is made.
fn ln(number: f32) -> f32 {
    let (mut rest, mut halves) = (number, 0.0_f32);
    while rest > 1.5 {
        rest /= 2.0;
        halves += 1.0;
    }
    // ln r = 2 artanh((r - 1) / (r + 1)), where the fraction is a third of a half at most.
    let part = (rest - 1.0) / (rest + 1.0);
    let square = part * part;
    let series = 1.0 + square * (1.0 / 3.0 + square * (1.0 / 5.0 + square * (1.0 / 7.0 + square / 9.0)));
    halves * core::f32::consts::LN_2 + 2.0 * part * series
}

#[cfg(test)]
mod tests {
    use super::ln;

    #[test]
    fn logarithms_are_those_of_the_standard_library() {
        for number in [1.0_f32, 1.000_1, 1.25, 1.5, 1.500_1, 2.0, 3.0, 17.5, 875.25, 16_384.0] {
            assert!((ln(number) - number.ln()).abs() <= 2e-6 * number.ln().max(1.0), "{number}: {}", ln(number));
        }
    }
}
