//! Rating a dossier by the token on its receipt: asked, given back, thanked for.

use crate::{
    limits,
    object::agency::Rated,
    problem::{self, Problem},
    rating::{self, Outcome, Token, last_day},
    request::{Visit, decoded, pairs},
    respond,
};
use app::{
    component::Press,
    page::rating::{Question, asked, closed, thanks},
    route::Route,
};
use domain::{
    form::{Fault, RawAnswers},
    language::Language::Vietnamese,
    rating::{Rating, changeable_until},
};
use worker::Response;

/// What an address carries after something was sent: the thanks are shown then.
const SENT: &str = "cam-on";

/// `GET /danh-gia/{token}`.
pub(crate) async fn show(visit: Visit) -> Result<Response, Problem> {
    let token = token(&visit)?;
    let rated = found(&visit, &token).await?;
    let press = press(&visit);
    let sent = pairs(&visit.query).iter().any(|(name, _)| name == SENT);
    Ok(respond::shown(match &rated.given {
        Some((first, _)) if sent => thanks(press, token.as_str(), last_day(*first)),
        Some((first, _)) if visit.now >= changeable_until(*first) => closed(press, token.as_str()),
        Some((_, rating)) => questions(&visit, &token, &rated, (&rating.to_raw(), &[])),
        None => questions(&visit, &token, &rated, (&RawAnswers::default(), &[])),
    })?)
}

/// `POST /danh-gia/{token}`: about the moment the dossier is at.
pub(crate) async fn rate(mut visit: Visit) -> Result<Response, Problem> {
    let token = token(&visit)?;
    limits::say(&visit).await?;
    let raw: RawAnswers = visit.fields().await?.0.into_iter().collect();
    let rated = found(&visit, &token).await?;
    let rating = match Rating::read(rated.moment, &raw) {
        Ok(rating) => rating,
        Err(faults) => return Ok(respond::given_back(questions(&visit, &token, &rated, (&raw, &faults)))?),
    };
    match rating::rate(&visit.env, &token, rating).await? {
        Outcome::Kept(_) => {
            let there = Route::Rating(token.as_str().to_owned()).path(Vietnamese);
            Ok(respond::see(&format!("{there}?{SENT}"))?)
        }
        Outcome::Closed => Ok(respond::over(closed(press(&visit), token.as_str()))?),
        Outcome::NoResultYet => Err(Problem::of(&problem::NO_RESULT_YET)),
        Outcome::NotFound => Err(Problem::of(&problem::NOT_FOUND)),
    }
}

/// Reads the token in an address; only one of an agency there is leads on.
fn token(visit: &Visit) -> Result<Token, Problem> {
    let text = String::from_utf8(decoded(visit.parameter(0))).ok();
    text.and_then(|text| Token::read(&visit.content.catalogue, &text)).ok_or(Problem::of(&problem::NOT_FOUND))
}

async fn found(visit: &Visit, token: &Token) -> Result<Rated, Problem> {
    rating::of(&visit.env, token).await?.ok_or(Problem::of(&problem::NOT_FOUND))
}

fn questions(visit: &Visit, token: &Token, rated: &Rated, (answers, faults): (&RawAnswers, &[Fault])) -> String {
    let press = press(visit);
    let slug = rated.procedure.as_str();
    let title = press.catalogue.procedure(slug).map_or(slug, |guide| guide.title.vi.as_str());
    let until = rated.given.as_ref().map(|(first, _)| last_day(*first));
    asked(press, Question { token: token.as_str(), moment: rated.moment, title, answers, faults, until })
}

/// What belongs to a dossier is in the language of the office.
fn press(visit: &Visit) -> Press<'static> {
    Press { language: Vietnamese, ..visit.press() }
}
