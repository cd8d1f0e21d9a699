//! `Survey`: what people answered, each once, and how often each option was chosen.
//!
//! Nobody is in it: no name, no address, no time finer than a day, and rows lie in the order of a hash, not of their coming.

mod given;

pub(crate) use given::{Given, Results};

use super::{Body, answer};
use crate::{call, fault::Fault};
use domain::slug::Slug;
use serde::{Deserialize, Serialize};
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// The steps of its schema. In `tally`, the question without a name counts everybody.
const MIGRATIONS: super::migration::Migrations = &["
    CREATE TABLE answer (
        key_hash BLOB PRIMARY KEY,
        day TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        chosen TEXT NOT NULL,
        written TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE tally (question TEXT NOT NULL, chosen TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (question, chosen)) WITHOUT ROWID;
"];

/// The object.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Survey {
    body: Body,
}

/// What it may be asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Call {
    /// Counts somebody's answers. `Counted` or `Differs`.
    Answer(Box<Given>),
    /// What was chosen so far. `Results`.
    Results,
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// The answers count; `again` where the same ones had counted before.
    Counted { again: bool },
    /// Other answers were counted under this key, and these may not take their place.
    Differs,
    /// What was chosen.
    Results(Results),
}

/// Asks the object of a survey; it must be one of the catalogue.
pub(crate) async fn ask(env: &Env, survey: &Slug, call: &Call) -> std::result::Result<Reply, Fault> {
    call::send(env, "SURVEY", survey.as_str(), call).await
}

impl DurableObject for Survey {
    fn new(state: State, env: Env) -> Self {
        Self { body: Body::new(state, env, MIGRATIONS) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        answer(request, async |call| match call {
            Call::Answer(given) => self.count(&given),
            Call::Results => self.results(),
        })
        .await
    }
}
