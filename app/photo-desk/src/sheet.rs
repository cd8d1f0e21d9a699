//! Finds the sheet of paper in a picture: the light thing on a darker ground.
//!
//! Paper lies on a table, and is lighter than it. The picture is parted into light and dark (Otsu 1979), the largest light
//! patch is taken, and its outermost dots along the four diagonals are the corners. Where that is not clearly a sheet the
//! whole picture is, which a person sees and moves.

use crate::picture::{Corners, Grey, Spot};

/// About how many dots the longer side has where corners are looked for.
const LOOKED_AT: usize = 240;
/// A patch smaller than this share of the picture is no sheet somebody took a picture of.
const LEAST: f32 = 0.15;
/// This share of what the corners span must be light.
const FULL: f32 = 0.8;

/// Finds the corners of the sheet.
pub fn find(picture: &Grey) -> Corners {
    corners(&picture.smaller(picture.width.max(picture.height) / LOOKED_AT)).unwrap_or(Corners::WHOLE)
}

fn corners(small: &Grey) -> Option<Corners> {
    let (dark, light, border) = parted(small)?;
    // White on white has no edge.
    if light - dark < 40.0 {
        return None;
    }
    let patch = largest_patch(small, border);
    let share = |dots: usize| ratio(dots, small.width * small.height);
    if share(patch.len()) < LEAST {
        return None;
    }
    let most = |of: fn(f32, f32) -> f32| {
        let spots = patch.iter().map(|at| (real(at % small.width), real(at / small.width)));
        let (x, y) = spots.max_by(|one, other| of(one.0, one.1).total_cmp(&of(other.0, other.1)))?;
        Some(Spot { x: (x + 0.5) / real(small.width), y: (y + 0.5) / real(small.height) })
    };
    let found = Corners([most(|x, y| -x - y)?, most(|x, y| x - y)?, most(|x, y| x + y)?, most(|x, y| y - x)?]);
    let clear = found.is_sheet() && found.area() < 0.97 && share(patch.len()) > found.area() * FULL;
    clear.then_some(found)
}

/// Parts dark from light: the mean of each, and the value between them at which they differ most.
fn parted(small: &Grey) -> Option<(f32, f32, u8)> {
    let mut counts = [0_usize; 256];
    for light in &small.light {
        if let Some(count) = counts.get_mut(usize::from(*light)) {
            *count += 1;
        }
    }
    let total: f32 = real(small.light.len());
    let sum: f32 = counts.iter().enumerate().map(|(light, count)| real(light) * real(*count)).sum();
    let (mut below, mut sum_below) = (0.0, 0.0);
    let mut best = None;
    for (light, count) in (0_u8..=255).zip(counts) {
        below += real(count);
        sum_below += f32::from(light) * real(count);
        let above = total - below;
        if below == 0.0 || above == 0.0 {
            continue;
        }
        let (dark, bright) = (sum_below / below, (sum - sum_below) / above);
        let between = below * above * (bright - dark) * (bright - dark);
        if best.is_none_or(|(most, _)| between > most) {
            best = Some((between, (dark, bright, light)));
        }
    }
    best.map(|(_, parted)| parted)
}

/// The dots of the largest patch lighter than `border`, by their places.
fn largest_patch(small: &Grey, border: u8) -> Vec<usize> {
    let mut free: Vec<bool> = small.light.iter().map(|light| *light > border).collect();
    let mut largest = Vec::new();
    for start in 0..free.len() {
        let mut patch = Vec::new();
        let mut edge = vec![start];
        while let Some(at) = edge.pop() {
            match free.get_mut(at) {
                Some(free) if *free => *free = false,
                _ => continue,
            }
            patch.push(at);
            let x = at % small.width;
            edge.extend(at.checked_sub(small.width));
            edge.push(at + small.width);
            if x > 0 {
                edge.push(at - 1);
            }
            if x + 1 < small.width {
                edge.push(at + 1);
            }
        }
        if patch.len() > largest.len() {
            largest = patch;
        }
    }
    largest
}

#[expect(clippy::cast_precision_loss, reason = "sizes of pictures are far below 2^24")]
fn real(number: usize) -> f32 {
    number as f32
}

fn ratio(part: usize, whole: usize) -> f32 {
    real(part) / real(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{drawn, letters};

    #[track_caller]
    fn check(sheet: [f32; 8], ground: u8) {
        let found = find(&drawn(900, 1200, &sheet, ground, letters).grey());
        for (spot, pair) in found.0.iter().zip(sheet.chunks_exact(2)) {
            assert!((spot.x - pair[0]).abs() < 0.02 && (spot.y - pair[1]).abs() < 0.02, "{found:?} for {sheet:?}");
        }
    }

    #[test]
    fn a_sheet_on_a_table_is_found_upright_and_askew() {
        check([0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9], 60);
        check([0.2, 0.12, 0.85, 0.2, 0.9, 0.88, 0.1, 0.8], 60);
        check([0.15, 0.3, 0.7, 0.1, 0.9, 0.7, 0.35, 0.92], 110);
    }

    #[test]
    fn what_shows_no_sheet_is_left_whole() {
        let whole = Corners::WHOLE;
        // A scan that is all paper, paper on a white table, a lamp in the dark.
        assert_eq!(find(&drawn(900, 1200, &[0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0], 60, letters).grey()), whole);
        assert_eq!(find(&drawn(900, 1200, &[0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8], 225, |_, _| 235).grey()), whole);
        assert_eq!(find(&drawn(900, 1200, &[0.4, 0.4, 0.6, 0.4, 0.6, 0.6, 0.4, 0.6], 20, letters).grey()), whole);
        assert_eq!(find(&Grey { width: 0, height: 0, light: Vec::new() }), whole);
    }
}
