//! Words laid over a page, again and again: «Chỉ dùng cho thủ tục …». A copy that is stolen says what it was made for.

use crate::picture::Picture;

/// How dark the words are where the mask is full.
const INK: u32 = 96;
/// How much of the page they cover, in 256ths: what stands under them stays readable.
const COVER: u32 = 84;

/// A tile with the words drawn slanted: how much of each dot they cover, 0 to 255.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    width: usize,
    height: usize,
    cover: Vec<u8>,
}

impl Stamp {
    /// Takes a tile, row by row; nothing where it has no dots.
    pub fn new(cover: Vec<u8>, width: usize) -> Option<Self> {
        let height = cover.len().checked_div(width)?;
        (height > 0).then_some(Self { width, height, cover })
    }

    /// Lays the words over a page.
    pub fn lay_over(&self, page: Picture) -> Picture {
        let width = page.width();
        let mut dots = page.into_dots();
        for (y, row) in dots.chunks_mut(width.saturating_mul(4).max(4)).enumerate() {
            let start = (y % self.height) * self.width;
            // Every other row of tiles is moved by half, so that no gap runs down the page.
            let shift = if (y / self.height).is_multiple_of(2) { 0 } else { self.width / 2 };
            for (x, dot) in row.chunks_exact_mut(4).enumerate() {
                let cover = self.cover.get(start + (x + shift) % self.width).copied().unwrap_or(0);
                let share = u32::from(cover) * COVER / 255;
                for colour in dot.iter_mut().take(3) {
                    *colour = u8::try_from((u32::from(*colour) * (256 - share) + INK * share) / 256).unwrap_or(255);
                }
            }
        }
        Picture::new(dots, width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_darken_paper_and_leave_letters_readable() {
        let stamp = Stamp::new(vec![255, 0, 0, 0], 2).unwrap();
        let page = Picture::new([[255, 255, 255, 255], [0, 0, 0, 255]].concat().repeat(8), 4);
        let laid = stamp.lay_over(page);
        assert_eq!(laid.dot(0, 0), [202; 3]);
        assert_eq!(laid.dot(1, 0), [0; 3], "a dot the words leave free");
        assert_eq!(laid.dot(2, 2), [255; 3], "the next row of tiles is moved");
        assert!(laid.dot(3, 2)[0] < 40, "a letter under the words");
        assert_eq!((Stamp::new(Vec::new(), 3), Stamp::new(vec![1], 0)), (None, None));
    }
}
