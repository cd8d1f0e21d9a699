//! Files at the desk: the owner's papers shown in place, the office's result taken in.

use super::{fetch::fetch, session};
use crate::{
    drafts::{self, Download, RESULT},
    fault::Fault,
    object::papers::{self, Call, LONGEST_FILE, Place, Reply, Wanted},
    problem::{self, Problem},
    request::{Visit, file_name},
    respond,
};
use domain::{
    desk::FileRow,
    dossier::Move,
    record::{FileKind, HeldFile},
};
use worker::{Response, wasm_bindgen::JsValue};

/// The files of a paper as the desk lists them.
pub(crate) fn rows<'a>(files: impl Iterator<Item = &'a HeldFile>) -> Vec<FileRow> {
    let mut rows: Vec<FileRow> =
        files.map(|file| FileRow { number: file.number, name: file.name.clone(), kind: file.kind, size: file.size }).collect();
    rows.sort_by_key(|row| row.number);
    rows
}

/// `GET /api/v1/desk/dossiers/{code}/files/{paper}/{n}`
pub(crate) async fn show(visit: &Visit) -> Result<Response, Problem> {
    let signed_in = session::reading(visit).await?;
    let held = fetch(visit, &signed_in).await?;
    let (paper, number) = (visit.parameter(1), visit.parameter(2).parse::<u16>().unwrap_or(0));
    let nowhere = || Problem::of(&problem::NOT_FOUND);
    let file = held.record.files.iter().find(|file| file.paper == paper && file.number == number).ok_or_else(nowhere)?;
    let papers = held.papers.as_deref().ok_or_else(nowhere)?;
    let download = drafts::get(&visit.env, papers, &Wanted::Recorded(file.sha256.clone())).await?.ok_or_else(nowhere)?;
    in_place(download)
}

/// `PUT /api/v1/desk/dossiers/{code}/result`: answers with the id that the decision names.
pub(crate) async fn put_result(visit: Visit) -> Result<Response, Problem> {
    let signed_in = session::writing(&visit).await?;
    let held = fetch(&visit, &signed_in).await?;
    let refused =
        |refusal: domain::dossier::Refusal| Problem::of(&problem::MOVE_REFUSED).detail(app::text::desk::refusal(refusal.why.code()));
    held.dossier.permit(Move::Resolve, &signed_in.roles()).map_err(refused)?;
    let announced = visit.header("content-length").and_then(|length| length.parse::<u64>().ok());
    if announced.is_some_and(|length| length > LONGEST_FILE) {
        return Err(Problem::of(&problem::TOO_LARGE));
    }
    // An object of its own: what is drafted twice never takes the place of what was decided.
    let object = drafts::fresh_id(&visit.env).await?;
    let call = Call::Adopt { code: held.code().clone(), procedure: held.record.procedure.clone() };
    let Reply::Done = papers::ask(&visit.env, &object, &call).await? else { return Err(Fault::Shape("a reply to Adopt").into()) };
    let name = visit.header("content-disposition").and_then(|said| file_name(&said)).unwrap_or_else(|| format!("{RESULT}-{}", held.code()));
    let place = Place { paper: RESULT.to_owned(), number: 1, name };
    let body = visit.request.inner().body().map_or(JsValue::NULL, JsValue::from);
    match drafts::put(&visit.env, &object, &place, body).await? {
        Reply::Held(_) => Ok(respond::created(&format!("{}-{object}", held.agency.code))?),
        Reply::TooLarge => Err(Problem::of(&problem::TOO_LARGE)),
        Reply::UnknownKind => Err(Problem::of(&problem::UNSUPPORTED_FILE)),
        Reply::Broken => Err(Problem::of(&problem::BODY_BROKEN)),
        _ => Err(Fault::Shape("a reply to an upload").into()),
    }
}

/// `GET /api/v1/desk/dossiers/{code}/result`
pub(crate) async fn show_result(visit: &Visit) -> Result<Response, Problem> {
    let signed_in = session::reading(visit).await?;
    let held = fetch(visit, &signed_in).await?;
    let nowhere = || Problem::of(&problem::NOT_FOUND);
    let id = held.dossier.resolution.as_ref().and_then(|made| made.file.as_deref()).ok_or_else(nowhere)?;
    in_place(drafts::result(&visit.env, &held.agency.code, id).await?.ok_or_else(nowhere)?)
}

/// Pictures and PDF are shown in place; what browsers do not show is saved.
fn in_place(download: Download) -> Result<Response, Problem> {
    let shown = download.kind != FileKind::Heic;
    Ok(respond::file(download, shown)?)
}
