//! `GET /api/v1/forms/{procedure}`: a form as it is defined, with a complete valid request.

use super::{
    not_here,
    shape::{Office, ShownForm},
};
use crate::{fault::Fault, filing, problem::Problem, request::Visit, respond};
use serde_json::Value;
use worker::Response;

/// Shows a form.
pub(crate) fn show(visit: &Visit) -> Result<Response, Problem> {
    let catalogue = &visit.content.catalogue;
    let (guide, form) = filing::form_on(catalogue, visit.parameter(0), visit.day).map_err(not_here)?;
    let office = |agency: &domain::agency::Agency| Office { code: agency.code.to_string(), name: agency.name.vi.clone() };
    let mut definition = serde_json::to_value(form).map_err(|_| Fault::Shape("a form"))?;
    if let Value::Object(fields) = &mut definition {
        fields.remove("example");
    }
    Ok(respond::ok(&ShownForm {
        procedure: form.procedure.to_string(),
        version: form.version,
        agencies: catalogue.receivers(guide).map(office).collect(),
        example: serde_json::from_str(&form.example).map_err(|_| Fault::Shape("an example"))?,
        form: definition,
    })?)
}
