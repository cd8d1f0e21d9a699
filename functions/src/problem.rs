//! What is wrong with a request, or with us: one stable code each, as `application/problem+json` (RFC 9457) or as a page.

mod kinds;

pub(crate) use kinds::*;

use crate::{fault::Fault, request::Manner, respond};
use app::{
    component::Press,
    page::problem::{Said, printed},
};
use domain::language::Language;
use serde::Serialize;
use worker::Response;

/// A kind of problem; its code never changes its meaning.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The stable code.
    pub(crate) code: &'static str,
    /// What is wrong, in one sentence.
    pub(crate) vietnamese: &'static str,
    /// The same in English.
    pub(crate) english: &'static str,
}

/// A field with a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub(crate) struct FieldFault {
    /// Where, such as `answers.ngay-sinh`.
    pub(crate) path: String,
    /// How to mend it.
    pub(crate) message: String,
}

/// A problem with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    kind: &'static Kind,
    detail: Option<String>,
    faults: Vec<FieldFault>,
    /// Under which code the log has it, where it is ours.
    logged: Option<String>,
    retry_after: Option<u32>,
}

impl Problem {
    /// Makes a problem of a kind.
    pub(crate) const fn of(kind: &'static Kind) -> Self {
        Self { kind, detail: None, faults: Vec::new(), logged: None, retry_after: None }
    }

    /// Adds what this one is about; never what a person typed.
    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds the fields with faults.
    pub(crate) fn faults(mut self, faults: Vec<FieldFault>) -> Self {
        self.faults = faults;
        self
    }

    /// Says after how many seconds it is worth another try.
    pub(crate) const fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Returns the stable code.
    #[cfg(test)]
    pub(crate) const fn code(&self) -> &'static str {
        self.kind.code
    }

    /// Writes the answer.
    pub(crate) fn response(self, manner: Manner, press: Option<Press<'_>>) -> worker::Result<Response> {
        let said = manner.language.pick(self.kind.vietnamese, self.kind.english);
        let builder = respond::builder(self.kind.status)?;
        let builder = match self.retry_after {
            Some(seconds) => builder.with_header("retry-after", &seconds.to_string())?,
            None => builder,
        };
        let builder = if self.kind == &UNAUTHENTICATED { builder.with_header("www-authenticate", "Cookie")? } else { builder };
        match press.filter(|_| manner.html) {
            Some(press) => {
                let messages = self.faults.into_iter().map(|fault| fault.message).collect();
                respond::page(builder, printed(press, Said { title: said.to_owned(), detail: self.detail, messages, code: self.logged }))
            }
            None if manner.html => respond::plain(builder, &kind_words(said, self.logged.as_deref(), manner.language)),
            None => {
                let body = Body {
                    // The codes are the types; nothing stands at an address of theirs.
                    r#type: "about:blank",
                    title: said,
                    status: self.kind.status,
                    code: self.kind.code,
                    detail: self.detail.as_deref(),
                    faults: &self.faults,
                    logged: self.logged.as_deref(),
                };
                respond::json(builder, "application/problem+json", &body)
            }
        }
    }
}

/// The words of a failure where not even the content can be read.
fn kind_words(said: &str, logged: Option<&str>, language: Language) -> String {
    let code = logged.map(|code| format!(" {} {code}.", language.pick("Mã", "Code"))).unwrap_or_default();
    format!("{said}{code}\n")
}

/// A problem as programs read it.
#[derive(Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Problem))]
pub(crate) struct Body<'a> {
    r#type: &'static str,
    title: &'a str,
    status: u16,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    faults: &'a [FieldFault],
    #[serde(skip_serializing_if = "Option::is_none")]
    logged: Option<&'a str>,
}

impl From<Fault> for Problem {
    /// Logs the fault; the caller sees the code of the log and nothing else.
    fn from(fault: Fault) -> Self {
        Self { logged: Some(fault.logged()), ..Self::of(&OURS) }
    }
}

impl From<worker::Error> for Problem {
    fn from(error: worker::Error) -> Self {
        Fault::from(error).into()
    }
}

#[cfg(test)]
mod tests;
