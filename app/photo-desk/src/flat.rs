//! The sheet, cut out and laid flat: a projective map takes it from its corners to a rectangle.

use crate::picture::{Corners, Picture};

/// The map from a square to a quadrilateral (P. Heckbert, Fundamentals of Texture Mapping, 1989, §2.2.3).
struct Projection {
    across: [f32; 3],
    down: [f32; 3],
    depth: [f32; 2],
}

impl Projection {
    fn onto(corners: [(f32, f32); 4]) -> Self {
        let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = corners;
        let (dx1, dx2, sx) = (x1 - x2, x3 - x2, x0 - x1 + x2 - x3);
        let (dy1, dy2, sy) = (y1 - y2, y3 - y2, y0 - y1 + y2 - y3);
        let whole = dx1 * dy2 - dx2 * dy1;
        // The corners of a sheet never lie on one line; see `Corners::is_sheet`.
        let (by_u, by_v) = if whole == 0.0 { (0.0, 0.0) } else { ((sx * dy2 - dx2 * sy) / whole, (dx1 * sy - sx * dy1) / whole) };
        let across = [x1 - x0 + by_u * x1, x3 - x0 + by_v * x3, x0];
        let down = [y1 - y0 + by_u * y1, y3 - y0 + by_v * y3, y0];
        Self { across, down, depth: [by_u, by_v] }
    }

    fn at(&self, u: f32, v: f32) -> (f32, f32) {
        let along = |[by_u, by_v, from]: [f32; 3]| by_u * u + by_v * v + from;
        let depth = along([self.depth[0], self.depth[1], 1.0]);
        (along(self.across) / depth, along(self.down) / depth)
    }
}

/// How large a sheet comes out: as large as it is in the picture, its longer side at most `longest` dots.
pub fn size(picture: &Picture, corners: Corners, longest: usize) -> (usize, usize) {
    let [one, two, three, four] = places(picture, corners);
    let length = |one: (f32, f32), other: (f32, f32)| (one.0 - other.0).hypot(one.1 - other.1);
    let (width, height) = (length(one, two).max(length(four, three)).max(1.0), length(one, four).max(length(two, three)).max(1.0));
    let by = (real(longest) / width.max(height)).min(1.0);
    (whole(width * by).max(1), whole(height * by).max(1))
}

fn places(picture: &Picture, corners: Corners) -> [(f32, f32); 4] {
    let (width, height) = (real(picture.width()), real(picture.height()));
    corners.0.map(|spot| (spot.x * width, spot.y * height))
}

/// Cuts the sheet out and lays it flat, `width` by `height` dots.
pub fn flattened(picture: &Picture, corners: Corners, width: usize, height: usize) -> Picture {
    let projection = Projection::onto(places(picture, corners));
    let mut dots = Vec::with_capacity(width * height * 4);
    for y in 0..height {
        let v = (real(y) + 0.5) / real(height);
        for x in 0..width {
            let (from_x, from_y) = projection.at((real(x) + 0.5) / real(width), v);
            dots.extend(between(picture, from_x - 0.5, from_y - 0.5));
            dots.push(255);
        }
    }
    Picture::new(dots, width)
}

/// The colour between four dots.
fn between(picture: &Picture, x: f32, y: f32) -> [u8; 3] {
    let (x, y) = (x.max(0.0), y.max(0.0));
    let (left, top) = (whole(x), whole(y));
    let (right_share, lower_share) = (share(x - real(left)), share(y - real(top)));
    let (one, two) = (picture.dot(left, top), picture.dot(left + 1, top));
    let (three, four) = (picture.dot(left, top + 1), picture.dot(left + 1, top + 1));
    let mix = |a: u8, b: u8, c: u8, d: u8| {
        let upper = u32::from(a) * (256 - right_share) + u32::from(b) * right_share;
        let lower = u32::from(c) * (256 - right_share) + u32::from(d) * right_share;
        #[expect(clippy::cast_possible_truncation, reason = "a mean of bytes is a byte")]
        let mean = ((upper * (256 - lower_share) + lower * lower_share) >> 16) as u8;
        mean
    };
    let ([red1, green1, blue1], [red2, green2, blue2]) = (one, two);
    let ([red3, green3, blue3], [red4, green4, blue4]) = (three, four);
    [mix(red1, red2, red3, red4), mix(green1, green2, green3, green4), mix(blue1, blue2, blue3, blue4)]
}

#[expect(clippy::cast_precision_loss, reason = "sizes of pictures are far below 2^24")]
fn real(number: usize) -> f32 {
    number as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is below zero or no number becomes zero")]
fn whole(number: f32) -> usize {
    number as usize
}

/// A share of one, in 256ths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 256")]
fn share(number: f32) -> u32 {
    (number * 256.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::drawn;

    /// A sheet whose quarters are told apart.
    fn quarters(x: usize, y: usize) -> u8 {
        match (x < 450, y < 600) {
            (true, true) => 250,
            (false, true) => 200,
            (false, false) => 150,
            (true, false) => 100,
        }
    }

    #[track_caller]
    fn check(sheet: [f32; 8], turns: u8, expected: [u8; 4]) {
        let picture = drawn(900, 1200, &sheet, 20, quarters);
        let corners = Corners::of(&sheet).turned(turns);
        let (width, height) = size(&picture, corners, 500);
        let flat = flattened(&picture, corners, width, height);
        let seen = [(1, 1), (3, 1), (3, 3), (1, 3)].map(|(x, y)| flat.dot(width * x / 4, height * y / 4)[0]);
        assert_eq!(seen, expected, "{sheet:?} turned {turns}");
        // Nothing of the table is left along the edges.
        for (x, y) in [(2, 2), (width - 3, 2), (width - 3, height - 3), (2, height - 3), (width / 2, 2), (2, height / 2)] {
            assert!(flat.dot(x, y)[0] > 60, "the ground shows at {x} {y}");
        }
    }

    #[test]
    fn a_sheet_lies_flat_and_as_it_was_turned() {
        for sheet in [[0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9], [0.2, 0.12, 0.85, 0.2, 0.9, 0.88, 0.1, 0.8]] {
            check(sheet, 0, [250, 200, 150, 100]);
            check(sheet, 1, [100, 250, 200, 150]);
            check(sheet, 2, [150, 100, 250, 200]);
            check(sheet, 3, [200, 150, 100, 250]);
        }
    }

    #[test]
    fn a_sheet_keeps_its_size_up_to_a_limit_and_its_shape() {
        let picture = Picture::new(vec![0; 900 * 1200 * 4], 900);
        assert_eq!(size(&picture, Corners::WHOLE, 5000), (900, 1200));
        assert_eq!(size(&picture, Corners::WHOLE, 600), (450, 600));
        assert_eq!(size(&picture, Corners::WHOLE.turned(1), 600), (600, 450));
        assert_eq!(size(&Picture::new(Vec::new(), 0), Corners::WHOLE, 600), (1, 1));
    }
}
