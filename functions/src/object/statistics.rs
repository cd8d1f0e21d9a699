//! `Statistics`: the totals of every agency, as each last said them, and the words nobody found anything for.

use super::{Body, answer};
use crate::{call, fault::Fault};
use domain::{
    code::AgencyCode,
    missed::{Missed, MissedWords, READ_FROM},
    timestamp::Timestamp,
    totals::Totals,
};
use serde::{Deserialize, Serialize};
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// The steps of its schema.
const MIGRATIONS: super::migration::Migrations = &[
    "
    CREATE TABLE snapshot (agency TEXT PRIMARY KEY, at INTEGER NOT NULL, since INTEGER NOT NULL, totals TEXT NOT NULL) WITHOUT ROWID;
",
    "
    CREATE TABLE missed (key TEXT PRIMARY KEY, words TEXT, count INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX missed_last ON missed (last);
",
];

/// How long words are remembered that nobody types any more.
const REMEMBERED: i64 = 90 * 24 * 60 * 60 * 1000;

/// How many different words are remembered; above it the oldest go first.
const MOST_MISSED: i64 = 20_000;

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
    /// Counts words nothing was found for, under a hash of them. `Taken`.
    Miss {
        /// The hash.
        key: String,
        /// The words; kept from the time on that enough people typed them.
        words: MissedWords,
        /// When.
        at: Timestamp,
    },
    /// Words that enough people typed. `Missed`.
    Missed,
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// The totals are kept, or newer ones were.
    Taken,
    /// The totals of all.
    Gathered(Gathered),
    /// Words nothing was found for, the commonest first.
    Missed(Vec<Missed>),
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
            Call::Miss { key, words, at } => self.miss(&key, &words, at),
            Call::Missed => self.missed(),
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

    fn miss(&self, key: &str, words: &MissedWords, at: Timestamp) -> std::result::Result<Reply, Fault> {
        let sql = self.body.sql()?;
        sql.run("DELETE FROM missed WHERE last < ?", [(at.0 - REMEMBERED).into()])?;
        sql.run(
            "DELETE FROM missed WHERE key IN (SELECT key FROM missed ORDER BY last LIMIT max(0, (SELECT count(*) FROM missed) - ?))",
            [MOST_MISSED.into()],
        )?;
        sql.run(
            "INSERT INTO missed (key, words, count, last) VALUES (?, NULL, 1, ?) ON CONFLICT (key) DO UPDATE SET \
             count = count + 1, last = excluded.last, words = CASE WHEN count + 1 >= ? THEN ? END",
            [key.into(), at.0.into(), i64::from(READ_FROM).into(), words.as_str().into()],
        )?;
        Ok(Reply::Taken)
    }

    fn missed(&self) -> std::result::Result<Reply, Fault> {
        let rows: Vec<(String, i64)> =
            self.body.sql()?.all("SELECT words, count FROM missed WHERE words IS NOT NULL ORDER BY count DESC, words LIMIT 200", [])?;
        let missed = rows
            .into_iter()
            .filter_map(|(words, count)| Some(Missed { words: MissedWords::of(&words)?, count: u32::try_from(count).ok()? }));
        Ok(Reply::Missed(missed.collect()))
    }
}
