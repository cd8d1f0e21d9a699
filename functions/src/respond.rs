//! Answers as HTTP; the only place that names status codes.

use crate::{
    content::Fault,
    router::{Answer, Asked},
};
use worker::{Response, ResponseBuilder, Result};

/// Turns an answer into a response.
pub(crate) fn to(answer: Answer, asked: &Asked) -> Result<Response> {
    let builder = ResponseBuilder::new().with_header("cache-control", "no-cache")?;
    let body = |text: String| if asked.method == "HEAD" { String::new() } else { text };
    let page = |builder: ResponseBuilder, text| {
        builder.with_header("content-type", "text/html; charset=utf-8").map(|builder| builder.fixed(body(text).into_bytes()))
    };
    let plain = |builder: ResponseBuilder, text: &str| {
        builder.with_header("content-type", "text/plain; charset=utf-8").map(|builder| builder.fixed(body(text.to_owned()).into_bytes()))
    };
    match answer {
        Answer::Page(text) => page(builder, text),
        Answer::NotFound(text) => page(builder.with_status(404), text),
        Answer::Moved(path) => Ok(builder.with_status(308).with_header("location", &path)?.empty()),
        Answer::MethodNotAllowed(allowed) => {
            plain(builder.with_status(405).with_header("allow", allowed)?, "This address only answers GET and HEAD.\n")
        }
        Answer::Plain(text) => plain(builder, text),
        Answer::QueryTooLong => plain(builder.with_status(414), "The query is longer than 4096 characters.\n"),
    }
}

/// Says that the fault is ours, and logs it once.
pub(crate) fn to_fault(fault: Fault) -> Result<Response> {
    let code = match fault {
        Fault::NotBound => "content-not-bound",
        Fault::Unreadable => "content-unreadable",
    };
    worker::console_error!("{code}");
    let text = format!("Chúng tôi đang gặp trục trặc. Bạn thử lại sau ít phút. Mã {code}.\n");
    Ok(ResponseBuilder::new().with_status(503).with_header("content-type", "text/plain; charset=utf-8")?.fixed(text.into_bytes()))
}
