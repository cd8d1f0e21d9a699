//! Files that come in parts from the page's own script: where the line breaks, the next part goes on behind the last.
//!
//! `GET …/giay-to/{paper}/{sha256}` says in `Upload-Offset` how far a file has come and in `Upload-Complete` whether it is
//! whole; `PUT` sends the rest, with `Upload-Offset` and `Upload-Length` (IETF draft of resumable uploads).

use super::{super::the_form, super::ticket};
use crate::{
    api::shape::ShownFile,
    drafts,
    fault::Fault,
    limits,
    object::papers::{LONGEST_FILE, Part, Reply},
    problem::{self, Problem},
    request::{Visit, file_name},
    respond,
};
use domain::form::Form;
use worker::{Response, wasm_bindgen::JsValue};

/// Tells whether the last part of an address is the hash of a file rather than its number.
pub(super) fn names_upload(last: &str) -> bool {
    last.len() == 64 && last.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Says how far a file has come.
pub(super) async fn arrived(visit: &Visit) -> Result<Response, Problem> {
    let (_, form) = the_form(visit)?;
    let (papers, paper) = wanted(visit, form).await?;
    match drafts::arrived(&visit.env, &papers, &paper, visit.parameter(2)).await? {
        Reply::Held(file) => Ok(respond::uploaded(file.size, true)?),
        Reply::Arrived(offset) => Ok(respond::uploaded(offset, false)?),
        _ => Err(Problem::of(&problem::NO_DRAFT)),
    }
}

/// `PUT …/giay-to/{paper}/{sha256}`.
pub(crate) async fn put_part(visit: Visit) -> Result<Response, Problem> {
    let (_, form) = the_form(&visit)?;
    if !names_upload(visit.parameter(2)) {
        return Err(Problem::of(&problem::NOT_FOUND));
    }
    limits::upload(&visit).await?;
    let (papers, paper) = wanted(&visit, form).await?;
    let number = |name: &str| visit.header(name).and_then(|said| said.parse::<u64>().ok()).ok_or(Problem::of(&problem::NO_OFFSET));
    let (offset, length) = (number("upload-offset")?, number("upload-length")?);
    if length > LONGEST_FILE {
        return Err(Problem::of(&problem::TOO_LARGE));
    }
    let name = visit.header("content-disposition").and_then(|said| file_name(&said)).unwrap_or_default();
    let part = Part { paper, sha256: visit.parameter(2).to_owned(), offset, length, name };
    let body = visit.request.inner().body().map_or(JsValue::NULL, JsValue::from);
    match drafts::put_part(&visit.env, &papers, &part, body).await? {
        Reply::Held(file) => Ok(respond::created(&ShownFile::from(&file))?),
        Reply::Arrived(offset) => Ok(respond::uploaded(offset, false)?),
        Reply::TooLarge => Err(Problem::of(&problem::TOO_LARGE)),
        Reply::TooMany => Err(Problem::of(&problem::TOO_MANY_FILES)),
        Reply::UnknownKind => Err(Problem::of(&problem::UNSUPPORTED_FILE)),
        Reply::Broken => Err(Problem::of(&problem::BODY_BROKEN)),
        Reply::NoDraft => Err(Problem::of(&problem::NO_DRAFT)),
        _ => Err(Fault::Shape("a reply about a part").into()),
    }
}

/// The papers this browser fills in, and the paper of the form that is meant.
async fn wanted(visit: &Visit, form: &Form) -> Result<(String, String), Problem> {
    let paper = visit.parameter(1);
    form.paper(paper).ok_or(Problem::of(&problem::NOT_FOUND))?;
    let held = ticket::held(visit, form).await?.filter(|(_, draft)| draft.filed.is_none());
    let (ticket, draft) = held.ok_or(Problem::of(&problem::NO_DRAFT))?;
    let due = super::due(form, &draft, visit.day, paper).ok_or(Problem::of(&problem::NOT_FOUND))?;
    Ok((ticket.id().to_owned(), due.id))
}

#[cfg(test)]
mod tests {
    use super::names_upload;

    #[test]
    fn a_hash_is_told_from_a_number() {
        let hash = "0123456789abcdef".repeat(4);
        for (last, expected) in [(hash.as_str(), true), (&hash[1..], false), ("1", false), (&hash.to_uppercase(), false), ("", false)] {
            assert_eq!(names_upload(last), expected, "{last}");
        }
    }
}
