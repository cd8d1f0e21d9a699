//! What happens after a request that no finished page answers.
//!
//! | path | answer |
//! |---|---|
//! | `/thu-tuc/?…`, `/en/thu-tuc/?…` | the catalogue, narrowed |
//! | `/thu-tuc/{code}` | the guide of a national code |
//! | `/tim-kiem?q=…`, `/en/tim-kiem?q=…` | results of a search |
//! | rows of `router/table.rs` | their handlers: posted forms, the API, the desk |
//! | `/healthz` | whether the store answers |
//! | anything else | the page that says there is no such page |
//!
//! # In scope
//! Requests in, answers out; what must be kept, in objects.
//!
//! # Out of scope
//! Views (they are `app`'s), rules (`domain`'s), finished files (the edge serves them).
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::cast_possible_truncation)]

// How a request becomes an answer.
mod request;
mod respond;
mod router;

mod fault;
mod problem;

// Who answers.
mod api;
mod desk;
mod page;

// What a citizen does, without HTTP.
mod drafts;
mod filing;
mod following;
mod held;
mod missed;
mod rating;
mod surveys;

mod limits;
mod patience;

#[cfg(feature = "openapi")]
pub mod openapi;

// What is kept.
mod call;
mod object;

// What the world gives.
mod clock;
mod content;
mod seal;
mod secret;

use worker::{Context, Env, Request, Response, Result, event};

pub use object::{accounts::Accounts, agency::Agency, limiter::Limiter, papers::Papers, statistics::Statistics, survey::Survey};

/// Answers a request.
#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> Result<Response> {
    router::answer(request, env).await
}
