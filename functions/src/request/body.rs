//! The bytes of a request, counted while they come.

use crate::{
    fault::Fault,
    problem::{self, Problem},
};
use futures_util::StreamExt;
use worker::{ByteStream, Request};

/// How long a JSON text or a posted form may be: a form with every field at its longest stays below it.
pub(crate) const LONGEST_TEXT: usize = 256 * 1024;

/// A body that has not been read yet.
#[derive(Debug)]
pub(crate) struct Body {
    stream: Option<ByteStream>,
    said: Option<usize>,
}

impl Body {
    /// Takes the body out of a request.
    pub(crate) fn of(request: &mut Request) -> Result<Self, Problem> {
        let said = request.headers().get("content-length").map_err(Fault::from)?.and_then(|text| text.parse().ok());
        let stream = if request.inner().body().is_some() { Some(request.stream().map_err(Fault::from)?) } else { None };
        Ok(Self { stream, said })
    }

    /// Returns the next piece; a line that breaks is the caller's problem, not a fault of ours.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<u8>>, Problem> {
        let Some(stream) = &mut self.stream else { return Ok(None) };
        stream.next().await.transpose().map_err(|_| Problem::of(&problem::BODY_BROKEN))
    }

    /// Tells whether the length that was announced is within a limit.
    pub(crate) fn announced_within(&self, most: usize) -> Result<(), Problem> {
        if self.said.is_some_and(|said| said > most) { Err(Problem::of(&problem::TOO_LARGE)) } else { Ok(()) }
    }

    /// Reads it whole, up to so many bytes.
    pub(super) async fn whole(mut self, most: usize) -> Result<Vec<u8>, Problem> {
        self.announced_within(most)?;
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
