//! Moves of officers and of the system, on the version they saw.

use super::{
    Acted, Agency, Reply,
    keep::{self, Head, head},
    key,
    plan::{Step, plan},
};
use crate::{clock, fault::Fault};
use domain::{
    dossier::{Actor, Happening},
    dossier_code::DossierCode,
};

/// What a look before a move found.
enum Ready {
    Go(Head, Vec<Step>),
    Stop(Reply),
}

impl Agency {
    pub(super) async fn act(&self, code: &DossierCode, version: u32, by: &Actor, deeds: &[Happening]) -> Result<Reply, Fault> {
        self.ring(clock::now()).await?;
        self.body.sql()?.transaction(|| {
            let (head, steps) = match self.ready(code, version, by, deeds)? {
                Ready::Go(head, steps) => (head, steps),
                Ready::Stop(reply) => return Ok(reply),
            };
            let events = steps.iter().map(|step| self.write(code, &head, step)).collect::<Result<Vec<_>, _>>()?;
            let Some((_, after)) = steps.last() else { return Err(Fault::Shape("a call without moves")) };
            Ok(Reply::Acted(Acted { version: after.version, status: after.status, events, replayed: false }))
        })
    }

    pub(super) async fn replace_key(&self, code: &DossierCode, version: u32, by: &Actor) -> Result<Reply, Fault> {
        self.ring(clock::now()).await?;
        let sql = self.body.sql()?;
        sql.transaction(|| {
            let (head, steps) = match self.ready(code, version, by, &[Happening::KeyReplaced])? {
                Ready::Go(head, steps) => (head, steps),
                Ready::Stop(reply) => return Ok(reply),
            };
            let access_key = key::fresh()?;
            let text = code.to_string();
            sql.run(
                "UPDATE dossier SET key_hash = ? WHERE code = ?",
                [key::hash(&head.salt, &access_key).to_vec().into(), text.as_str().into()],
            )?;
            // Links to the rating that were printed with the old key stay good: they open nothing else.
            let rating = key::rating(&code.agency, &head.salt, &access_key);
            sql.run("INSERT INTO rating_token (hash, code) VALUES (?, ?)", [key::rating_hash(&rating).to_vec().into(), text.into()])?;
            for step in &steps {
                self.write(code, &head, step)?;
            }
            Ok(Reply::NewKey { access_key, version: version.saturating_add(1) })
        })
    }

    /// Checks that nobody was quicker and that the rules allow it.
    fn ready(&self, code: &DossierCode, version: u32, by: &Actor, deeds: &[Happening]) -> Result<Ready, Fault> {
        let sql = self.body.sql()?;
        let Some(head) = head(sql, code)? else { return Ok(Ready::Stop(Reply::NotFound)) };
        let events = keep::events(sql, code)?;
        let dossier = keep::fold_of(&events)?;
        if let Some(last) = events.last().filter(|_| dossier.version != version) {
            return Ok(Ready::Stop(Reply::Conflict { version: dossier.version, last: last.clone() }));
        }
        Ok(match plan(&dossier, by, deeds, clock::now()) {
            Ok(steps) => Ready::Go(head, steps),
            Err(refusal) => Ready::Stop(Reply::Refused(refusal.into())),
        })
    }
}
