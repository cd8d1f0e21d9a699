//! Drawn pictures for tests: a sheet on a table, letters, and the same out of focus.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::many_single_char_names,
    reason = "drawing is arithmetic on small numbers, with the letters of the textbook"
)]

use crate::picture::{Corners, Grey, Picture};

/// Rows of strokes two dots wide, as letters of a printed page are; given places on a sheet of 900 by 1200.
pub(crate) fn letters(x: usize, y: usize) -> u8 {
    let in_text = (60..840).contains(&x) && (60..1140).contains(&y);
    // Words of different lengths, lines of 24, strokes every six dots.
    let word = (x / 7 + y / 24 * 5) % 11 > 1;
    if in_text && word && y % 24 < 12 && (x % 6 < 2 || (y % 24 == 5 && x % 12 < 8)) { 30 } else { 245 }
}

/// Draws a sheet with its corners at these fractions of the picture on a ground of one colour; `ink` is asked for places on 900 by 1200.
pub(crate) fn drawn(width: usize, height: usize, corners: &[f32; 8], ground: u8, ink: impl Fn(usize, usize) -> u8) -> Picture {
    let sheet = Corners::of(corners).0;
    let mut dots = Vec::with_capacity(width * height * 4);
    for y in 0..height {
        for x in 0..width {
            let (px, py) = ((x as f32 + 0.5) / width as f32, (y as f32 + 0.5) / height as f32);
            let inside = sheet
                .iter()
                .zip(sheet.iter().cycle().skip(1))
                .all(|(one, two)| (two.x - one.x) * (py - one.y) - (two.y - one.y) * (px - one.x) >= 0.0);
            let light = if inside {
                let (u, v) = place(&sheet, px, py);
                ink((u * 900.0) as usize, (v * 1200.0) as usize)
            } else {
                ground
            };
            dots.extend([light, light, light, 255]);
        }
    }
    Picture::new(dots, width)
}

/// Where on the sheet a spot of the picture lies: found by halving, so that it owes nothing to the map under test.
fn place(sheet: &[crate::picture::Spot; 4], x: f32, y: f32) -> (f32, f32) {
    let [a, b, c, d] = *sheet;
    // Fractions of the way from left to right and from top to bottom, a few rounds of Newton's method on the bilinear map.
    let (mut u, mut v) = (0.5, 0.5);
    for _ in 0..8 {
        let at = |p: fn(&crate::picture::Spot) -> f32| {
            p(&a) * (1.0 - u) * (1.0 - v) + p(&b) * u * (1.0 - v) + p(&c) * u * v + p(&d) * (1.0 - u) * v
        };
        let (ex, ey) = (at(|s| s.x) - x, at(|s| s.y) - y);
        let du = |p: fn(&crate::picture::Spot) -> f32| (p(&b) - p(&a)) * (1.0 - v) + (p(&c) - p(&d)) * v;
        let dv = |p: fn(&crate::picture::Spot) -> f32| (p(&d) - p(&a)) * (1.0 - u) + (p(&c) - p(&b)) * u;
        let (ux, uy, vx, vy) = (du(|s| s.x), du(|s| s.y), dv(|s| s.x), dv(|s| s.y));
        let whole = ux * vy - vx * uy;
        u -= (ex * vy - ey * vx) / whole;
        v -= (ey * ux - ex * uy) / whole;
    }
    (u.clamp(0.0, 0.999_9), v.clamp(0.0, 0.999_9))
}

/// The same picture with each dot a weighed mean of those around it, as a lens out of focus does.
pub(crate) fn blurred(picture: &Grey, radius: usize) -> Grey {
    let pass = |from: &Grey, dx: usize, dy: usize| {
        let mean = |x: usize, y: usize| {
            let side = 2 * radius + 1;
            let sum: usize = (0..side)
                .map(|step| usize::from(from.dot((x + step * dx).saturating_sub(radius * dx), (y + step * dy).saturating_sub(radius * dy))))
                .sum();
            u8::try_from(sum / side).unwrap()
        };
        let light = (0..from.light.len()).map(|at| mean(at % from.width, at / from.width)).collect();
        Grey { light, ..*from }
    };
    // Twice, for once leaves kinks that no lens makes.
    let once = pass(&pass(picture, 1, 0), 0, 1);
    pass(&pass(&once, 1, 0), 0, 1)
}
