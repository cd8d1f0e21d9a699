//! `Limiter`: how often somebody asked, in memory only. It never stops a filing: no handler that files asks it.

mod bucket;

use super::answer;
use crate::{
    call, clock,
    problem::{self, Problem},
    secret,
};
use bucket::Buckets;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

pub(crate) use bucket::Limit;

/// Attempts to sign in from one address. An office of fifty people may share one; each hash costs 90 ms of our time.
pub(crate) static SIGN_IN: Limit = Limit { name: "sign-in", burst: 120, per_minute: 40 };
/// Looks at one dossier with a key. A key has 65 bits, so this is only about noise.
pub(crate) static VIEW: Limit = Limit { name: "view", burst: 60, per_minute: 30 };
/// Looks at dossiers from one address; a kiosk in a busy hall is one address.
pub(crate) static VIEW_FROM: Limit = Limit { name: "view-from", burst: 300, per_minute: 120 };
/// Drafts and uploads from one address: storage is what they cost.
pub(crate) static UPLOAD_FROM: Limit = Limit { name: "upload-from", burst: 300, per_minute: 60 };
/// Answers to surveys, ratings and feedback from one address; a class or a meeting may answer together.
pub(crate) static SAY_FROM: Limit = Limit { name: "say-from", burst: 120, per_minute: 20 };
/// Words that one client missed: the same again within a minute counts once.
pub(crate) static MISS: Limit = Limit { name: "miss", burst: 1, per_minute: 1 };
/// Requests of one officer; a person clicks less, a script of theirs may not more.
pub(crate) static OFFICER: Limit = Limit { name: "officer", burst: 600, per_minute: 300 };

/// How many objects share the work.
const SHARDS: u64 = 64;

/// The object.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Limiter {
    buckets: RefCell<Buckets>,
}

/// What it is asked: a token from a bucket.
#[derive(Debug, Serialize, Deserialize)]
struct Take {
    key: u64,
    burst: u32,
    per_minute: u32,
}

impl DurableObject for Limiter {
    fn new(_state: State, _env: Env) -> Self {
        Self { buckets: RefCell::default() }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        answer(request, async |take: Take| {
            let taken = self
                .buckets
                .try_borrow_mut()
                .map_or(Ok(()), |mut buckets| buckets.take(take.key, take.burst, take.per_minute, clock::now().0));
            Ok(taken.err().unwrap_or(0))
        })
        .await
    }
}

/// Takes a token for somebody; refuses with 429 where none is left.
/// A limiter that fails lets everybody through: it protects us from noise, not people from each other.
pub(crate) async fn take(env: &Env, limit: &Limit, whom: &str) -> std::result::Result<(), Problem> {
    // Only a hash travels: the object learns no address and no code.
    let hash = secret::sha256(&[limit.name.as_bytes(), whom.as_bytes()]);
    let hash = u64::from_be_bytes(hash.first_chunk().copied().unwrap_or_default());
    // JSON numbers are exact up to 2^53.
    let take = Take { key: hash >> 12, burst: limit.burst, per_minute: limit.per_minute };
    match call::send::<_, u32>(env, "LIMITER", &(hash % SHARDS).to_string(), &take).await {
        Ok(0) => Ok(()),
        Ok(seconds) => Err(Problem::of(&problem::TOO_MANY).retry_after(seconds)),
        Err(fault) => {
            fault.logged();
            Ok(())
        }
    }
}
