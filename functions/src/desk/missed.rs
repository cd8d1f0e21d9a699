//! What several people searched for and did not find, for whoever looks after the lexicon.

use super::session;
use crate::{missed, problem::Problem, request::Visit, respond};
use domain::missed::Missed;
use serde::Serialize;
use worker::Response;

/// The list.
#[derive(Serialize)]
struct Searches {
    searches: Vec<Missed>,
}

/// `GET /api/v1/desk/searches`
pub(crate) async fn answer(visit: &Visit) -> Result<Response, Problem> {
    session::reading(visit).await?.admin()?;
    Ok(respond::ok(&Searches { searches: missed::list(visit).await? })?)
}
