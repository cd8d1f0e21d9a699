//! Which words of the index a typed word may stand for.

use super::typed::{Typed, keys, one_slip, sound, without_doubles};
use crate::{Index, index::words::NO_WORD, letter::Marks};
use alloc::{borrow::ToOwned, string::String, vec, vec::Vec};

/// A word of the index that a typed one may stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reading {
    pub(crate) word: u16,
    /// How sure it is, up to 1.
    pub(crate) quality: f32,
}

/// A typed word with its readings, the surest first.
#[derive(Debug, Clone)]
pub(crate) struct Read {
    pub(crate) typed: Typed,
    pub(crate) marks: Marks,
    pub(crate) readings: Vec<Reading>,
    /// Whether it had to be mended.
    pub(crate) mended: bool,
}

impl Read {
    /// How sure it is that a word was meant; zero where it is no reading.
    pub(crate) fn quality(&self, word: u16) -> f32 {
        self.readings.iter().find(|reading| reading.word == word).map_or(0.0, |reading| reading.quality)
    }
}

/// What a word is at first sight: itself, or its keys.
#[derive(Clone, Copy)]
struct Sight {
    word: u16,
    marks: Marks,
    exact: bool,
}

/// How many readings of a word are looked at.
const READINGS: usize = 48;

/// Reads all words of a query.
pub(crate) fn read(index: &Index, typed: Vec<Typed>, loose: bool) -> Vec<Read> {
    let typed = mend_spaces(index, typed);
    let mut all = Vec::new();
    let mut before = NO_WORD;
    let mut next = typed.first().and_then(|word| sight(index, word));
    for (place, word) in typed.iter().enumerate() {
        let sight = next;
        next = typed.get(place + 1).and_then(|word| self::sight(index, word));
        let around = Around { index, before, after: next.map_or(NO_WORD, |sight| sight.word) };
        before = sight.map_or(NO_WORD, |sight| sight.word);
        let mut readings = readings(&around, word, sight, loose);
        surest_first(&mut readings);
        let mended = !sight.is_some_and(|sight| sight.exact) && !word.open;
        all.push(Read { marks: sight.map_or(word.marks, |sight| sight.marks), typed: word.clone(), readings, mended });
    }
    all
}

/// Puts readings into order; there are few, and nearly in order already.
fn surest_first(readings: &mut Vec<Reading>) {
    readings.truncate(READINGS);
    for end in 1..readings.len() {
        let mut at = end;
        while let Some([left, right]) = at.checked_sub(1).and_then(|before| readings.get_mut(before..=at)) {
            if left.quality >= right.quality {
                break;
            }
            core::mem::swap(left, right);
            at -= 1;
        }
    }
}

fn sight(index: &Index, word: &Typed) -> Option<Sight> {
    if let Some(found) = index.words.find(&word.folded) {
        return Some(Sight { word: found, marks: word.marks, exact: true });
    }
    let (folded, mut marks) = keys(&word.folded)?;
    marks.add(word.marks);
    Some(Sight { word: index.words.find(&folded)?, marks, exact: false })
}

/// The words beside a word, as far as they are known.
struct Around<'a> {
    index: &'a Index,
    before: u16,
    after: u16,
}

impl Around<'_> {
    /// Tells whether a word stands beside its neighbours somewhere in the index.
    fn supports(&self, word: u16) -> bool {
        (self.before != NO_WORD && self.index.pairs.has(self.before, word))
            || (self.after != NO_WORD && self.index.pairs.has(word, self.after))
    }

    const fn is_alone(&self) -> bool {
        self.before == NO_WORD && self.after == NO_WORD
    }
}

fn readings(around: &Around<'_>, word: &Typed, sight: Option<Sight>, loose: bool) -> Vec<Reading> {
    let mut found: Vec<Reading> = Vec::new();
    let sure = sight.is_some_and(|sight| around.is_alone() || around.supports(sight.word));
    if let Some(sight) = sight {
        add(&mut found, sight.word, if sight.exact { 1.0 } else { 0.97 });
    }
    if word.open {
        prefixes(around, word, sure, &mut found);
    }
    if !sure || loose {
        if let Some(word) = Some(without_doubles(&word.folded)).and_then(|text| around.index.words.find(&text)) {
            add(&mut found, word, 0.9);
        }
        slips(around, word, sight.is_some(), loose, &mut found);
    }
    found
}

/// Adds a reading, or makes a known one surer.
fn add(found: &mut Vec<Reading>, word: u16, quality: f32) {
    match found.iter_mut().find(|reading| reading.word == word) {
        Some(known) => known.quality = known.quality.max(quality),
        None => found.push(Reading { word, quality }),
    }
}

fn prefixes(around: &Around<'_>, word: &Typed, sure: bool, found: &mut Vec<Reading>) {
    let words = &around.index.words;
    let text = word.folded.as_bytes();
    let mut other = Vec::new();
    let mut supported = false;
    for begun in words.all().filter(|other| words.word_text(*other).as_bytes().starts_with(text)) {
        if around.before != NO_WORD && around.index.pairs.has(around.before, begun) {
            add(found, begun, if sure { 0.6 } else { 0.95 });
            supported = true;
        } else {
            other.push(begun);
        }
    }
    let quality = if around.before == NO_WORD { 0.85 } else { 0.6 };
    if !supported {
        for word in other {
            add(found, word, if sure { quality - 0.35 } else { quality });
        }
    }
}

fn slips(around: &Around<'_>, word: &Typed, known: bool, loose: bool, found: &mut Vec<Reading>) {
    let text = word.folded.as_str();
    let sounds = sound(text);
    let least = if known { 3 } else { 2 };
    for (other, sound) in around.index.words.all().zip(&around.index.sounds) {
        let theirs = around.index.words.word_text(other);
        if theirs.len().abs_diff(text.len()) > 2 || theirs.as_bytes().first().is_some_and(u8::is_ascii_digit) || theirs == text {
            continue;
        }
        let quality = if *sound == sounds {
            0.82
        } else if text.len() >= least && one_slip(text, theirs) {
            if theirs.as_bytes().first() == text.as_bytes().first() { 0.75 } else { 0.65 }
        } else {
            continue;
        };
        // A word that is known is only doubted when its neighbours speak for another.
        let more = match (known && !loose, around.supports(other)) {
            (true, false) => continue,
            (true, true) => 0.0,
            (false, true) => 0.1,
            (false, false) => -0.1,
        };
        add(found, other, quality + more);
    }
}

/// Parts words that were written together (`khaisinh`), and joins parts of one.
fn mend_spaces(index: &Index, typed: Vec<Typed>) -> Vec<Typed> {
    let mut mended: Vec<Typed> = Vec::new();
    for word in typed {
        let unknown = |word: &Typed| sight(index, word).is_none();
        if let Some(last) = mended.last_mut().filter(|last| unknown(last) || unknown(&word)) {
            let mut joined = last.folded.clone();
            joined.push_str(&word.folded);
            if index.words.find(&joined).is_some() {
                last.folded = joined;
                last.marks.add(word.marks);
                (last.open, last.at.end) = (word.open, word.at.end);
                continue;
            }
        }
        let begins = |other| index.words.word_text(other).as_bytes().starts_with(word.folded.as_bytes());
        let begun = word.open && index.words.all().any(begins);
        let pieces = if begun || word.folded.len() < 5 || !unknown(&word) { None } else { pieces(index, &word.folded) };
        let Some(pieces) = pieces else {
            mended.push(word);
            continue;
        };
        for folded in pieces {
            mended.push(Typed { folded, marks: Marks::default(), at: word.at.clone(), open: false });
        }
        if let Some(last) = mended.last_mut() {
            last.open = word.open;
        }
    }
    mended
}

/// Parts a text into words each of which stands beside the next somewhere; the fewest.
fn pieces(index: &Index, text: &str) -> Option<Vec<String>> {
    // For each end, the best way there: how many pieces, where the last begins, and its word.
    let mut ways: Vec<Option<(usize, usize, u16)>> = vec![None; text.len() + 1];
    for end in 1..=text.len() {
        for start in end.saturating_sub(7)..end {
            let Some(word) = text.get(start..end).and_then(|piece| index.words.find(piece)) else { continue };
            let count = if start == 0 {
                0
            } else {
                let Some((count, _, before)) = ways.get(start).copied().flatten() else { continue };
                if !index.pairs.has(before, word) {
                    continue;
                }
                count
            };
            let best = ways.get(end).copied().flatten();
            if let Some(way) = ways.get_mut(end).filter(|_| best.is_none_or(|(known, ..)| known > count + 1)) {
                *way = Some((count + 1, start, word));
            }
        }
    }
    let mut found = Vec::new();
    let mut end = text.len();
    while end > 0 {
        let (_, start, _) = ways.get(end).copied().flatten()?;
        found.push(text.get(start..end)?.to_owned());
        end = start;
    }
    found.reverse();
    Some(found)
}
