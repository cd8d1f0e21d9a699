//! The objects that keep state: SQLite Durable Objects, one thread each.
//!
//! | object | named by | keeps |
//! |---|---|---|
//! | `Agency` | the agency's code | its dossiers |
//! | `Papers` | a random draft id | what was uploaded, in chunks |
//! | `Accounts` | `accounts` | officers and their sign-ins |
//! | `Survey` | the survey's slug | answers |
//! | `Statistics` | `statistics` | counts |
//! | `Limiter` | `0` to `63` | how often somebody asked, in memory |
//!
//! The Worker sends a call (`call.rs`) only after it has checked the name: naming an object makes it.
#![expect(missing_docs, reason = "what `durable_object` makes of a struct has none")]

use crate::fault::Fault;
use domain::record::{FileKind, HeldFile};
use migration::Migrations;
use serde::{Serialize, de::DeserializeOwned};
use sql::Sql;
use std::cell::OnceCell;
use worker::{Env, Request, Response, ResponseBuilder, State};

pub(crate) mod accounts;
pub(crate) mod agency;
pub(crate) mod limiter;
pub(crate) mod migration;
pub(crate) mod papers;
pub(crate) mod sql;
pub(crate) mod statistics;
pub(crate) mod survey;

/// What every object holds: what the platform gave it, and its storage once that has the newest schema.
#[derive(Debug)]
pub(crate) struct Body {
    state: State,
    env: Env,
    migrations: Migrations,
    sql: OnceCell<Sql>,
}

impl Body {
    pub(crate) fn new(state: State, env: Env, migrations: Migrations) -> Self {
        Self { state, env, migrations, sql: OnceCell::new() }
    }

    /// Returns the storage, brought to the newest schema at the first call.
    /// It is not done in the constructor, which cannot fail but by a panic.
    pub(crate) fn sql(&self) -> Result<&Sql, Fault> {
        if let Some(sql) = self.sql.get() {
            return Ok(sql);
        }
        let sql = Sql::new(self.state.storage());
        migration::run(&sql, self.migrations)?;
        Ok(self.sql.get_or_init(|| sql))
    }

    /// Returns a handle on the storage for a stream that outlives the call; the schema is up to date by then.
    pub(crate) fn handle(&self) -> Sql {
        Sql::new(self.state.storage())
    }

    /// Returns the bindings.
    pub(crate) const fn env(&self) -> &Env {
        &self.env
    }

    /// Returns the name the object was asked for by.
    pub(crate) fn name(&self) -> Result<String, Fault> {
        self.state.id().name().ok_or(Fault::Shape("an object without a name"))
    }
}

/// Reads the call in a request, lets the object answer it, and writes the reply; a fault is logged here and only its code goes back.
pub(crate) async fn answer<C: DeserializeOwned, R: Serialize>(
    mut request: Request,
    work: impl AsyncFnOnce(C) -> Result<R, Fault>,
) -> worker::Result<Response> {
    let reply = async {
        let call = serde_json::from_str(&request.text().await?).map_err(|_| Fault::Shape("a call"))?;
        let reply = work(call).await?;
        serde_json::to_vec(&reply).map_err(|_| Fault::Shape("a reply"))
    };
    Ok(match reply.await {
        Ok(reply) => ResponseBuilder::new().fixed(reply),
        Err(fault) => ResponseBuilder::new().with_status(FAILED).fixed(fault.logged().into_bytes()),
    })
}

/// The columns of a file, in two objects: paper, number, name, kind, size, hash.
pub(crate) type FileColumns = (String, i64, String, String, i64, String);

/// Reads the columns of a file.
pub(crate) fn held((paper, number, name, kind, size, sha256): FileColumns) -> Result<HeldFile, Fault> {
    Ok(HeldFile {
        paper,
        number: u16::try_from(number).map_err(|_| Fault::Shape("a file's number"))?,
        name,
        kind: kind_of(&kind)?,
        size: u64::try_from(size).map_err(|_| Fault::Shape("a file's size"))?,
        sha256,
    })
}

/// Reads a kind of file by the ending it is kept as.
pub(crate) fn kind_of(ending: &str) -> Result<FileKind, Fault> {
    let kinds = [FileKind::Pdf, FileKind::Jpeg, FileKind::Png, FileKind::Heic];
    kinds.into_iter().find(|known| known.extension() == ending).ok_or(Fault::Shape("a file's kind"))
}

/// How an object says that it failed; the body is the code of the log.
pub(crate) const FAILED: u16 = 500;

/// Ends an alarm: a fault is logged and handed to the platform, which then tries again.
pub(crate) fn woken(outcome: Result<(), Fault>) -> worker::Result<Response> {
    outcome.map_err(|fault| worker::Error::RustError(fault.logged()))?;
    Response::empty()
}
