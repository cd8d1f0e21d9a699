//! Reading dossiers and writing what happened to them.

use super::{Agency, Followed, Glance, Opened, PapersOf, Reply, Who, key, plan::Step, publish};
use crate::{
    fault::Fault,
    object::{
        FileColumns, held,
        sql::{Sql, Value},
    },
    secret,
};
use domain::{
    access_key::AccessKey,
    dossier::{Dossier, Event, Happening, Status},
    dossier_code::DossierCode,
    form::{AnswerSection, RawAnswers},
    record::{HeldFile, Record},
    timestamp::Timestamp,
};

/// What stands in the row of a dossier and in no event.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) procedure: String,
    pub(super) papers: Option<String>,
    pub(super) salt: Vec<u8>,
    pub(super) key_hash: Vec<u8>,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
}

impl Head {
    /// Tells whether a key opens the dossier.
    pub(super) fn opens(&self, key: &AccessKey) -> bool {
        secret::same(&key::hash(&self.salt, key), &self.key_hash)
    }
}

impl Agency {
    pub(super) fn glance(&self, code: &DossierCode) -> Result<Reply, Fault> {
        let row: Option<(i64, String, Timestamp)> =
            self.body.sql()?.first("SELECT status, procedure, submitted_at FROM dossier WHERE code = ?", [code.to_string().into()])?;
        let Some((status, procedure, submitted_at)) = row else { return Ok(Reply::NotFound) };
        let procedure = procedure.parse().map_err(|_| Fault::Shape("a slug"))?;
        Ok(Reply::Glance(Glance { status: status_of(status)?, procedure, submitted_at }))
    }

    pub(super) fn follow(&self, code: &DossierCode, key: &AccessKey) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        let Some(head) = head(sql, code)? else { return Ok(Reply::NotFound) };
        if !head.opens(key) {
            return Ok(Reply::WrongKey);
        }
        let rating = key::rating(&code.agency, &head.salt, key);
        let Some(record) = record(sql, code)? else { return Ok(Reply::NotFound) };
        Ok(Reply::Followed(Box::new(Followed { record, papers: head.papers, rating })))
    }

    pub(super) fn open(&self, code: &DossierCode) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        let (Some(head), Some(record)) = (head(sql, code)?, record(sql, code)?) else { return Ok(Reply::NotFound) };
        Ok(Reply::Opened(Box::new(Opened { record, papers: head.papers })))
    }

    pub(super) fn holds(&self, papers: &str) -> Result<Reply, Fault> {
        let row: Option<(String,)> = self.body.sql()?.first("SELECT code FROM dossier WHERE papers = ?", [papers.into()])?;
        row.map(|(code,)| code.parse().map_err(|_| Fault::Shape("a dossier code"))).transpose().map(Reply::Holds)
    }

    pub(super) fn papers_for(&self, code: &DossierCode, key: &AccessKey, fresh: &str) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        let Some(head) = head(sql, code)? else { return Ok(Reply::NotFound) };
        if !head.opens(key) {
            return Ok(Reply::WrongKey);
        }
        let (status,): (i64,) = sql.one("SELECT status FROM dossier WHERE code = ?", [code.to_string().into()])?;
        let papers = if let Some(papers) = head.papers {
            papers
        } else {
            sql.run("UPDATE dossier SET papers = ? WHERE code = ?", [fresh.into(), code.to_string().into()])?;
            fresh.to_owned()
        };
        let procedure = head.procedure.parse().map_err(|_| Fault::Shape("a slug"))?;
        Ok(Reply::Papers(PapersOf { papers, procedure, asked: status_of(status)? == Status::SupplementRequired }))
    }

    /// Writes one step of a dossier: the event, the columns of lists, the notice. Runs inside a transaction.
    pub(super) fn write(&self, code: &DossierCode, head: &Head, (event, after): &Step) -> Result<Event, Fault> {
        let sql = self.body.sql()?;
        let mut event = event.clone();
        if let Happening::SlipIssued { slip, number } = &mut event.what {
            number_slip(sql, slip.key(), event.at, number)?;
        }
        let text = serde_json::to_string(&event).map_err(|_| Fault::Shape("an event"))?;
        let code_text = code.to_string();
        sql.run(
            "INSERT INTO event (code, version, event) VALUES (?, ?, ?)",
            [code_text.as_str().into(), i64::from(after.version).into(), text.into()],
        )?;
        let mut values = columns(after);
        values.push(code_text.into());
        sql.run(
            "UPDATE dossier SET status = ?, version = ?, changed_at = ?, received_at = ?, due_at = ?, paused_at = ?, ended_at = ?, \
             first_ended_at = ?, first_ended_due = ?, proposed = ?, unit = ? WHERE code = ?",
            values,
        )?;
        publish::changed(sql)?;
        if event.what.tells_owner() {
            self.tell(code, head, &event, after)?;
        }
        Ok(event)
    }
}

/// Reads the row of a dossier.
pub(super) fn head(sql: &Sql, code: &DossierCode) -> Result<Option<Head>, Fault> {
    let row = sql.first("SELECT procedure, papers, salt, key_hash, phone, email FROM dossier WHERE code = ?", [code.to_string().into()])?;
    Ok(row.map(|(procedure, papers, salt, key_hash, phone, email)| Head { procedure, papers, salt, key_hash, phone, email }))
}

/// Reads everything that happened, oldest first.
pub(super) fn events(sql: &Sql, code: &DossierCode) -> Result<Vec<Event>, Fault> {
    let rows: Vec<(String,)> = sql.all("SELECT event FROM event WHERE code = ? ORDER BY version", [code.to_string().into()])?;
    rows.iter().map(|(event,)| serde_json::from_str(event).map_err(|_| Fault::Shape("an event"))).collect()
}

/// Folds everything that happened.
pub(super) fn fold_of(events: &[Event]) -> Result<Dossier, Fault> {
    Dossier::replay(events).map_err(|_| Fault::Shape("a record of events"))
}

fn record(sql: &Sql, code: &DossierCode) -> Result<Option<Record>, Fault> {
    type Columns = (String, i64, String, String, Option<String>, Option<String>);
    let row: Option<Columns> =
        sql.first("SELECT procedure, form_version, applicant, owner, phone, email FROM dossier WHERE code = ?", [code.to_string().into()])?;
    let Some((procedure, form_version, applicant, owner, phone, email)) = row else { return Ok(None) };
    let (answers,): (String,) =
        sql.one("SELECT answers FROM answers WHERE code = ? ORDER BY version DESC LIMIT 1", [code.to_string().into()])?;
    Ok(Some(Record {
        code: code.clone(),
        procedure: procedure.parse().map_err(|_| Fault::Shape("a slug"))?,
        form_version: u32::try_from(form_version).map_err(|_| Fault::Shape("a form version"))?,
        answers: serde_json::from_str(&answers).map_err(|_| Fault::Shape("answers"))?,
        as_filed: as_filed(sql, code)?,
        applicant,
        owner,
        phone: phone.and_then(|phone| phone.parse().ok()),
        email: email.and_then(|email| email.parse().ok()),
        files: files(sql, code)?,
        events: events(sql, code)?,
    }))
}

fn as_filed(sql: &Sql, code: &DossierCode) -> Result<Vec<AnswerSection>, Fault> {
    let row: Option<(String,)> = sql.first("SELECT sections FROM as_filed WHERE code = ?", [code.to_string().into()])?;
    row.map_or_else(|| Ok(Vec::new()), |(text,)| serde_json::from_str(&text).map_err(|_| Fault::Shape("questions as filed")))
}

fn files(sql: &Sql, code: &DossierCode) -> Result<Vec<HeldFile>, Fault> {
    let rows: Vec<FileColumns> = sql.all(
        "SELECT paper, number, name, kind, size, sha256 FROM file WHERE code = ? AND until IS NULL ORDER BY paper, number",
        [code.to_string().into()],
    )?;
    rows.into_iter().map(held).collect()
}

/// Keeps answers under the version they came with.
pub(super) fn put_answers(sql: &Sql, code: &DossierCode, version: u32, answers: &RawAnswers) -> Result<(), Fault> {
    let text = serde_json::to_string(answers).map_err(|_| Fault::Shape("answers"))?;
    sql.run(
        "INSERT INTO answers (code, version, answers) VALUES (?, ?, ?)",
        [code.to_string().into(), i64::from(version).into(), text.into()],
    )
}

/// Keeps what was asked, in the words of the day.
pub(super) fn put_as_filed(sql: &Sql, code: &DossierCode, as_filed: &[AnswerSection]) -> Result<(), Fault> {
    let text = serde_json::to_string(as_filed).map_err(|_| Fault::Shape("questions as filed"))?;
    sql.run("INSERT INTO as_filed (code, sections) VALUES (?, ?)", [code.to_string().into(), text.into()])
}

/// Keeps the names words are looked up by: folded, of who files and of whom it is about.
pub(super) fn put_words(sql: &Sql, code: &DossierCode, who: &Who) -> Result<(), Fault> {
    let code = code.to_string();
    sql.run("DELETE FROM name_word WHERE code = ?", [code.as_str().into()])?;
    for word in search::words(&format!("{} {}", who.applicant, who.owner)) {
        sql.run("INSERT OR IGNORE INTO name_word (word, code) VALUES (?, ?)", [word.into(), code.as_str().into()])?;
    }
    Ok(())
}

/// Keeps files; those of the same papers before them are put aside.
pub(super) fn put_files(sql: &Sql, code: &DossierCode, version: u32, files: &[HeldFile]) -> Result<(), Fault> {
    let (code, version) = (code.to_string(), i64::from(version));
    for file in files {
        sql.run(
            "UPDATE file SET until = ? WHERE code = ? AND paper = ? AND until IS NULL AND since < ?",
            [version.into(), code.as_str().into(), file.paper.as_str().into(), version.into()],
        )?;
        sql.run(
            "INSERT INTO file (code, paper, number, name, kind, size, sha256, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                code.as_str().into(),
                file.paper.as_str().into(),
                i64::from(file.number).into(),
                file.name.as_str().into(),
                file.kind.extension().into(),
                i64::try_from(file.size).unwrap_or(i64::MAX).into(),
                file.sha256.as_str().into(),
                version.into(),
            ],
        )?;
    }
    Ok(())
}

/// Puts the next number of a kind of slip in the year where `{n}` stands.
fn number_slip(sql: &Sql, slip: &str, at: Timestamp, number: &mut String) -> Result<(), Fault> {
    if !number.contains("{n}") {
        return Ok(());
    }
    let year = i64::from(at.moment().date.year());
    let (next,): (i64,) = sql.one(
        "INSERT INTO slip_number (slip, year, number) VALUES (?, ?, 1) ON CONFLICT (slip, year) DO UPDATE SET number = number + 1 RETURNING number",
        [slip.into(), year.into()],
    )?;
    *number = number.replace("{n}", &next.to_string());
    Ok(())
}

/// Returns the columns that lists and counts read, in the order of the update.
fn columns(after: &Dossier) -> Vec<Value> {
    let instant = |at: Option<Timestamp>| Value::from(at.map(|at| at.0));
    let due = |due: Option<domain::calendar::Due>| instant(due.map(|due| Timestamp::from_moment(due.at)));
    vec![
        i64::from(after.status.code()).into(),
        i64::from(after.version).into(),
        after.changed_at.0.into(),
        instant(after.received_at),
        due(after.due),
        instant(after.paused_since()),
        instant(after.ended.map(|end| end.at)),
        instant(after.first_ended.map(|end| end.at)),
        due(after.first_ended.and_then(|end| end.due)),
        i64::from(after.proposal.is_some()).into(),
        after.unit.clone().into(),
    ]
}

/// Reads a status column.
pub(super) fn status_of(code: i64) -> Result<Status, Fault> {
    u8::try_from(code).ok().and_then(Status::from_code).ok_or(Fault::Shape("a status"))
}
