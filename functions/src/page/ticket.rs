//! The draft a browser is filling in: which one it is stands in a cookie, one for each form, and what the device calls it.

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

/// How long the name of a draft on a device may be.
const LONGEST_NAME: usize = 64;

fn name(procedure: &Slug) -> String {
    format!("__Host-ban-nhap-{procedure}")
}

/// What another draft of the same form waits in while this one is filled in.
fn aside_name(procedure: &Slug, device: &str) -> String {
    format!("{}.{device}", name(procedure))
}

/// Finds the draft of a form that this browser is filling in.
pub(super) async fn held(visit: &Visit, form: &Form) -> Result<Option<(Ticket, Draft)>, Problem> {
    named(visit, form, &name(&form.procedure)).await
}

/// Finds a draft of a form that this browser has put aside, by what the device calls it.
pub(super) async fn aside(visit: &Visit, form: &Form, device: &str) -> Result<Option<(Ticket, Draft)>, Problem> {
    named(visit, form, &aside_name(&form.procedure, device)).await
}

async fn named(visit: &Visit, form: &Form, cookie: &str) -> Result<Option<(Ticket, Draft)>, Problem> {
    let Some(cookie) = visit.cookie(cookie) else { return Ok(None) };
    let mut parts = cookie.splitn(3, '.');
    let (Some(id), Some(key)) = (parts.next(), parts.next()) else { return Ok(None) };
    let Some(ticket) = drafts::ticket(&visit.env, id, key).await? else { return Ok(None) };
    let draft = drafts::look(&visit.env, &ticket).await?;
    Ok(draft.filter(|draft| draft.procedure == form.procedure).map(|draft| (ticket, draft)))
}

/// Returns what the device calls the draft this browser is filling in; a form sent without script does not say.
pub(super) fn device(visit: &Visit, procedure: &Slug) -> Option<String> {
    visit.cookie(&name(procedure))?.splitn(3, '.').nth(2).map(str::to_owned)
}

/// Tells whether a text is such a name.
pub(super) fn names_draft(text: &str) -> bool {
    (1..=LONGEST_NAME).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Gives the browser the draft to come back with.
pub(super) fn keep(response: Response, form: &Form, ticket: &Ticket, device: Option<&str>) -> worker::Result<Response> {
    let device = device.map(|device| format!(".{device}")).unwrap_or_default();
    let value = format!("{}.{}{device}", ticket.id(), ticket.key());
    respond::with_cookie(response, &name(&form.procedure), &value, Some(SECONDS), SameSite::Lax)
}

/// Puts the draft this browser was filling in aside for `device`, which is not aside any more: whoever goes back to it finds its papers.
pub(super) fn put_aside(response: Response, visit: &Visit, procedure: &Slug, device: Option<&str>) -> worker::Result<Response> {
    let response = match device {
        Some(device) => respond::with_cookie(response, &aside_name(procedure, device), "", Some(0), SameSite::Lax)?,
        None => response,
    };
    match self::device(visit, procedure).zip(visit.cookie(&name(procedure))) {
        Some((known, ticket)) => respond::with_cookie(response, &aside_name(procedure, &known), &ticket, Some(SECONDS), SameSite::Lax),
        None => Ok(response),
    }
}

/// Tells whether it is the one this browser sends, or has just sent.
pub(super) fn is_sent(visit: &Visit, procedure: &Slug) -> bool {
    let id = |cookie: &str| visit.cookie(cookie).and_then(|value| value.split_once('.').map(|(id, _)| id.to_owned()));
    let sent = id(&sending_name(procedure));
    sent.is_some() && sent == id(&name(procedure))
}

/// Takes it back.
pub(super) fn drop(response: Response, procedure: &Slug) -> worker::Result<Response> {
    respond::with_cookie(response, &name(procedure), "", Some(0), SameSite::Lax)
}

/// Under which key this browser sends the draft: the same however often the page is opened, until the receipt was seen.
const SENDING_SECONDS: u32 = SECONDS;

fn sending_name(procedure: &Slug) -> String {
    format!("__Host-khoa-gui-{procedure}")
}

/// Returns the key this browser sends a draft under, if its page was opened within a day.
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
