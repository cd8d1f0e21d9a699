//! Telling the statistics what this agency's totals are, whenever they have changed.
//!
//! That they have changed is written in the transaction that changed them; the alarm sends all totals, so that a lost
//! or repeated message changes nothing. What turns late while nobody does anything is a change too.

use super::Agency;
use crate::{
    clock,
    fault::Fault,
    object::{
        sql::Sql,
        statistics::{self, Call, Snapshot},
    },
};
use domain::{dossier_code::DossierCode, timestamp::Timestamp};

/// At most so often, in milliseconds: the totals are counted over all dossiers.
const PAUSE: i64 = 5_000;
/// So long after a failure.
const WAIT: i64 = 30_000;

/// What is known of the last time.
struct Last {
    changes: i64,
    sent: i64,
    /// Not before this.
    again_at: Timestamp,
    /// When the next dossier turns late.
    turns_at: Option<Timestamp>,
}

/// Notes that the totals have changed. Runs inside a transaction.
pub(super) fn changed(sql: &Sql) -> Result<(), Fault> {
    sql.run("UPDATE published SET changes = changes + 1", [])
}

/// Returns when the totals want to be sent next.
pub(super) fn wanted_at(sql: &Sql) -> Result<Option<Timestamp>, Fault> {
    let last = last(sql)?;
    Ok(if last.changes > last.sent { Some(last.again_at) } else { last.turns_at.map(|at| at.max(last.again_at)) })
}

/// Returns from when totals that are about to change may be sent.
pub(super) fn earliest(sql: &Sql) -> Result<Timestamp, Fault> {
    last(sql).map(|last| last.again_at)
}

fn last(sql: &Sql) -> Result<Last, Fault> {
    let (changes, sent, again_at, turns_at) = sql.one("SELECT changes, sent, again_at, turns_at FROM published", [])?;
    Ok(Last { changes, sent, again_at, turns_at })
}

impl Agency {
    /// Sends the totals where that is due.
    pub(super) async fn publish(&self) -> Result<(), Fault> {
        let sql = self.body.sql()?;
        let (now, last) = (clock::now(), last(sql)?);
        if wanted_at(sql)?.is_none_or(|at| at > now) {
            return Ok(());
        }
        let first: Option<(String, Timestamp)> = sql.first("SELECT code, submitted_at FROM dossier ORDER BY submitted_at LIMIT 1", [])?;
        let Some((code, since)) = first else { return sql.run("UPDATE published SET sent = changes", []) };
        // Not every platform tells an object its name when its alarm rings.
        let agency = code.parse::<DossierCode>().map_err(|_| Fault::Shape("a dossier code"))?.agency;
        let (turns_at,): (Option<Timestamp>,) = sql.one(
            "SELECT min(due_at) + 60000 FROM dossier WHERE ended_at IS NULL AND paused_at IS NULL AND due_at + 60000 > ?",
            [now.0.into()],
        )?;
        let snapshot = Snapshot { totals: self.counted(&agency, now)?, agency, at: now, since };
        let (sent, turns_at, pause) = match statistics::ask(self.body.env(), &Call::Take(Box::new(snapshot))).await {
            Ok(_) => (last.changes, turns_at, PAUSE),
            Err(fault) => {
                fault.logged();
                (last.sent, last.turns_at, WAIT)
            }
        };
        let again_at = now.plus_milliseconds(pause);
        sql.run(
            "UPDATE published SET sent = ?, again_at = ?, turns_at = ?",
            [sent.into(), again_at.0.into(), turns_at.map(|at| at.0).into()],
        )
    }
}
