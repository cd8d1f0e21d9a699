//! Codes drawn here are read back: small, large, turned, noisy, in the corner of a large picture; nothing makes it panic.

#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "dots of small pictures")]

use super::*;
use proptest::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

const CARD: &str = "001190000012|012345678|Nguyễn Thị Mẫu|05031990|Nữ|Số 1, phố Mẫu, Phường Mẫu, Tỉnh Mẫu|01082025";

/// A grey picture with a code in it, whose top left corner lies somewhere and whose squares are so many dots wide.
struct Picture {
    luma: Vec<u8>,
    width: usize,
    height: usize,
}

fn drawn(text: &str, width: usize, height: usize, left: usize, top: usize, square: usize) -> Picture {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
    let size = usize::try_from(code.size()).unwrap() + 8;
    let mut luma = vec![170; width * height];
    for y in 0..size * square {
        for x in 0..size * square {
            let at = |dot: usize| i32::try_from(dot / square).unwrap() - 4;
            luma[(top + y) * width + left + x] = if code.get_module(at(x), at(y)) { 40 } else { 230 };
        }
    }
    Picture { luma, width, height }
}

fn read_back(picture: &Picture) -> Option<String> {
    read(&picture.luma, picture.width, picture.height)
}

#[test]
fn a_code_is_read_wherever_it_lies() {
    for (width, height, left, top, square) in
        [(300, 300, 20, 20, 3), (640, 480, 300, 100, 4), (1600, 1200, 1200, 800, 3), (2400, 1800, 300, 200, 14)]
    {
        let picture = drawn(CARD, width, height, left, top, square);
        assert_eq!(read_back(&picture).as_deref(), Some(CARD), "{width}×{height}, squares of {square}");
    }
}

#[test]
fn noise_of_a_camera_is_seen_through() {
    let mut picture = drawn(CARD, 1200, 900, 300, 150, 8);
    let mut state = 1_u32;
    for dot in &mut picture.luma {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = u8::try_from(state >> 24).unwrap() / 3;
        *dot = if state & 0x0010_0000 == 0 { dot.saturating_add(noise) } else { dot.saturating_sub(noise) };
    }
    assert_eq!(read_back(&picture).as_deref(), Some(CARD));
}

#[test]
fn a_turned_code_is_read() {
    let Picture { luma, width, height } = drawn(CARD, 500, 400, 60, 30, 5);
    let turned: Vec<u8> = (0..width).flat_map(|x| (0..height).rev().map(move |y| (x, y))).map(|(x, y)| luma[y * width + x]).collect();
    assert_eq!(read(&turned, height, width).as_deref(), Some(CARD));
}

/// What a phone makes of a card held by hand: turned a little, seen from the side, out of focus, darker towards one edge.
fn photographed(flat: &Picture, angle: f64, blur: usize) -> Picture {
    let (width, height) = (flat.width, flat.height);
    let (sine, cosine) = angle.sin_cos();
    let sharp = |x: usize, y: usize| {
        let (right, down) = (x as f64 - width as f64 / 2.0, y as f64 - height as f64 / 2.0);
        // The far side is smaller.
        let far = 1.0 + right / width as f64 * 0.12;
        let (right, down) = (right * far, down * far);
        let at = (right * cosine + down * sine + width as f64 / 2.0, down * cosine - right * sine + height as f64 / 2.0);
        let inside = at.0 >= 0.0 && at.1 >= 0.0 && at.0 < width as f64 && at.1 < height as f64;
        if inside { u32::from(flat.luma[at.1 as usize * width + at.0 as usize]) } else { 120 }
    };
    let dots = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let luma = dots.map(|(x, y)| {
        let (across, down) = (x.saturating_sub(blur)..=(x + blur).min(width - 1), y.saturating_sub(blur)..=(y + blur).min(height - 1));
        let count = across.clone().count() * down.clone().count();
        let sum: u32 = down.flat_map(|y| across.clone().map(move |x| (x, y))).map(|(x, y)| sharp(x, y)).sum();
        let mean = sum as usize / count;
        u8::try_from(mean * (width * 2 - x) / (width * 2)).unwrap()
    });
    Picture { luma: luma.collect(), width, height }
}

#[test]
fn a_card_held_by_hand_is_read() {
    for (square, degrees, blur) in [(8, 3.0_f64, 1), (8, -12.0, 2), (6, 25.0, 1), (9, 40.0, 2), (5, 7.0, 1)] {
        let flat = drawn(CARD, 1100, 900, 550 - 32 * square, 450 - 32 * square, square);
        let picture = photographed(&flat, degrees.to_radians(), blur);
        assert_eq!(read_back(&picture).as_deref(), Some(CARD), "squares of {square}, {degrees}°, blur {blur}");
    }
}

#[test]
fn a_picture_without_a_code_has_none() {
    assert_eq!(read(&vec![200; 400 * 300], 400, 300), None);
    assert_eq!(read(&[0; 100], 10, 10), None);
    assert_eq!(read(&[0; 100], 400, 300), None);
    assert_eq!(read(&[], usize::MAX, usize::MAX), None);
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(understand(text).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_text_is_taken_apart() {
    let facts = [
        "fact:name\tNguyễn Thị Mẫu",
        "fact:personal-id\t001190000012",
        "fact:birth.day\t5",
        "fact:birth.month\t3",
        "fact:birth.year\t1990",
        "fact:sex\tnu",
    ];
    check(CARD, &[&facts[..], &["street\tSố 1, phố Mẫu", "commune\tPhường Mẫu", "province\tTỉnh Mẫu"]].concat());
    let old = CARD.replace("01082025", "01082022");
    check(&old, &[&facts[..], &["residence\tSố 1, phố Mẫu, Phường Mẫu, Tỉnh Mẫu"]].concat());
    let odd = "001190000012||Nguyễn Thị Mẫu|05031990|Nam||";
    check(odd, &[&facts[..5], &["fact:sex\tnam", "doubt\tGiới tính trên thẻ khác với số định danh. Bạn so lại với thẻ."]].concat());
    check("https://example.org", &["fault\tĐây là mã QR khác, không phải mã trên thẻ căn cước. Bạn quét mã in trên thẻ."]);
}

#[test]
fn units_are_found_by_name() {
    let list = "Tỉnh Mẫu\nThành phố Hà Nội\nThành phố Huế";
    assert_eq!(find_unit("TP. Hà Nội", list), Some(1));
    assert_eq!(find_unit("Hà Nam", list), None);
    assert_eq!(find_unit("", list), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_picture_makes_it_panic(luma in proptest::collection::vec(any::<u8>(), 80 * 70)) {
        let _ = read(&luma, 80, 70);
    }

    #[test]
    fn no_spoiled_code_makes_it_panic(holes in proptest::collection::vec((0usize..300 * 300, any::<u8>()), 0..4000)) {
        let mut picture = drawn(CARD, 300, 300, 20, 20, 3);
        for (at, dot) in holes {
            picture.luma[at] = dot;
        }
        // What is read in spite of it is what was written: the code corrects itself.
        if let Some(text) = read_back(&picture) {
            prop_assert_eq!(text, CARD);
        }
    }
}
