//! Weighs one record closely: marks, neighbours, how much of the title was asked for, and how likely it is wanted at all.

use super::{
    gather::{IN_FIELD, IN_WEAK},
    plan::{Meaning, Plan, likeness},
};
use crate::{
    Index,
    format::FLIP,
    index::words::NO_WORD,
    index::{Stored, Text, TextKind},
};
use alloc::{vec, vec::Vec};

/// What counts how much.
struct Weights {
    /// Of a meaning: that its words stand side by side.
    side_by_side: f32,
    /// That the text holds little else.
    brief: f32,
    /// That it is wanted often.
    prior: f32,
    /// What a text in brackets or after a dash counts.
    aside: f32,
}

const WEIGHTS: Weights = Weights { side_by_side: 0.35, brief: 0.3, prior: 0.25, aside: 0.4 };

/// Why a record has the place it has.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Why {
    /// How much of what was asked for it holds, about 1 at most.
    pub fit: f32,
    /// How much of its title was asked for.
    pub brief: f32,
    /// How likely it is wanted before anything is typed.
    pub prior: f32,
    /// The score made of these.
    pub score: f32,
}

/// For each word, the terms it may be.
pub(crate) struct Lookup {
    masks: Vec<u64>,
}

impl Lookup {
    pub(crate) fn new(index: &Index, plan: &Plan) -> Self {
        let mut masks = vec![0; index.words.len()];
        for (at, term) in plan.terms.iter().enumerate() {
            for reading in plan.readings(term) {
                if let Some(mask) = masks.get_mut(usize::from(reading.word)) {
                    *mask |= 1_u64 << at;
                }
            }
        }
        Self { masks }
    }

    pub(crate) fn terms(&self, word: u16) -> u64 {
        self.masks.get(usize::from(word)).copied().unwrap_or(0)
    }
}

/// How well each term was found, and which stand side by side.
struct Found {
    /// In the text at hand, or weakly elsewhere.
    quality: [f32; 64],
    /// In the agency.
    agency: [f32; 64],
    next: [u64; 64],
}

/// The numbers of the bits of a set.
fn bits(set: u64) -> impl Iterator<Item = usize> {
    let mut rest = set;
    core::iter::from_fn(move || {
        let bit = rest.trailing_zeros();
        rest &= rest.wrapping_sub(1);
        (bit < 64).then_some(bit as usize)
    })
}

/// Weighs a record.
pub(crate) fn weigh(index: &Index, plan: &Plan, lookup: &Lookup, record: &Stored) -> Why {
    let mut around = Found { quality: [0.0; 64], agency: [0.0; 64], next: [0; 64] };
    if let Some(agency) = index.agencies.get(usize::from(record.agency)) {
        scan(index, plan, lookup, *agency, 1.0, &mut around);
    }
    around.agency = around.quality;
    around.next = [0; 64];
    around.quality.iter_mut().for_each(|quality| *quality *= IN_WEAK);
    if let Some(field) = index.fields.get(usize::from(record.field)) {
        scan(index, plan, lookup, *field, IN_FIELD, &mut around);
    }
    for text in index.texts_of(record).iter().filter(|text| text.kind == TextKind::Summary) {
        scan(index, plan, lookup, *text, IN_WEAK, &mut around);
    }
    around.next = [0; 64];
    let prior = f32::from(record.prior) / 15.0;
    let mut best = Why::default();
    for text in index.texts_of(record).iter().filter(|text| text.kind != TextKind::Summary) {
        let mut found = Found { ..around };
        let brief = scan(index, plan, lookup, *text, 1.0, &mut found);
        let fit = fit(plan, &found);
        let score = fit * (1.0 + WEIGHTS.brief * brief + WEIGHTS.prior * prior);
        if score > best.score {
            best = Why { fit, brief, prior, score };
        }
    }
    best
}

/// Goes through a text, notes what it holds, and returns how much of it was asked for.
fn scan(index: &Index, plan: &Plan, lookup: &Lookup, text: Text, weight: f32, found: &mut Found) -> f32 {
    let (mut before, mut asked, mut all, mut aside, mut abridged) = (0_u64, 0.0_f32, 0.0_f32, false, false);
    for form in index.forms_of(text).iter().filter(|form| **form != FLIP) {
        let word = index.words.word_of(*form);
        if word == NO_WORD {
            aside = match index.words.form_text(*form) {
                "(" => true,
                ")" => false,
                gap => {
                    abridged |= gap.ends_with('…');
                    aside
                }
            };
            continue;
        }
        let terms = lookup.terms(word);
        let worth = index.worths.get(usize::from(word)).copied().unwrap_or(0.0) * if aside { WEIGHTS.aside } else { 1.0 };
        all += worth;
        let mut here = 0.0_f32;
        let marks = index.words.form_marks(*form);
        for at in bits(terms) {
            let Some(term) = plan.terms.get(at) else { continue };
            let quality = plan.readings(term).iter().find(|reading| reading.word == word).map_or(0.0, |reading| reading.quality)
                * likeness(term.marks, marks, term.open);
            here = here.max(quality);
            if let Some(best) = found.quality.get_mut(at) {
                *best = best.max(quality * weight);
            }
        }
        for at in bits(before) {
            let follow = plan.follow.get(at).copied().unwrap_or(0) & terms;
            if let Some(next) = found.next.get_mut(at) {
                *next |= follow;
            }
        }
        asked += worth * here.min(1.0);
        before = terms;
    }
    // How much of an abridged name was asked for, only its whole can tell.
    if all > 0.0 && !abridged { asked / all } else { 0.0 }
}

fn fit(plan: &Plan, found: &Found) -> f32 {
    let mut sum = 0.0;
    for part in &plan.parts {
        let mut best = 0.0_f32;
        for meaning in plan.meanings(part) {
            best = best.max(meaning.weight * of_meaning(plan, part.agency, meaning, found));
        }
        sum += best * part.worth;
    }
    if plan.worth > 0.0 { sum / plan.worth } else { 0.0 }
}

/// How well a meaning fits: which of its words are there, and whether side by side.
fn of_meaning(plan: &Plan, agency: bool, meaning: &Meaning, found: &Found) -> f32 {
    let (mut sum, mut pairs, mut together) = (0.0_f32, 0.0_f32, 0.0_f32);
    let (mut seen, mut before) = (0_u64, None);
    for term in plan.order(meaning) {
        let at = usize::from(*term);
        let of = |all: &[f32; 64]| all.get(at).copied().unwrap_or(0.0);
        let quality = if agency { of(&found.agency).max(0.6 * of(&found.quality)) } else { of(&found.quality) };
        if seen >> term & 1 == 0 {
            sum += plan.terms.get(at).map_or(0.0, |term| term.worth) * quality;
            seen |= 1 << term;
        }
        if let Some(next) = before.and_then(|before: usize| found.next.get(before)) {
            pairs += 1.0;
            together += if next >> term & 1 == 1 { 1.0 } else { 0.0 };
        }
        before = Some(at);
    }
    let covered = sum / meaning.worth;
    if pairs < 1.0 || agency {
        return covered;
    }
    covered * (1.0 - WEIGHTS.side_by_side + WEIGHTS.side_by_side * together / pairs)
}
