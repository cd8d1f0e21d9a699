//! The draft a browser is filling in: which one it is stands in a cookie, one for each form.

use crate::{
    drafts::{self, Ticket},
    object::papers::Draft,
    problem::Problem,
    request::{IdempotencyKey, Visit},
    respond::{self, SameSite},
};
use domain::{form::Form, slug::Slug};
use worker::Response;

/// As long as the draft itself.
const SECONDS: u32 = 24 * 60 * 60;

fn name(form: &Form) -> String {
    format!("__Host-ban-nhap-{}", form.procedure)
}

/// Finds the draft of a form that this browser is filling in.
pub(super) async fn held(visit: &Visit, form: &Form) -> Result<Option<(Ticket, Draft)>, Problem> {
    let Some(cookie) = visit.cookie(&name(form)) else { return Ok(None) };
    let Some((id, key)) = cookie.split_once('.') else { return Ok(None) };
    let Some(ticket) = drafts::ticket(&visit.env, id, key).await? else { return Ok(None) };
    let draft = drafts::look(&visit.env, &ticket).await?;
    Ok(draft.filter(|draft| draft.procedure == form.procedure).map(|draft| (ticket, draft)))
}

/// Gives the browser the draft to come back with.
pub(super) fn keep(response: Response, form: &Form, ticket: &Ticket) -> worker::Result<Response> {
    respond::with_cookie(response, &name(form), &format!("{}.{}", ticket.id(), ticket.key()), Some(SECONDS), SameSite::Lax)
}

/// Takes it back.
pub(super) fn drop(response: Response, form: &Form) -> worker::Result<Response> {
    respond::with_cookie(response, &name(form), "", Some(0), SameSite::Lax)
}

/// Under which key this browser sends the draft: the same however often the page is opened, until the receipt was seen.
const SENDING_SECONDS: u32 = 60 * 60;

fn sending_name(procedure: &Slug) -> String {
    format!("__Host-khoa-gui-{procedure}")
}

/// Returns the key this browser sends a draft under, if its page was opened within the hour.
pub(super) fn sending(visit: &Visit, form: &Form, ticket: &Ticket) -> Option<String> {
    let cookie = visit.cookie(&sending_name(&form.procedure))?;
    // The key of an earlier draft is none of this one's.
    let key = cookie.strip_prefix(ticket.id())?.strip_prefix('.')?;
    key.parse::<IdempotencyKey>().is_ok().then(|| key.to_owned())
}

/// Has the browser remember the key; no script reads it.
pub(super) fn keep_sending(response: Response, form: &Form, ticket: &Ticket, key: &str) -> worker::Result<Response> {
    let value = format!("{}.{key}", ticket.id());
    respond::with_cookie(response, &sending_name(&form.procedure), &value, Some(SENDING_SECONDS), SameSite::Lax)
}

/// Forgets the key: its receipt was seen.
pub(super) fn drop_sending(response: Response, procedure: &Slug) -> worker::Result<Response> {
    respond::with_cookie(response, &sending_name(procedure), "", Some(0), SameSite::Lax)
}
