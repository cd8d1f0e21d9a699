//! What the import counted, and how it is told.

use domain::language::Language;
use std::{collections::BTreeMap, fmt::Write as _};

/// Something that was done, could not be done, or should be looked at; in the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is explained in both languages in `words`")]
pub enum Remark {
    InList,
    InTexts,
    InRecords,
    Published,
    WithWhole,
    Unreadable,
    BadCode,
    Internal,
    OtherProvince,
    Collapsed,
    CoveredByGuide,
    Recomposed,
    Shouted,
    Shortened,
    TermRead,
    TermLeft,
    FeeRead,
    FeeLeft,
    LevelCorrected,
    DistrictGone,
    LevelUnknown,
    AudienceUnknown,
    PaperCountLeft,
}

/// Counts with a few examples each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    rows: BTreeMap<Remark, (usize, Vec<String>)>,
}

/// What a row says, how often it was counted, and examples.
type Row<'a> = (&'a str, usize, &'a [String]);

/// How many examples are kept of each.
const EXAMPLES: usize = 3;

impl Remark {
    /// Tells in which part of the report it stands, and what it says.
    const fn words(self, language: Language) -> (&'static str, &'static str) {
        let read = language.pick("Đã đọc", "Read");
        let left = language.pick("Không nhập", "Not imported");
        let cleaned = language.pick("Đã chuẩn hóa", "Cleaned");
        let parsed = language.pick("Đã tách thành dữ liệu", "Parsed");
        let kept = language.pick("Giữ nguyên chữ, nên xem lại", "Kept as text, worth a look");
        match self {
            Self::InList => (read, language.pick("dòng của danh mục", "rows of the list")),
            Self::InTexts => (read, language.pick("văn bản đầy đủ", "texts in full")),
            Self::InRecords => (read, language.pick("bản ghi của Cổng quốc gia", "records of the national portal")),
            Self::Published => (read, language.pick("thủ tục được đăng", "procedures published")),
            Self::WithWhole => (read, language.pick("… trong đó có nội dung đầy đủ", "… of these in full")),
            Self::Unreadable => (left, language.pick("tệp hoặc dòng không đọc được", "unreadable files or rows")),
            Self::BadCode => (left, language.pick("mã thủ tục sai", "bad codes")),
            Self::Internal => (left, language.pick("thủ tục nội bộ", "internal procedures")),
            Self::OtherProvince => (left, language.pick("thủ tục riêng của tỉnh khác", "procedures of other provinces")),
            Self::Collapsed => (left, language.pick("trùng tên, gộp vào một trang", "of the same name, put on one page")),
            Self::CoveredByGuide => (left, language.pick("đã có hướng dẫn của cổng", "covered by our own guides")),
            Self::Recomposed => (cleaned, language.pick("tên hoặc văn bản chưa ở dạng Unicode NFC", "names or texts not in Unicode NFC")),
            Self::Shouted => (cleaned, language.pick("tên viết hoa toàn bộ", "names in capitals")),
            Self::Shortened => (cleaned, language.pick("tên được rút ngắn cho danh sách", "names shortened for lists")),
            Self::LevelCorrected => (cleaned, language.pick("cấp sai trong danh mục, theo bản ghi", "levels corrected by records")),
            Self::TermRead => (parsed, language.pick("thời hạn", "deadlines")),
            Self::FeeRead => (parsed, language.pick("mức phí, lệ phí", "fees")),
            Self::TermLeft => (kept, language.pick("thời hạn", "deadlines")),
            Self::FeeLeft => (kept, language.pick("mức phí, lệ phí", "fees")),
            Self::DistrictGone => (kept, language.pick("ghi cấp huyện, nay không còn", "name the district, which is no more")),
            Self::LevelUnknown => (kept, language.pick("chưa rõ cấp", "without a level")),
            Self::AudienceUnknown => (kept, language.pick("chưa rõ đối tượng", "without an audience")),
            Self::PaperCountLeft => (kept, language.pick("số bản giấy tờ", "counts of papers")),
        }
    }
}

impl Report {
    /// Counts one, with an example.
    pub fn note(&mut self, remark: Remark, example: impl FnOnce() -> String) {
        let (count, examples) = self.rows.entry(remark).or_default();
        *count += 1;
        if examples.len() < EXAMPLES {
            examples.push(example());
        }
    }

    /// Returns how many were counted.
    pub fn count(&self, remark: Remark) -> usize {
        self.rows.get(&remark).map_or(0, |(count, _)| *count)
    }

    /// Prints the report.
    pub fn shown(&self, language: Language) -> String {
        let mut text = String::new();
        let mut parts: Vec<(&str, Vec<Row<'_>>)> = Vec::new();
        for (remark, (count, examples)) in &self.rows {
            let (part, words) = remark.words(language);
            let row = (words, *count, examples.as_slice());
            match parts.iter_mut().find(|(known, _)| *known == part) {
                Some((_, rows)) => rows.push(row),
                None => parts.push((part, vec![row])),
            }
        }
        for (part, rows) in parts {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\n{part}");
            for (words, count, examples) in rows {
                let _ = writeln!(text, "  {count:>6}  {words}");
                for example in examples.iter().filter(|example| !example.is_empty()) {
                    let _ = writeln!(text, "          · {example}");
                }
            }
        }
        text
    }
}
