//! Words people do not use, with what to do instead (the word rules of the house style, §7).

use domain::language::Localized;

/// A word to avoid, and what to do instead in both languages.
type Avoided = (&'static str, Localized<&'static str>);

pub(super) const OFFICIALESE: [Avoided; 22] = [
    avoid("công dân", "viết «bạn» hoặc «người dân»", "write «bạn» or «người dân»"),
    avoid("đối tượng", "viết «người được hưởng» hoặc «ai làm được»", "write «người được hưởng» or «ai làm được»"),
    avoid("người yêu cầu", "viết «bạn» hoặc «người đi làm thủ tục»", "write «bạn» or «người đi làm thủ tục»"),
    avoid("theo quy định", "nói rõ quy định nào, hoặc bỏ đi", "say which rule, or leave it out"),
    avoid("đầy đủ, hợp lệ", "viết «đủ giấy tờ»", "write «đủ giấy tờ»"),
    avoid("đầy đủ và hợp lệ", "viết «đủ giấy tờ»", "write «đủ giấy tờ»"),
    avoid("không hợp lệ", "nói điều gì sai và sửa thế nào", "say what is wrong and how to mend it"),
    avoid("v.v", "kể đủ các mục, hoặc viết «và những giấy tương tự»", "name every item, or write «và những giấy tương tự»"),
    avoid("nêu trên", "gọi lại tên của điều đã nói", "name the thing again"),
    avoid("nói trên", "gọi lại tên của điều đã nói", "name the thing again"),
    avoid("(nếu có)", "hỏi có hay không trước, rồi mới dặn", "ask first whether there is one, then say what to do"),
    avoid("TTHC", "viết «thủ tục»", "write «thủ tục»"),
    avoid("UBND", "viết «Ủy ban nhân dân»", "write «Ủy ban nhân dân»"),
    avoid("HĐND", "viết «Hội đồng nhân dân»", "write «Hội đồng nhân dân»"),
    avoid("QSDĐ", "viết «quyền sử dụng đất»", "write «quyền sử dụng đất»"),
    avoid("QSDD", "viết «quyền sử dụng đất»", "write «quyền sử dụng đất»"),
    avoid("GCN", "viết «giấy chứng nhận»", "write «giấy chứng nhận»"),
    avoid("CCCD", "viết «thẻ căn cước»", "write «thẻ căn cước»"),
    avoid("CMND", "viết «chứng minh nhân dân»", "write «chứng minh nhân dân»"),
    avoid("GPLX", "viết «giấy phép lái xe»", "write «giấy phép lái xe»"),
    avoid("tại đây", "viết tên nơi đó", "name the place"),
    avoid("xem thêm", "viết tên điều đáng xem", "name what is worth reading"),
];

/// Names that hold such a word and are right all the same.
pub(super) const RIGHT_ALL_THE_SAME: [&str; 4] = ["căn cước công dân", "công dân số", "tiếp công dân", "bảo vệ công dân"];

/// Words that are found as texts of links too.
pub(super) const LINK_WORDS: [&str; 2] = ["tại đây", "xem thêm"];

const fn avoid(word: &'static str, vi: &'static str, en: &'static str) -> Avoided {
    (word, Localized { vi, en })
}
