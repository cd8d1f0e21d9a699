//! Sheets of paper: slips on A5, the application on A4.

use super::{fetch::fetch, session};
use crate::{
    page,
    problem::{self, Problem},
    request::Visit,
    respond,
};
use app::{page::slip, text};
use domain::{
    dossier::SlipKind,
    language::Language,
    procedure::{ChannelKind, Within},
};
use worker::Response;

/// `GET /api/v1/desk/dossiers/{code}/slips/{kind}`
pub(crate) async fn slip(visit: &Visit) -> Result<Response, Problem> {
    let signed_in = session::reading(visit).await?;
    let held = fetch(visit, &signed_in).await?;
    let kind = SlipKind::from_key(visit.parameter(1)).filter(|kind| held.dossier.slips().contains(kind));
    let kind = kind.ok_or(Problem::of(&problem::NOT_FOUND))?;
    let received = held.dossier.received_at.unwrap_or(visit.now);
    let deadline = held.setting(visit).deadline.on(received.moment().date, ChannelKind::Online);
    let term = deadline.and_then(|deadline| match deadline.within {
        Within::Term(term) => Some(text::term(term, Language::Vietnamese)),
        Within::Unconfirmed => None,
    });
    let address = held.form.and_then(|form| form.applicant.as_ref()?.address.as_ref()).and_then(|path| held.read(path.as_str(), visit));
    let (phone, email) = (held.record.phone.as_ref().map(ToString::to_string), held.record.email.as_ref().map(ToString::to_string));
    let delivery = held.delivery().map(text::desk::delivery);
    let papers = held.paper_rows();
    let official = held.guide.map_or_else(|| held.procedure(), |guide| guide.official_name.clone());
    let slip = slip::Slip {
        kind,
        agency: held.agency,
        code: held.code(),
        dossier: &held.dossier,
        events: &held.record.events,
        procedure: &official,
        term: term.as_deref(),
        applicant: &held.record.applicant,
        address: address.as_deref(),
        phone: phone.as_deref(),
        email: email.as_deref(),
        papers: &papers,
        delivery,
        name: &|id| held.name(id),
        now: visit.now,
    };
    framed(slip::printed(visit.press(), &slip))
}

/// `GET /api/v1/desk/dossiers/{code}/application`
pub(crate) async fn application(visit: &Visit) -> Result<Response, Problem> {
    let signed_in = session::reading(visit).await?;
    let held = fetch(visit, &signed_in).await?;
    page::application::printed(visit, &held)
}

/// A sheet that the desk shows in a frame of its own; it has no script and may have none.
fn framed(text: String) -> Result<Response, Problem> {
    let builder = respond::builder(200)?.with_header("content-security-policy", SHEET_POLICY)?;
    Ok(respond::page(builder, text)?)
}

/// What a sheet may do: have a style.
const SHEET_POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
