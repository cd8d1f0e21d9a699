//! The draft: its answers, how long it is kept, and what becomes of it.

use super::{Papers, Reply, upload};
use crate::{
    clock,
    fault::Fault,
    object::{FileColumns, agency, held, sql::Sql},
};
use domain::{code::AgencyCode, dossier_code::DossierCode, form::RawAnswers, record::HeldFile, slug::Slug, timestamp::Timestamp};
use serde::{Deserialize, Serialize};

/// What a draft holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// The guide.
    pub(crate) procedure: Slug,
    /// The version of the form the answers were checked against.
    pub(crate) form_version: u32,
    /// The answers.
    pub(crate) answers: RawAnswers,
    /// Until when it is kept.
    pub(crate) expires_at: Timestamp,
    /// The dossier it became.
    pub(crate) filed: Option<DossierCode>,
    /// Its pending files.
    pub(crate) files: Vec<HeldFile>,
}

/// How long a draft is kept after its owner did something with it: answered, attached, sent.
const KEPT: i64 = 24 * 60 * 60 * 1000;

impl Papers {
    pub(super) async fn begin(&self, procedure: &Slug, form_version: u32, answers: &RawAnswers) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        let now = clock::now();
        let until = now.plus_milliseconds(KEPT);
        sql.wake_at(Some(until)).await?;
        sql.run(
            "INSERT OR IGNORE INTO draft (one, procedure, form_version, answers, made_at, expires_at) VALUES (1, ?, ?, ?, ?, ?)",
            [procedure.as_str().into(), i64::from(form_version).into(), written(answers)?.into(), now.0.into(), until.0.into()],
        )?;
        Ok(Reply::Done)
    }

    pub(super) fn rewrite(&self, form_version: u32, answers: &RawAnswers, moved: &[(String, Option<String>)]) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        match draft(sql)? {
            None => Ok(Reply::NoDraft),
            Some(Draft { filed: Some(code), .. }) => Ok(Reply::Filed(code)),
            Some(_) => {
                let columns = [i64::from(form_version).into(), written(answers)?.into()];
                sql.transaction(|| {
                    sql.run("UPDATE draft SET form_version = ?, answers = ?", columns)?;
                    prolong(sql)?;
                    upload::follow(sql, moved)?;
                    Ok(Reply::Done)
                })
            }
        }
    }

    pub(super) fn look(&self) -> Result<Reply, Fault> {
        Ok(draft(self.body.sql()?)?.map_or(Reply::NoDraft, |draft| Reply::Draft(Box::new(draft))))
    }

    pub(super) fn sending(&self, agency: &AgencyCode, request: &str) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        sql.transaction(|| {
            let Some(mut draft) = draft(sql)? else { return Ok(Reply::NoDraft) };
            let before: Option<(String,)> = sql.first("SELECT files FROM sent WHERE request = ?", [request.into()])?;
            if let Some((files,)) = before {
                draft.files = serde_json::from_str(&files).map_err(|_| Fault::Shape("files that were sent"))?;
                return Ok(Reply::Draft(Box::new(draft)));
            }
            prolong(sql)?;
            sql.run("INSERT OR IGNORE INTO asked (agency) VALUES (?)", [agency.as_str().into()])?;
            sql.run("UPDATE file SET sent = 1 WHERE done = 1 AND dropped = 0 AND filed = 0", [])?;
            Ok(Reply::Draft(Box::new(draft)))
        })
    }

    pub(super) fn taken(&self, code: &DossierCode, request: &str, files: &[HeldFile]) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        let text = serde_json::to_string(files).map_err(|_| Fault::Shape("files"))?;
        sql.transaction(|| {
            sql.run("INSERT OR IGNORE INTO sent (request, files) VALUES (?, ?)", [request.into(), text.into()])?;
            self.file_as(code)?;
            Ok(Reply::Done)
        })
    }

    pub(super) fn adopt(&self, code: &DossierCode, procedure: &Slug) -> Result<Reply, Fault> {
        let now = clock::now();
        self.body.sql()?.run(
            "INSERT OR IGNORE INTO draft (one, procedure, form_version, answers, made_at, expires_at, filed) VALUES (1, ?, 0, '{}', ?, ?, ?)",
            [procedure.as_str().into(), now.0.into(), now.0.into(), code.to_string().into()],
        )?;
        Ok(Reply::Done)
    }

    /// Ends a draft whose time is over, unless an agency has it.
    pub(super) async fn expire(&self) -> Result<(), Fault> {
        let sql = self.body.sql()?;
        let row: Option<(Timestamp, Option<String>)> = sql.first("SELECT expires_at, filed FROM draft", [])?;
        let Some((expires_at, filed)) = row else { return Ok(()) };
        if expires_at > clock::now() {
            return sql.wake_at(Some(expires_at)).await;
        }
        if filed.is_some() {
            // Kept until now for a request that is sent again; from here on the agency alone has them.
            return sql.run("UPDATE draft SET answers = '{}'", []);
        }
        let papers = self.body.name()?;
        let agencies: Vec<(String,)> = sql.all("SELECT agency FROM asked", [])?;
        for (agency,) in agencies {
            let agency = agency.parse().map_err(|_| Fault::Shape("an agency code"))?;
            let call = agency::Call::Holds { papers: papers.clone() };
            if let agency::Reply::Holds(Some(code)) = agency::ask(self.body.env(), &agency, &call).await? {
                return sql.transaction(|| self.file_as(&code));
            }
        }
        sql.transaction(|| sql.run("DELETE FROM chunk; DELETE FROM file; DELETE FROM sent; DELETE FROM asked; DELETE FROM draft", []))
    }

    /// Binds what was sent to a dossier; what came after that is pending no more.
    fn file_as(&self, code: &DossierCode) -> Result<(), Fault> {
        let sql = self.body.sql()?;
        sql.run("UPDATE draft SET filed = ?", [code.to_string().into()])?;
        sql.run("UPDATE file SET filed = 1 WHERE sent = 1", [])?;
        sql.run("DELETE FROM chunk WHERE file IN (SELECT id FROM file WHERE filed = 0)", [])?;
        sql.run("DELETE FROM file WHERE filed = 0", [])
    }
}

/// Keeps a draft as long as if it began now; when its old time is over, it is looked at again.
pub(super) fn prolong(sql: &Sql) -> Result<(), Fault> {
    let until = clock::now().plus_milliseconds(KEPT);
    sql.run("UPDATE draft SET expires_at = max(expires_at, ?) WHERE filed IS NULL", [until.0.into()])
}

/// Reads the draft with its pending files; none when its time is over.
pub(super) fn draft(sql: &Sql) -> Result<Option<Draft>, Fault> {
    type Columns = (String, i64, String, Timestamp, Option<String>);
    let row: Option<Columns> = sql.first("SELECT procedure, form_version, answers, expires_at, filed FROM draft", [])?;
    let Some((procedure, form_version, answers, expires_at, filed)) = row else { return Ok(None) };
    if filed.is_none() && expires_at <= clock::now() {
        return Ok(None);
    }
    Ok(Some(Draft {
        procedure: procedure.parse().map_err(|_| Fault::Shape("a slug"))?,
        form_version: u32::try_from(form_version).map_err(|_| Fault::Shape("a form version"))?,
        answers: serde_json::from_str(&answers).map_err(|_| Fault::Shape("answers"))?,
        expires_at,
        filed: filed.map(|code| code.parse().map_err(|_| Fault::Shape("a dossier code"))).transpose()?,
        files: pending(sql)?,
    }))
}

fn pending(sql: &Sql) -> Result<Vec<HeldFile>, Fault> {
    let rows: Vec<FileColumns> = sql.all(
        "SELECT paper, number, name, kind, size, sha256 FROM file WHERE done = 1 AND filed = 0 AND dropped = 0 ORDER BY paper, number",
        [],
    )?;
    rows.into_iter().map(held).collect()
}

fn written(answers: &RawAnswers) -> Result<String, Fault> {
    serde_json::to_string(answers).map_err(|_| Fault::Shape("answers"))
}
