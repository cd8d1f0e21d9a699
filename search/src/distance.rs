//! How many slips of the finger lie between two words.

use alloc::{vec, vec::Vec};

/// Returns the edit distance of two texts in letters, a swap of neighbours counting one (optimal string alignment).
pub fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let width = right.len() + 1;
    let mut rows: Vec<Vec<usize>> = vec![(0..width).collect()];
    for (down, letter) in left.iter().enumerate() {
        let mut row = vec![down + 1];
        for (across, other) in right.iter().enumerate() {
            let above = rows.last();
            let at = |row: Option<&Vec<usize>>, index: usize| row.and_then(|row| row.get(index)).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(above, across) + usize::from(letter != other);
            let removed = at(above, across + 1) + 1;
            let added = row.last().copied().unwrap_or(usize::MAX - 1) + 1;
            let mut best = replaced.min(removed).min(added);
            let swapped = down > 0 && across > 0 && left.get(down - 1) == Some(other) && right.get(across - 1) == Some(letter);
            if swapped {
                best = best.min(at(rows.get(down - 1), across - 1) + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::distance;
    use proptest::prelude::*;

    #[track_caller]
    fn check(left: &str, right: &str, expected: usize) {
        assert_eq!(distance(left, right), expected, "{left} {right}");
    }

    #[test]
    fn slips_are_counted() {
        check("khai", "khai", 0);
        check("", "sinh", 4);
        check("kahi", "khai", 1);
        check("khia sinh", "khai sinh", 1);
        check("reviewd_on", "reviewed_on", 1);
        check("thuong", "tam", 5);
    }

    proptest! {
        #[test]
        fn both_ways_are_equally_far(left in "[a-e]{0,8}", right in "[a-e]{0,8}") {
            prop_assert_eq!(distance(&left, &right), distance(&right, &left));
        }

        #[test]
        fn only_equal_words_are_not_apart(left in "[a-c]{0,6}", right in "[a-c]{0,6}") {
            prop_assert_eq!(distance(&left, &right) == 0, left == right);
        }
    }
}
