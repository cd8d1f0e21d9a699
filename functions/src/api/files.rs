//! Files of drafts and of dossiers: `PUT`, `GET` and `DELETE …/files/{component}/{n}`.

use super::{code, drafts::ticket, key_in_header, shape::ShownFile};
use crate::{
    drafts,
    following::{self, Seen},
    limits,
    object::{
        agency::PapersOf,
        papers::{LONGEST_FILE, Place, Reply, Wanted},
    },
    problem::{self, Problem},
    request::{Visit, file_name},
    respond,
};
use worker::{Response, wasm_bindgen::JsValue};

/// Takes a file into a draft.
pub(crate) async fn put(visit: Visit) -> Result<Response, Problem> {
    limits::upload(&visit).await?;
    let ticket = ticket(&visit).await?;
    let draft = drafts::look(&visit.env, &ticket).await?.ok_or(Problem::of(&problem::NO_DRAFT))?;
    if let Some(code) = draft.filed {
        return Err(Problem::of(&problem::DRAFT_FILED).detail(code.to_string()));
    }
    take(&visit, ticket.id(), draft.procedure.as_str()).await
}

/// Gives a file of a draft back.
pub(crate) async fn get(visit: Visit) -> Result<Response, Problem> {
    let ticket = ticket(&visit).await?;
    let number = number(&visit)?;
    give(&visit, ticket.id(), &Wanted::Pending(visit.parameter(1).to_owned(), number)).await
}

/// Takes a file out of a draft.
pub(crate) async fn delete(visit: Visit) -> Result<Response, Problem> {
    let ticket = ticket(&visit).await?;
    remove(&visit, ticket.id()).await
}

/// Takes a file that an office asked for.
pub(crate) async fn put_supplement(visit: Visit) -> Result<Response, Problem> {
    let papers = papers(&visit).await?;
    if !papers.asked {
        return Err(Problem::of(&problem::MOVE_REFUSED).detail("answer-supplement: wrong-status"));
    }
    take(&visit, &papers.papers, papers.procedure.as_str()).await
}

/// Gives a file of a dossier back: the one on record, else the one just uploaded; as `ket-qua/1` the file of the result.
pub(crate) async fn get_filed(visit: Visit) -> Result<Response, Problem> {
    let code = code(&visit)?;
    let key = key_in_header(&visit)?;
    limits::look_up(&visit, &code).await?;
    let followed = seen(following::follow(&visit.env, &visit.content.catalogue, &code, &key).await?)?;
    let (paper, number) = (visit.parameter(1), number(&visit)?);
    if paper == drafts::RESULT {
        let id = following::folded(&followed)?.resolution.and_then(|made| made.file).filter(|_| number == 1);
        let download = drafts::result(&visit.env, &code.agency, &id.unwrap_or_default()).await?;
        return Ok(respond::file(download.ok_or(Problem::of(&problem::NOT_FOUND))?, false)?);
    }
    let papers = followed.papers.ok_or(Problem::of(&problem::NOT_FOUND))?;
    let recorded = followed.record.files.iter().find(|file| file.paper == paper && file.number == number);
    let pending = Wanted::Pending(paper.to_owned(), number);
    match recorded {
        Some(file) => give(&visit, &papers, &Wanted::Recorded(file.sha256.clone())).await,
        None => give(&visit, &papers, &pending).await,
    }
}

/// Takes a file away that was uploaded for a supplement and not sent.
pub(crate) async fn delete_supplement(visit: Visit) -> Result<Response, Problem> {
    let papers = papers(&visit).await?;
    remove(&visit, &papers.papers).await
}

async fn papers(visit: &Visit) -> Result<PapersOf, Problem> {
    let code = code(visit)?;
    let key = key_in_header(visit)?;
    limits::look_up(visit, &code).await?;
    seen(following::papers_of(&visit.env, &visit.content.catalogue, &code, &key).await?)
}

/// Turns away who has no dossier or no key.
pub(super) fn seen<T>(seen: Seen<T>) -> Result<T, Problem> {
    match seen {
        Seen::This(this) => Ok(this),
        Seen::WrongKey => Err(Problem::of(&problem::WRONG_KEY)),
        Seen::NoSuchDossier => Err(Problem::of(&problem::NOT_FOUND)),
    }
}

fn number(visit: &Visit) -> Result<u16, Problem> {
    visit.parameter(2).parse().map_err(|_| Problem::of(&problem::NOT_FOUND))
}

async fn take(visit: &Visit, papers: &str, procedure: &str) -> Result<Response, Problem> {
    let (paper, number) = (visit.parameter(1), number(visit)?);
    let form = visit.content.catalogue.form(procedure).filter(|form| drafts::takes(form, paper, number));
    form.ok_or(Problem::of(&problem::NOT_FOUND))?;
    let announced = visit.header("content-length").and_then(|length| length.parse::<u64>().ok());
    if announced.is_some_and(|length| length > LONGEST_FILE) {
        return Err(Problem::of(&problem::TOO_LARGE));
    }
    let name = visit.header("content-disposition").and_then(|said| file_name(&said)).unwrap_or_default();
    let place = Place { paper: paper.to_owned(), number, name };
    let body = visit.request.inner().body().map_or(JsValue::NULL, JsValue::from);
    match drafts::put(&visit.env, papers, &place, body).await? {
        Reply::Held(file) => Ok(respond::created(&ShownFile::from(&file))?),
        Reply::TooLarge => Err(Problem::of(&problem::TOO_LARGE)),
        Reply::UnknownKind => Err(Problem::of(&problem::UNSUPPORTED_FILE)),
        Reply::Broken => Err(Problem::of(&problem::BODY_BROKEN)),
        _ => Err(Problem::of(&problem::NO_DRAFT)),
    }
}

async fn give(visit: &Visit, papers: &str, wanted: &Wanted) -> Result<Response, Problem> {
    let download = drafts::get(&visit.env, papers, wanted).await?.ok_or(Problem::of(&problem::NOT_FOUND))?;
    Ok(respond::file(download, false)?)
}

async fn remove(visit: &Visit, papers: &str) -> Result<Response, Problem> {
    let found = drafts::remove(&visit.env, papers, visit.parameter(1), number(visit)?).await?;
    if found { Ok(respond::done()?) } else { Err(Problem::of(&problem::NOT_FOUND)) }
}
