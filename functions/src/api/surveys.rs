//! `POST /api/v1/surveys/{slug}`: answers, without a name.

use super::shape;
use crate::{
    limits,
    problem::{self, FieldFault, Problem},
    request::Visit,
    respond,
    surveys::{self, Outcome, Voice},
};
use app::text::fault::fault_text;
use domain::form::RawValue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use worker::Response;

#[cfg(feature = "openapi")]
use utoipa::ToSchema;

/// Answers to a survey.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSurveyAnswers {
    /// Answers by question; `khong-y-kien` where the question takes no opinion.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::HashMap<String, serde_json::Value>))]
    pub(crate) answers: BTreeMap<String, RawValue>,
}

/// Answers that count.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct CountedAnswers {
    /// Whether an earlier request with the same key had counted them.
    pub(crate) replayed: bool,
}

/// Counts answers once for each `Idempotency-Key`.
pub(crate) async fn answer(mut visit: Visit) -> Result<Response, Problem> {
    let key = visit.idempotency_key()?;
    let survey = visit.content.catalogue.survey(visit.parameter(0)).ok_or(Problem::of(&problem::NOT_FOUND))?;
    if !survey.is_open_on(visit.day) {
        return Err(Problem::of(&problem::SURVEY_CLOSED));
    }
    limits::say(&visit).await?;
    let body: NewSurveyAnswers = visit.json().await?;
    let raw = shape::answers(body.answers);
    let voice = Voice { key: key.as_str(), may_change: false };
    match surveys::answer(&visit.env, &visit.content.catalogue, survey, (&raw, visit.day), voice).await? {
        Outcome::Counted { again } => Ok(respond::created(&CountedAnswers { replayed: again })?),
        Outcome::Faulty(verdict) => {
            let told = verdict.faults.iter().map(|fault| FieldFault {
                path: format!("answers.{}", fault.path),
                message: fault_text(&survey.form, fault, visit.manner.language),
            });
            Err(Problem::of(&problem::FAULTY_FIELDS).faults(told.collect()))
        }
        Outcome::Closed => Err(Problem::of(&problem::SURVEY_CLOSED)),
        Outcome::KeyReused => Err(Problem::of(&problem::KEY_REUSED)),
    }
}
