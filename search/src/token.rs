//! Parting a text into words and signs, and putting it together again.

/// Tells whether a character belongs to a word.
pub(crate) fn is_of_word(letter: char) -> bool {
    match letter {
        '\u{0}'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => letter >= '\u{c0}',
    }
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
        self.text.starts_with(is_of_word)
    }
}

/// Returns the words and signs of a text in their order; white space is none.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut spaced, mut start) = (false, 0);
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let word = rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len());
        let first = rest.chars().next().map_or(1, char::len_utf8);
        if word == 0 && rest.starts_with(|letter: char| letter.is_ascii_whitespace() || letter == '\u{a0}') {
            spaced = true;
            start += first;
            continue;
        }
        let length = word.max(if word == 0 { first } else { 0 });
        found.extend(rest.get(..length).map(|text| Token { text, start, spaced }));
        spaced = false;
        start += length;
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
        assert_eq!(texts("Cấp lại (KT3), x"), [("Cấp", false), ("lại", true), ("(", true), ("KT3", false), (")", false), (",", false), ("x", true)]);
        assert_eq!(texts(" \n "), []);
    }
}
