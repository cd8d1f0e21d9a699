//! A title short enough for a list, made of an official name; the official name itself stays on the page.

use super::capitals::first_upper;

/// How long a title may be, in characters.
const MOST: usize = 90;

/// How much of a name must be left for a title, in characters.
const LEAST: usize = 25;

/// Where a long name may end, in the order we would rather cut it.
const ENDS: [&str; 12] = [
    " trong trường hợp ",
    " theo quy định ",
    " đối với ",
    " quy định tại ",
    " thuộc thẩm quyền ",
    " thuộc phạm vi ",
    " trên địa bàn ",
    " do ",
    "; ",
    ", ",
    " và ",
    " của ",
];

/// Makes the title.
pub(super) fn title(official: &str) -> String {
    let name = without_first_words(official);
    let bare = without_brackets(&name);
    let name = if bare.chars().count() >= LEAST.min(name.chars().count()) { bare } else { name };
    let name = first_upper(name.trim());
    if name.chars().count() <= MOST {
        return name;
    }
    let limit = name.char_indices().nth(MOST - 1).map_or(name.len(), |(at, _)| at);
    let least = name.char_indices().nth(LEAST).map_or(0, |(at, _)| at);
    let head = name.get(..limit).unwrap_or(&name);
    let cut = ENDS.iter().find_map(|end| head.rfind(end).filter(|at| *at >= least)).or_else(|| head.rfind(' ')).unwrap_or(head.len());
    format!("{}…", head.get(..cut).unwrap_or(head).trim_end_matches([',', ';', ' ', '-', '–']))
}

/// What names begin with and what says nothing in a list of procedures.
const FIRST_WORDS: [&str; 6] = ["Thủ tục hành chính ", "Thủ tục: ", "Thủ tục ", "Về việc ", "Về thủ tục ", "Về "];

/// What «thủ tục» belongs to: «Thủ tục hải quan đối với …» is no procedure for customs.
const BELONGING: [&str; 2] = ["hải quan", "liên thông"];

/// «Thủ tục cấp …» is «Cấp …».
fn without_first_words(name: &str) -> String {
    let mut rest = name;
    for words in FIRST_WORDS {
        let begins = rest.get(..words.len()).is_some_and(|start| start.to_lowercase() == words.to_lowercase());
        let after = rest.get(words.len()..).filter(|after| begins && !BELONGING.iter().any(|word| after.to_lowercase().starts_with(word)));
        rest = after.unwrap_or(rest);
    }
    rest.to_owned()
}

/// The name without what stands in brackets.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let mut text = String::new();
    for letter in name.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").replace(" ;", ";")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(official: &str, expected: &str) {
        assert_eq!(title(official), expected);
    }

    #[test]
    fn titles_are_short_and_begin_with_what_is_done() {
        check("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh");
        check("Thủ tục về việc cấp chứng chỉ", "Cấp chứng chỉ");
        check("Thủ tục hải quan đối với xăng dầu", "Thủ tục hải quan đối với xăng dầu");
        check("Cấp giấy phép (cấp tỉnh)", "Cấp giấy phép (cấp tỉnh)");
        check("Đăng ký lại kết hôn có yếu tố nước ngoài (cấp xã)", "Đăng ký lại kết hôn có yếu tố nước ngoài");
        check(
            "Cấp Giấy chứng nhận đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công cộng đối với chủ điểm là cá nhân",
            "Cấp Giấy chứng nhận đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công…",
        );
    }

    proptest! {
        #[test]
        fn no_title_is_too_long_or_empty(name in "[A-Za-zđĐấ (),;]{1,300}") {
            let title = title(&name);
            prop_assert!(title.chars().count() <= MOST);
            prop_assert!(!title.trim().is_empty() || name.trim_matches([' ', '(', ')', ',', ';']).is_empty());
        }
    }
}
