//! Filing a dossier: the only acknowledgement there is.

use super::{
    Agency, Reply, Submission, Submitted,
    keep::{Head, put_answers, put_as_filed, put_files, put_words},
    key,
};
use crate::{clock, fault::Fault, object::sql::Sql, secret};
use domain::{
    dossier::{Actor, Dossier, Event, Happening},
    dossier_code::DossierCode,
    procedure::ChannelKind,
    timestamp::Timestamp,
};

/// What is found under an `Idempotency-Key`.
type Earlier = (String, Vec<u8>, Vec<u8>, Vec<u8>, Timestamp);

impl Agency {
    pub(super) async fn submit(&self, submission: &Submission) -> Result<Reply, Fault> {
        let now = clock::now();
        let key_hash = key::idempotency_hash(&submission.idempotency);
        let body_hash = body_hash(submission)?;
        // Before anything is written: an alarm without work is harmless, work without an alarm is not.
        self.ring(now).await?;
        let sql = self.body.sql()?;
        sql.transaction(|| {
            let earlier: Option<Earlier> = sql.first(
                "SELECT dossier.code, done.body_hash, salt, dossier.key_hash, submitted_at FROM done JOIN dossier USING (code) WHERE done.key_hash = ?",
                [key_hash.to_vec().into()],
            )?;
            if let Some(earlier) = earlier {
                return replayed(earlier, submission, &body_hash);
            }
            if let Some(papers) = &submission.papers {
                let taken: Option<(String,)> = sql.first("SELECT code FROM dossier WHERE papers = ?", [papers.as_str().into()])?;
                if let Some((code,)) = taken {
                    return Ok(Reply::DraftFiled { code: code.parse().map_err(|_| Fault::Shape("a dossier code"))? });
                }
            }
            let code = next_code(sql, submission, now)?;
            self.file(sql, &code, submission, now).and_then(|submitted| {
                sql.run(
                    "INSERT INTO done (key_hash, body_hash, code, version) VALUES (?, ?, ?, 1)",
                    [key_hash.to_vec().into(), body_hash.to_vec().into(), code.to_string().into()],
                )?;
                Ok(Reply::Submitted(submitted))
            })
        })
    }

    fn file(&self, sql: &Sql, code: &DossierCode, submission: &Submission, now: Timestamp) -> Result<Submitted, Fault> {
        let salt = secret::random::<16>()?;
        let access_key = key::made(&salt, &submission.idempotency);
        let rating = key::rating(&code.agency, &salt, &access_key);
        let who = &submission.who;
        let event = Event { at: now, by: Actor::Owner, what: Happening::Submitted { channel: submission.channel } };
        let dossier = Dossier::begin(&event).map_err(|_| Fault::Shape("a submission"))?;
        let head = Head {
            procedure: submission.procedure.to_string(),
            papers: submission.papers.clone(),
            salt: salt.to_vec(),
            key_hash: key::hash(&salt, &access_key).to_vec(),
            phone: who.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            email: who.email.as_ref().map(|email| email.as_str().to_owned()),
        };
        sql.run(
            "INSERT INTO dossier (code, procedure, form_version, channel, papers, salt, key_hash, applicant, owner, phone, email, personal_id, \
             status, version, submitted_at, changed_at, proposed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?, 0)",
            [
                code.to_string().into(),
                head.procedure.as_str().into(),
                i64::from(submission.form_version).into(),
                ChannelKind::NAMED.into_iter().find(|(_, kind)| *kind == submission.channel).map_or("", |(name, _)| name).into(),
                head.papers.clone().into(),
                head.salt.clone().into(),
                head.key_hash.clone().into(),
                who.applicant.as_str().into(),
                who.owner.as_str().into(),
                head.phone.clone().into(),
                head.email.clone().into(),
                who.personal_id.as_ref().map(|id| id.as_str().to_owned()).into(),
                now.0.into(),
                now.0.into(),
            ],
        )?;
        put_words(sql, code, who)?;
        put_answers(sql, code, 1, &submission.answers)?;
        put_as_filed(sql, code, &submission.as_filed)?;
        put_files(sql, code, 1, &submission.files)?;
        sql.run(
            "INSERT INTO rating_token (hash, code) VALUES (?, ?)",
            [key::rating_hash(&rating).to_vec().into(), code.to_string().into()],
        )?;
        self.write(code, &head, &(event, dossier))?;
        Ok(Submitted { code: code.clone(), access_key: Some(access_key), rating: Some(rating), submitted_at: now, replayed: false })
    }
}

/// Answers a request that was answered before, from the same salt: the same key comes out.
fn replayed((code, body, salt, kept, submitted_at): Earlier, submission: &Submission, body_hash: &[u8]) -> Result<Reply, Fault> {
    if !secret::same(&body, body_hash) {
        return Ok(Reply::BodyDiffers);
    }
    let code: DossierCode = code.parse().map_err(|_| Fault::Shape("a dossier code"))?;
    let access_key = key::made(&salt, &submission.idempotency);
    // A key that was replaced at the desk is dead, for this request too.
    let alive = secret::same(&key::hash(&salt, &access_key), &kept).then_some(access_key);
    let rating = alive.as_ref().map(|access_key| key::rating(&code.agency, &salt, access_key));
    Ok(Reply::Submitted(Submitted { code, access_key: alive, rating, submitted_at, replayed: true }))
}

/// Takes the next number of the day, Vietnam's day.
fn next_code(sql: &Sql, submission: &Submission, now: Timestamp) -> Result<DossierCode, Fault> {
    let date = now.moment().date;
    let (number,): (i64,) = sql.one(
        "INSERT INTO day_counter (day, number) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET number = number + 1 RETURNING number",
        [date.to_string().into()],
    )?;
    let number = u32::try_from(number).map_err(|_| Fault::Shape("a number of the day"))?;
    Ok(DossierCode { agency: submission.agency.clone(), date, number })
}

/// Hashes what a request asks for, all but its key.
fn body_hash(submission: &Submission) -> Result<secret::Hash, Fault> {
    // The words of a question may be mended between two tries of one request; what was answered is the same.
    let plain = Submission { idempotency: String::new(), as_filed: Vec::new(), ..submission.clone() };
    let text = serde_json::to_vec(&plain).map_err(|_| Fault::Shape("a submission"))?;
    Ok(secret::sha256(&[b"body", &text]))
}
