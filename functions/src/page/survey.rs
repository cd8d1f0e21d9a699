//! Answering a survey on its page, and what was answered so far.
//!
//! The page is printed ahead of time, the same for everybody, so it carries no key. The Worker gives the browser one with its
//! first answer: who comes back changes what they said, and counts once.

use super::TRAP;
use crate::{
    limits,
    problem::{self, Problem},
    request::{Visit, pairs},
    respond::{self, SameSite},
    secret,
    surveys::{self, Outcome, Voice},
};
use app::{
    component::{Press, question::Filled},
    page::survey::{printed, results as results_page, thanks},
    route::Route,
};
use domain::{form::RawAnswers, language::Language::Vietnamese, survey::Survey};
use worker::Response;

/// What an address carries after something was sent: the thanks are shown then.
const SENT: &str = "cam-on";
/// As long as browsers keep a cookie at most (RFC 6265bis §5.5), in seconds.
const LONGEST: u32 = 400 * 24 * 60 * 60;
/// How many symbols the key of a browser has.
const SYMBOLS: usize = 32;

/// `POST /khao-sat/{slug}/`.
pub(crate) async fn answer(mut visit: Visit) -> Result<Response, Problem> {
    let survey = the_survey(&visit)?;
    let press = press(&visit);
    if !survey.is_open_on(visit.day) {
        return Ok(respond::over(printed(press, survey, Filled::unjudged(&RawAnswers::default())))?);
    }
    limits::say(&visit).await?;
    let fields = visit.fields().await?;
    let trapped = fields.0.iter().any(|(name, value)| name == TRAP && !value.is_empty());
    let typed = fields.0.into_iter().filter(|(name, _)| !name.starts_with('_') && name != TRAP);
    let raw: RawAnswers = typed.collect();
    if trapped {
        // A person sees the page once more and sends it again; a program goes away.
        return Ok(respond::given_back(printed(press, survey, Filled::unjudged(&raw)))?);
    }
    let name = cookie_name(survey);
    let held = visit.cookie(&name).filter(|key| key.len() == SYMBOLS && key.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let key = held.map_or_else(secret::token, Ok)?;
    let voice = Voice { key: &key, may_change: true };
    let response = match surveys::answer(&visit.env, &visit.content.catalogue, survey, (&raw, visit.day), voice).await? {
        Outcome::Counted { .. } => {
            let there = Route::SurveyResults(survey.slug.clone()).path(Vietnamese);
            respond::see(&format!("{there}?{SENT}"))?
        }
        Outcome::Faulty(verdict) => {
            let filled = Filled { faults: &verdict.faults, doubts: &verdict.doubts, ..Filled::unjudged(&raw) };
            respond::given_back(printed(press, survey, filled))?
        }
        Outcome::Closed => return Err(Problem::of(&problem::SURVEY_CLOSED)),
        Outcome::KeyReused => return Err(Problem::of(&problem::KEY_REUSED)),
    };
    // On a page given back too, so that sending it twice in a hurry counts once.
    Ok(respond::with_cookie(response, &name, &key, Some(LONGEST), SameSite::Lax)?)
}

/// `GET /khao-sat/{slug}/ket-qua/`.
pub(crate) async fn results(visit: Visit) -> Result<Response, Problem> {
    let survey = the_survey(&visit)?;
    let results = surveys::results(&visit.env, survey).await?;
    let sent = pairs(&visit.query).iter().any(|(name, _)| name == SENT);
    let print = if sent { thanks } else { results_page };
    Ok(respond::shown(print(press(&visit), survey, results.answers, &results.chosen))?)
}

/// Finds the survey of an address; only then may its object be named.
fn the_survey(visit: &Visit) -> Result<&'static Survey, Problem> {
    visit.content.catalogue.survey(visit.parameter(0)).ok_or(Problem::of(&problem::NOT_FOUND))
}

fn cookie_name(survey: &Survey) -> String {
    format!("__Host-khao-sat-{}", survey.slug)
}

/// Surveys are in Vietnamese.
fn press(visit: &Visit) -> Press<'static> {
    Press { language: Vietnamese, ..visit.press() }
}
