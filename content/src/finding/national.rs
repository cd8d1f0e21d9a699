//! The list of the national database as records.

use super::prior;
use search::{Audiences, Levels, Record, Traits};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

/// A row of the list.
#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    name: String,
    #[serde(default)]
    field: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    agency: String,
    #[serde(default)]
    audience: String,
    #[serde(default)]
    scope: String,
}

/// Fields that people, not offices, have to do with.
const EVERYDAY: [&str; 33] = [
    "hộ tịch",
    "cư trú",
    "căn cước",
    "xuất nhập cảnh",
    "nuôi con nuôi",
    "quốc tịch",
    "lý lịch tư pháp",
    "chứng thực",
    "hộ kinh doanh",
    "bảo hiểm xã hội",
    "bảo hiểm y tế",
    "bhxh",
    "bhyt",
    "việc làm",
    "người có công",
    "bảo trợ xã hội",
    "trẻ em",
    "giảm nghèo",
    "nghĩa vụ quân sự",
    "giấy phép lái xe",
    "phương tiện giao thông",
    "định danh",
    "văn bằng",
    "tuyển sinh",
    "điện mới",
    "nước",
    "trợ giúp pháp lý",
    "đất đai",
    "hoạt động xây dựng",
    "thuế",
    "thành lập và hoạt động của doanh nghiệp",
    "khám bệnh",
    "hòa giải ở cơ sở",
];

/// Reads the list of the national database, or the corpus made from it.
///
/// # Errors
/// The reader's message, when it is no such list.
pub fn national_records(json: &str) -> Result<Vec<Record>, String> {
    let rows: Vec<Row> = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Ok(rows.iter().map(record).collect())
}

fn clean(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells whether people, not offices, have to do with a field.
pub(super) fn is_everyday(field: &str) -> bool {
    let field = field.to_lowercase();
    EVERYDAY.iter().any(|name| field.contains(name)) && !field.contains("nước ngoài") && !field.contains("nhà nước")
}

fn record(row: &Row) -> Record {
    let named =
        |pairs: &[(&str, u8)], text: &str| pairs.iter().filter(|(name, _)| text.contains(name)).fold(0, |bits, (_, bit)| bits | bit);
    let levels = Levels::from_bits(named(&[("xã", 1), ("tỉnh", 2), ("huyện", 2), ("trung ương", 4), ("ngoài nước", 8)], &row.level));
    let audience = row.audience.replace("(không bao gồm doanh nghiệp, HTX)", "");
    let audiences = [("Công dân Việt Nam", 1), ("Doanh nghiệp", 2), ("Hợp tác xã", 2), ("Tổ chức", 4), ("nước ngoài", 8), ("Cán bộ", 16)];
    let audiences = Audiences::from_bits(named(&audiences, &audience));
    let field = clean(&row.field);
    let title = clean(&row.name);
    Record {
        code: row.id.clone(),
        slug: row.id.to_ascii_lowercase().replace('.', "-"),
        agency: clean(&row.agency),
        levels,
        audiences,
        prior: prior(levels, audiences, Traits::NONE, is_everyday(&field), row.scope != "national"),
        title,
        field,
        ..Record::default()
    }
}
