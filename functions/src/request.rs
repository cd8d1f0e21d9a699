//! Reading requests: where one came from, what it wants back, and its body within limits.

mod accept;
mod address;
mod body;
mod disposition;
mod encoded;
mod idempotency;
mod json;
mod multipart;

pub(crate) use address::Address;
pub(crate) use body::{Body, LONGEST_TEXT, forget_rest};
pub(crate) use disposition::{disposition, file_name};
pub(crate) use encoded::{Fields, decoded, pairs};
pub(crate) use idempotency::IdempotencyKey;
pub(crate) use multipart::{Sent, SentFile};

use crate::{
    content::Content,
    patience::{TEXT, within},
    problem::{self, Problem},
};
use app::component::Press;
use domain::{date::Date, language::Language, timestamp::Timestamp};
use serde::de::DeserializeOwned;
use worker::{Env, Request};

/// Which side of the house a request knocks at, and in which language it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Manner {
    /// Whether a person reads the answer in a browser; else a program does.
    pub(crate) html: bool,
    /// The language of its words.
    pub(crate) language: Language,
}

/// A request with everything its answer may depend on.
#[derive(Debug)]
pub(crate) struct Visit {
    /// The request itself.
    pub(crate) request: Request,
    /// The bindings.
    pub(crate) env: Env,
    /// What is published.
    pub(crate) content: &'static Content,
    /// The instant it came.
    pub(crate) now: Timestamp,
    /// The day the site is shown for.
    pub(crate) day: Date,
    /// How it is answered.
    pub(crate) manner: Manner,
    /// The parts of the path that the route leaves open, in their order.
    pub(crate) parameters: Vec<String>,
    /// The query without its question mark.
    pub(crate) query: String,
}

/// Returns where a request came from, for limits; never for anything that is kept.
pub(crate) fn address_of(request: &Request) -> Address {
    let header = |name: &str| request.headers().get(name).ok().flatten();
    Address::of(header("x-client-address").or_else(|| header("cf-connecting-ip")).as_deref())
}

impl Visit {
    /// Returns an open part of the path.
    pub(crate) fn parameter(&self, at: usize) -> &str {
        self.parameters.get(at).map_or("", String::as_str)
    }

    /// Returns what views are printed from.
    pub(crate) const fn press(&self) -> Press<'static> {
        Press { catalogue: &self.content.catalogue, language: self.manner.language, as_of: self.day, assets: &self.content.assets }
    }

    /// Returns a header.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).ok().flatten()
    }

    /// Returns the value of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        accept::cookie(&self.header("cookie")?, name)
    }

    /// Returns where it came from, for limits; never for anything that is kept.
    pub(crate) fn address(&self) -> Address {
        address_of(&self.request)
    }

    /// Returns the key that makes a repeated request do nothing twice.
    pub(crate) fn idempotency_key(&self) -> Result<IdempotencyKey, Problem> {
        self.header("idempotency-key").unwrap_or_default().parse().map_err(|()| Problem::of(&problem::IDEMPOTENCY_KEY))
    }

    /// Reads the body as it is, up to so many bytes.
    pub(crate) async fn bytes(&mut self, most: usize) -> Result<Vec<u8>, Problem> {
        within(TEXT, Body::of(&mut self.request, most)?.whole(most)).await.unwrap_or(Err(Problem::of(&problem::TOO_SLOW)))
    }

    /// Reads a JSON body as text: within the limits, NFC, without NUL, at most 16 levels deep.
    pub(crate) async fn json_text(&mut self) -> Result<String, Problem> {
        self.must_be("application/json")?;
        json::tidied(&self.text().await?)
    }

    /// Reads a JSON body.
    pub(crate) async fn json<T: DeserializeOwned>(&mut self) -> Result<T, Problem> {
        json::read(&self.json_text().await?)
    }

    /// Reads the fields of a posted form: within the limits, NFC, without NUL, lines ended by `\n`.
    pub(crate) async fn fields(&mut self) -> Result<Fields, Problem> {
        self.must_be("application/x-www-form-urlencoded")?;
        Fields::read(&self.text().await?)
    }

    async fn text(&mut self) -> Result<String, Problem> {
        let bytes = self.bytes(LONGEST_TEXT).await?;
        String::from_utf8(bytes).map_err(|_| Problem::of(&problem::NOT_UTF_8))
    }

    /// Checks the type of the body.
    pub(crate) fn must_be(&self, media: &str) -> Result<(), Problem> {
        let said = self.header("content-type").unwrap_or_default();
        if accept::is(&said, media) {
            Ok(())
        } else {
            Err(Problem::of(&problem::UNSUPPORTED_TYPE).detail(format!("Content-Type: {media}")))
        }
    }
}

/// Tells how a request is answered: a program by JSON, a browser by pages.
pub(crate) fn manner(path: &str, accept: Option<&str>) -> Manner {
    let api = path.starts_with("/api/");
    let html = accept::wants_html(accept.unwrap_or_default(), !api);
    let language = if path.starts_with("/en/") { Language::English } else { Language::Vietnamese };
    Manner { html, language }
}
