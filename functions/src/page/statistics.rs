//! `GET /thong-ke/`, `GET /thong-ke/{slug}/`: what was received and resolved, in time or late, and how satisfied people are.

use crate::{
    fault::Fault,
    object::statistics::{self, Call, Gathered, Reply},
    problem::{self, Problem},
    request::Visit,
    respond,
};
use app::{
    component::Press,
    page::statistics::{Period, of_procedure as printed_of, printed},
};
use domain::language::Language::Vietnamese;
use worker::Response;

/// Shows the page.
pub(crate) async fn show(visit: &Visit) -> Result<Response, Problem> {
    let gathered = gathered(visit).await?;
    Ok(respond::public(printed(press(visit), period(visit, &gathered)))?)
}

/// Shows what belongs to one guide; the guide itself shows a part of it.
pub(crate) async fn of_procedure(visit: &Visit) -> Result<Response, Problem> {
    let procedure = visit.content.catalogue.procedure(visit.parameter(0)).ok_or(Problem::of(&problem::NOT_FOUND))?;
    let gathered = gathered(visit).await?;
    Ok(respond::public(printed_of(press(visit), procedure, period(visit, &gathered)))?)
}

async fn gathered(visit: &Visit) -> Result<Gathered, Problem> {
    let Reply::Gathered(gathered) = statistics::ask(&visit.env, &Call::Gather).await? else {
        return Err(Fault::Shape("a reply to Gather").into());
    };
    Ok(gathered)
}

fn press(visit: &Visit) -> Press<'static> {
    Press { language: Vietnamese, ..visit.press() }
}

fn period<'a>(visit: &Visit, gathered: &'a Gathered) -> Period<'a> {
    Period { from: gathered.since.unwrap_or(visit.now).moment().date, at: visit.now, totals: &gathered.totals }
}
