//! The catalogue as a table (CSV, RFC 4180), for spreadsheets.

use crate::{component::Press, route::Route, summary, text};
use domain::{national::Extent, procedure::OnlineLevel};

/// Returns the table, with the mark that tells spreadsheets it is UTF-8.
pub(super) fn csv(press: Press<'_>) -> String {
    let heads = press.language.pick(
        [
            "Mã",
            "Tên ngắn",
            "Tên chính thức",
            "Lĩnh vực",
            "Cấp",
            "Ai làm",
            "Nộp ở đâu",
            "Làm trên mạng",
            "Thời gian",
            "Phí, lệ phí",
            "Kiểm tra ngày",
            "Địa chỉ",
        ],
        [
            "Code",
            "Short name",
            "Official name",
            "Field",
            "Level",
            "For whom",
            "Where to file",
            "Online",
            "Time",
            "Fee",
            "Checked on",
            "Address",
        ],
    );
    let mut table = String::from("\u{feff}");
    push(&mut table, &heads.map(str::to_owned));
    for procedure in &press.catalogue.procedures {
        let language = press.language;
        let join = |names: Vec<&str>| names.join("; ");
        let online = match procedure.online {
            OnlineLevel::Full => press.say("Toàn trình", "Full"),
            OnlineLevel::Partial(_) => press.say("Một phần", "Partial"),
            OnlineLevel::None(_) => press.say("Không", "No"),
        };
        for code in procedure.codes() {
            let official = procedure
                .also
                .iter()
                .find(|further| further.code == *code)
                .map_or(&procedure.official_name, |further| &further.official_name);
            push(
                &mut table,
                &[
                    code.to_string(),
                    procedure.title.in_language(language).to_owned(),
                    official.clone(),
                    press.catalogue.field(&procedure.field).map(|field| field.name.in_language(language).to_owned()).unwrap_or_default(),
                    join(procedure.levels.iter().map(|level| text::level(*level, language)).collect()),
                    join(procedure.audience.iter().map(|audience| text::audience(*audience, language)).collect()),
                    join(procedure.filed_at.iter().map(|place| text::filing_place(*place, language)).collect()),
                    online.to_owned(),
                    summary::time_in_short(press, procedure).unwrap_or_default(),
                    summary::fee_in_short(press, procedure).unwrap_or_default(),
                    text::date(procedure.reviewed_on, language),
                    format!("{}{}", press.catalogue.site.base_url, Route::Procedure(procedure.slug.clone()).path(language)),
                ],
            );
        }
    }
    for record in &press.catalogue.national.records {
        let language = press.language;
        let join = |names: Vec<&str>| names.join("; ");
        let online = match record.online {
            Some(Extent::Full) => press.say("Toàn trình", "Full"),
            Some(Extent::Partial) => press.say("Một phần", "Partial"),
            Some(Extent::None) => press.say("Không", "No"),
            None => "",
        };
        for code in record.codes() {
            push(
                &mut table,
                &[
                    code.to_string(),
                    record.title.clone(),
                    record.official_name.clone(),
                    summary::field_name(press, &record.field),
                    join(record.levels.iter().map(|level| text::level(*level, language)).collect()),
                    join(record.audience.iter().map(|audience| text::audience(*audience, language)).collect()),
                    record.agency.clone(),
                    online.to_owned(),
                    String::new(),
                    String::new(),
                    press.say("bản ghi quốc gia", "national record").to_owned(),
                    format!("{}{}", press.catalogue.site.base_url, Route::Procedure(record.slug.clone()).path(language)),
                ],
            );
        }
    }
    table
}

fn push(table: &mut String, cells: &[String]) {
    let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", harmless(cell).replace('"', "\"\""))).collect();
    table.push_str(&quoted.join(","));
    table.push_str("\r\n");
}

/// A cell that begins like a formula would be run by some spreadsheets.
fn harmless(cell: &str) -> String {
    let cell = cell.replace(text::NO_BREAK, " ");
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
