//! The owner's moves: `POST /api/v1/dossiers/{code}/supplement · withdraw · messages`, `DELETE …/withdraw`.

use super::{
    code, faulty, key, key_in_header,
    shape::{Moved, NewMessage, NewSupplement, NewWithdrawal, answers},
};
use crate::{
    following::{self, Outcome, Supplement},
    limits,
    problem::{self, FieldFault, Problem},
    request::Visit,
    respond,
};
use domain::dossier_code::DossierCode;
use worker::Response;

/// The longest message or reason, in characters.
const LONGEST: usize = 2000;

/// Answers a request for a supplement.
pub(crate) async fn supplement(mut visit: Visit) -> Result<Response, Problem> {
    let request = visit.idempotency_key()?;
    let code = code(&visit)?;
    let body: NewSupplement = visit.json().await?;
    let key = key(&body.access_key)?;
    limits::look_up(&visit, &code).await?;
    let given = answers(body.answers);
    let answer = Supplement { answers: &given, today: visit.day, now: visit.now };
    let outcome = following::supplement(&visit.env, &visit.content.catalogue, &code, &key, &request, &answer).await?;
    if let Outcome::Faulty(faults) = &outcome {
        let glance = following::glance(&visit.env, &visit.content.catalogue, &code).await?;
        let form = glance.and_then(|glance| visit.content.catalogue.form(glance.procedure.as_str()));
        return Err(form.map_or(Problem::of(&problem::NO_FORM), |form| faulty(form, faults, &visit)));
    }
    told(&code, outcome)
}

/// Asks to withdraw.
pub(crate) async fn withdraw(mut visit: Visit) -> Result<Response, Problem> {
    let request = visit.idempotency_key()?;
    let code = code(&visit)?;
    let body: NewWithdrawal = visit.json().await?;
    let key = key(&body.access_key)?;
    words(&visit, "reason", &body.reason)?;
    limits::look_up(&visit, &code).await?;
    let outcome = following::withdraw(&visit.env, &visit.content.catalogue, &code, &key, &request, &body.reason).await?;
    told(&code, outcome)
}

/// Takes the wish to withdraw back.
pub(crate) async fn cancel_withdrawal(visit: Visit) -> Result<Response, Problem> {
    let request = visit.idempotency_key()?;
    let code = code(&visit)?;
    let key = key_in_header(&visit)?;
    limits::look_up(&visit, &code).await?;
    let outcome = following::cancel_withdrawal(&visit.env, &visit.content.catalogue, &code, &key, &request, visit.now).await?;
    told(&code, outcome)
}

/// Writes to the office.
pub(crate) async fn message(mut visit: Visit) -> Result<Response, Problem> {
    let request = visit.idempotency_key()?;
    let code = code(&visit)?;
    let body: NewMessage = visit.json().await?;
    let key = key(&body.access_key)?;
    words(&visit, "text", &body.text)?;
    limits::look_up(&visit, &code).await?;
    let outcome = following::write(&visit.env, &visit.content.catalogue, &code, &key, &request, &body.text).await?;
    told(&code, outcome)
}

/// Checks that something is said, and not too much.
fn words(visit: &Visit, path: &str, text: &str) -> Result<(), Problem> {
    let length = text.trim().chars().count();
    let message = match length {
        0 => visit.manner.language.pick("Hãy viết vài chữ.", "Write a few words."),
        1..=LONGEST => return Ok(()),
        _ => visit.manner.language.pick("Viết trong 2000 chữ cái.", "Write at most 2000 characters."),
    };
    let fault = FieldFault { path: path.to_owned(), message: message.to_owned() };
    Err(Problem::of(&problem::FAULTY_FIELDS).faults(vec![fault]))
}

fn told(code: &DossierCode, outcome: Outcome) -> Result<Response, Problem> {
    match outcome {
        Outcome::Done(acted) => Ok(respond::ok(&Moved { code: code.to_string(), status: acted.status.into(), replayed: acted.replayed })?),
        Outcome::NoSuchDossier => Err(Problem::of(&problem::NOT_FOUND)),
        Outcome::WrongKey => Err(Problem::of(&problem::WRONG_KEY)),
        Outcome::Refused(refused) => Err(Problem::of(&problem::MOVE_REFUSED).detail(format!("{}: {}", refused.what.name(), refused.why))),
        Outcome::Faulty(_) => Err(Problem::of(&problem::FAULTY_FIELDS)),
        Outcome::Changed => Err(Problem::of(&problem::CONFLICT)),
        Outcome::KeyReused => Err(Problem::of(&problem::KEY_REUSED)),
    }
}
