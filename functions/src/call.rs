//! How the Worker talks to an object: a typed call, a typed reply, JSON between them.

use crate::{fault::Fault, object::FAILED};
use serde::{Serialize, de::DeserializeOwned};
use worker::{Env, Headers, Method, Request, RequestInit, Stub};

/// Returns the object of a name. Check the name first: asking makes the object.
pub(crate) fn object(env: &Env, binding: &'static str, name: &str) -> Result<Stub, Fault> {
    Ok(env.durable_object(binding)?.get_by_name(name)?)
}

/// Sends a call to an object and waits for its reply.
pub(crate) async fn send<C: Serialize, R: DeserializeOwned>(env: &Env, binding: &'static str, name: &str, call: &C) -> Result<R, Fault> {
    let body = serde_json::to_string(call).map_err(|_| Fault::Shape("a call"))?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(Headers::new()).with_body(Some(body.into()));
    // The host is never looked up; an address must have one.
    let request = Request::new_with_init("http://object/", &init)?;
    let mut response = object(env, binding, name)?.fetch_with_request(request).await?;
    if response.status_code() == FAILED {
        return Err(Fault::Logged(response.text().await?));
    }
    serde_json::from_str(&response.text().await?).map_err(|_| Fault::Shape("a reply"))
}
