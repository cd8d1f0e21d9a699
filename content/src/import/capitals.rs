//! Gives names written in capitals the letters they have elsewhere in the same list.

use std::collections::BTreeMap;

/// How words are written within names that are not all in capitals.
#[derive(Debug, Default)]
pub(super) struct Capitals {
    /// By the word in small letters: every spelling seen behind the first word, and how often.
    seen: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Capitals {
    /// Learns from names.
    pub(super) fn learnt<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut capitals = Self::default();
        for name in names.filter(|name| !is_shouted(name)) {
            for word in name.split(' ').skip(1).map(bare).filter(|word| !word.is_empty()) {
                *capitals.seen.entry(word.to_lowercase()).or_default().entry(word.to_owned()).or_default() += 1;
            }
        }
        capitals
    }

    /// Writes a name as its words are written elsewhere; names that are not shouted stay.
    pub(super) fn sane(&self, name: &str) -> String {
        if !is_shouted(name) {
            return name.to_owned();
        }
        let words: Vec<String> = name.split(' ').map(|word| self.word(word)).collect();
        first_upper(&words.join(" "))
    }

    fn word(&self, word: &str) -> String {
        let inner = bare(word);
        let small = inner.to_lowercase();
        let usual = self.seen.get(&small).and_then(|spellings| spellings.iter().max_by_key(|(_, count)| **count));
        word.replacen(inner, usual.map_or(&small, |(spelling, _)| spelling), 1)
    }
}

/// Tells whether a name is written in capitals.
pub(super) fn is_shouted(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let small = name.chars().filter(|letter| letter.is_lowercase()).count();
    letters >= 8 && small * 10 < letters
}

/// A word without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Writes the first letter large.
pub(super) fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouted_names_get_the_letters_of_the_others() {
        let capitals = Capitals::learnt(["Cấp phép của UBND tỉnh", "Thông báo cho Nhà nước", "Cấp lại (do Bộ Công an) cấp"].into_iter());
        assert_eq!(capitals.sane("CẤP PHÉP CỦA UBND TỈNH (BỘ CÔNG AN)"), "Cấp phép của UBND tỉnh (Bộ Công an)");
        assert_eq!(capitals.sane("Cấp phép ABTC"), "Cấp phép ABTC");
    }
}
