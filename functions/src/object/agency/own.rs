//! Moves of the owner: each once, however often it is sent.

use super::{
    Acted, Agency, Deed, Reply,
    keep::{self, head, put_answers, put_files, put_words},
    key,
    plan::plan,
};
use crate::{clock, fault::Fault, object::sql::Sql, secret};
use domain::{access_key::AccessKey, dossier::Actor, dossier_code::DossierCode};

impl Agency {
    pub(super) async fn own(&self, code: &DossierCode, key: &AccessKey, deed: &Deed) -> Result<Reply, Fault> {
        let now = clock::now();
        let key_hash = key::idempotency_hash(&deed.idempotency);
        let body_hash = body_hash(code, deed)?;
        self.ring(now).await?;
        let sql = self.body.sql()?;
        sql.transaction(|| {
            let Some(head) = head(sql, code)? else { return Ok(Reply::NotFound) };
            if !head.opens(key) {
                return Ok(Reply::WrongKey);
            }
            let events = keep::events(sql, code)?;
            let dossier = keep::fold_of(&events)?;
            let earlier: Option<(Vec<u8>,)> = sql.first("SELECT body_hash FROM done WHERE key_hash = ?", [key_hash.to_vec().into()])?;
            if let Some((body,)) = earlier {
                let acted = Acted { version: dossier.version, status: dossier.status, events: Vec::new(), replayed: true };
                return Ok(if secret::same(&body, &body_hash) { Reply::Acted(acted) } else { Reply::BodyDiffers });
            }
            if let (Some(seen), Some(last)) = (deed.version, events.last())
                && seen != dossier.version
            {
                return Ok(Reply::Conflict { version: dossier.version, last: last.clone() });
            }
            let steps = match plan(&dossier, &Actor::Owner, std::slice::from_ref(&deed.what), now) {
                Ok(steps) => steps,
                Err(refusal) => return Ok(Reply::Refused(refusal.into())),
            };
            let mut acted = Acted { version: dossier.version, status: dossier.status, events: Vec::new(), replayed: false };
            for step in &steps {
                acted.events.push(self.write(code, &head, step)?);
                (acted.version, acted.status) = (step.1.version, step.1.status);
            }
            keep_changes(sql, code, acted.version, deed)?;
            sql.run(
                "INSERT INTO done (key_hash, body_hash, code, version) VALUES (?, ?, ?, ?)",
                [key_hash.to_vec().into(), body_hash.to_vec().into(), code.to_string().into(), i64::from(acted.version).into()],
            )?;
            Ok(Reply::Acted(acted))
        })
    }
}

fn keep_changes(sql: &Sql, code: &DossierCode, version: u32, deed: &Deed) -> Result<(), Fault> {
    put_files(sql, code, version, &deed.files)?;
    let Some(changed) = &deed.changed else { return Ok(()) };
    put_answers(sql, code, version, &changed.answers)?;
    put_words(sql, code, &changed.who)?;
    let who = &changed.who;
    sql.run(
        "UPDATE dossier SET applicant = ?, owner = ?, phone = ?, email = ?, personal_id = ? WHERE code = ?",
        [
            who.applicant.as_str().into(),
            who.owner.as_str().into(),
            who.phone.as_ref().map(|phone| phone.as_str().to_owned()).into(),
            who.email.as_ref().map(|email| email.as_str().to_owned()).into(),
            who.personal_id.as_ref().map(|id| id.as_str().to_owned()).into(),
            code.to_string().into(),
        ],
    )
}

/// Hashes what a request asks for; the version it was checked against and due times computed on the way are not part of it.
fn body_hash(code: &DossierCode, deed: &Deed) -> Result<secret::Hash, Fault> {
    use domain::dossier::Happening;
    let mut plain = Deed { idempotency: String::new(), version: None, ..deed.clone() };
    if let Happening::SupplementAnswered { due, .. } | Happening::WithdrawalCancelled { due } = &mut plain.what {
        *due = None;
    }
    let text = serde_json::to_vec(&plain).map_err(|_| Fault::Shape("a move"))?;
    Ok(secret::sha256(&[b"deed", code.to_string().as_bytes(), &text]))
}
