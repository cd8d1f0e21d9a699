//! Reads the list of all procedures, or a corpus made from it.

use super::{
    clean,
    draft::{Draft, Origin, Scope},
    free,
    report::{Remark, Report},
};
use serde::Deserialize;
use unicode_normalization::is_nfc;

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
    promulgator: String,
    #[serde(default)]
    audience: String,
    #[serde(default)]
    scope: String,
    /// Running text, in a corpus.
    #[serde(default)]
    guide: String,
}

pub(super) fn read(file: &str, json: &str, report: &mut Report) -> Vec<Draft> {
    match serde_json::from_str::<Vec<Row>>(json) {
        Ok(rows) => rows.into_iter().filter_map(|row| draft(row, report)).collect(),
        Err(error) => {
            report.note(Remark::Unreadable, || format!("{file}: {error}"));
            Vec::new()
        }
    }
}

fn draft(row: Row, report: &mut Report) -> Option<Draft> {
    report.note(Remark::InList, String::new);
    let Ok(code) = clean::line(&row.id).parse() else {
        report.note(Remark::BadCode, || format!("{} {}", row.id, row.name));
        return None;
    };
    if !is_nfc(&row.name) {
        report.note(Remark::Recomposed, || row.id.clone());
    }
    let (levels, district) = free::levels(&row.level);
    if district {
        report.note(Remark::DistrictGone, || format!("{} {}", row.id, row.level));
    }
    let mut draft = Draft::new(code, Origin::List);
    draft.scope = Some(match row.scope.as_str() {
        "internal" => Scope::Internal,
        "province" => Scope::Province,
        _ => Scope::Nation,
    });
    draft.name = clean::name(&row.name);
    draft.field = clean::name(&row.field);
    draft.levels = levels;
    draft.audience = free::audience(&row.audience);
    draft.agency = clean::line(&row.agency);
    draft.text.subjects = clean::line(&row.audience);
    draft.text.publisher = clean::line(&row.promulgator);
    draft.text.paragraphs = clean::paragraphs(&row.guide);
    Some(draft)
}
