//! Answers as HTTP; beside `problem` the only place that names status codes.

use crate::{drafts::Download, request::disposition};
use serde::Serialize;
use worker::{Response, ResponseBuilder, Result};

/// Begins an answer; nothing the Worker says is kept by anybody, pages that only depend on their query aside.
pub(crate) fn builder(status: u16) -> Result<ResponseBuilder> {
    ResponseBuilder::new().with_status(status).with_header("cache-control", "no-store")
}

/// Ends an answer with a page.
pub(crate) fn page(builder: ResponseBuilder, text: String) -> Result<Response> {
    Ok(builder.with_header("content-type", "text/html; charset=utf-8")?.fixed(text.into_bytes()))
}

/// Ends an answer with a short text.
pub(crate) fn plain(builder: ResponseBuilder, text: &str) -> Result<Response> {
    Ok(builder.with_header("content-type", "text/plain; charset=utf-8")?.fixed(text.as_bytes().to_vec()))
}

/// Ends an answer with JSON.
pub(crate) fn json(builder: ResponseBuilder, media: &str, value: &impl Serialize) -> Result<Response> {
    let bytes = serde_json::to_vec(value).map_err(|error| worker::Error::RustError(error.to_string()))?;
    Ok(builder.with_header("content-type", media)?.fixed(bytes))
}

/// 200 with JSON.
pub(crate) fn ok(value: &impl Serialize) -> Result<Response> {
    json(builder(200)?, "application/json", value)
}

/// 201 with JSON.
pub(crate) fn created(value: &impl Serialize) -> Result<Response> {
    json(builder(201)?, "application/json", value)
}

/// 204.
pub(crate) fn done() -> Result<Response> {
    Ok(builder(204)?.empty())
}

/// 204: so many bytes of an upload have come, and whether that is all of it.
pub(crate) fn uploaded(offset: u64, complete: bool) -> Result<Response> {
    let complete = if complete { "?1" } else { "?0" };
    Ok(builder(204)?.with_header("upload-offset", &offset.to_string())?.with_header("upload-complete", complete)?.empty())
}

/// 200 with a page that is nobody else's.
pub(crate) fn shown(text: String) -> Result<Response> {
    page(builder(200)?, text)
}

/// 422 with the page filled in and its faults named.
pub(crate) fn given_back(text: String) -> Result<Response> {
    page(builder(422)?, text)
}

/// 200 with a file somebody sent. It is saved and not opened, unless the desk shows it in a frame of its own (`inline`):
/// either way no script in it runs and nothing is guessed about it.
pub(crate) fn file(download: Download, inline: bool) -> Result<Response> {
    let kind = if inline { "inline" } else { "attachment" };
    Ok(builder(200)?
        .with_header("content-type", download.kind.media_type())?
        .with_header("content-disposition", &disposition(kind, &download.name))?
        .with_header("x-content-type-options", "nosniff")?
        .with_header("content-security-policy", FILE_POLICY)?
        .with_header("x-frame-options", "SAMEORIGIN")?
        .body(download.body))
}

/// 200 with dates for a calendar (RFC 5545), named after what they are of.
pub(crate) fn calendar(file: &str, of: &str) -> Result<Response> {
    Ok(builder(200)?
        .with_header("content-type", "text/calendar; charset=utf-8")?
        .with_header("content-disposition", &disposition("attachment", &format!("{of}.ics")))?
        .fixed(file.as_bytes().to_vec()))
}

/// What a file may do in a browser: nothing; our own pages may frame it.
const FILE_POLICY: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'";

/// 410 with the page that says it is over.
pub(crate) fn over(text: String) -> Result<Response> {
    page(builder(410)?, text)
}

/// 200 with a page that is the same for everybody for a minute.
pub(crate) fn public(text: String) -> Result<Response> {
    page(builder(200)?.with_header("cache-control", "public, max-age=60")?, text)
}

/// 303: the thing is done, and shown at another address.
pub(crate) fn see(path: &str) -> Result<Response> {
    Ok(builder(303)?.with_header("location", path)?.empty())
}

/// 405 with the methods that are taken.
pub(crate) fn not_allowed(allowed: &str) -> Result<Response> {
    plain(builder(405)?.with_header("allow", allowed)?, &format!("This address only answers {}.\n", allowed.replace(", ", " and ")))
}

/// How far a cookie travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SameSite {
    /// Not even along a link from elsewhere.
    Strict,
    /// Along links, as when somebody comes back from a mail.
    Lax,
}

/// Adds a cookie that no script reads and no other host sets; it lasts so many `seconds`, or as long as the browser; zero takes it back.
/// Its name begins with `__Host-`, which a browser takes only so (RFC 6265bis §4.1.3.2).
pub(crate) fn with_cookie(response: Response, name: &str, value: &str, seconds: Option<u32>, same_site: SameSite) -> Result<Response> {
    let same_site = match same_site {
        SameSite::Strict => "Strict",
        SameSite::Lax => "Lax",
    };
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let cookie = format!("{name}={value}; Path=/{age}; Secure; HttpOnly; SameSite={same_site}");
    response.headers().append("set-cookie", &cookie)?;
    Ok(response)
}
