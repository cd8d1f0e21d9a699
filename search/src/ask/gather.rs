//! Gathers the records that hold anything asked for, with a first rough score: no order of words, no lengths.

use super::plan::Plan;
use crate::Index;
use alloc::{vec, vec::Vec};

/// How much a word counts that stands in the field.
pub(crate) const IN_FIELD: f32 = 0.45;
/// In the agency or the summary.
pub(crate) const IN_WEAK: f32 = 0.25;

/// The terms a record holds in titles and names, and those it holds elsewhere.
type Held = (u64, u64);

/// How many different sets of terms are remembered with their scores; a power of two.
const REMEMBERED: usize = 1024;

/// Returns a rough score for each record, between 0 and about 1.
pub(crate) fn gather(index: &Index, plan: &Plan) -> Vec<f32> {
    let mut held: Vec<Held> = vec![(0, 0); index.len()];
    for (number, term) in plan.terms.iter().enumerate() {
        let bit = 1_u64 << number;
        for reading in plan.readings(term) {
            let (strong, weak) = index.postings.of(reading.word);
            for record in strong {
                if let Some(held) = held.get_mut(usize::from(*record)) {
                    held.0 |= bit;
                }
            }
            for record in weak {
                if let Some(held) = held.get_mut(usize::from(*record)) {
                    held.1 |= bit;
                }
            }
        }
    }
    // Thousands of records hold a few hundred different sets of terms: each set is scored once.
    let mut remembered: Vec<(Held, f32)> = vec![((0, 0), 0.0); REMEMBERED];
    let mut scores = Vec::with_capacity(held.len());
    for held in held {
        let mixed = (held.0 ^ held.1.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54;
        let Some(known) = usize::try_from(mixed).ok().and_then(|place| remembered.get_mut(place)) else { break };
        if known.0 != held {
            *known = (held, score(plan, held));
        }
        scores.push(known.1);
    }
    scores
}

fn score(plan: &Plan, (strong, weak): Held) -> f32 {
    let mut sum = 0.0;
    for part in &plan.parts {
        let elsewhere = if part.agency { 1.0 } else { 0.3 };
        let mut best = 0.0_f32;
        for meaning in plan.meanings(part) {
            let found = worth(plan, meaning.terms & strong) + elsewhere * worth(plan, meaning.terms & weak & !strong);
            best = best.max(meaning.weight * found / meaning.worth);
        }
        sum += best * part.worth;
    }
    if plan.worth > 0.0 { sum / plan.worth } else { 0.0 }
}

fn worth(plan: &Plan, terms: u64) -> f32 {
    let mut sum = 0.0;
    let mut rest = terms;
    while rest != 0 {
        sum += plan.terms.get(rest.trailing_zeros() as usize).map_or(0.0, |term| term.worth);
        rest &= rest - 1;
    }
    sum
}
