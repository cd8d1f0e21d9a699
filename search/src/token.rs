//! Parting a text into words and signs, and putting it together again.

use alloc::vec::Vec;

/// Tells whether a character belongs to a word.
pub(crate) fn is_of_word(letter: char) -> bool {
    match letter {
        '\u{0}'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{ffff}' => {
            false
        }
        _ => letter >= '\u{c0}',
    }
}

/// Tells whether a token is a word and no sign.
pub(crate) fn is_word(token: &str) -> bool {
    token.chars().next().is_some_and(is_of_word)
}

/// A word or a sign of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) text: &'a str,
    /// Where it begins, in bytes.
    pub(crate) start: usize,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
}

impl Token<'_> {
    pub(crate) fn is_word(&self) -> bool {
        is_word(self.text)
    }
}

/// Returns the words and signs of a text in their order; white space is none.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    // Where the word began that is being read.
    let mut word = None;
    let mut spaced = false;
    for (at, letter) in text.char_indices() {
        if is_of_word(letter) {
            word.get_or_insert(at);
            continue;
        }
        if let Some(start) = word.take() {
            found.extend(text.get(start..at).map(|text| Token { text, start, spaced }));
            spaced = false;
        }
        if letter.is_ascii_whitespace() || letter == '\u{a0}' {
            spaced = true;
        } else {
            found.extend(text.get(at..at + letter.len_utf8()).map(|text| Token { text, start: at, spaced }));
            spaced = false;
        }
    }
    if let Some(start) = word {
        found.extend(text.get(start..).map(|text| Token { text, start, spaced }));
    }
    found
}

/// Tells whether a space is usual between two tokens of a text.
pub(crate) fn gap(left: &str, right: &str) -> bool {
    let closes = matches!(right, "," | "." | ";" | ":" | ")" | "%" | "”" | "?" | "!" | "»");
    let opens = matches!(left, "(" | "“" | "«");
    !closes && !opens && left != "/" && right != "/"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_words_and_signs() {
        let texts = |text| tokens(text).into_iter().map(|token| (token.text, token.spaced)).collect::<Vec<_>>();
        assert_eq!(
            texts("Cấp lại (KT3), x"),
            [("Cấp", false), ("lại", true), ("(", true), ("KT3", false), (")", false), (",", false), ("x", true)]
        );
        assert_eq!(texts(" \n "), []);
    }
}
