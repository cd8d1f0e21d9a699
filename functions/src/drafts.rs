//! Drafts: answers and papers on their way to becoming a dossier. Values in, values out; nothing of HTTP here.

use crate::{
    call,
    fault::Fault,
    object::{
        FAILED,
        papers::{self, Call, Draft, KIND, MOST_FILES, NAME, NO_FILE, Part, Place, Reply, Wanted},
    },
    request::decoded,
    seal, secret,
};
use domain::{
    code::AgencyCode,
    form::{Form, RawAnswers},
    record::{FileKind, HeldFile},
};
use std::collections::BTreeMap;
use worker::{Env, Method, Request, RequestInit, ResponseBody, wasm_bindgen::JsValue};

/// What the result is called among the papers of its object.
pub(crate) const RESULT: &str = "ket-qua";

/// A draft somebody proved to own: the id was made here and the key is its key.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Ticket {
    id: String,
    key: String,
}

/// A file that is held, its bytes still to come.
#[derive(Debug)]
pub(crate) struct Download {
    /// What it is.
    pub(crate) kind: FileKind,
    /// What it is called.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) body: ResponseBody,
}

impl Ticket {
    /// Returns the id, which is also the name of the object.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Returns the key.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }
}

impl std::fmt::Debug for Ticket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ticket(…)")
    }
}

/// Begins a draft of a form with what was answered so far.
pub(crate) async fn begin(env: &Env, form: &Form, answers: &RawAnswers) -> Result<Ticket, Fault> {
    let id = fresh_id(env).await?;
    let key = seal::key(&seal::of(env).await?, &id);
    let call = Call::Begin { procedure: form.procedure.clone(), form_version: form.version, answers: answers.clone() };
    match papers::ask(env, &id, &call).await? {
        Reply::Done => Ok(Ticket { id, key }),
        _ => Err(Fault::Shape("a reply to Begin")),
    }
}

/// Makes a name for an object of papers.
pub(crate) async fn fresh_id(env: &Env) -> Result<String, Fault> {
    seal::id(&seal::of(env).await?)
}

/// Believes in a draft whose id was made here and whose key fits; no object is named.
pub(crate) async fn ticket(env: &Env, id: &str, key: &str) -> Result<Option<Ticket>, Fault> {
    let seal = seal::of(env).await?;
    let good = seal::made(&seal, id) && secret::same(seal::key(&seal, id).as_bytes(), key.as_bytes());
    Ok(good.then(|| Ticket { id: id.to_owned(), key: key.to_owned() }))
}

/// Returns what a draft holds; nothing when its 24 hours are over.
pub(crate) async fn look(env: &Env, ticket: &Ticket) -> Result<Option<Draft>, Fault> {
    draft(papers::ask(env, &ticket.id, &Call::Look).await?)
}

/// Puts answers in the place of others, and files where their papers are called by now ([`Form::papers_follow`]);
/// tells whether the draft is still one.
pub(crate) async fn rewrite(
    env: &Env,
    ticket: &Ticket,
    form: &Form,
    answers: &RawAnswers,
    moved: Vec<(String, Option<String>)>,
) -> Result<bool, Fault> {
    let moved = moved.into_iter().filter(|(from, to)| to.as_ref() != Some(from)).collect();
    let call = Call::Rewrite { form_version: form.version, answers: answers.clone(), moved };
    Ok(matches!(papers::ask(env, &ticket.id, &call).await?, Reply::Done))
}

fn draft(reply: Reply) -> Result<Option<Draft>, Fault> {
    match reply {
        Reply::Draft(draft) => Ok(Some(*draft)),
        Reply::NoDraft => Ok(None),
        _ => Err(Fault::Shape("a reply about a draft")),
    }
}

/// Tells whether a form takes so many files of a paper.
pub(crate) fn takes(form: &Form, paper: &str, number: u16) -> bool {
    form.paper(paper).is_some() && (1..=MOST_FILES).contains(&number)
}

/// Hands an upload on. `papers` is a ticket's id or what an agency answered; `body` a stream, bytes or a `File`; see [`takes`].
/// Answered by `Held`, `TooLarge`, `UnknownKind`, `Broken` or `NoDraft`.
pub(crate) async fn put(env: &Env, papers: &str, place: &Place, body: JsValue) -> Result<Reply, Fault> {
    hand_on(env, papers, &place.query(), body).await
}

/// Hands a part of an upload on. Answered by `Held`, `Arrived`, `TooLarge`, `TooMany`, `UnknownKind`, `Broken` or `NoDraft`.
pub(crate) async fn put_part(env: &Env, papers: &str, part: &Part, body: JsValue) -> Result<Reply, Fault> {
    hand_on(env, papers, &part.query(), body).await
}

/// Asks how far an upload has come. Answered by `Held`, `Arrived` or `NoDraft`.
pub(crate) async fn arrived(env: &Env, papers: &str, paper: &str, sha256: &str) -> Result<Reply, Fault> {
    papers::ask(env, papers, &Call::Arrived { paper: paper.to_owned(), sha256: sha256.to_owned() }).await
}

async fn hand_on(env: &Env, papers: &str, query: &str, body: JsValue) -> Result<Reply, Fault> {
    let mut init = RequestInit::new();
    init.with_method(Method::Put).with_body(Some(body));
    let request = Request::new_with_init(&format!("http://object/?{query}"), &init)?;
    let mut response = call::object(env, "PAPERS", papers)?.fetch_with_request(request).await?;
    if response.status_code() == FAILED {
        return Err(Fault::Logged(response.text().await?));
    }
    serde_json::from_str(&response.text().await?).map_err(|_| Fault::Shape("a reply"))
}

/// Takes a pending file away; tells whether it was there.
pub(crate) async fn remove(env: &Env, papers: &str, paper: &str, number: u16) -> Result<bool, Fault> {
    let call = Call::Drop { paper: paper.to_owned(), number };
    Ok(matches!(papers::ask(env, papers, &call).await?, Reply::Done))
}

/// Lets only these pending files of these papers stay, by their hashes and in this order; tells whether all of them were there.
/// Else nothing changes. What stays and what goes is decided and done in one moment.
pub(crate) async fn narrow(env: &Env, papers: &str, only: Vec<(String, Vec<String>)>) -> Result<bool, Fault> {
    Ok(matches!(papers::ask(env, papers, &Call::Narrow { papers: only }).await?, Reply::Done))
}

/// Returns the files that are part of no dossier and no answer yet.
pub(crate) async fn pending(env: &Env, papers: &str) -> Result<Vec<HeldFile>, Fault> {
    Ok(draft(papers::ask(env, papers, &Call::Look).await?)?.map(|draft| draft.files).unwrap_or_default())
}

/// Fetches a file; nothing when there is none.
pub(crate) async fn get(env: &Env, papers: &str, wanted: &Wanted) -> Result<Option<Download>, Fault> {
    let request = Request::new(&format!("http://object/?{}", wanted.query()), Method::Get)?;
    let mut response = call::object(env, "PAPERS", papers)?.fetch_with_request(request).await?;
    match response.status_code() {
        NO_FILE => return Ok(None),
        FAILED => return Err(Fault::Logged(response.text().await?)),
        _ => {}
    }
    let header = |name: &str| Ok::<_, Fault>(response.headers().get(name)?.unwrap_or_default());
    let kind = crate::object::kind_of(&header(KIND)?)?;
    let name = String::from_utf8(decoded(&header(NAME)?)).map_err(|_| Fault::Shape("a file's name"))?;
    Ok(Some(Download { kind, name, body: response.into_parts().1 }))
}

/// Fetches the file of a result by the id that a decision names, `H99.12-…`; an object is named only where we made its name.
pub(crate) async fn result(env: &Env, agency: &AgencyCode, id: &str) -> Result<Option<Download>, Fault> {
    let object = id.strip_prefix(agency.as_str()).and_then(|rest| rest.strip_prefix('-'));
    let Some(object) = object else { return Ok(None) };
    if !seal::made(&seal::of(env).await?, object) {
        return Ok(None);
    }
    get(env, object, &Wanted::Pending(RESULT.to_owned(), 1)).await
}

/// Counts the files of each paper.
pub(crate) fn counted<'a>(files: impl IntoIterator<Item = &'a HeldFile>) -> BTreeMap<String, u16> {
    let mut counts = BTreeMap::new();
    for file in files {
        let count: &mut u16 = counts.entry(file.paper.clone()).or_default();
        *count = count.saturating_add(1);
    }
    counts
}
