//! What each fault says in Vietnamese.

use super::{list, quoted, say, wrong};
use crate::problem::{Bounds, CodeOf, Expected, Fault, Referent};
use domain::date::Date;

#[expect(clippy::too_many_lines, reason = "a table, one row for each fault")]
pub(super) fn words(fault: &Fault) -> (String, String) {
    match fault {
        Fault::NotUtf8 => say("tệp không phải văn bản UTF-8", "lưu lại tệp với bảng mã UTF-8"),
        Fault::UnexpectedFile => {
            say("tệp không thuộc loại nội dung nào", "xem content/README.md: mỗi loại nội dung có thư mục và đuôi tệp riêng")
        }
        Fault::MissingFile { path } => say(format!("thiếu tệp `{path}`"), "tạo tệp đó; content/README.md nói nó gồm những gì"),
        Fault::BadFileName => say(
            "tên tệp không dùng làm địa chỉ được",
            "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, không thư mục con: \
             `khai-sinh.md`",
        ),
        Fault::RecordMisnamed { expected } => {
            say("tên tệp mang mã khác với mã trong tệp", format!("đổi tên tệp thành `{expected}`, hoặc sửa mã cho đúng"))
        }
        Fault::NoFrontMatter => say("không thấy phần đầu tệp", "đặt phần TOML giữa hai dòng `+++` ở đầu tệp"),
        Fault::TomlSyntax { message } => say(
            format!("TOML viết sai: {}", syntax(message)),
            "xem chỗ được chỉ và ngay trước đó: chuỗi đủ hai dấu nháy, `{ }` và `[ ]` đủ đôi, \
             có dấu phẩy giữa các mục, mỗi khóa ghi một lần",
        ),
        Fault::UnknownKey { rivals, .. } if !rivals.is_empty() => {
            say(format!("chỉ được ghi một trong các khóa {}", quoted(rivals)), "giữ một khóa, bỏ các khóa kia")
        }
        Fault::UnknownKey { key, nearest, .. } => {
            say(format!("không có khóa `{key}` ở đây"), suggestion(nearest.as_ref(), "bỏ khóa này, hoặc xem content/README.md"))
        }
        Fault::MissingKey { keys } => match keys.as_slice() {
            [key] => say(format!("thiếu khóa `{key}`"), format!("thêm `{key} = …`")),
            keys => say(format!("thiếu một trong các khóa {}", quoted(keys)), "thêm một khóa trong số đó"),
        },
        Fault::WrongType { key, expected } => say(format!("`{key}` phải là {}", kind(*expected)), "sửa giá trị theo kiểu đó"),
        Fault::UnknownChoice { key, value, choices } => {
            say(format!("`{key}` không có lựa chọn `{value}`"), format!("chọn một trong: {}", choices.join(", ")))
        }
        Fault::EmptyText { key } => say(format!("`{key}` chưa viết gì"), "viết nội dung, hoặc bỏ khóa nếu không cần"),
        Fault::EmptyList { key } => say(format!("`{key}` chưa có mục nào"), "thêm ít nhất một mục"),
        Fault::TooLong { limit, length } => say(format!("dài {length} ký tự, nhiều nhất {limit}"), "viết ngắn lại"),
        Fault::BadSlug { value } => {
            say(format!("`{value}` không dùng làm tên ngắn được"), "dùng chữ thường không dấu, chữ số, gạch nối: `khai-sinh`")
        }
        Fault::BadCode { value, of: CodeOf::Procedure } => {
            say(format!("`{value}` không phải mã thủ tục"), "mã thủ tục viết như `1.004222`")
        }
        Fault::BadCode { value, of: CodeOf::Agency } => say(format!("`{value}` không phải mã cơ quan"), "mã cơ quan viết như `H99.12.3`"),
        Fault::BadCode { value, of: CodeOf::Province } => say(format!("`{value}` không phải mã tỉnh"), "mã tỉnh có hai chữ số: `99`"),
        Fault::BadCode { value, of: CodeOf::Commune } => {
            say(format!("`{value}` không phải mã xã, phường"), "mã xã, phường có năm chữ số: `99001`")
        }
        Fault::BadDate { year: Some(year) } => {
            say(format!("ngày không thuộc năm {year}"), "sửa ngày, hoặc chuyển ngày sang [[years]] của năm đó")
        }
        Fault::BadDate { year: None } => say("không có ngày giờ này", "viết ngày như `2026-11-21`, ngày giờ như `2026-12-05T22:00:00`"),
        Fault::BadHours { value } => {
            say(format!("`{value}` không phải giờ mở cửa"), "viết giờ mở và giờ đóng như `07:30-11:30`, mỗi buổi một chuỗi")
        }
        Fault::BadUrl => say(
            "địa chỉ trang ngoài viết sai",
            "viết đủ, bắt đầu bằng `https://`; riêng `base_url` không có `/` ở cuối, còn `identity` là đường dẫn trong cổng này, bắt đầu bằng một `/`",
        ),
        Fault::FutureDate => say("ngày này chưa tới", "ghi ngày đã qua"),
        Fault::PeriodBackwards => say("ngày cuối đứng trước ngày đầu", "sửa `from` hoặc `until`"),
        Fault::DuplicateSlug { slug, other } => say(format!("tên ngắn `{slug}` đã dùng ở `{other}`"), "đặt tên khác cho một trong hai"),
        Fault::DuplicateCode { code, other } => {
            say(format!("mã `{code}` đã có ở `{other}`"), "mỗi mã chỉ đứng một nơi; bỏ hoặc sửa ở một trong hai")
        }
        Fault::DuplicateId { id } => say(format!("`{id}` có hai lần"), "bỏ hoặc đổi một trong hai"),
        Fault::UnknownReference { what, id, nearest } => {
            let what = referent(*what);
            let help = format!("thêm {what} này, hoặc sửa tên");
            say(format!("không có {what} `{id}`"), suggestion(nearest.as_ref(), &help))
        }
        Fault::MissingSource => {
            say("phí, thời hạn hoặc mức miễn giảm không ghi nguồn", "thêm `source = \"…\"`, là `id` của một mục [[sources]] có ngày")
        }
        Fault::FeeWithoutUnit => say("phí không nói tính cho cái gì", "thêm `per = { vi = \"bản\", en = \"copy\" }`"),
        Fault::UnconfirmedWithoutNote => say("chưa chắc mà không dặn người đọc", "thêm `note = { vi, en }` nói hỏi ở đâu"),
        Fault::PartialWithoutReason => say(
            "không làm hết trên mạng mà không nói lý do",
            "thêm `reason = { vi, en }`; lý do phải công khai (Nghị định 224/2026/NĐ-CP điều 14)",
        ),
        Fault::ContradictingDeadlines { first, second } => say(
            format!("hai thời hạn khác nhau cho cùng một cách nộp: {first} và {second}"),
            "giữ một, hoặc tách theo `case`, hoặc đặt `from`/`until` không trùng nhau",
        ),
        Fault::UnstatedPeriod { said, stated } => say(
            format!("câu này nói {said} ngày làm việc, không thời hạn nào ở [[channels]] nói vậy"),
            if stated.is_empty() {
                "[[channels]] không có thời hạn nào tính bằng ngày làm việc; thêm thời hạn, \
                 hoặc sửa câu này"
                    .to_owned()
            } else {
                format!("[[channels]] nói {} ngày làm việc; sửa một trong hai", list(stated))
            },
        ),
        Fault::LegalBasisEnded { until } => say(
            format!("văn bản này chỉ còn hiệu lực đến hết ngày {}", day(*until)),
            "thay bằng văn bản đang có hiệu lực và đọc lại cả hướng dẫn",
        ),
        Fault::RawHtml => say("không dùng HTML trong Markdown", "viết bằng Markdown"),
        Fault::HeadingSkipsLevel { found: 1, .. } => say("tiêu đề trong bài bắt đầu ở cấp 2", "dùng hai dấu `#`: `## Tiêu đề`"),
        Fault::HeadingSkipsLevel { expected, found } => say(format!("tiêu đề nhảy xuống cấp {found}"), format!("dùng {expected} dấu `#`")),
        Fault::MissingAlternativeText => say("ảnh không có lời thay thế", "viết lời tả ảnh giữa `![` và `]`"),
        Fault::BrokenLink { target } if target.starts_with("/images/") => say(
            format!("không có ảnh `{target}`"),
            "đặt ảnh ngay trong content/images/, tên chỉ gồm chữ thường không dấu, chữ số, gạch nối; svg, png, jpg hoặc webp",
        ),
        Fault::BrokenLink { target } => say(
            format!("liên kết `{target}` không dẫn tới đâu"),
            "sửa địa chỉ hoặc mục sau `#`; hướng dẫn ở /thu-tuc/{tên tệp}/, trang tiếng Anh ở \
             /en/…",
        ),
        Fault::RelativeLink { target, picture: true } => {
            say(format!("không lấy ảnh từ `{target}`"), "đặt ảnh vào content/images/ và viết `/images/tên-tệp`")
        }
        Fault::RelativeLink { target, picture: false } => say(
            format!("liên kết `{target}` không rõ đi đâu"),
            "bắt đầu bằng `/` (cổng này), `#` (mục trong trang), `https://`, `tel:` hoặc `mailto:`",
        ),
        Fault::LinkTextSaysNothing { text } => {
            say(format!("chữ của liên kết «{text}» không nói dẫn tới đâu"), "viết tên nơi sẽ tới: «Xem nơi làm thủ tục ở phường Mẫu»")
        }
        Fault::MissingTranslation { path } => say(
            format!("thiếu bản {}: `{path}`", if path.ends_with(".en.md") { "tiếng Anh" } else { "tiếng Việt" }),
            "viết trang ở cả hai ngôn ngữ",
        ),
        Fault::StopAnnouncedLate { days } => say(
            match days {
                ..0 => "báo sau khi đã dừng, phải báo trước ít nhất 7 ngày".to_owned(),
                0 => "báo đúng ngày dừng, phải báo trước ít nhất 7 ngày".to_owned(),
                days => format!("báo trước {days} ngày, phải ít nhất 7"),
            },
            "báo sớm hơn hoặc dời lịch dừng (Nghị định 224/2026/NĐ-CP điều 13)",
        ),
        Fault::ReviewOverdue { on } => {
            say(format!("đã hơn một năm chưa đọc lại (lần cuối {})", day(*on)), "đối chiếu với nguồn rồi sửa `reviewed_on`")
        }
        Fault::NoHolidays { year } => say(format!("chưa có ngày nghỉ năm {year}"), "thêm [[years]] theo quyết định của năm đó"),
        Fault::FormNotFiledHere => say(
            "biểu mẫu của một thủ tục không nộp ở cổng này",
            "thêm `\"here\"` vào `filed_at` của hướng dẫn, hoặc bỏ biểu mẫu và ví dụ của nó",
        ),
        Fault::SheetFiledHere => say(
            "tờ khai chỉ để in, mà hướng dẫn ghi là nộp ở cổng này",
            "bỏ `\"here\"` khỏi `filed_at` của hướng dẫn, hoặc bỏ `sheet` để tờ khai được gửi đi",
        ),
        Fault::NotOnSheet { id, blank } => say(
            format!("câu trả lời `{id}` không có chỗ trên tờ mẫu `{blank}`"),
            "thêm `answer` vào một dòng của tờ mẫu, hoặc bỏ câu hỏi; hàng của nhóm thì mỗi hàng một dòng",
        ),
        Fault::QuestionMissing { id, kind } => {
            say(format!("thiếu câu hỏi `{id}`"), format!("thêm câu này với `kind = \"{kind}\"`: gửi hồ sơ xong còn dùng đến"))
        }
        Fault::ReservedId { id } => say(format!("tên `{id}` cổng đã dùng cho việc khác"), "đặt tên khác"),
        Fault::QuestionComesLater { id } => say(format!("câu hỏi `{id}` đứng sau"), "chọn một câu đứng trước, hoặc đưa câu kia lên"),
        Fault::QuestionOfOtherKind { id, kinds } => {
            say(format!("câu hỏi `{id}` thuộc loại khác"), format!("chọn một câu thuộc loại {}", quoted(kinds)))
        }
        Fault::NeverAsked => {
            say("các điều kiện này không bao giờ cùng đúng", "sửa điều kiện ở đây, ở trang chứa nó hoặc ở những câu mà điều kiện nhắc đến")
        }
        Fault::ConditionNeverHolds => say(
            "không câu trả lời nào đúng với điều kiện này",
            "so lại hai đầu, giới hạn của câu hỏi, và xem câu đó có được để trống không (`optional`)",
        ),
        Fault::NobodyPasses => {
            say("trả lời thế nào cũng dừng ở đây hoặc ở chỗ dừng trước", "sửa điều kiện, để có câu trả lời đi qua được mọi chỗ dừng")
        }
        Fault::RuleOfOtherPage { id } => say(format!("câu hỏi `{id}` không ở trang này"), "đặt quy tắc ở trang có câu hỏi mà nó xét"),
        Fault::RuleNeverHolds => say("không câu trả lời nào hợp quy tắc này", "so lại giới hạn của hai câu hỏi, và số dòng"),
        Fault::RuleAlwaysHolds => say("không câu trả lời nào trái quy tắc này", "bỏ quy tắc, hoặc so lại giới hạn của hai câu hỏi"),
        Fault::TooManyQuestions { limit, count } => {
            say(format!("một trang có {count} câu hỏi, nhiều nhất {limit}"), "tách thành hai trang, mỗi trang một chủ đề")
        }
        Fault::BoundsBackwards => say("mức thấp nhất lớn hơn mức cao nhất", "sửa `least` hoặc `greatest`"),
        Fault::JsonSyntax { message } => {
            say(format!("JSON viết sai: {message}"), "xem chỗ được chỉ và ngay trước đó: dấu nháy, dấu phẩy, `{ }` và `[ ]` đủ đôi")
        }
        Fault::ExampleOfAnother { procedure, expected } => {
            say(format!("ví dụ này của `{procedure}`"), format!("ghi `\"procedure\": \"{expected}\"`, đúng tên biểu mẫu đi cùng"))
        }
        Fault::AnswerRefused { path, wrong } => say(
            format!("biểu mẫu không nhận ví dụ này: `{path}`, {}", wrong::vietnamese(wrong)),
            "sửa ví dụ cho đủ và đúng, như một hồ sơ gửi thật",
        ),
        Fault::PeriodsOverlap { other } => {
            say(format!("trùng ngày áp dụng với `{other}`"), "cho mục này hết trước khi mục kia bắt đầu: `until`, `from`")
        }
        Fault::NoRegulation => say("hôm nay không có thông tư nào đánh số các phiếu", "thêm [[profiles]] của thông tư đang có hiệu lực"),
        Fault::SlipWithoutNumber { slips } => say(format!("đang áp dụng mà chưa có số cho {}", quoted(slips)), "thêm số mẫu theo thông tư"),
        Fault::SayingTwice { saying, other } => {
            say(format!("«{saying}» đã có ở `{other}`"), "hai mục sẽ che nhau: gộp mọi nghĩa vào một mục")
        }
        Fault::SayingWithoutWords { saying } => say(format!("«{saying}» không có chữ nào"), "viết ít nhất một chữ cái hoặc chữ số"),
        Fault::SayingMisses { saying, codes, instead, .. } => say(
            format!("gõ «{saying}» không thấy {} trong năm kết quả đầu", codes.join(", ")),
            format!("viết `mean` bằng chữ trong tên thủ tục cần tìm; hiện thấy trước: {instead}"),
        ),
        Fault::NotNfc => say("chữ không ở dạng Unicode NFC", "gõ lại, hoặc chuyển sang Unicode dựng sẵn"),
        Fault::NoDiacritics => say("tiếng Việt không dấu?", "viết đủ dấu"),
        Fault::ForbiddenWord { word, instead } => say(format!("tránh viết «{word}»"), instead.vi),
    }
}

/// The parser's commonest messages; others stay in English.
fn syntax(message: &str) -> &str {
    match message {
        "duplicate key" => "khóa này đã ghi ở trên",
        "invalid basic string, expected `\"`" => "chuỗi thiếu dấu nháy đóng",
        "string values must be quoted, expected literal string" => "thiếu giá trị, hoặc chuỗi không có dấu nháy",
        "key with no value, expected `=`" => "khóa không có giá trị",
        other => other,
    }
}

fn suggestion(nearest: Option<&String>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |near| format!("có phải bạn muốn viết `{near}`?"))
}

/// A date as people write it: `20/11/2026`.
fn day(date: Date) -> String {
    let (year, month, day) = date.parts();
    format!("{day:02}/{month:02}/{year}")
}

fn kind(expected: Expected) -> String {
    match expected {
        Expected::Text => "một chuỗi chữ".to_owned(),
        Expected::Localized => "chữ ở hai ngôn ngữ, { vi = \"…\", en = \"…\" }".to_owned(),
        Expected::List => "một danh sách `[…]`".to_owned(),
        Expected::Table => "một bảng".to_owned(),
        Expected::Date => "một ngày, như 2026-11-21".to_owned(),
        Expected::Moment => "ngày và giờ Việt Nam, như 2026-12-05T22:00:00".to_owned(),
        Expected::Flag => "true hoặc false".to_owned(),
        Expected::Number(bounds) => number(bounds),
        Expected::NumberOrUnconfirmed(bounds) => format!("{}, hoặc \"unconfirmed\"", number(bounds)),
    }
}

fn number(Bounds { least, greatest }: Bounds) -> String {
    match greatest {
        u64::MAX => format!("một số nguyên từ {least} trở lên"),
        greatest => format!("một số nguyên từ {least} đến {greatest}"),
    }
}

const fn referent(what: Referent) -> &'static str {
    match what {
        Referent::Paper => "giấy tờ",
        Referent::Agency => "cơ quan",
        Referent::Field => "lĩnh vực",
        Referent::Procedure => "hướng dẫn thủ tục",
        Referent::Source => "nguồn",
        Referent::Case => "trường hợp",
        Referent::Blank => "biểu mẫu",
        Referent::Door => "cửa [doors]",
        Referent::Channel => "cách nộp [[channels]]",
        Referent::Form => "biểu mẫu trong content/forms",
        Referent::Question => "câu hỏi",
        Referent::Option => "lựa chọn",
        Referent::Line => "dòng của tờ mẫu",
    }
}
