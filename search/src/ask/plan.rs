//! What a query asks for: its parts, each with everything it may mean.

use super::spell::{Read, Reading};
use crate::{Index, Kind, format::FLIP, index::Saying, index::Text, index::words::NO_WORD, letter::Marks};
use core::ops::Range;

/// How many terms a plan can hold: they are bits of one number.
const TERMS: usize = 64;
/// How long a saying may be, in words.
const LONGEST: usize = 8;

/// A word to look for.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) readings: Vec<Reading>,
    /// How telling it is: the fewer records hold it, the more.
    pub(crate) worth: f32,
    pub(crate) marks: Marks,
    pub(crate) open: bool,
}

/// One way to understand a part of the query: words that belong together.
#[derive(Debug)]
pub(crate) struct Meaning {
    pub(crate) terms: Vec<u8>,
    pub(crate) weight: f32,
    pub(crate) worth: f32,
}

/// A part of the query.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) meanings: Vec<Meaning>,
    pub(crate) worth: f32,
    /// Whether it names who does it, and is looked for there.
    pub(crate) agency: bool,
    /// Which typed words it is.
    pub(crate) said: Range<usize>,
    /// The saying it was recognised as.
    pub(crate) saying: Option<usize>,
}

/// Everything that is looked for.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) terms: Vec<Term>,
    pub(crate) parts: Vec<Part>,
    /// For each term, the terms that should stand right after it.
    pub(crate) follow: Vec<u64>,
}

/// A saying found in the query.
#[derive(Clone, Copy)]
struct Match {
    start: usize,
    length: usize,
    saying: usize,
    quality: f32,
}

pub(crate) fn plan(index: &Index, words: &[Read]) -> Plan {
    let mut plan = Plan::default();
    let chosen = choose(&matches(index, words), words.len());
    let mut literal: Vec<Option<u8>> = words.iter().map(|word| plan.literal(index, word)).collect();
    literal.push(None);
    for pair in literal.windows(2) {
        if let [Some(left), Some(right)] = pair {
            plan.follows(*left, *right);
        }
    }
    let mut place = 0;
    while place < words.len() {
        let found: Vec<&Match> = chosen.iter().filter(|found| found.start == place).collect();
        // Words that are no saying stay together up to the next one.
        let plain = (place..words.len()).take_while(|at| !chosen.iter().any(|found| found.start == *at)).count();
        let length = found.first().map_or(plain.max(1), |found| found.length);
        let terms: Vec<u8> = literal.iter().skip(place).take(length).copied().flatten().collect();
        plan.part(index, terms, &found, place..place + length);
        place += length;
    }
    plan
}

/// Finds every saying among the words.
fn matches(index: &Index, words: &[Read]) -> Vec<Match> {
    let mut found = Vec::new();
    for start in 0..words.len() {
        let Some(first) = words.get(start) else { continue };
        for reading in &first.readings {
            let mut next = index.sayings.get(usize::from(reading.word)).copied().flatten();
            while let Some((number, saying)) = next.and_then(|number| Some((number, index.phrases.get(usize::from(number))?))) {
                let rest = words.get(start..).unwrap_or_default();
                if let Some((length, quality)) = matched(index, saying, rest) {
                    found.push(Match { start, length, saying: usize::from(number), quality });
                }
                next = saying.next;
            }
        }
    }
    found
}

/// Tells how many words a saying takes of those at hand, and how surely it was meant.
fn matched(index: &Index, saying: &Saying, words: &[Read]) -> Option<(usize, f32)> {
    let (mut length, mut quality) = (0, 1.0_f32);
    for form in index.forms_of(saying.says).iter().filter(|form| **form != FLIP) {
        let word = index.words.word_of(*form);
        if word == NO_WORD {
            continue;
        }
        let read = words.get(length)?;
        quality *= read.quality(word) * likeness(read.marks, index.words.form_marks(*form), read.typed.open);
        length += 1;
        if quality < 0.5 || length > LONGEST {
            return None;
        }
    }
    (length > 0).then_some((length, quality))
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

/// Chooses sayings that do not overlap and cover most; several of the same place stay together.
fn choose(matches: &[Match], words: usize) -> Vec<Match> {
    let mut best: Vec<(f32, Option<Match>)> = vec![(0.0, None); words + 1];
    for place in (0..words).rev() {
        let mut value = (best.get(place + 1).map_or(0.0, |next| next.0), None);
        for found in matches.iter().filter(|found| found.start == place) {
            let rest = best.get(place + found.length).map_or(0.0, |next| next.0);
            let own = [0.0, 1.0, 2.6, 4.6, 6.8, 9.2, 11.8, 14.6, 17.5].get(found.length).copied().unwrap_or(17.5) * found.quality;
            if rest + own > value.0 {
                value = (rest + own, Some(*found));
            }
        }
        if let Some(cell) = best.get_mut(place) {
            *cell = value;
        }
    }
    let mut chosen = Vec::new();
    let mut place = 0;
    while place < words {
        let Some((_, Some(found))) = best.get(place) else {
            place += 1;
            continue;
        };
        let same = matches.iter().filter(|other| other.start == found.start && other.length == found.length && other.quality > found.quality - 0.12);
        chosen.extend(same.copied());
        place += found.length;
    }
    chosen
}

impl Plan {
    fn push(&mut self, term: Term) -> Option<u8> {
        let number = u8::try_from(self.terms.len()).ok().filter(|number| usize::from(*number) < TERMS)?;
        self.terms.push(term);
        self.follow.push(0);
        Some(number)
    }

    fn follows(&mut self, left: u8, right: u8) {
        if let Some(follow) = self.follow.get_mut(usize::from(left)) {
            *follow |= 1 << right;
        }
    }

    /// The term of a word as it was typed; none where nothing is like it.
    fn literal(&mut self, index: &Index, word: &Read) -> Option<u8> {
        if word.readings.is_empty() {
            return None;
        }
        let worth = worth(index, word.readings.iter().map(|reading| reading.word));
        self.push(Term { readings: word.readings.clone(), worth, marks: word.marks, open: word.typed.open })
    }

    /// The term of a word of a meaning; the same word is the same term.
    fn meant(&mut self, index: &Index, form: u16) -> Option<u8> {
        let (word, marks) = (index.words.word_of(form), index.words.form_marks(form));
        let same = |term: &Term| !term.open && term.marks == marks && matches!(term.readings.as_slice(), [only] if only.word == word && only.quality > 0.99);
        if let Some(known) = self.terms.iter().position(same) {
            return u8::try_from(known).ok();
        }
        let readings = vec![Reading { word, quality: 1.0 }];
        self.push(Term { readings, worth: worth(index, [word].into_iter()), marks, open: false })
    }

    fn meaning(&mut self, index: &Index, text: Text, weight: f32) -> Option<Meaning> {
        let mut terms: Vec<u8> = Vec::new();
        for form in index.forms_of(text).iter().filter(|form| index.words.word_of(**form) != NO_WORD) {
            let term = self.meant(index, *form)?;
            if let Some(last) = terms.last() {
                self.follows(*last, term);
            }
            terms.push(term);
        }
        Some(self.of_terms(terms, weight)).filter(|meaning| !meaning.terms.is_empty())
    }

    fn of_terms(&self, terms: Vec<u8>, weight: f32) -> Meaning {
        let worth = terms.iter().filter_map(|term| self.terms.get(usize::from(*term))).map(|term| term.worth).sum();
        Meaning { terms, weight, worth }
    }

    /// Adds a part of the query: its words as typed, and what the sayings found there mean.
    fn part(&mut self, index: &Index, terms: Vec<u8>, found: &[&Match], said: Range<usize>) {
        let mut meanings = Vec::new();
        let kind = found.first().and_then(|found| index.phrases.get(found.saying)).map(|saying| saying.kind);
        if !terms.is_empty() {
            meanings.push(self.of_terms(terms, 1.0));
        }
        for one in found {
            let Some(saying) = index.phrases.get(one.saying) else { continue };
            let texts = index.texts.get(saying.means.start as usize..saying.means.end as usize).unwrap_or_default();
            for (text, weight) in texts.iter().zip([0.98, 0.9, 0.84, 0.8, 0.76, 0.72, 0.7, 0.68]) {
                meanings.extend(self.meaning(index, *text, weight * one.quality.min(1.0)));
            }
        }
        let most = meanings.iter().map(|meaning| meaning.worth).fold(0.0, f32::max);
        let worth = if kind.is_some() { most.min(16.0) } else { most }
            * match kind {
                Some(Kind::Filler) => 0.08,
                Some(Kind::Level) => 0.2,
                Some(Kind::Agency) => 0.4,
                _ => 1.0,
            };
        let saying = found.first().map(|found| found.saying);
        self.parts.push(Part { meanings, worth, agency: kind == Some(Kind::Agency), said, saying });
    }
}

/// How telling a word is of which there may be several readings.
pub(crate) fn worth(index: &Index, words: impl Iterator<Item = u16>) -> f32 {
    let with: f32 = words.map(|word| f32::from(index.postings.strong(word))).sum();
    let all = f32::from(u16::try_from(index.len()).unwrap_or(u16::MAX));
    (1.0 + all / (4.0 + with)).ln()
}
