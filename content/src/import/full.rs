//! Reads a text in full: Vietnamese keys, free text in tables.

use super::{
    clean,
    draft::{Draft, Origin},
    free,
    report::{Remark, Report},
};
use domain::{
    national::{NationalChannel, NationalPaper, NationalPapers},
    procedure::{ChannelKind, LegalBasis},
};
use serde::Deserialize;
use unicode_normalization::is_nfc;

#[derive(Debug, Deserialize)]
struct Full {
    metadata: Metadata,
    content: Content,
    tables: Tables,
}

#[derive(Debug, Deserialize)]
struct Metadata {
    #[serde(rename = "mã_thủ_tục")]
    code: String,
    #[serde(rename = "tên_thủ_tục")]
    name: String,
    #[serde(rename = "số_quyết_định", default)]
    decision: String,
    #[serde(rename = "cấp_thực_hiện", default)]
    level: String,
    #[serde(rename = "lĩnh_vực", default)]
    field: String,
}

#[derive(Debug, Deserialize)]
struct Content {
    #[serde(rename = "trình_tự_thực_hiện", default)]
    steps: String,
    #[serde(rename = "đối_tượng_thực_hiện", default)]
    subjects: String,
    #[serde(rename = "cơ_quan_thực_hiện", default)]
    agency: String,
    #[serde(rename = "kết_quả_thực_hiện", default)]
    results: String,
    #[serde(rename = "yêu_cầu_điều_kiện_thực_hiện", default)]
    conditions: String,
}

#[derive(Debug, Deserialize)]
struct Tables {
    #[serde(rename = "hinh_thuc_nop", default)]
    ways: Vec<Way>,
    #[serde(rename = "thanh_phan_ho_so", default)]
    papers: Vec<Paper>,
    #[serde(rename = "can_cu_phap_ly", default)]
    legal: Vec<Legal>,
}

#[derive(Debug, Deserialize)]
struct Way {
    #[serde(rename = "hinh_thuc", default)]
    kind: String,
    #[serde(rename = "thoi_han_giai_quyet", default)]
    time: String,
    #[serde(rename = "phi_le_phi", default)]
    fees: String,
    #[serde(rename = "mo_ta", default)]
    words: String,
}

#[derive(Debug, Deserialize)]
struct Paper {
    #[serde(rename = "ten_giay_to", default)]
    name: String,
    /// The counts stand in the remarks; the column of counts holds names of files.
    #[serde(rename = "ghi_chu", default)]
    counts: String,
}

#[derive(Debug, Deserialize)]
struct Legal {
    #[serde(rename = "so_ky_hieu", default)]
    number: String,
    #[serde(rename = "trich_yeu", default)]
    title: String,
}

pub(super) fn read(file: &str, json: &str, report: &mut Report) -> Option<Draft> {
    report.note(Remark::InTexts, String::new);
    if !is_nfc(json) {
        report.note(Remark::Recomposed, || file.to_owned());
    }
    let full = match serde_json::from_str::<Full>(json) {
        Ok(full) => full,
        Err(error) => {
            report.note(Remark::Unreadable, || format!("{file}: {error}"));
            return None;
        }
    };
    let Ok(code) = clean::line(&full.metadata.code).parse() else {
        report.note(Remark::BadCode, || format!("{} ({file})", full.metadata.code));
        return None;
    };
    let mut draft = Draft::new(code, Origin::Text);
    draft.name = clean::name(&full.metadata.name);
    draft.field = clean::name(&full.metadata.field);
    draft.levels = free::levels(&full.metadata.level).0;
    draft.audience = free::audience(&full.content.subjects);
    draft.agency = some(&full.content.agency);
    let text = &mut draft.text;
    text.subjects = some(&full.content.subjects);
    text.decision = some(&full.metadata.decision);
    text.steps = clean::paragraphs(&full.content.steps);
    text.results = clean::paragraphs(&full.content.results);
    text.conditions = clean::paragraphs(&full.content.conditions);
    text.channels = full.tables.ways.iter().filter_map(channel).collect();
    let papers: Vec<NationalPaper> = full.tables.papers.iter().filter_map(|row| paper(row, report, &full.metadata.code)).collect();
    if !papers.is_empty() {
        text.papers = vec![NationalPapers { case: String::new(), papers }];
    }
    text.legal_bases = full.tables.legal.iter().filter_map(legal_basis).collect();
    Some(draft)
}

fn some(text: &str) -> String {
    let text = clean::line(text);
    if clean::is_nothing(&text) { String::new() } else { text }
}

fn channel(way: &Way) -> Option<NationalChannel> {
    let kind = match clean::line(&way.kind).to_lowercase().as_str() {
        "trực tiếp" => ChannelKind::Desk,
        "trực tuyến" => ChannelKind::Online,
        "dịch vụ bưu chính" => ChannelKind::Post,
        _ => return None,
    };
    let term = free::term(&way.time);
    let time = clean::line(&way.time);
    let said = if term.is_some() || clean::is_nothing(&time) { String::new() } else { time };
    let words: Vec<String> = [said, some(&way.words)].into_iter().filter(|part| !part.is_empty()).collect();
    Some(NationalChannel { kind, term, time: words.join(". "), fees: free::fees(&way.fees) })
}

fn paper(row: &Paper, report: &mut Report, code: &str) -> Option<NationalPaper> {
    let name = clean::name(&row.name);
    let count = |label: &str| {
        let line = row.counts.lines().map(clean::line).find_map(|line| line.strip_prefix(label).map(str::to_owned))?;
        line.trim_start_matches(':').trim().parse().ok()
    };
    let (originals, copies) = (count("Bản chính"), count("Bản sao"));
    if (originals.is_none() || copies.is_none()) && !row.counts.trim().is_empty() {
        report.note(Remark::PaperCountLeft, || format!("{code}: {}", clean::line(&row.counts)));
    }
    (!clean::is_nothing(&name)).then(|| NationalPaper { name, originals: originals.unwrap_or(0), copies: copies.unwrap_or(0) })
}

fn legal_basis(row: &Legal) -> Option<LegalBasis> {
    let title = clean::name(&row.title);
    // Numbers without the year and the body that issued them name nothing.
    let number = some(&row.number);
    let number = if number.contains('/') { number } else { String::new() };
    (!clean::is_nothing(&title)).then_some(LegalBasis { number, title, until: None })
}
