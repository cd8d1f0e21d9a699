//! Filing a dossier: what the JSON call and the posted check page both do. Values in, values out; nothing of HTTP here.

use crate::{
    drafts::{self, Ticket},
    fault::Fault,
    object::{
        agency::{self, Submission, Submitted, Who},
        papers,
    },
    request::IdempotencyKey,
    secret,
};
use domain::{
    catalogue::Catalogue,
    code::AgencyCode,
    date::Date,
    dossier_code::DossierCode,
    form::{self, Answer, Answers, Circumstances, Fault as FieldFault, Form, PapersHeld, RawAnswers, Stopped, Verdict},
    procedure::{ChannelKind, Procedure},
    record::HeldFile,
    validity::Standing,
};
use std::collections::BTreeMap;
use worker::Env;

/// Why nothing is filed under a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotHere {
    /// There is no such guide.
    Unknown,
    /// It has no form on this portal, or not yet.
    NoForm,
    /// The procedure has ended.
    Ended,
}

/// What somebody wants filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish<'a> {
    /// The slug of the guide.
    pub(crate) procedure: &'a str,
    /// All answers, flat; the office stands under `agency`.
    pub(crate) answers: &'a RawAnswers,
    /// The draft with the papers.
    pub(crate) draft: Option<&'a Ticket>,
    /// The key of the request.
    pub(crate) key: &'a IdempotencyKey,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is filed.
    Filed(Submitted),
    /// It is not: this form is not the way.
    Stopped(Box<Stopped>),
    /// It is not: these fields have faults.
    Faulty(Vec<FieldFault>),
    /// Nothing is filed under this guide here.
    NotHere(NotHere),
    /// There is no such draft any more, or it is one of another form.
    NoDraft,
    /// The draft was filed before, by another request, as this.
    DraftFiled(DossierCode),
    /// The key was used for something else.
    KeyReused,
}

/// Finds the form of a guide that is filed here on a day; one that only fills in a sheet is not.
pub(crate) fn form_on<'a>(catalogue: &'a Catalogue, procedure: &str, day: Date) -> Result<(&'a Procedure, &'a Form), NotHere> {
    shown_on(catalogue, procedure, day).and_then(|found| if found.1.sends() { Ok(found) } else { Err(NotHere::NoForm) })
}

/// Finds the form of a guide that is shown on a day.
pub(crate) fn shown_on<'a>(catalogue: &'a Catalogue, procedure: &str, day: Date) -> Result<(&'a Procedure, &'a Form), NotHere> {
    let Some(guide) = catalogue.procedure(procedure) else {
        let former = catalogue.former.iter().any(|former| former.slug.as_str() == procedure);
        return Err(if former { NotHere::Ended } else { NotHere::Unknown });
    };
    match guide.effective.standing(day) {
        Standing::Ended(_) => Err(NotHere::Ended),
        Standing::NotYet(_) => Err(NotHere::NoForm),
        Standing::InForce => catalogue.form(procedure).map(|form| (guide, form)).ok_or(NotHere::NoForm),
    }
}

/// Checks answers as the Worker sees them; without `held`, papers are asked for later.
pub(crate) fn judge(
    catalogue: &Catalogue,
    (guide, form): (&Procedure, &Form),
    answers: &RawAnswers,
    held: Option<&BTreeMap<String, u16>>,
    today: Date,
) -> Verdict {
    let offices: Vec<AgencyCode> = catalogue.receivers(guide).map(|agency| agency.code.clone()).collect();
    let papers = held.map_or(PapersHeld::AskedLater, PapersHeld::Held);
    form::check(
        form,
        answers,
        &Circumstances { today, calendar: &catalogue.calendar, places: &catalogue.places, offices: &offices, papers },
    )
}

/// Reads from checked answers who files, and for whom.
pub(crate) fn who(form: &Form, answers: &Answers) -> Who {
    let id = form.applicant.as_ref().and_then(|applicant| applicant.personal_id.as_ref());
    Who {
        applicant: form.applicant_name(answers).unwrap_or_default().to_owned(),
        owner: form.owner_name(answers).unwrap_or_default().to_owned(),
        phone: match answers.get(form::PHONE) {
            Some(Answer::Phone(phone)) => Some(phone.clone()),
            _ => None,
        },
        email: match answers.get(form::EMAIL) {
            Some(Answer::Email(email)) => Some(email.clone()),
            _ => None,
        },
        personal_id: match id.and_then(|id| answers.get(id.as_str())) {
            Some(Answer::PersonalId(id)) => Some(id.clone()),
            _ => None,
        },
    }
}

/// Files a dossier, or says everything that is in the way.
pub(crate) async fn file(env: &Env, catalogue: &Catalogue, today: Date, wish: Wish<'_>) -> Result<Outcome, Fault> {
    let (guide, form) = match form_on(catalogue, wish.procedure, today) {
        Ok(found) => found,
        Err(not_here) => return Ok(Outcome::NotHere(not_here)),
    };
    // The office first: without one that takes the procedure, nobody is asked anything.
    let office = catalogue.receivers(guide).map(|agency| &agency.code).find(|code| code.as_str() == wish.answers.one(form::OFFICE));
    let request = request_hash(wish.key);
    let files = match (wish.draft, office) {
        (Some(ticket), Some(office)) => {
            let Some(draft) = sending(env, ticket.id(), office, &request).await? else { return Ok(Outcome::NoDraft) };
            if draft.procedure != form.procedure {
                return Ok(Outcome::NoDraft);
            }
            match draft.filed {
                Some(code) if code.agency != *office => return Ok(Outcome::DraftFiled(code)),
                _ => draft.files,
            }
        }
        _ => Vec::new(),
    };
    let verdict = judge(catalogue, (guide, form), wish.answers, Some(&drafts::counted(&files)), today);
    if let Some(stopped) = verdict.stopped {
        return Ok(Outcome::Stopped(Box::new(stopped)));
    }
    let (true, Some(office)) = (verdict.faults.is_empty(), office) else { return Ok(Outcome::Faulty(verdict.faults)) };
    let files = asked_for(files, &verdict.answers);
    let submission = Submission {
        idempotency: wish.key.as_str().to_owned(),
        agency: office.clone(),
        procedure: form.procedure.clone(),
        form_version: form.version,
        channel: ChannelKind::Online,
        answers: verdict.answers.to_raw(),
        as_filed: form::as_filed(form, &verdict.answers, &catalogue.places, &catalogue.agencies, today),
        who: who(form, &verdict.answers),
        papers: wish.draft.map(|ticket| ticket.id().to_owned()),
        files: files.clone(),
    };
    let reply = agency::ask(env, office, &agency::Call::Submit(Box::new(submission))).await?;
    Ok(match reply {
        agency::Reply::Submitted(submitted) => {
            if let Some(ticket) = wish.draft {
                // It is filed already. Where this fails, the papers ask the agency themselves before they expire.
                let taken = papers::Call::Taken { code: submitted.code.clone(), request, files };
                if let Err(fault) = papers::ask(env, ticket.id(), &taken).await {
                    fault.logged();
                }
            }
            Outcome::Filed(submitted)
        }
        agency::Reply::BodyDiffers => Outcome::KeyReused,
        agency::Reply::DraftFiled { code } => Outcome::DraftFiled(code),
        _ => return Err(Fault::Shape("a reply to Submit")),
    })
}

/// Asks for the papers just before an agency is asked to take them.
pub(crate) async fn sending(env: &Env, id: &str, office: &AgencyCode, request: &str) -> Result<Option<papers::Draft>, Fault> {
    let call = papers::Call::Sending { agency: office.clone(), request: request.to_owned() };
    match papers::ask(env, id, &call).await? {
        papers::Reply::Draft(draft) => Ok(Some(*draft)),
        papers::Reply::NoDraft => Ok(None),
        _ => Err(Fault::Shape("a reply to Sending")),
    }
}

/// Returns by which name papers remember a request; the key itself stays with nobody.
pub(crate) fn request_hash(key: &IdempotencyKey) -> String {
    secret::base32(&secret::sha256(&[b"request", key.as_str().as_bytes()]))
}

/// Leaves out files of papers that the answers no longer ask for.
fn asked_for(files: Vec<HeldFile>, answers: &Answers) -> Vec<HeldFile> {
    files.into_iter().filter(|file| matches!(answers.get(&file.paper), Some(Answer::Attached(_)))).collect()
}
