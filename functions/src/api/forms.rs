//! `GET /api/v1/forms/{procedure}`: a form as it is defined, with a complete valid request.

use super::not_here;
use crate::{fault::Fault, filing, problem::Problem, request::Visit, respond};
use serde::Serialize;
use serde_json::Value;
use worker::Response;

#[derive(Serialize)]
struct Office<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Shown<'a> {
    procedure: &'a str,
    version: u32,
    agencies: Vec<Office<'a>>,
    example: Value,
    form: Value,
}

/// Shows a form.
pub(crate) fn show(visit: &Visit) -> Result<Response, Problem> {
    let catalogue = &visit.content.catalogue;
    let (guide, form) = filing::form_on(catalogue, visit.parameter(0), visit.day).map_err(not_here)?;
    let agencies = catalogue.receivers(guide).map(|agency| Office { code: agency.code.as_str(), name: &agency.name.vi }).collect();
    let example = serde_json::from_str(&form.example).map_err(|_| Fault::Shape("an example"))?;
    let mut definition = serde_json::to_value(form).map_err(|_| Fault::Shape("a form"))?;
    if let Value::Object(fields) = &mut definition {
        fields.remove("example");
    }
    Ok(respond::ok(&Shown { procedure: form.procedure.as_str(), version: form.version, agencies, example, form: definition })?)
}
