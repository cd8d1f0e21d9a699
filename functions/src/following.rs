//! Following a dossier and the moves of its owner. Values in, values out; nothing of HTTP here.

mod supplement;

use crate::{
    drafts,
    fault::Fault,
    object::{
        agency::{self, Acted, Call, Deed, Followed, Glance, PapersOf, Refused, Reply},
        papers,
    },
    request::IdempotencyKey,
};
use domain::{
    access_key::AccessKey,
    agency::Agency,
    catalogue::Catalogue,
    dossier::{Dossier, Happening},
    dossier_code::DossierCode,
    form::Fault as FieldFault,
    record::HeldFile,
    timestamp::Timestamp,
};
use worker::Env;

pub(crate) use supplement::{Supplement, supplement};

/// A dossier looked for with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Seen<T> {
    /// There is no dossier of this code.
    NoSuchDossier,
    /// The key is another's.
    WrongKey,
    /// This is it.
    This(T),
}

/// What came of a move of the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is done.
    Done(Acted),
    /// There is no dossier of this code.
    NoSuchDossier,
    /// The key is another's.
    WrongKey,
    /// The rules do not allow it now.
    Refused(Refused),
    /// These fields have faults.
    Faulty(Vec<FieldFault>),
    /// The office was quicker: look again.
    Changed,
    /// The `Idempotency-Key` was used for something else.
    KeyReused,
}

/// Finds the agency of a code; only then may its object be named.
pub(crate) fn agency_of<'a>(catalogue: &'a Catalogue, code: &DossierCode) -> Option<&'a Agency> {
    catalogue.agencies.iter().find(|agency| agency.code == code.agency)
}

/// Returns what everybody with the code may know.
pub(crate) async fn glance(env: &Env, catalogue: &Catalogue, code: &DossierCode) -> Result<Option<Glance>, Fault> {
    if agency_of(catalogue, code).is_none() {
        return Ok(None);
    }
    match agency::ask(env, &code.agency, &Call::Glance { code: code.clone() }).await? {
        Reply::Glance(glance) => Ok(Some(glance)),
        Reply::NotFound => Ok(None),
        _ => Err(Fault::Shape("a reply to Glance")),
    }
}

/// Returns what the owner may know. Limits come before: a key is looked at here.
pub(crate) async fn follow(env: &Env, catalogue: &Catalogue, code: &DossierCode, key: &AccessKey) -> Result<Seen<Followed>, Fault> {
    if agency_of(catalogue, code).is_none() {
        return Ok(Seen::NoSuchDossier);
    }
    match agency::ask(env, &code.agency, &Call::Follow { code: code.clone(), key: key.clone() }).await? {
        Reply::Followed(followed) => Ok(Seen::This(*followed)),
        Reply::WrongKey => Ok(Seen::WrongKey),
        Reply::NotFound => Ok(Seen::NoSuchDossier),
        _ => Err(Fault::Shape("a reply to Follow")),
    }
}

/// Returns where the owner's uploads go: the name of the dossier's papers.
pub(crate) async fn papers_of(env: &Env, catalogue: &Catalogue, code: &DossierCode, key: &AccessKey) -> Result<Seen<PapersOf>, Fault> {
    if agency_of(catalogue, code).is_none() {
        return Ok(Seen::NoSuchDossier);
    }
    let fresh = drafts::fresh_id(env).await?;
    let call = Call::Papers { code: code.clone(), key: key.clone(), fresh: fresh.clone() };
    let papers = match agency::ask(env, &code.agency, &call).await? {
        Reply::Papers(papers) => papers,
        Reply::WrongKey => return Ok(Seen::WrongKey),
        Reply::NotFound => return Ok(Seen::NoSuchDossier),
        _ => return Err(Fault::Shape("a reply to Papers")),
    };
    if papers.papers == fresh {
        let call = papers::Call::Adopt { code: code.clone(), procedure: papers.procedure.clone() };
        papers::ask(env, &papers.papers, &call).await?;
    }
    Ok(Seen::This(papers))
}

/// Returns the files that have arrived for the request that is open and count for its answer.
/// Where their store fails the dossier is shown all the same, without them.
pub(crate) async fn arrived(env: &Env, followed: &Followed) -> Result<Vec<HeldFile>, Fault> {
    let Some(papers) = &followed.papers else { return Ok(Vec::new()) };
    if folded(followed)?.open_request().is_none() {
        return Ok(Vec::new());
    }
    Ok(drafts::pending(env, papers).await.unwrap_or_else(|fault| {
        fault.logged();
        Vec::new()
    }))
}

/// Asks to withdraw.
pub(crate) async fn withdraw(
    env: &Env,
    catalogue: &Catalogue,
    code: &DossierCode,
    key: &AccessKey,
    request: &IdempotencyKey,
    reason: &str,
) -> Result<Outcome, Fault> {
    own(env, catalogue, code, key, deed(request, Happening::WithdrawalAsked { reason: reason.trim().to_owned() })).await
}

/// Takes the wish to withdraw back; the clock goes on where it stood.
pub(crate) async fn cancel_withdrawal(
    env: &Env,
    catalogue: &Catalogue,
    code: &DossierCode,
    key: &AccessKey,
    request: &IdempotencyKey,
    now: Timestamp,
) -> Result<Outcome, Fault> {
    let followed = match follow(env, catalogue, code, key).await? {
        Seen::This(followed) => followed,
        Seen::WrongKey => return Ok(Outcome::WrongKey),
        Seen::NoSuchDossier => return Ok(Outcome::NoSuchDossier),
    };
    let due = folded(&followed)?.due_after_pause(now, &catalogue.calendar);
    own(env, catalogue, code, key, deed(request, Happening::WithdrawalCancelled { due })).await
}

/// Writes to the office.
pub(crate) async fn write(
    env: &Env,
    catalogue: &Catalogue,
    code: &DossierCode,
    key: &AccessKey,
    request: &IdempotencyKey,
    text: &str,
) -> Result<Outcome, Fault> {
    own(env, catalogue, code, key, deed(request, Happening::MessageFromOwner { text: text.trim().to_owned() })).await
}

fn deed(request: &IdempotencyKey, what: Happening) -> Deed {
    Deed { idempotency: request.as_str().to_owned(), version: None, what, changed: None, files: Vec::new() }
}

async fn own(env: &Env, catalogue: &Catalogue, code: &DossierCode, key: &AccessKey, deed: Deed) -> Result<Outcome, Fault> {
    if agency_of(catalogue, code).is_none() {
        return Ok(Outcome::NoSuchDossier);
    }
    let call = Call::Own { code: code.clone(), key: key.clone(), deed: Box::new(deed) };
    Ok(match agency::ask(env, &code.agency, &call).await? {
        Reply::Acted(acted) => Outcome::Done(acted),
        Reply::BodyDiffers => Outcome::KeyReused,
        Reply::Conflict { .. } => Outcome::Changed,
        Reply::Refused(refused) => Outcome::Refused(refused),
        Reply::WrongKey => Outcome::WrongKey,
        Reply::NotFound => Outcome::NoSuchDossier,
        _ => return Err(Fault::Shape("a reply to Own")),
    })
}

/// Folds a record; a log that breaks the rules is a damaged store.
pub(crate) fn folded(followed: &Followed) -> Result<Dossier, Fault> {
    followed.record.dossier().map_err(|_| Fault::Shape("a record of events"))
}
