//! Lists of dossiers for the desk: a view, a search, a page.

use super::{Agency, Reply, keep::status_of};
use crate::{clock, fault::Fault, object::sql::Value};
use domain::{
    dossier::Status,
    dossier_code::{DossierCode, TypedCode},
    personal_id::PersonalId,
    phone::Phone,
    procedure::ChannelKind,
    slug::Slug,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// A page of a list, as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    /// Which dossiers.
    pub(crate) view: View,
    /// A code, a name, a phone number or a personal identity number; empty for all.
    pub(crate) text: String,
    /// Which page, from 0.
    pub(crate) page: u32,
}

/// A part of the dossiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum View {
    /// Everything.
    All,
    /// Sent, to be looked at by reception.
    New,
    /// Accepted, to be handed over.
    Accepted,
    /// With the unit that decides.
    Processing,
    /// Proposed, to be decided.
    ToDecide,
    /// Waiting for the owner.
    Waiting,
    /// The owner asks to withdraw.
    Withdrawals,
    /// To be handed out.
    Results,
    /// Past the due time and not ended.
    Late,
    /// Ended.
    Closed,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Queue {
    /// The rows.
    pub(crate) rows: Vec<Row>,
    /// How many there are on all pages.
    pub(crate) total: u64,
    /// How many each view has, without the search.
    pub(crate) counts: Vec<(View, u64)>,
}

/// How many rows a page has.
pub(crate) const PAGE: u32 = 50;

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) code: DossierCode,
    pub(crate) procedure: Slug,
    pub(crate) owner: String,
    pub(crate) status: Status,
    pub(crate) channel: ChannelKind,
    /// Whether a proposal lies before the approver.
    pub(crate) proposed: bool,
    /// The unit that has it.
    pub(crate) unit: Option<String>,
    pub(crate) version: u32,
    pub(crate) submitted_at: Timestamp,
    pub(crate) changed_at: Timestamp,
    pub(crate) received_at: Option<Timestamp>,
    pub(crate) due_at: Option<Timestamp>,
    /// When it ended or since when it waits for the owner; until then lateness counts, else until now.
    pub(crate) still_at: Option<Timestamp>,
}

type Columns = (
    String,
    String,
    String,
    i64,
    String,
    bool,
    Option<String>,
    i64,
    Timestamp,
    Timestamp,
    Option<Timestamp>,
    Option<Timestamp>,
    Option<Timestamp>,
);

impl View {
    /// Every view with its name in addresses, in the order of the desk.
    pub(crate) const NAMED: [(&'static str, Self); 10] = [
        ("new", Self::New),
        ("accepted", Self::Accepted),
        ("processing", Self::Processing),
        ("to-decide", Self::ToDecide),
        ("waiting", Self::Waiting),
        ("withdrawals", Self::Withdrawals),
        ("results", Self::Results),
        ("late", Self::Late),
        ("closed", Self::Closed),
        ("all", Self::All),
    ];

    /// The condition of its rows; `?` stands for now where there is one.
    const fn condition(self) -> &'static str {
        match self {
            Self::All => "1",
            Self::New => "status = 1",
            Self::Accepted => "status = 2",
            Self::Processing => "status = 4 AND proposed = 0",
            Self::ToDecide => "status = 4 AND proposed = 1",
            Self::Waiting => "status IN (5, 6)",
            Self::Withdrawals => "status = 7",
            Self::Results => "status = 9",
            // A due time is a minute: late is what is past its end.
            Self::Late => "status IN (1, 2, 4, 5, 6, 7) AND due_at + 60000 <= coalesce(paused_at, ?)",
            Self::Closed => "status IN (3, 8, 10)",
        }
    }
}

impl Agency {
    pub(super) fn queue(&self, question: &Question) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        let now = clock::now();
        let (searched, words) = condition(&question.text);
        let mut values: Vec<Value> = if question.view == View::Late { vec![now.0.into()] } else { Vec::new() };
        values.extend(words);
        let wanted = format!("FROM dossier WHERE {} AND {searched}", question.view.condition());
        let (total,): (i64,) = sql.one(&format!("SELECT count(*) {wanted}"), values.clone())?;
        values.extend([Value::from(i64::from(PAGE)), (i64::from(question.page) * i64::from(PAGE)).into()]);
        // What is due first comes first, late ones before all; what has no due time yet, by age. Ended ones: the last first.
        let order = match question.view {
            View::Closed | View::All => "changed_at DESC",
            _ => "due_at IS NULL, due_at, submitted_at",
        };
        let rows: Vec<Columns> = sql.all(
            &format!(
                "SELECT code, procedure, owner, status, channel, proposed, unit, version, submitted_at, changed_at, received_at, due_at, \
                 coalesce(ended_at, paused_at) \
                 {wanted} ORDER BY {order}, code LIMIT ? OFFSET ?"
            ),
            values,
        )?;
        let counts = View::NAMED.iter().map(|(_, view)| {
            let values: Vec<Value> = if *view == View::Late { vec![now.0.into()] } else { Vec::new() };
            let (count,): (i64,) = sql.one(&format!("SELECT count(*) FROM dossier WHERE {}", view.condition()), values)?;
            Ok((*view, u64::try_from(count).unwrap_or(0)))
        });
        Ok(Reply::Queue(Queue {
            rows: rows.into_iter().map(row).collect::<Result<_, _>>()?,
            total: u64::try_from(total).unwrap_or(0),
            counts: counts.collect::<Result<_, Fault>>()?,
        }))
    }
}

fn row(columns: Columns) -> Result<Row, Fault> {
    let (code, procedure, owner, status, channel, proposed, unit, version, submitted_at, changed_at, received_at, due_at, still_at) =
        columns;
    let channel = ChannelKind::NAMED.into_iter().find(|(name, _)| *name == channel).ok_or(Fault::Shape("a channel"))?.1;
    Ok(Row {
        code: code.parse().map_err(|_| Fault::Shape("a dossier code"))?,
        procedure: procedure.parse().map_err(|_| Fault::Shape("a slug"))?,
        owner,
        status: status_of(status)?,
        channel,
        proposed,
        unit,
        version: u32::try_from(version).map_err(|_| Fault::Shape("a version"))?,
        submitted_at,
        changed_at,
        received_at,
        due_at,
        still_at,
    })
}

/// Returns the condition of a search: a whole code, a whole number, or words that names begin with.
fn condition(text: &str) -> (String, Vec<Value>) {
    let text = text.trim();
    if text.is_empty() {
        return ("1".to_owned(), Vec::new());
    }
    if let Ok(TypedCode::Ours(code)) = text.parse() {
        return ("code = ?".to_owned(), vec![code.to_string().into()]);
    }
    if let Ok(id) = text.parse::<PersonalId>() {
        return ("personal_id = ?".to_owned(), vec![id.as_str().into()]);
    }
    if let Ok(phone) = text.parse::<Phone>() {
        return ("phone = ?".to_owned(), vec![phone.as_str().into()]);
    }
    let words: Vec<String> = search::words(text).into_iter().take(8).collect();
    if words.is_empty() {
        return ("0".to_owned(), Vec::new());
    }
    let begins = "code IN (SELECT code FROM name_word WHERE word >= ? AND word < ?)";
    let values = words.iter().flat_map(|word| [Value::from(word.as_str()), format!("{word}\u{10ffff}").into()]).collect();
    (vec![begins; words.len()].join(" AND "), values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, values: &[&str]) {
        let (condition, found) = condition(text);
        assert_eq!(condition, expected);
        assert_eq!(found, values.iter().map(|value| Value::from(*value)).collect::<Vec<_>>());
    }

    #[test]
    fn a_search_is_a_code_a_number_or_the_beginnings_of_a_name() {
        check(" ", "1", &[]);
        check("h99.12.1-261125-0007", "code = ?", &["H99.12.1-261125-0007"]);
        check("001 090 000 123", "personal_id = ?", &["001090000123"]);
        check("0912.345.678", "phone = ?", &["0912345678"]);
        check("…", "0", &[]);
        let begins = "code IN (SELECT code FROM name_word WHERE word >= ? AND word < ?)";
        check("Đỗ Lan", &format!("{begins} AND {begins}"), &["do", "do\u{10ffff}", "lan", "lan\u{10ffff}"]);
    }
}
