//! `Statistics`: answers no call yet.

use super::{Body, answer};
use crate::fault::Fault;
use serde::{Deserialize, Serialize};
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// The steps of its schema.
const MIGRATIONS: super::migration::Migrations = &[];

/// The object.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Statistics {
    body: Body,
}

/// What it may be asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Call {}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {}

impl DurableObject for Statistics {
    fn new(state: State, env: Env) -> Self {
        Self { body: Body::new(state, env, MIGRATIONS) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        answer(request, async |call: Call| -> std::result::Result<Reply, Fault> {
            self.body.sql()?;
            match call {}
        })
        .await
    }
}
