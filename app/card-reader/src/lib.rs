//! The bundle that reads the QR code of an identity card, fetched when somebody asks for it.
//!
//! A picture comes in as brightness and never leaves the device; words go out, and what a form may be filled with.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::{
    card::{self, Card, CardError},
    personal_id::PersonalIdWarning,
};
use wasm_bindgen::prelude::*;

mod picture;

/// Small rather than clever: it weighs a sixth of the usual one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Finds a QR code in a picture of one byte of brightness a dot, row by row, and returns its text.
#[wasm_bindgen]
pub fn read(luma: &[u8], width: usize, height: usize) -> Option<String> {
    picture::read(luma, width, height)
}

/// Takes the text of a code apart: lines `name`, tab, value.
///
/// `fact:…` is what a form may be filled with; `street`, `commune` and `province` where the card can mean today's units,
/// `residence` where it names others; `doubt` what looks odd, `fault` why it is no card, both in words for the reader.
#[wasm_bindgen]
pub fn understand(text: &str) -> String {
    match text.parse::<Card>() {
        Ok(card) => lines(&card),
        Err(error) => line("fault", fault(error)),
    }
}

/// Tells which line of a list names a unit, as the card or the list may write it.
#[wasm_bindgen]
pub fn find_unit(name: &str, list: &str) -> Option<usize> {
    list.lines().position(|known| card::same_unit(name, known))
}

fn lines(card: &Card) -> String {
    let mut out = String::new();
    for (name, value) in card.known().facts {
        out.push_str(&line(&["fact:", &name].concat(), &value));
    }
    match card.residence() {
        Some(found) => {
            for (name, value) in [("street", found.street), ("commune", found.commune), ("province", found.province)] {
                out.push_str(&line(name, value));
            }
        }
        None if card.residence.is_empty() => {}
        None => out.push_str(&line("residence", &card.residence)),
    }
    for doubt in card.doubts() {
        out.push_str(&line("doubt", words(&doubt)));
    }
    out
}

/// A line of its own, whatever the value holds.
fn line(name: &str, value: &str) -> String {
    [name, "\t", &value.replace(['\n', '\r', '\t'], " "), "\n"].concat()
}

const fn fault(error: CardError) -> &'static str {
    match error {
        CardError::OtherCode => "Đây là mã QR khác, không phải mã trên thẻ căn cước. Bạn quét mã in trên thẻ.",
        CardError::PersonalId(_) => "Mã này thiếu số định danh cá nhân 12 chữ số. Bạn quét lại, hoặc tự điền.",
        CardError::Name => "Mã này thiếu họ tên. Bạn quét lại, hoặc tự điền.",
        CardError::Birth => "Ngày sinh trong mã đọc không ra. Bạn quét lại, hoặc tự điền.",
        CardError::Sex => "Mã này thiếu giới tính. Bạn quét lại, hoặc tự điền.",
    }
}

const fn words(doubt: &PersonalIdWarning) -> &'static str {
    match doubt {
        PersonalIdWarning::UnknownArea(_) => "Ba số đầu của số định danh không phải mã tỉnh hay mã nước. Bạn so lại với thẻ.",
        PersonalIdWarning::BirthYear { .. } => "Năm sinh trên thẻ khác với số định danh. Bạn so lại với thẻ.",
        PersonalIdWarning::Sex { .. } => "Giới tính trên thẻ khác với số định danh. Bạn so lại với thẻ.",
    }
}

#[cfg(test)]
mod tests;
