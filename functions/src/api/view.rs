//! `POST /api/v1/dossiers/{code}/view`: what the owner may know.

use super::{
    code,
    files::seen,
    key,
    shape::{KeyOnly, ShownFile, ShownStatus, instant, minute},
};
use crate::{
    following::{self, folded},
    limits,
    object::agency::Followed,
    problem::Problem,
    request::Visit,
    respond,
};
use domain::{
    catalogue::Catalogue,
    dossier::{Dossier, Event, Happening, Outcome, SupplementRequest},
};
use serde::Serialize;
use worker::Response;

#[cfg(feature = "openapi")]
use utoipa::ToSchema;

/// A dossier as its owner sees it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownDossier {
    /// Its code.
    pub(crate) code: String,
    /// The slug of the guide.
    pub(crate) procedure: String,
    /// The name of the procedure.
    pub(crate) title: String,
    /// The code of the agency.
    pub(crate) agency: String,
    /// Where it stands.
    pub(crate) status: ShownStatus,
    /// When it was filed.
    pub(crate) submitted_at: String,
    /// When it was accepted.
    pub(crate) received_at: Option<String>,
    /// When the result is due.
    pub(crate) due: Option<String>,
    /// The request that waits for an answer.
    pub(crate) request: Option<ShownRequest>,
    /// What waits to be paid.
    pub(crate) payment: Option<ShownPayment>,
    /// The decision.
    pub(crate) result: Option<ShownResult>,
    /// What the owner may do now.
    pub(crate) moves: Vec<String>,
    /// The papers held.
    pub(crate) files: Vec<ShownFile>,
    /// What happened, oldest first; what stays inside the office is left out.
    pub(crate) timeline: Vec<ShownEvent>,
    /// The token of its rating.
    pub(crate) rating: String,
}

/// A request for a supplement.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownRequest {
    /// Paths of the answers to mend.
    pub(crate) fields: Vec<String>,
    /// Papers to bring.
    pub(crate) papers: Vec<String>,
    /// What to do.
    pub(crate) note: String,
    /// Why.
    pub(crate) reason: String,
    /// The last day to answer.
    pub(crate) until: Option<String>,
}

/// Something to be paid.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownPayment {
    /// In đồng.
    pub(crate) amount: u64,
    /// What for.
    pub(crate) basis: String,
    /// The last day to pay.
    pub(crate) until: Option<String>,
}

/// A decision.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownResult {
    /// Whether what was asked for was granted.
    pub(crate) granted: bool,
    /// What it says.
    pub(crate) text: String,
    /// Why it was refused.
    pub(crate) reason: Option<String>,
    /// When it was decided.
    pub(crate) at: String,
    /// Whether it has a file: `GET …/files/ket-qua/1`.
    pub(crate) file: bool,
}

/// Something that happened.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownEvent {
    /// When.
    pub(crate) at: String,
    /// What: the name of the move.
    pub(crate) what: String,
    /// Whether the owner did it.
    pub(crate) by_owner: bool,
    /// The words that came with it.
    pub(crate) text: Option<String>,
}

/// Shows a dossier to its owner.
pub(crate) async fn show(mut visit: Visit) -> Result<Response, Problem> {
    let code = code(&visit)?;
    let body: KeyOnly = visit.json().await?;
    let key = key(&body.access_key)?;
    limits::look_up(&visit, &code).await?;
    let followed = seen(following::follow(&visit.env, &visit.content.catalogue, &code, &key).await?)?;
    let dossier = folded(&followed)?;
    Ok(respond::ok(&shown(&visit.content.catalogue, &followed, &dossier))?)
}

fn shown(catalogue: &Catalogue, followed: &Followed, dossier: &Dossier) -> ShownDossier {
    let record = &followed.record;
    let slug = record.procedure.as_str();
    ShownDossier {
        code: record.code.to_string(),
        procedure: slug.to_owned(),
        title: catalogue.procedure(slug).map_or(slug, |guide| guide.title.vi.as_str()).to_owned(),
        agency: record.code.agency.to_string(),
        status: dossier.status.into(),
        submitted_at: instant(dossier.submitted_at),
        received_at: dossier.received_at.map(instant),
        due: dossier.due.map(|due| minute(due.at)),
        request: dossier.open_request().map(|asked| request(&asked.request)),
        payment: dossier.open_payment().map(|payment| ShownPayment {
            amount: payment.amount.0,
            basis: payment.basis.clone(),
            until: payment.until.map(|day| day.to_string()),
        }),
        result: dossier.resolution.as_ref().map(|made| ShownResult {
            granted: made.outcome == Outcome::Granted,
            text: made.text.clone(),
            reason: match &made.outcome {
                Outcome::Refused { reason } => Some(reason.clone()),
                Outcome::Granted => None,
            },
            at: instant(made.at),
            file: made.file.is_some(),
        }),
        moves: dossier.moves_of_owner().into_iter().map(|what| what.name().to_owned()).collect(),
        files: record.files.iter().map(ShownFile::from).collect(),
        timeline: record.events.iter().filter(|event| !event.what.is_internal()).map(event).collect(),
        rating: followed.rating.clone(),
    }
}

fn request(asked: &SupplementRequest) -> ShownRequest {
    ShownRequest {
        fields: asked.fields.clone(),
        papers: asked.papers.clone(),
        note: asked.note.clone(),
        reason: asked.reason.clone(),
        until: asked.until.map(|day| day.to_string()),
    }
}

fn event(event: &Event) -> ShownEvent {
    let text = match &event.what {
        // The number of a slip and the name of a unit are of the office.
        Happening::SlipIssued { .. } => None,
        what => what.reason().map(str::to_owned),
    };
    ShownEvent {
        at: instant(event.at),
        what: event.what.kind().name().to_owned(),
        by_owner: event.by == domain::dossier::Actor::Owner,
        text,
    }
}
