//! What each fault says: what is wrong and what to do, in both languages.

use super::{Fault, Referent};
use domain::language::Language;

impl Fault {
    /// Returns what is wrong and what to do, in one language.
    pub fn words(&self, language: Language) -> (String, String) {
        let (vietnamese, english) = self.pair();
        match language {
            Language::Vietnamese => (vietnamese.0, vietnamese.1),
            Language::English => (english.0, english.1),
        }
    }

    /// Returns the Vietnamese and the English words.
    #[expect(clippy::too_many_lines, reason = "a table, one row for each fault")]
    fn pair(&self) -> ((String, String), (String, String)) {
        match self {
            Self::NotUtf8 => both("tệp không phải văn bản UTF-8", "lưu lại tệp với bảng mã UTF-8", "the file is not UTF-8 text", "save it again as UTF-8"),
            Self::UnexpectedFile => both(
                "không ai đọc tệp này",
                "xem content/README.md: mỗi loại nội dung có thư mục và đuôi tệp riêng",
                "nobody reads this file",
                "see content/README.md: each kind of content has its folder and extension",
            ),
            Self::MissingFile { path } => both(
                format!("thiếu tệp `{path}`"),
                "tạo tệp đó; content/README.md nói nó gồm những gì",
                format!("the file `{path}` is missing"),
                "create it; content/README.md says what belongs in it",
            ),
            Self::BadFileName => both(
                "tên tệp không dùng làm địa chỉ được",
                "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối: `khai-sinh.md`",
                "the file name cannot be an address",
                "use lower-case ASCII letters, digits and single hyphens: `khai-sinh.md`",
            ),
            Self::NoFrontMatter => both(
                "không thấy phần đầu tệp",
                "đặt phần TOML giữa hai dòng `+++` ở đầu tệp",
                "no front matter",
                "put the TOML between two lines of `+++` at the top",
            ),
            Self::TomlSyntax { message } => both(
                format!("TOML viết sai: {message}"),
                "sửa chỗ được chỉ; chuỗi đặt trong dấu nháy kép, bảng viết trong `[...]`",
                format!("bad TOML: {message}"),
                "mend the place shown; strings stand in double quotes, tables in `[...]`",
            ),
            Self::UnknownKey { key, nearest } => both(
                format!("không có khóa `{key}` ở đây"),
                nearest.as_ref().map_or_else(|| "bỏ khóa này, hoặc xem content/README.md".to_owned(), |near| format!("có phải bạn muốn viết `{near}`?")),
                format!("there is no key `{key}` here"),
                nearest.as_ref().map_or_else(|| "remove it, or see content/README.md".to_owned(), |near| format!("did you mean `{near}`?")),
            ),
            Self::MissingKey { key } => both(format!("thiếu khóa `{key}`"), format!("thêm `{key} = …`"), format!("the key `{key}` is missing"), format!("add `{key} = …`")),
            Self::WrongType { key, expected } => both(
                format!("`{key}` phải là {}", expected_vietnamese(expected)),
                "sửa giá trị theo kiểu đó",
                format!("`{key}` must be {expected}"),
                "write a value of that kind",
            ),
            Self::UnknownChoice { value, choices } => both(
                format!("không có lựa chọn `{value}`"),
                format!("chọn một trong: {}", choices.join(", ")),
                format!("`{value}` is not one of the choices"),
                format!("choose one of: {}", choices.join(", ")),
            ),
            Self::EmptyText => both("chưa viết gì", "viết nội dung, hoặc bỏ khóa nếu không cần", "nothing is written", "write the text, or remove the key if it is optional"),
            Self::EmptyList { key } => both(format!("`{key}` chưa có mục nào"), "thêm ít nhất một mục", format!("`{key}` is empty"), "add at least one entry"),
            Self::TooLong { limit, length } => both(
                format!("dài {length} ký tự, nhiều nhất {limit}"),
                "viết ngắn lại",
                format!("{length} characters, at most {limit} fit"),
                "make it shorter",
            ),
            Self::BadSlug => both("tên ngắn viết sai", "dùng chữ thường không dấu, chữ số, gạch nối: `khai-sinh`", "not a slug", "use lower-case ASCII letters, digits and hyphens: `khai-sinh`"),
            Self::BadCode => both("mã viết sai", "mã thủ tục như `1.004222`; mã cơ quan như `H99.12.3`", "not a code", "procedure codes look like `1.004222`, agency codes like `H99.12.3`"),
            Self::BadDate => both("không có ngày này", "viết ngày như `2026-11-21`, không có dấu nháy", "no such date", "write dates as `2026-11-21`, without quotes"),
            Self::BadUrl => both("địa chỉ trang ngoài viết sai", "viết đủ, bắt đầu bằng `https://`", "not an external address", "write it whole, beginning with `https://`"),
            Self::FutureDate => both("ngày này chưa tới", "ghi ngày thật đã xem nguồn", "this day is still to come", "write the day the source was really read"),
            Self::PeriodBackwards => both("ngày cuối đứng trước ngày đầu", "đổi lại `from` và `until`", "the period ends before it begins", "exchange `from` and `until`"),
            Self::DuplicateSlug { slug, other } => both(
                format!("tên ngắn `{slug}` đã dùng ở `{other}`"),
                "đặt tên khác cho một trong hai",
                format!("the slug `{slug}` is already used in `{other}`"),
                "rename one of the two",
            ),
            Self::DuplicateCode { code, other } => both(
                format!("mã `{code}` đã có ở `{other}`"),
                "mỗi mã chỉ thuộc một hướng dẫn; bỏ ở một trong hai nơi",
                format!("the code `{code}` already stands in `{other}`"),
                "a code belongs to one guide; remove it from one of the two",
            ),
            Self::DuplicateId { id } => both(format!("`{id}` có hai lần"), "đổi tên một trong hai", format!("`{id}` stands here twice"), "rename one of the two"),
            Self::UnknownReference { what, id, nearest } => {
                let (vietnamese, english) = referent(*what);
                both(
                    format!("không có {vietnamese} `{id}`"),
                    nearest.as_ref().map_or_else(|| format!("thêm {vietnamese} này, hoặc sửa tên"), |near| format!("có phải bạn muốn viết `{near}`?")),
                    format!("there is no {english} `{id}`"),
                    nearest.as_ref().map_or_else(|| format!("add the {english}, or mend the name"), |near| format!("did you mean `{near}`?")),
                )
            }
            Self::MissingSource => both(
                "phí hoặc thời hạn không ghi nguồn",
                "thêm `source = \"…\"`, là `id` của một mục [[sources]] có ngày",
                "a fee or a time without a source",
                "add `source = \"…\"`, the `id` of a dated [[sources]] entry",
            ),
            Self::FeeWithoutUnit => both(
                "phí không nói tính cho cái gì",
                "thêm `per = { vi = \"bản\", en = \"copy\" }`",
                "a fee that does not say what it is per",
                "add `per = { vi = \"bản\", en = \"copy\" }`",
            ),
            Self::UnconfirmedWithoutNote => both(
                "chưa chắc mà không dặn người đọc",
                "thêm `note = { vi, en }` nói hỏi ở đâu",
                "unconfirmed, and the reader is not told what to do",
                "add `note = { vi, en }` that says where to ask",
            ),
            Self::PartialWithoutReason => both(
                "không làm hết trên mạng mà không nói lý do",
                "thêm `reason = { vi, en }`; lý do phải công khai (Nghị định 224/2026/NĐ-CP điều 14)",
                "not fully online, and no public reason",
                "add `reason = { vi, en }`; it must be public (Decree 224/2026/NĐ-CP art. 14)",
            ),
            Self::ContradictingDeadlines { first, second } => both(
                format!("hai thời hạn khác nhau cho cùng một cách nộp: {first} và {second}"),
                "giữ một, hoặc tách theo `case`, hoặc đặt `from`/`until` không trùng nhau",
                format!("two deadlines for the same way to file: {first} and {second}"),
                "keep one, or part them by `case` or by `from`/`until`",
            ),
            Self::UnstatedPeriod { said, stated } => both(
                format!("câu này nói {said}, không thời hạn nào ở [[channels]] nói vậy"),
                format!("[[channels]] nói: {}; sửa một trong hai", list_or_dash(stated)),
                format!("this sentence says {said}; no deadline in [[channels]] does"),
                format!("[[channels]] says: {}; mend one of the two", list_or_dash(stated)),
            ),
            Self::LegalBasisEnded { until } => both(
                format!("văn bản này hết hiệu lực từ sau ngày {until}"),
                "thay bằng văn bản đang có hiệu lực và đọc lại cả hướng dẫn",
                format!("this text has not been in force since {until}"),
                "name the text now in force, and read the guide again",
            ),
            Self::RawHtml => both("không dùng HTML trong Markdown", "viết bằng Markdown", "raw HTML is not allowed in Markdown", "write it in Markdown"),
            Self::HeadingSkipsLevel { expected, found } => both(
                format!("tiêu đề nhảy xuống cấp {found}"),
                format!("dùng {} dấu `#`", expected),
                format!("a heading skips to level {found}"),
                format!("use {} `#`", expected),
            ),
            Self::MissingAlternativeText => both("ảnh không có lời thay thế", "viết lời tả ảnh giữa `![` và `]`", "a picture without alternative text", "describe it between `![` and `]`"),
            Self::BrokenLink { target } => both(
                format!("liên kết `{target}` không dẫn tới trang nào"),
                "sửa địa chỉ; hướng dẫn ở /thu-tuc/{tên tệp}/, trang tiếng Anh ở /en/…",
                format!("the link `{target}` leads nowhere"),
                "mend it; guides stand at /thu-tuc/{file name}/, English pages under /en/…",
            ),
            Self::RelativeLink { target } => both(
                format!("liên kết `{target}` không rõ đi đâu"),
                "bắt đầu bằng `/` (trang này), `#` (mục trong trang), `https://`, `tel:` hoặc `mailto:`",
                format!("the link `{target}` is not clear"),
                "begin with `/` (this site), `#` (this page), `https://`, `tel:` or `mailto:`",
            ),
            Self::LinkTextSaysNothing { text } => both(
                format!("chữ của liên kết «{text}» không nói dẫn tới đâu"),
                "viết tên nơi sẽ tới: «Xem nơi làm thủ tục ở phường Mẫu»",
                format!("the link text “{text}” does not say where it leads"),
                "name the place it leads to",
            ),
            Self::MissingTranslation { path } => both(
                format!("thiếu bản kia của trang: `{path}`"),
                "viết trang ở cả hai ngôn ngữ",
                format!("the other language is missing: `{path}`"),
                "write the page in both languages",
            ),
            Self::StopAnnouncedLate { days } => both(
                format!("báo trước {days} ngày, phải ít nhất 7"),
                "báo sớm hơn hoặc dời lịch dừng (Nghị định 224/2026/NĐ-CP điều 13)",
                format!("announced {days} days before, at least 7 are due"),
                "announce it earlier or move the stop (Decree 224/2026/NĐ-CP art. 13)",
            ),
            Self::ReviewOverdue { on } => both(
                format!("đã hơn một năm chưa đọc lại (lần cuối {on})"),
                "đối chiếu với nguồn rồi sửa `reviewed_on`",
                format!("not reviewed for over a year (last on {on})"),
                "compare it with its sources, then change `reviewed_on`",
            ),
            Self::NoHolidays { year } => both(
                format!("chưa có ngày nghỉ năm {year}"),
                "thêm [[years]] theo quyết định của năm đó",
                format!("no holidays for {year}"),
                "add [[years]] from that year's decision",
            ),
            Self::NotNfc => both("chữ không ở dạng Unicode NFC", "gõ lại, hoặc chuyển sang Unicode dựng sẵn", "text not in Unicode NFC", "type it again, or convert it to composed Unicode"),
            Self::NoDiacritics => both("tiếng Việt không dấu?", "viết đủ dấu", "Vietnamese without marks?", "write all marks"),
            Self::ForbiddenWord { word, instead } => both(
                format!("tránh viết «{word}»"),
                format!("viết {instead}"),
                format!("avoid «{word}»"),
                format!("write {instead}"),
            ),
        }
    }
}

fn both(what_vi: impl Into<String>, help_vi: impl Into<String>, what_en: impl Into<String>, help_en: impl Into<String>) -> ((String, String), (String, String)) {
    ((what_vi.into(), help_vi.into()), (what_en.into(), help_en.into()))
}

fn list_or_dash(items: &[String]) -> String {
    if items.is_empty() { "–".to_owned() } else { items.join(", ") }
}

/// The kinds of values in Vietnamese; the English name is the key.
fn expected_vietnamese(expected: &str) -> &'static str {
    match expected {
        "a text" => "một chuỗi chữ",
        "a text in both languages, { vi = \"…\", en = \"…\" }" => "chữ ở hai ngôn ngữ, { vi = \"…\", en = \"…\" }",
        "a list" => "một danh sách `[…]`",
        "a table" => "một bảng",
        "a date" => "một ngày, như 2026-11-21",
        "a date and time" => "ngày và giờ, như 2026-12-05T22:00:00",
        "a whole number" => "một số nguyên",
        "true or false" => "true hoặc false",
        _ => "kiểu khác",
    }
}

fn referent(what: Referent) -> (&'static str, &'static str) {
    match what {
        Referent::Paper => ("giấy tờ", "paper"),
        Referent::Agency => ("cơ quan", "agency"),
        Referent::Field => ("lĩnh vực", "field"),
        Referent::Procedure => ("hướng dẫn thủ tục", "guide"),
        Referent::Source => ("nguồn", "source"),
        Referent::Case => ("trường hợp", "case"),
        Referent::Blank => ("biểu mẫu", "blank form"),
        Referent::Icon => ("hình", "icon"),
    }
}
