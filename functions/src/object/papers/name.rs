//! What an uploaded file is called: what its owner called it, as far as that is harmless.

use domain::record::FileKind;
use unicode_normalization::UnicodeNormalization;

/// The longest name, in characters, its ending aside.
const LONGEST: usize = 95;

/// Cleans a name: no folders, no control or direction characters, nothing a file system chokes on; letters with marks stay.
/// The ending is the one of the kind that was found.
pub(super) fn cleaned(name: &str, kind: FileKind, otherwise: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.nfc().filter(|letter| is_kept(*letter)).collect();
    let stem = match plain.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 5 => stem,
        _ => plain.as_str(),
    };
    let words: Vec<&str> = stem.split_whitespace().collect();
    let stem: String = words.join(" ").trim_matches('.').chars().take(LONGEST).collect();
    let stem = stem.trim();
    format!("{}.{}", if stem.is_empty() { otherwise } else { stem }, kind.extension())
}

fn is_kept(letter: char) -> bool {
    let turns = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}');
    let breaks = matches!(letter, '<' | '>' | ':' | '"' | '|' | '?' | '*' | ';' | '\u{2028}' | '\u{2029}' | '\u{fffd}');
    !letter.is_control() && !turns && !breaks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_keep_their_letters_and_lose_what_harms() {
        for (name, expected) in [
            ("Giấy chứng sinh.jpg", "Giấy chứng sinh.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\Lan\\ảnh 1.PNG", "ảnh 1.pdf"),
            ("a\u{202e}gpj.exe", "agpj.pdf"),
            ("a\0b\r\nc.pdf", "abc.pdf"),
            ("<script>.pdf", "script.pdf"),
            ("...", "giay-1.pdf"),
            ("", "giay-1.pdf"),
        ] {
            assert_eq!(cleaned(name, FileKind::Pdf, "giay-1"), expected, "{name:?}");
        }
        assert_eq!(cleaned(&"ă".repeat(300), FileKind::Jpeg, "x").chars().count(), 99);
    }

    proptest! {
        #[test]
        fn no_name_breaks_a_header_or_a_folder(name in "\\PC{0,40}|[./\\\\a\\r\\n\0]{0,12}") {
            let name = cleaned(&name, FileKind::Png, "x");
            prop_assert!(name.chars().count() <= 100 && !name.contains(['/', '\\', '\r', '\n', '\0', '"']), "{}", name);
        }
    }
}
