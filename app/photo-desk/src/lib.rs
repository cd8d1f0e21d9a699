//! The photo desk (bàn ảnh): pictures of papers become pages that can be read, and one small PDF. All of it on the device.
//!
//! The browser takes pictures apart, in a worker of its own; here they are looked at, cut out, laid flat, evened and put together.
//! What a page asks for goes through the functions and the type below; numbers stand for what is simple.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

use wasm_bindgen::prelude::*;

pub mod doubt;
pub mod flat;
pub mod pages;
pub mod picture;
pub mod scan;
pub mod sheet;
pub mod stamp;
#[cfg(test)]
mod tests;
pub mod tone;

use doubt::Doubt;
use pages::Counted;
use picture::{Corners, Picture};
use scan::Scan;
use stamp::Stamp;

/// Small rather than clever, like in the other bundles.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Looks at a picture: the eight numbers of its corners, then 1 where it is blurred, then 1 where it is dark; else 0.
#[wasm_bindgen]
pub fn look(dots: Vec<u8>, width: usize) -> Vec<f32> {
    let grey = Picture::new(dots, width).grey();
    let doubt = Doubt::of(&grey);
    let corners = sheet::find(&grey).0;
    let numbers = corners.iter().flat_map(|spot| [spot.x, spot.y]);
    numbers.chain([f32::from(u8::from(doubt.blurred)), f32::from(u8::from(doubt.dark))]).collect()
}

/// Counts the pages of a PDF: −1 where it wants a password, 0 where nobody can tell.
#[wasm_bindgen]
pub fn pages_of(pdf: &[u8]) -> i32 {
    match pages::count(pdf) {
        Counted::Pages(pages) => i32::try_from(pages).unwrap_or(i32::MAX),
        Counted::Locked => -1,
        Counted::Unknown => 0,
    }
}

/// Shows how a page will come out; its longer side has at most `longest` dots.
#[wasm_bindgen]
pub fn preview(dots: Vec<u8>, width: usize, corners: &[f32], turns: u8, grey: bool, longest: usize) -> Preview {
    let picture = Picture::new(dots, width);
    let page = laid_flat(&picture, corners, turns, longest);
    let width = page.width();
    let dots = if grey {
        tone::evened(&page.grey()).light.iter().flat_map(|light| [*light, *light, *light, 255]).collect()
    } else {
        page.into_dots()
    };
    Preview { width, dots }
}

/// A picture for the screen.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Preview {
    width: usize,
    dots: Vec<u8>,
}

#[wasm_bindgen]
impl Preview {
    /// Dots in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Its dots, four bytes each.
    pub fn dots(self) -> Vec<u8> {
        self.dots
    }
}

/// The PDF of one paper in the making.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Paper {
    scan: Scan,
    stamp: Option<Stamp>,
}

#[wasm_bindgen]
impl Paper {
    /// Begins one of at most so many bytes; `cover` is a tile with the words to lay over each page, empty for none.
    #[wasm_bindgen(constructor)]
    pub fn new(most: usize, cover: Vec<u8>, cover_width: usize) -> Self {
        Self { scan: Scan::new(most), stamp: Stamp::new(cover, cover_width) }
    }

    /// Adds a page, after which `left` more come.
    pub fn add(&mut self, dots: Vec<u8>, width: usize, corners: &[f32], turns: u8, grey: bool, left: usize) {
        let mut page = laid_flat(&Picture::new(dots, width), corners, turns, LONGEST);
        if let Some(stamp) = &self.stamp {
            page = stamp.lay_over(page);
        }
        self.scan.add(page, grey, left);
    }

    /// Writes the PDF.
    pub fn written(&self) -> Vec<u8> {
        self.scan.written()
    }
}

/// The longer side of a page in dots: 170 to the inch on A4, at which eight-point print is read.
const LONGEST: usize = 2000;

fn laid_flat(picture: &Picture, corners: &[f32], turns: u8, longest: usize) -> Picture {
    let corners = Corners::of(corners).turned(turns);
    let (width, height) = flat::size(picture, corners, longest);
    flat::flattened(picture, corners, width, height)
}
