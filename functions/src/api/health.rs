//! `GET /healthz`: 200 only when the store answers.

use crate::{
    object::accounts::{self, Call},
    problem::{self, Problem},
    request::Visit,
    respond,
};
use worker::Response;

/// Asks one object for a trivial read.
pub(crate) async fn answer(visit: &Visit) -> Result<Response, Problem> {
    match accounts::ask(&visit.env, &Call::Ping).await {
        Ok(_) => Ok(respond::plain(respond::builder(200)?, "ok\n")?),
        Err(fault) => {
            fault.logged();
            Err(Problem::of(&problem::UNAVAILABLE))
        }
    }
}
