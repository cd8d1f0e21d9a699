//! Folding: what is left of a Vietnamese text when marks and case no longer count.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// Returns the text in lower case without tone and vowel marks; `đ` becomes `d`.
///
/// Works on composed (NFC) and decomposed (NFD) text alike.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter(|letter| !is_combining(*letter)).map(base).collect()
}

/// Returns the folded words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns a text as a name for an address: `Bạn có cần không?` becomes `ban-co-can-khong`.
pub fn slugify(text: &str) -> String {
    let ascii = |word: &String| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    words(text).iter().map(ascii).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// Combining marks that NFD text carries apart from its letters.
const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// The base letter of a composed Vietnamese letter.
const fn base(letter: char) -> char {
    match letter {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => {
            'a'
        }
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => {
            'o'
        }
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[test]
    fn marks_and_case_no_longer_count() {
        check("Đăng ký KHAI SINH", "dang ky khai sinh");
        check("Giấy xác nhận tình trạng hôn nhân", "giay xac nhan tinh trang hon nhan");
        check("THƯỜNG TRÚ", "thuong tru");
        // Decomposed text, as some systems export it.
        check("Đa\u{306}ng ky\u{301}", "dang ky");
        check("BHXH 2026", "bhxh 2026");
    }

    #[test]
    fn headings_become_anchors() {
        assert_eq!(slugify("Bạn có cần giấy này không?"), "ban-co-can-giay-nay-khong");
        assert_eq!(slugify("«Sổ đỏ» – 2026"), "so-do-2026");
        assert_eq!(slugify("???"), "");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,60}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
