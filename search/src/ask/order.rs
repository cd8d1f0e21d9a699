//! Puts records into the order of their scores: counting, for a general sort weighs more than all of the ranking.

use super::weigh::Why;
use alloc::{vec, vec::Vec};

/// How many steps a score is told apart by.
const STEPS: usize = 4096;
/// The score of the highest step.
const HIGHEST: f32 = 2.5;

/// Returns records by score, the best first; of the same step, in their order.
pub(crate) fn best_first(all: Vec<(u16, Why)>) -> Vec<(u16, Why)> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a cast to a step saturates")]
    let step = |why: &Why| STEPS - 1 - ((why.score / HIGHEST * STEPS as f32) as usize).min(STEPS - 1);
    let mut starts = vec![0_u32; STEPS + 1];
    for (_, why) in &all {
        if let Some(count) = starts.get_mut(step(why) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut ordered = all.clone();
    for (record, why) in all {
        let Some(start) = starts.get_mut(step(&why)) else { continue };
        if let Some(place) = ordered.get_mut(*start as usize) {
            *place = (record, why);
        }
        *start += 1;
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_comes_first() {
        let scores = [0.5, 1.2, 0.0, 9.0, 1.2];
        let all = (0_u16..).zip(scores).map(|(record, score)| (record, Why { score, ..Why::default() })).collect();
        let order: Vec<u16> = best_first(all).into_iter().map(|(record, _)| record).collect();
        assert_eq!(order, [3, 1, 4, 0, 2]);
    }
}
