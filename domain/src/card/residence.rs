//! Where the owner of a card lives: one line of text, parted only where it can be understood for certain.

use crate::{date::Date, letter};

/// A place of residence in today's two steps, each as the card writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residence<'a> {
    /// House number, street, hamlet.
    pub street: &'a str,
    /// The commune with its kind: «Phường Mẫu».
    pub commune: &'a str,
    /// The province, with its kind or without.
    pub province: &'a str,
}

/// Kinds of communes of today, and how they are shortened.
const COMMUNES: [&str; 5] = ["phường ", "xã ", "đặc khu ", "p. ", "x. "];
/// Kinds of provinces, and how they are shortened.
const PROVINCES: [&str; 5] = ["tỉnh ", "thành phố ", "tp. ", "tp ", "t. "];
/// Since when there are no districts (Resolution 202/2025/QH15).
const TWO_STEPS_SINCE: (i32, u8, u8) = (2025, 7, 1);

impl<'a> Residence<'a> {
    /// Parts «street, commune, province» of a card that was issued since there are no districts.
    ///
    /// Older cards are left alone: a ward of today often bears the name of an old one, or of a whole district,
    /// and is another place. So is a commune without its kind.
    pub(super) fn of_today(text: &'a str, issued: Option<Date>) -> Option<Self> {
        if issued?.parts() < TWO_STEPS_SINCE {
            return None;
        }
        let (rest, province) = text.rsplit_once(',')?;
        let (street, commune) = rest.rsplit_once(',')?;
        let parted = Self { street: street.trim(), commune: commune.trim(), province: province.trim() };
        let kind = |text: &str| COMMUNES.iter().any(|kind| small(text).starts_with(kind));
        // A ward before the ward would be one of the old three steps.
        let before = parted.street.rsplit(',').next().is_some_and(|part| kind(part.trim()));
        (kind(parted.commune) && !before && !parted.street.is_empty() && !parted.province.is_empty()).then_some(parted)
    }
}

/// Tells whether two texts name the same unit, however their kinds are written: «TP. Hà Nội», «Thành phố Hà Nội», «Hà Nội».
///
/// Communes keep their kind, since a commune and a ward of one name may lie in one province.
pub fn same_unit(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    !one.is_empty() && one == other
}

fn plain(text: &str) -> String {
    let text = small(text);
    let bare = PROVINCES.iter().find_map(|kind| text.strip_prefix(kind)).unwrap_or(&text);
    for (short, long) in [("p. ", "phường "), ("x. ", "xã ")] {
        if let Some(name) = bare.strip_prefix(short) {
            return [long, name].concat();
        }
    }
    bare.to_owned()
}

/// Small letters, single spaces, and the accents of «hoà» where «hòa» has them.
fn small(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(letter::small));
    }
    for (old, new) in ACCENTS {
        if out.contains(old) {
            out = out.replace(old, new);
        }
    }
    out
}

/// Both ways to put the mark are in use; these two letters are where they differ.
#[rustfmt::skip]
const ACCENTS: [(&str, &str); 15] = [
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
];
