//! `POST /api/v1/drafts`, `GET /api/v1/drafts/{draft}`.

use super::{
    not_here,
    shape::{BegunDraft, NewDraft, ShownDraft, ShownFile, instant},
};
use crate::{
    drafts::{self, Ticket},
    filing, limits,
    problem::{self, Problem},
    request::Visit,
    respond,
};
use domain::form::RawAnswers;
use worker::Response;

/// Begins a draft.
pub(crate) async fn create(mut visit: Visit) -> Result<Response, Problem> {
    let body: NewDraft = visit.json().await?;
    let (_, form) = filing::form_on(&visit.content.catalogue, &body.procedure, visit.day).map_err(not_here)?;
    limits::upload(&visit).await?;
    let ticket = drafts::begin(&visit.env, form, &RawAnswers::default()).await?;
    let draft = drafts::look(&visit.env, &ticket).await?.ok_or(Problem::of(&problem::NO_DRAFT))?;
    Ok(respond::created(&BegunDraft {
        draft: ticket.id().to_owned(),
        draft_key: ticket.key().to_owned(),
        expires_at: instant(draft.expires_at),
    })?)
}

/// Shows a draft.
pub(crate) async fn show(visit: Visit) -> Result<Response, Problem> {
    let ticket = ticket(&visit).await?;
    let draft = drafts::look(&visit.env, &ticket).await?.ok_or(Problem::of(&problem::NO_DRAFT))?;
    Ok(respond::ok(&ShownDraft {
        procedure: draft.procedure.to_string(),
        expires_at: instant(draft.expires_at),
        filed: draft.filed.map(|code| code.to_string()),
        files: draft.files.iter().map(ShownFile::from).collect(),
    })?)
}

/// Believes in the draft a path names, if the header `Draft-Key` opens it.
pub(super) async fn ticket(visit: &Visit) -> Result<Ticket, Problem> {
    let key = visit.header("draft-key").unwrap_or_default();
    drafts::ticket(&visit.env, visit.parameter(0), &key).await?.ok_or(Problem::of(&problem::NO_DRAFT))
}
