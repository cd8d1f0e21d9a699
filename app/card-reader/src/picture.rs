//! A picture of brightness, and the code in it: as it is, then smaller, then in parts.

use quircs::Quirc;

/// No picture has more dots than this; the page makes larger ones smaller before it asks.
const MOST: usize = 16_000_000;
/// Smaller than this no code of a card can be read.
const LEAST: usize = 60;

/// A part of a picture, read at every so many-th dot.
#[derive(Debug, Clone, Copy)]
struct Part<'a> {
    luma: &'a [u8],
    /// Dots in a row of the whole picture.
    row: usize,
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    /// How many dots become one, along each side.
    step: usize,
}

/// Finds a code: in the whole at several sizes, since noise hides it in a large picture, then in quarters that overlap.
pub(crate) fn read(luma: &[u8], width: usize, height: usize) -> Option<String> {
    if width < LEAST || height < LEAST || width.checked_mul(height)? > MOST || luma.len() != width * height {
        return None;
    }
    let whole = Part { luma, row: width, left: 0, top: 0, width, height, step: 1 };
    (1..=3).find_map(|step| Part { step, ..whole }.read()).or_else(|| {
        let (third_across, third_down) = (width / 3, height / 3);
        let parts = [(0, 0), (1, 0), (0, 1), (1, 1)].into_iter().map(|(across, down)| Part {
            left: across * third_across,
            top: down * third_down,
            width: third_across * 2,
            height: third_down * 2,
            ..whole
        });
        let mut parts = parts.flat_map(|part| [part, Part { step: 2, ..part }]);
        parts.find_map(Part::read)
    })
}

impl Part<'_> {
    fn read(self) -> Option<String> {
        let (width, height) = (self.width / self.step, self.height / self.step);
        if width < LEAST || height < LEAST {
            return None;
        }
        let dots: Vec<u8> = (0..height).flat_map(|y| (0..width).map(move |x| self.dot(x, y))).collect();
        let mut finder = Quirc::default();
        let found = finder.identify(width, height, &dots).find_map(|code| code.ok()?.decode().ok());
        found.and_then(|found| String::from_utf8(found.payload).ok())
    }

    /// The mean of the dots that become one.
    fn dot(self, x: usize, y: usize) -> u8 {
        let mut sum = 0_usize;
        for down in 0..self.step {
            let begin = (self.top + y * self.step + down) * self.row + self.left + x * self.step;
            sum += self.luma.get(begin..begin + self.step).map_or(0, |dots| dots.iter().map(|dot| usize::from(*dot)).sum());
        }
        u8::try_from(sum / (self.step * self.step)).unwrap_or(u8::MAX)
    }
}
