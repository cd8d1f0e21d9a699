//! The bytes of a request, counted while they come.

use crate::{
    fault::Fault,
    patience::{UNWANTED, within},
    problem::{self, Problem},
};
use futures_util::StreamExt;
use worker::{ByteStream, Request, web_sys};

/// How long a JSON text or a posted form may be: a form with every field at its longest stays below it.
pub(crate) const LONGEST_TEXT: usize = 256 * 1024;

/// How much of a body nobody wants is read all the same.
const LONGEST_UNWANTED: usize = 64 * 1024 * 1024;

/// Reads and forgets what is left of a refused request. A line that is closed while its other end still sends breaks there,
/// and the refusal is never read; so what is sent is taken, within reason.
pub(crate) async fn forget_rest(request: web_sys::Request) {
    if request.body_used() || request.body().is_none_or(|body| body.locked()) {
        return;
    }
    let Ok(mut stream) = Request::from(request).stream() else { return };
    let read = async {
        let mut taken = 0;
        while let Some(Ok(piece)) = stream.next().await {
            taken += piece.len();
            if taken > LONGEST_UNWANTED {
                return;
            }
        }
    };
    within(UNWANTED, read).await.unwrap_or_default();
}

/// A body that has not been read yet.
#[derive(Debug)]
pub(crate) struct Body {
    stream: Option<ByteStream>,
    said: Option<usize>,
}

impl Body {
    /// Takes the body out of a request, unless more is announced than is wanted.
    pub(crate) fn of(request: &mut Request, most: usize) -> Result<Self, Problem> {
        let said = request.headers().get("content-length").map_err(Fault::from)?.and_then(|text| text.parse().ok());
        if said.is_some_and(|said: usize| said > most) {
            return Err(Problem::of(&problem::TOO_LARGE));
        }
        let stream = if request.inner().body().is_some() { Some(request.stream().map_err(Fault::from)?) } else { None };
        Ok(Self { stream, said })
    }

    /// Returns the next piece; a line that breaks is the caller's problem, not a fault of ours.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<u8>>, Problem> {
        let Some(stream) = &mut self.stream else { return Ok(None) };
        stream.next().await.transpose().map_err(|_| Problem::of(&problem::BODY_BROKEN))
    }

    /// Reads it whole, up to so many bytes.
    pub(super) async fn whole(mut self, most: usize) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::with_capacity(self.said.unwrap_or(0));
        while let Some(piece) = self.next().await? {
            if bytes.len() + piece.len() > most {
                return Err(Problem::of(&problem::TOO_LARGE));
            }
            bytes.extend(piece);
        }
        Ok(bytes)
    }
}
