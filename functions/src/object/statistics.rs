//! `Statistics`: the totals of every agency, as each last said them.

use super::{Body, answer};
use crate::{call, fault::Fault};
use domain::{code::AgencyCode, timestamp::Timestamp, totals::Totals};
use serde::{Deserialize, Serialize};
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// The steps of its schema.
const MIGRATIONS: super::migration::Migrations = &["
    CREATE TABLE snapshot (agency TEXT PRIMARY KEY, at INTEGER NOT NULL, since INTEGER NOT NULL, totals TEXT NOT NULL) WITHOUT ROWID;
"];

/// The object.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Statistics {
    body: Body,
}

/// All totals of one agency; they take the place of what it said before, so that saying it twice changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    /// Whose.
    pub(crate) agency: AgencyCode,
    /// When it was counted.
    pub(crate) at: Timestamp,
    /// When the first dossier was sent.
    pub(crate) since: Timestamp,
    /// What was counted.
    pub(crate) totals: Totals,
}

/// The totals of all agencies.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Gathered {
    /// When the first dossier was sent.
    pub(crate) since: Option<Timestamp>,
    /// What was counted.
    pub(crate) totals: Totals,
}

/// What it may be asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Call {
    /// Takes the totals of an agency. `Taken`.
    Take(Box<Snapshot>),
    /// The totals of all. `Gathered`.
    Gather,
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// The totals are kept, or newer ones were.
    Taken,
    /// The totals of all.
    Gathered(Gathered),
}

/// Asks the one object there is.
pub(crate) async fn ask(env: &Env, call: &Call) -> std::result::Result<Reply, Fault> {
    call::send(env, "STATISTICS", "statistics", call).await
}

impl DurableObject for Statistics {
    fn new(state: State, env: Env) -> Self {
        Self { body: Body::new(state, env, MIGRATIONS) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        answer(request, async |call| match call {
            Call::Take(snapshot) => self.take(&snapshot),
            Call::Gather => self.gather(),
        })
        .await
    }
}

impl Statistics {
    fn take(&self, snapshot: &Snapshot) -> std::result::Result<Reply, Fault> {
        let totals = serde_json::to_string(&snapshot.totals).map_err(|_| Fault::Shape("totals"))?;
        self.body.sql()?.run(
            "INSERT INTO snapshot (agency, at, since, totals) VALUES (?, ?, ?, ?) ON CONFLICT (agency) \
             DO UPDATE SET at = excluded.at, since = excluded.since, totals = excluded.totals WHERE excluded.at >= at",
            [snapshot.agency.as_str().into(), snapshot.at.0.into(), snapshot.since.0.into(), totals.as_str().into()],
        )?;
        Ok(Reply::Taken)
    }

    fn gather(&self) -> std::result::Result<Reply, Fault> {
        let rows: Vec<(Timestamp, String)> = self.body.sql()?.all("SELECT since, totals FROM snapshot", [])?;
        let mut gathered = Gathered::default();
        for (since, totals) in rows {
            let totals: Totals = serde_json::from_str(&totals).map_err(|_| Fault::Shape("totals"))?;
            gathered.totals.merge(&totals);
            gathered.since = [gathered.since, Some(since)].into_iter().flatten().min();
        }
        Ok(Reply::Gathered(gathered))
    }
}
