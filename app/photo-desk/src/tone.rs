//! Grey and even: the paper white everywhere, the letters as dark as they were against it.
//!
//! A lamp on one side leaves a page grey on the other. What is paper is guessed square by square from its lightest dots,
//! smoothed, and each dot is measured against the paper around it.

use crate::picture::Grey;

/// The side of a square.
const SQUARE: usize = 32;
/// What paper becomes.
const PAPER: u32 = 250;
/// Paper is guessed from the lightest square within so many around: what is dark and not larger than that stays dark.
const AROUND: usize = 2;
/// Large dark things stay dark too: paper is never guessed darker than so many tenths of the page's lightest squares.
const DARKEST: usize = 6;

/// Evens a page out.
pub fn evened(page: &Grey) -> Grey {
    let paper = paper(page);
    let mut light = Vec::with_capacity(page.light.len());
    for (y, row) in page.light.chunks(page.width.max(1)).enumerate() {
        for (x, dot) in row.iter().enumerate() {
            let ground = u32::from(between(&paper, x, y)).max(1);
            light.push(u8::try_from(u32::from(*dot) * PAPER / ground).unwrap_or(255));
        }
    }
    Grey { light, ..*page }
}

/// How light the paper is around each square.
#[expect(clippy::cast_possible_truncation, reason = "a mean of bytes is a byte")]
fn paper(page: &Grey) -> Grey {
    let (width, height) = (page.width.div_ceil(SQUARE).max(1), page.height.div_ceil(SQUARE).max(1));
    let mut lightest = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let rows = page.light.chunks(page.width.max(1)).skip(y * SQUARE).take(SQUARE);
            let mut dots: Vec<u8> = rows.flat_map(|row| row.iter().skip(x * SQUARE).take(SQUARE).step_by(2)).copied().collect();
            let place = dots.len().saturating_sub(1) * 9 / 10;
            lightest.push(if dots.is_empty() { 255 } else { *dots.select_nth_unstable(place).1 });
        }
    }
    let mut all = lightest.clone();
    let place = all.len().saturating_sub(1) * 9 / 10;
    let darkest = (usize::from(*all.select_nth_unstable(place).1) * DARKEST / 10) as u8;
    let rough = Grey { width, height, light: lightest };
    let spread = around(&rough, AROUND, |near| near.max().unwrap_or(255).max(darkest));
    around(&spread, 1, |near| (near.map(usize::from).sum::<usize>() / 9) as u8)
}

/// Makes each square what comes of those within a distance of it.
fn around(squares: &Grey, distance: usize, of: impl Fn(&mut dyn Iterator<Item = u8>) -> u8) -> Grey {
    let side = 2 * distance + 1;
    let at = |x: usize, y: usize| {
        let mut near = (0..side * side).map(|step| {
            let (across, down) = (x + step % side, y + step / side);
            squares.dot(across.saturating_sub(distance), down.saturating_sub(distance))
        });
        of(&mut near)
    };
    let light = (0..squares.light.len()).map(|place| at(place % squares.width, place / squares.width)).collect();
    Grey { light, ..*squares }
}

/// The value between the middles of four squares.
#[expect(clippy::cast_possible_truncation, reason = "a mean of bytes is a byte")]
fn between(paper: &Grey, x: usize, y: usize) -> u8 {
    let (x, y) = (x.saturating_sub(SQUARE / 2), y.saturating_sub(SQUARE / 2));
    let (left, top) = (x / SQUARE, y / SQUARE);
    let (right, lower) = (x % SQUARE, y % SQUARE);
    let at = |x: usize, y: usize| usize::from(paper.dot(x, y));
    let upper = at(left, top) * (SQUARE - right) + at(left + 1, top) * right;
    let below = at(left, top + 1) * (SQUARE - right) + at(left + 1, top + 1) * right;
    ((upper * (SQUARE - lower) + below * lower) / (SQUARE * SQUARE)) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::letters;

    #[test]
    fn a_page_lit_from_one_side_becomes_even_and_its_letters_stay_dark() {
        let (width, height) = (600, 800);
        // From 230 at the left to 120 at the right.
        let lit = |x: usize, y: usize| u32::from(letters(x, y)) * u32::try_from(230 - x * 110 / width).unwrap() / 255;
        let light = (0..width * height).map(|at| u8::try_from(lit(at % width, at / width)).unwrap()).collect();
        let even = evened(&Grey { width, height, light });
        for (at, dot) in even.light.iter().enumerate() {
            let letter = letters(at % width, at / width) < 128;
            assert!(if letter { *dot < 90 } else { *dot > 215 }, "{dot} at {} {}", at % width, at / width);
        }
    }

    #[test]
    fn a_dark_picture_on_a_page_stays_dark_in_its_middle() {
        let (width, height) = (900, 1200);
        for side in [160, 400] {
            let dark = |x: usize, y: usize| (100..100 + side).contains(&x) && (100..100 + side).contains(&y);
            let light = (0..width * height).map(|at| if dark(at % width, at / width) { 76 } else { 240 }).collect();
            let even = evened(&Grey { width, height, light });
            let middle = even.dot(100 + side / 2, 100 + side / 2);
            assert!(middle < 140 && even.dot(800, 800) > 240, "{middle} within {side}");
        }
    }

    #[test]
    fn nothing_at_all_is_evened_too() {
        assert_eq!(evened(&Grey { width: 0, height: 0, light: Vec::new() }).light, Vec::<u8>::new());
    }
}
