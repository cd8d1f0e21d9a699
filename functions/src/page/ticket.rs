//! The draft a browser is filling in: which one it is stands in a cookie, one for each form.

use crate::{
    drafts::{self, Ticket},
    object::papers::Draft,
    problem::Problem,
    request::Visit,
    respond::{self, SameSite},
};
use domain::form::Form;
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
