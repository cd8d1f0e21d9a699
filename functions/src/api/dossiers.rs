//! `POST /api/v1/dossiers` and `GET /api/v1/dossiers/{code}`.

use super::{
    code, faulty, not_here,
    shape::{FiledDossier, NewDossier, ShownState, instant, minute},
};
use crate::{
    drafts,
    filing::{self, Outcome, Wish},
    following, limits,
    object::agency::Submitted,
    problem::{self, FieldFault, Problem},
    request::Visit,
    respond,
};
use domain::{dossier::answer_by, form::Stopped};
use worker::Response;

/// Files a dossier.
pub(crate) async fn create(mut visit: Visit) -> Result<Response, Problem> {
    let key = visit.idempotency_key()?;
    let body: NewDossier = visit.json().await?;
    let catalogue = &visit.content.catalogue;
    if !catalogue.agencies.iter().any(|agency| agency.code.as_str() == body.agency) {
        return Err(Problem::of(&problem::NO_SUCH_AGENCY));
    }
    let (_, form) = filing::form_on(catalogue, &body.procedure, visit.day).map_err(not_here)?;
    let draft = match &body.draft {
        None => None,
        Some(id) => {
            let draft_key = visit.header("draft-key").unwrap_or_default();
            Some(drafts::ticket(&visit.env, id, &draft_key).await?.ok_or(Problem::of(&problem::NO_DRAFT))?)
        }
    };
    let procedure = body.procedure.clone();
    let answers = body.raw();
    let wish = Wish { procedure: &procedure, answers: &answers, draft: draft.as_ref(), key: &key };
    match filing::file(&visit.env, catalogue, visit.day, wish).await? {
        Outcome::Filed(submitted) => Ok(respond::created(&filed(&visit, submitted))?),
        Outcome::Stopped(stopped) => Err(stopped_by(&stopped)),
        Outcome::Faulty(faults) => Err(faulty(form, &faults, &visit)),
        Outcome::NotHere(why) => Err(not_here(why)),
        Outcome::NoDraft => Err(Problem::of(&problem::NO_DRAFT)),
        Outcome::DraftFiled(code) => Err(Problem::of(&problem::DRAFT_FILED).detail(code.to_string())),
        Outcome::KeyReused => Err(Problem::of(&problem::KEY_REUSED)),
    }
}

/// Names the answer that decides; what to do instead stands on the form.
fn stopped_by(stopped: &Stopped) -> Problem {
    let message = stopped.stop.title.clone();
    let fault = stopped.question.as_ref().map(|question| FieldFault { path: format!("answers.{question}"), message: message.clone() });
    Problem::of(&problem::FAULTY_FIELDS).detail(message).faults(fault.into_iter().collect())
}

fn filed(visit: &Visit, submitted: Submitted) -> FiledDossier {
    FiledDossier {
        code: submitted.code.to_string(),
        access_key: submitted.access_key.map(|key| key.to_string()),
        submitted_at: instant(submitted.submitted_at),
        answer_by: minute(answer_by(&visit.content.catalogue.calendar, submitted.submitted_at).at),
        rating: submitted.rating,
        replayed: submitted.replayed,
    }
}

/// Tells code and state.
pub(crate) async fn glance(visit: Visit) -> Result<Response, Problem> {
    let code = code(&visit)?;
    limits::look_up(&visit, &code).await?;
    let glance = following::glance(&visit.env, &visit.content.catalogue, &code).await?.ok_or(Problem::of(&problem::NOT_FOUND))?;
    Ok(respond::ok(&ShownState { code: code.to_string(), status: glance.status.into() })?)
}
