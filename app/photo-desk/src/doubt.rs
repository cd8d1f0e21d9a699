//! Whether a picture is good enough to be read: sharp, and light.

use crate::picture::Grey;

/// What is wrong with a picture, as far as numbers tell. It is said, not forbidden: who looks decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// Its letters are probably not readable.
    pub blurred: bool,
    /// Its paper is dark.
    pub dark: bool,
}

/// The longer side, in dots, at which sharpness is judged: a page of text has strokes two dots wide there.
const JUDGED_AT: usize = 1000;
/// Blocks of so many dots are judged by themselves: blank paper says nothing about sharpness.
const BLOCK: usize = 32;
/// How much the tenth of blocks with the hardest edges vary (variance of the Laplacian) where letters can be read.
/// Drawn letters two dots wide reach 30,000, slightly out of focus 575; where strokes run into each other they stay under 25.
const SHARP: f32 = 150.0;
/// The lightest twentieth of a page that can be read is lighter than this.
const LIGHT: u8 = 110;

impl Doubt {
    /// Judges a picture.
    pub fn of(picture: &Grey) -> Self {
        let judged = picture.smaller(picture.width.max(picture.height) / JUDGED_AT);
        Self { blurred: sharpness(&judged) < SHARP, dark: lightest(&judged) < LIGHT }
    }
}

/// The variance of the Laplacian in the block at the upper tenth.
pub(crate) fn sharpness(picture: &Grey) -> f32 {
    let mut blocks: Vec<f32> = Vec::new();
    for top in (0..picture.height.saturating_sub(BLOCK)).step_by(BLOCK) {
        for left in (0..picture.width.saturating_sub(BLOCK)).step_by(BLOCK) {
            blocks.push(variance(picture, left, top));
        }
    }
    blocks.sort_unstable_by(|one, other| other.total_cmp(one));
    // A picture too small for one block is judged by nobody.
    blocks.get(blocks.len() / 10).copied().unwrap_or(f32::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "a block has a thousand dots")]
fn variance(picture: &Grey, left: usize, top: usize) -> f32 {
    let (mut sum, mut squares) = (0_i64, 0_i64);
    for y in top..top + BLOCK {
        for x in left..left + BLOCK {
            let at = |x: usize, y: usize| i64::from(picture.dot(x, y));
            let edge = 4 * at(x, y) - at(x.saturating_sub(1), y) - at(x + 1, y) - at(x, y.saturating_sub(1)) - at(x, y + 1);
            sum += edge;
            squares += edge * edge;
        }
    }
    let count = (BLOCK * BLOCK) as f32;
    let mean = sum as f32 / count;
    squares as f32 / count - mean * mean
}

/// How light the lightest twentieth is at least.
fn lightest(picture: &Grey) -> u8 {
    let mut light = picture.light.clone();
    let place = light.len().saturating_sub(1) * 95 / 100;
    if light.is_empty() { 255 } else { *light.select_nth_unstable(place).1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{blurred, drawn, letters};

    const SHEET: [f32; 8] = [0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9];

    #[test]
    fn letters_are_sharp_until_they_are_blurred() {
        let page = drawn(900, 1200, &SHEET, 60, letters).grey();
        for (radius, expected) in [(0, false), (1, false), (3, true), (6, true)] {
            let picture = blurred(&page, radius);

            assert_eq!(Doubt::of(&picture).blurred, expected, "radius {radius}: {}", sharpness(&picture));
        }
        // A large picture is judged at the same size as a small one.
        let large = drawn(3000, 4000, &SHEET, 60, |x, y| letters(x / 3, y / 3)).grey();
        assert!(!Doubt::of(&large).blurred && Doubt::of(&blurred(&large, 12)).blurred);
    }

    #[test]
    fn a_dark_page_is_told_from_a_light_one() {
        let page = drawn(900, 1200, &SHEET, 60, letters).grey();
        let darker = Grey { light: page.light.iter().map(|light| light / 3).collect(), ..page.clone() };
        assert!(!Doubt::of(&page).dark && Doubt::of(&darker).dark);
    }
}
