//! Gathers the records that hold anything asked for, with a first rough score: no order of words, no lengths.

use super::plan::{Meaning, Plan};
use crate::{
    Index,
    index::postings::{FIELD, STRONG},
};

/// How much a place counts for a word found there.
pub(crate) const IN_FIELD: f32 = 0.45;
/// In an agency or a summary.
pub(crate) const IN_WEAK: f32 = 0.25;

pub(crate) const fn place_weight(strength: u8, agency: bool) -> f32 {
    match (strength, agency) {
        (STRONG, false) => 1.0,
        (STRONG, true) => 0.6,
        (FIELD, _) => IN_FIELD,
        (_, false) => IN_WEAK,
        (_, true) => 1.0,
    }
}

/// Returns a rough score for each record, between 0 and about 1.
pub(crate) fn gather(index: &Index, plan: &Plan) -> Vec<f32> {
    let count = index.len();
    let mut total = vec![0.0_f32; count];
    let whole: f32 = plan.parts.iter().map(|part| part.worth).sum();
    if whole <= 0.0 {
        return total;
    }
    let mut sums = Sums { of_meaning: vec![0.0; count], seen: vec![0; count], turn: 0, touched: Vec::new() };
    let mut of_part = vec![0.0_f32; count];
    for part in &plan.parts {
        let mut touched: Vec<u16> = Vec::new();
        for meaning in part.meanings.iter().filter(|meaning| meaning.worth > 0.0) {
            sums.meaning(index, plan, meaning, part.agency);
            for record in &sums.touched {
                let (Some(sum), Some(best)) = (sums.of_meaning.get(usize::from(*record)), of_part.get_mut(usize::from(*record))) else { continue };
                if *best <= 0.0 {
                    touched.push(*record);
                }
                *best = best.max(meaning.weight * sum / meaning.worth);
            }
            sums.clear();
        }
        for record in touched {
            if let (Some(total), Some(best)) = (total.get_mut(usize::from(record)), of_part.get_mut(usize::from(record))) {
                *total += *best * part.worth / whole;
                *best = 0.0;
            }
        }
    }
    total
}

struct Sums {
    of_meaning: Vec<f32>,
    /// The last term each record was seen with.
    seen: Vec<u16>,
    turn: u16,
    touched: Vec<u16>,
}

impl Sums {
    fn meaning(&mut self, index: &Index, plan: &Plan, meaning: &Meaning, agency: bool) {
        for term in meaning.terms.iter().filter_map(|term| plan.terms.get(usize::from(*term))) {
            self.turn = self.turn.wrapping_add(1);
            for reading in &term.readings {
                for (record, strength) in index.postings.of(reading.word) {
                    let (Some(sum), Some(seen)) = (self.of_meaning.get_mut(usize::from(record)), self.seen.get_mut(usize::from(record))) else {
                        continue;
                    };
                    // Readings come surest first: what was seen for this term already was better.
                    if *seen == self.turn {
                        continue;
                    }
                    *seen = self.turn;
                    if *sum <= 0.0 {
                        self.touched.push(record);
                    }
                    *sum += term.worth * reading.quality * place_weight(strength, agency);
                }
            }
        }
    }

    fn clear(&mut self) {
        for record in self.touched.drain(..) {
            if let Some(sum) = self.of_meaning.get_mut(usize::from(record)) {
                *sum = 0.0;
            }
        }
    }
}
