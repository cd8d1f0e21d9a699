//! The description of `/api/v1` (`OpenAPI` 3.1): its shapes are the types the Worker reads and writes.
//!
//! Native only; the Worker never holds it. `cargo xtask build` puts it beside the site.

mod calls;

use crate::{
    api::{rating, search, shape, statistics, surveys, view},
    problem,
};
use calls::{CALLS, Call, Input};
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(components(schemas(
    shape::NewDossier,
    shape::FiledDossier,
    shape::NewDraft,
    shape::BegunDraft,
    shape::ShownDraft,
    shape::ShownFile,
    shape::ShownForm,
    shape::ShownState,
    shape::KeyOnly,
    shape::NewSupplement,
    shape::NewWithdrawal,
    shape::NewMessage,
    shape::Moved,
    view::ShownDossier,
    rating::NewRating,
    rating::KeptRating,
    surveys::NewSurveyAnswers,
    surveys::CountedAnswers,
    statistics::ShownStatistics,
    search::ShownAnswer,
    problem::Body<'static>,
)))]
struct Shapes;

/// Returns the description as JSON.
pub fn description() -> String {
    let shapes = serde_json::to_value(Shapes::openapi()).unwrap_or_default();
    let mut paths = Map::new();
    for call in CALLS {
        let path = paths.entry(call.path).or_insert_with(|| json!({}));
        if let Value::Object(methods) = path {
            methods.insert(call.method.to_owned(), operation(call));
        }
    }
    let whole = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Cổng dịch vụ công",
            "version": "1",
            "description": "Nộp hồ sơ, theo dõi, bổ sung, rút hồ sơ. Errors are application/problem+json with a stable code.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": shapes.pointer("/components/schemas") },
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn operation(call: &Call) -> Value {
    let parts = call.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let mut parameters: Vec<Value> = parts.map(in_path).collect();
    parameters.extend(call.headers.iter().map(|name| in_header(name)));
    if call.id == "search" {
        parameters.push(json!({ "name": "q", "in": "query", "required": false, "schema": { "type": "string", "maxLength": 200 } }));
    }
    let mut responses = Map::new();
    let success = match call.output {
        "" => json!({ "description": "Done." }),
        "file" => {
            json!({ "description": "The bytes of the file.", "content": { "application/octet-stream": {}, "application/pdf": {}, "image/jpeg": {}, "image/png": {}, "image/heic": {} } })
        }
        shape => json!({ "description": "Done.", "content": { "application/json": { "schema": reference(shape) } } }),
    };
    responses.insert(call.status.to_string(), success);
    let slow: &[u16] = if matches!(call.input, Input::Json(_)) { &[405, 408] } else { &[405] };
    for status in call.problems.iter().chain(slow) {
        let problem = json!({ "description": "A problem.", "content": { "application/problem+json": { "schema": reference("Problem") } } });
        responses.insert(status.to_string(), problem);
    }
    let mut operation = json!({ "operationId": call.id, "summary": call.summary, "parameters": parameters, "responses": responses });
    let body = match call.input {
        Input::Nothing => None,
        Input::Json(shape) => Some(json!({ "required": true, "content": { "application/json": { "schema": reference(shape) } } })),
        Input::File => Some(
            json!({ "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary", "maxLength": 10_485_760 } } } }),
        ),
    };
    if let (Some(body), Value::Object(fields)) = (body, &mut operation) {
        fields.insert("requestBody".to_owned(), body);
    }
    operation
}

fn reference(shape: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{shape}") })
}

fn in_path(name: &str) -> Value {
    let schema = if name == "n" { json!({ "type": "integer", "minimum": 1, "maximum": 20 }) } else { json!({ "type": "string" }) };
    json!({ "name": name, "in": "path", "required": true, "schema": schema })
}

fn in_header(name: &str) -> Value {
    let schema = match name {
        "Idempotency-Key" => json!({ "type": "string", "minLength": 22, "maxLength": 128 }),
        _ => json!({ "type": "string" }),
    };
    json!({ "name": name, "in": "header", "required": name == "Idempotency-Key", "schema": schema })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_leads_somewhere() {
        let text = description();
        let whole: Value = serde_json::from_str(&text).unwrap();
        let references = text.split("\"#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next());
        for shape in references {
            assert!(whole.pointer(&format!("/components/schemas/{shape}")).is_some(), "{shape}");
        }
    }

    #[test]
    fn what_is_described_is_routed_and_the_other_way_round() {
        let described: std::collections::BTreeSet<_> = CALLS
            .iter()
            .map(|call| {
                let parts = call.path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
                format!("{} {}", call.method.to_uppercase(), parts.collect::<Vec<_>>().join("/"))
            })
            .collect();
        let routed = crate::router::routes().filter(|(_, path)| path.starts_with("/api/v1/") && !path.starts_with("/api/v1/desk/"));
        assert_eq!(routed.map(|(method, path)| format!("{method} {path}")).collect::<std::collections::BTreeSet<_>>(), described);
    }
}
