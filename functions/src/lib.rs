//! What happens after a request that no finished page answers.
//!
//! | path | answer |
//! |---|---|
//! | `/thu-tuc/?…`, `/en/thu-tuc/?…` | the catalogue, narrowed |
//! | `/thu-tuc/{code}` | the guide of a national code |
//! | `/tim-kiem?q=…`, `/en/tim-kiem?q=…` | results of a search |
//! | `/healthz` | whether the content can be read |
//! | anything else | the page that says there is no such page |
//!
//! # In scope
//! Requests in, answers out.
//!
//! # Out of scope
//! Views (they are `app`'s), finished files (the edge serves them).
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::cast_possible_truncation)]

// In suggested reading order.
pub mod router;

mod clock;
mod content;
mod respond;

use worker::{Context, Env, Request, Response, Result, event};

/// Answers a request.
#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> Result<Response> {
    let url = request.url()?;
    let read = match content::of(&env) {
        Ok(read) => read,
        Err(fault) => return respond::to_fault(fault),
    };
    let asked = router::Asked {
        method: request.method().to_string(),
        path: url.path().to_owned(),
        query: url.query().unwrap_or_default().to_owned(),
    };
    respond::to(router::answer(&asked, read, clock::day(&env)), &asked)
}
