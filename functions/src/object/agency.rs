//! `Agency`: the dossiers of one agency, everything that happened to them, and the notices that tell of it.
//!
//! Whatever one call does, it does in one transaction: the event, the index of lists, answers, files, the notice.

mod act;
mod keep;
mod key;
mod outbox;
mod own;
mod plan;
mod publish;
mod queue;
mod rate;
mod schema;
mod submit;
mod totals;
mod wire;
mod words;

#[expect(unused_imports, reason = "the desk is being written")]
pub(crate) use queue::{Question, Queue, Row, View};
pub(crate) use rate::Rated;
pub(crate) use wire::{Acted, Call, Changed, Deed, Followed, Glance, Opened, PapersOf, Refused, Reply, Submission, Submitted, Who};

use super::{Body, answer, woken};
use crate::{call, fault::Fault};
use domain::code::AgencyCode;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// The object.
#[durable_object(alarm)]
#[derive(Debug)]
pub struct Agency {
    body: Body,
}

/// Asks the object of an agency; the agency must be one of the catalogue.
pub(crate) async fn ask(env: &Env, agency: &AgencyCode, call: &Call) -> std::result::Result<Reply, Fault> {
    call::send(env, "AGENCY", agency.as_str(), call).await
}

impl DurableObject for Agency {
    fn new(state: State, env: Env) -> Self {
        Self { body: Body::new(state, env, schema::MIGRATIONS) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        answer(request, async |call| self.answer(call).await).await
    }

    async fn alarm(&self) -> Result<Response> {
        woken(self.wake().await)
    }
}

impl Agency {
    async fn answer(&self, call: Call) -> std::result::Result<Reply, Fault> {
        match call {
            Call::Submit(submission) => self.submit(&submission).await,
            Call::Glance { code } => self.glance(&code),
            Call::Follow { code, key } => self.follow(&code, &key),
            Call::Own { code, key, deed } => self.own(&code, &key, &deed).await,
            Call::Papers { code, key, fresh } => self.papers_for(&code, &key, &fresh),
            Call::Queue(question) => self.queue(&question),
            Call::Open { code } => self.open(&code),
            Call::Act { code, version, by, deeds } => self.act(&code, version, &by, &deeds).await,
            Call::ReplaceKey { code, version, by } => self.replace_key(&code, version, &by).await,
            Call::Totals { agency } => self.totals(&agency),
            Call::RatingOf { token } => self.rating_of(&token),
            Call::Rate { token, rating } => self.rate(&token, &rating).await,
            Call::Holds { papers } => self.holds(&papers),
        }
    }
}
