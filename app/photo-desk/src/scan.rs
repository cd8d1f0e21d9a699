//! Pages become one PDF that is small enough to be sent over a slow line.

use crate::{
    picture::{Grey, Picture},
    tone,
};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};

/// The longer side of a page in points: that of A4.
const LONGER_SIDE: f32 = 842.0;
/// The qualities a page is tried in, best first; below the last one letters fray.
const QUALITIES: [u8; 4] = [78, 62, 48, 36];
/// How often a page that is still too large is made smaller, and to how many tenths.
const SMALLER: (usize, usize) = (2, 8);

/// The PDF in the making.
#[derive(Debug)]
pub struct Scan {
    /// How many bytes all pages together should have at most.
    most: usize,
    pages: Vec<Leaf>,
}

/// A page, compressed (JPEG, ITU-T T.81).
#[derive(Debug)]
struct Leaf {
    width: usize,
    height: usize,
    grey: bool,
    jpeg: Vec<u8>,
}

/// What a page looks like before it is compressed.
enum Look {
    Colour(Picture),
    Grey(Grey),
}

impl Scan {
    /// Begins one that should have at most so many bytes.
    pub const fn new(most: usize) -> Self {
        Self { most, pages: Vec::new() }
    }

    /// Adds a page that lies flat; after it come `left` more. What earlier pages left over is for it and them.
    pub fn add(&mut self, page: Picture, grey: bool, left: usize) {
        let used: usize = self.pages.iter().map(|leaf| leaf.jpeg.len() + 400).sum();
        let room = self.most.saturating_sub(used) / (left + 1);
        let mut look = if grey { Look::Grey(tone::evened(&page.grey())) } else { Look::Colour(page) };
        let mut leaf = look.compressed(room);
        for _ in 0..SMALLER.0 {
            if leaf.jpeg.len() <= room {
                break;
            }
            look = look.smaller(SMALLER.1);
            leaf = look.compressed(room);
        }
        self.pages.push(leaf);
    }

    /// Writes the PDF (ISO 32000-1): one picture a page, and nothing that says who, when or where.
    pub fn written(&self) -> Vec<u8> {
        let mut pdf = Pdf::new();
        let mut next = 1..;
        let mut fresh = || Ref::new(next.next().unwrap_or(i32::MAX));
        let (catalogue, tree) = (fresh(), fresh());
        let mut leaves = Vec::new();
        for leaf in &self.pages {
            let (page, picture, content) = (fresh(), fresh(), fresh());
            leaves.push(page);
            let by = LONGER_SIDE / real(leaf.width.max(leaf.height));
            let (width, height) = (real(leaf.width) * by, real(leaf.height) * by);
            let mut image = pdf.image_xobject(picture, &leaf.jpeg);
            image.filter(Filter::DctDecode);
            image.width(short(leaf.width)).height(short(leaf.height)).bits_per_component(8);
            if leaf.grey {
                image.color_space().device_gray();
            } else {
                image.color_space().device_rgb();
            }
            image.finish();
            let mut drawn = Content::new();
            drawn.save_state().transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(Name(b"P")).restore_state();
            pdf.stream(content, &drawn.finish());
            let mut written = pdf.page(page);
            written.parent(tree).media_box(Rect::new(0.0, 0.0, width, height)).contents(content);
            written.resources().x_objects().pair(Name(b"P"), picture);
        }
        pdf.catalog(catalogue).pages(tree);
        pdf.pages(tree).count(short(leaves.len())).kids(leaves);
        pdf.finish()
    }
}

impl Look {
    /// The first quality that fits, else the smallest there is.
    fn compressed(&self, room: usize) -> Leaf {
        let mut last = self.leaf(QUALITIES.first().copied().unwrap_or(60));
        for quality in QUALITIES.into_iter().skip(1) {
            if last.jpeg.len() <= room {
                break;
            }
            last = self.leaf(quality);
        }
        last
    }

    fn leaf(&self, quality: u8) -> Leaf {
        let mut jpeg = Vec::new();
        let mut encoder = Encoder::new(&mut jpeg, quality);
        encoder.set_optimized_huffman_tables(true);
        let (width, height, grey) = match self {
            Self::Colour(page) => (page.width(), page.height(), false),
            Self::Grey(page) => (page.width, page.height, true),
        };
        let size = (u16::try_from(width).unwrap_or(u16::MAX), u16::try_from(height).unwrap_or(u16::MAX));
        // It fails only for sizes and lengths that no `Picture` has.
        let _ = match self {
            Self::Colour(page) => {
                encoder.set_sampling_factor(SamplingFactor::F_2_2);
                encoder.encode(page.dots(), size.0, size.1, ColorType::Rgba)
            }
            Self::Grey(page) => encoder.encode(&page.light, size.0, size.1, ColorType::Luma),
        };
        Leaf { width, height, grey, jpeg }
    }

    fn smaller(self, tenths: usize) -> Self {
        match self {
            Self::Colour(page) => {
                let (width, height) = (page.width() * tenths / 10, page.height() * tenths / 10);
                Self::Colour(crate::flat::flattened(&page, crate::picture::Corners::WHOLE, width.max(1), height.max(1)))
            }
            Self::Grey(page) => {
                let (width, height) = ((page.width * tenths / 10).max(1), (page.height * tenths / 10).max(1));
                let at = |x: usize, y: usize| page.dot(x * 10 / tenths, y * 10 / tenths);
                let light = (0..width * height).map(|dot| at(dot % width, dot / width)).collect();
                Self::Grey(Grey { width, height, light })
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "sizes of pictures are far below 2^24")]
fn real(number: usize) -> f32 {
    number as f32
}

fn short(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        pages::{self, Counted},
        tests::{drawn, letters},
    };

    const WHOLE: [f32; 8] = [0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0];

    #[test]
    fn pages_fit_into_what_they_may_weigh_and_are_read_back_as_many() {
        for (pages, most, grey) in [(1, 2_000_000, true), (3, 500_000, true), (3, 500_000, false), (12, 2_000_000, true)] {
            let mut scan = Scan::new(most);
            for page in 0..pages {
                scan.add(drawn(1240, 1754, &WHOLE, 60, letters), grey, pages - 1 - page);
            }
            let written = scan.written();
            assert!(written.len() <= most, "{pages} pages: {} of {most} bytes", written.len());
            assert_eq!(pages::count(&written), Counted::Pages(u32::try_from(pages).unwrap()));
        }
    }

    #[test]
    fn a_page_keeps_its_shape_and_says_nothing_of_its_maker() {
        let mut scan = Scan::new(2_000_000);
        scan.add(drawn(1200, 600, &WHOLE, 60, letters), false, 0);
        let text = String::from_utf8_lossy(&scan.written()).into_owned();
        assert!(text.contains("/MediaBox [0 0 842 421]") && text.contains("/DeviceRGB"), "{}", text.get(..400).unwrap_or_default());
        for word in ["/Info", "/Producer", "/CreationDate", "/Author", "Exif"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}
