//! `GET /thong-ke/`: what was received and resolved, in time or late, and how satisfied people are.

use crate::{
    fault::Fault,
    object::statistics::{self, Call, Reply},
    problem::Problem,
    request::Visit,
    respond,
};
use app::{
    component::Press,
    page::statistics::{Period, printed},
};
use domain::language::Language::Vietnamese;
use worker::Response;

/// Shows the page.
pub(crate) async fn show(visit: &Visit) -> Result<Response, Problem> {
    let Reply::Gathered(gathered) = statistics::ask(&visit.env, &Call::Gather).await? else {
        return Err(Fault::Shape("a reply to Gather").into());
    };
    let press = Press { language: Vietnamese, ..visit.press() };
    let from = gathered.since.unwrap_or(visit.now).moment().date;
    Ok(respond::public(printed(press, Period { from, at: visit.now, totals: &gathered.totals }))?)
}
