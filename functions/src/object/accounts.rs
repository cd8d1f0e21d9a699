//! `Accounts`: officers, their sign-ins, and what was done to accounts.

use super::{Body, answer};
use crate::{call, fault::Fault};
use serde::{Deserialize, Serialize};
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// The steps of its schema.
const MIGRATIONS: super::migration::Migrations = &[];

/// The object.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Accounts {
    body: Body,
}

/// What it may be asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Call {
    /// Whether the storage answers.
    Ping,
}

/// What it answers.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// The storage answers.
    Pong,
}

/// Asks the one object there is.
pub(crate) async fn ask(env: &Env, call: &Call) -> std::result::Result<Reply, Fault> {
    call::send(env, "ACCOUNTS", "accounts", call).await
}

impl DurableObject for Accounts {
    fn new(state: State, env: Env) -> Self {
        Self { body: Body::new(state, env, MIGRATIONS) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        answer(request, async |call| self.answer(call)).await
    }
}

impl Accounts {
    fn answer(&self, call: Call) -> std::result::Result<Reply, Fault> {
        let sql = self.body.sql()?;
        match call {
            Call::Ping => {
                let (_,): (i64,) = sql.one("SELECT count(*) FROM migration", [])?;
                Ok(Reply::Pong)
            }
        }
    }
}
