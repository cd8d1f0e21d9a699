//! Pictures as rows of dots, and places in them.

/// A picture as a browser hands it out: red, green, blue and a fourth byte nobody looks at, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

/// How light each dot is, 0 black, 255 white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grey {
    /// Dots in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Row by row.
    pub light: Vec<u8>,
}

/// A place in a picture as fractions of its width and height, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// From the left edge.
    pub x: f32,
    /// From the upper edge.
    pub y: f32,
}

/// The four corners of a sheet of paper in a picture, clockwise from the one that becomes the upper left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Corners(pub [Spot; 4]);

impl Picture {
    /// Takes the dots of a picture; what is missing of its last row is left out.
    pub fn new(dots: Vec<u8>, width: usize) -> Self {
        let row = width.saturating_mul(4).max(4);
        Self { width: row / 4, height: dots.len() / row, dots }
    }

    /// Dots in a row.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The dots, four bytes each, whole rows only.
    pub fn dots(&self) -> &[u8] {
        self.dots.get(..self.width * self.height * 4).unwrap_or_default()
    }

    /// Takes the dots out again.
    pub fn into_dots(self) -> Vec<u8> {
        self.dots
    }

    /// Returns red, green and blue of a dot; beyond an edge those of the edge, and white where there is no picture.
    pub fn dot(&self, x: usize, y: usize) -> [u8; 3] {
        let (x, y) = (x.min(self.width.saturating_sub(1)), y.min(self.height.saturating_sub(1)));
        let at = y.saturating_mul(self.width).saturating_add(x).saturating_mul(4);
        match self.dots.get(at..at.saturating_add(3)) {
            Some([red, green, blue]) => [*red, *green, *blue],
            _ => [255; 3],
        }
    }

    /// Looks only at how light it is (ITU-R BT.601).
    pub fn grey(&self) -> Grey {
        let light = self.dots.chunks_exact(4).take(self.width * self.height).map(|dot| match dot {
            [red, green, blue, _] => light(*red, *green, *blue),
            _ => 255,
        });
        Grey { width: self.width, height: self.height, light: light.collect() }
    }
}

/// How light a colour is.
#[expect(clippy::cast_possible_truncation, reason = "a mean of bytes is a byte")]
fn light(red: u8, green: u8, blue: u8) -> u8 {
    ((u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29) >> 8) as u8
}

impl Grey {
    /// Returns a dot; beyond an edge that of the edge, and white where there is no picture.
    pub fn dot(&self, x: usize, y: usize) -> u8 {
        let (x, y) = (x.min(self.width.saturating_sub(1)), y.min(self.height.saturating_sub(1)));
        self.light.get(y * self.width + x).copied().unwrap_or(255)
    }

    /// Makes it smaller by a whole number: each dot the mean of a square.
    #[expect(clippy::cast_possible_truncation, reason = "a mean of bytes is a byte")]
    #[must_use]
    pub fn smaller(&self, by: usize) -> Self {
        let by = by.max(1);
        let (width, height) = (self.width / by, self.height / by);
        let mut means = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let rows = (0..by).filter_map(|row| self.light.get((y * by + row) * self.width + x * by..).and_then(|rest| rest.get(..by)));
                let sum: usize = rows.flatten().map(|light| usize::from(*light)).sum();
                means.push((sum / (by * by)) as u8);
            }
        }
        Self { width, height, light: means }
    }
}

impl Corners {
    /// The whole picture.
    pub const WHOLE: Self = Self([Spot { x: 0.0, y: 0.0 }, Spot { x: 1.0, y: 0.0 }, Spot { x: 1.0, y: 1.0 }, Spot { x: 0.0, y: 1.0 }]);

    /// Reads eight numbers, x before y; the whole picture where they are not those of a sheet.
    pub fn of(numbers: &[f32]) -> Self {
        let spots: Vec<Spot> = numbers
            .chunks_exact(2)
            .filter_map(|pair| match pair {
                [x, y] => Some(Spot { x: x.clamp(0.0, 1.0), y: y.clamp(0.0, 1.0) }),
                _ => None,
            })
            .collect();
        match spots.as_slice() {
            [one, two, three, four] => Some(Self([*one, *two, *three, *four])).filter(Self::is_sheet).unwrap_or(Self::WHOLE),
            _ => Self::WHOLE,
        }
    }

    /// Turns the sheet by quarters, clockwise: another corner becomes the upper left.
    #[must_use]
    pub fn turned(self, quarters: u8) -> Self {
        let mut spots = self.0;
        spots.rotate_right(usize::from(quarters % 4));
        Self(spots)
    }

    /// Tells whether the corners go round once without a dent and hold more than a speck.
    pub fn is_sheet(&self) -> bool {
        let turns = self.0.iter().zip(self.0.iter().cycle().skip(1)).zip(self.0.iter().cycle().skip(2));
        let mut crosses = turns.map(|((one, two), three)| (two.x - one.x) * (three.y - two.y) - (two.y - one.y) * (three.x - two.x));
        crosses.all(|cross| cross > 0.0) && self.area() > 0.01
    }

    /// How much of the picture the sheet covers (shoelace formula).
    pub fn area(&self) -> f32 {
        let pairs = self.0.iter().zip(self.0.iter().cycle().skip(1));
        pairs.map(|(one, two)| one.x * two.y - two.x * one.y).sum::<f32>().abs() / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_turned_sheet_begins_at_another_corner() {
        let [upper_left, upper_right, ..] = Corners::WHOLE.0;
        assert_eq!(Corners::WHOLE.turned(0), Corners::WHOLE);
        // What was at the lower left goes to the upper left when the sheet turns clockwise.
        assert_eq!(Corners::WHOLE.turned(1).0.get(1), Some(&upper_left));
        assert_eq!(Corners::WHOLE.turned(3).0.first(), Some(&upper_right));
        assert_eq!(Corners::WHOLE.turned(4), Corners::WHOLE);
    }

    #[test]
    fn what_is_no_sheet_is_the_whole_picture() {
        for numbers in [
            &[0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0][..],
            &[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
            &[0.1, 0.1, 0.9, 0.1],
            &[f32::NAN; 8],
        ] {
            assert_eq!(Corners::of(numbers), Corners::WHOLE, "{numbers:?}");
        }
        let sheet = Corners::of(&[0.2, 0.1, 0.8, 0.2, 0.9, 0.9, 0.1, 0.8]);
        assert!(sheet.is_sheet() && sheet != Corners::WHOLE && (sheet.area() - 0.49).abs() < 0.02);
    }

    proptest! {
        #[test]
        fn no_numbers_and_no_sizes_panic(numbers in prop::collection::vec(any::<f32>(), 0..10), width in 0_usize..9, dots in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Corners::of(&numbers).is_sheet());
            let picture = Picture::new(dots, width);
            prop_assert_eq!(picture.grey().light.len(), picture.width() * picture.height());
            let _ = picture.dot(1000, 1000);
            let _ = picture.grey().smaller(3).dot(5, 5);
        }
    }
}
