//! `POST /api/v1/dossiers/{code}/rating`: the owner says how it went.

use super::{code, files::seen, key, shape::instant};
use crate::{
    fault::Fault,
    following, limits,
    problem::{self, FieldFault, Problem},
    rating::{self, Outcome, Token},
    request::Visit,
    respond,
};
use app::page::rating::words;
use domain::{
    form::RawAnswers,
    rating::{Aspect, COMMENT, Moment, Rating, changeable_until},
};
use serde::{Deserialize, Serialize};
use worker::Response;

#[cfg(feature = "openapi")]
use utoipa::ToSchema;

/// A rating: levels are `dissatisfied`, `satisfied` and `very-satisfied`; what is not asked at the moment is dropped.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRating {
    /// The access key of the dossier.
    pub(crate) access_key: String,
    /// `after-sending`, or `after-result` once there is one.
    pub(crate) moment: String,
    /// All in all.
    pub(crate) overall: Option<String>,
    /// Whether filing was easy; after sending.
    pub(crate) ease: Option<String>,
    /// Whether doing it was convenient; after the result.
    pub(crate) convenience: Option<String>,
    /// Whether it was done in time; after the result.
    pub(crate) punctuality: Option<String>,
    /// How the officers behaved; after the result.
    pub(crate) attitude: Option<String>,
    /// What else is said, without names.
    pub(crate) comment: Option<String>,
}

/// A rating that counts.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct KeptRating {
    /// The moment it is about.
    pub(crate) moment: String,
    /// Until when another may take its place.
    pub(crate) changeable_until: String,
}

/// Keeps a rating, the first of its moment or in the place of it; sending the same again changes nothing.
pub(crate) async fn rate(mut visit: Visit) -> Result<Response, Problem> {
    let code = code(&visit)?;
    limits::say(&visit).await?;
    let body: NewRating = visit.json().await?;
    let key = key(&body.access_key)?;
    limits::look_up(&visit, &code).await?;
    let followed = seen(following::follow(&visit.env, &visit.content.catalogue, &code, &key).await?)?;
    let Some(moment) = Moment::NAMED.into_iter().find(|(name, _)| *name == body.moment).map(|(_, moment)| moment) else {
        let message = visit.manner.language.pick("Chọn after-sending hoặc after-result.", "Choose after-sending or after-result.");
        return Err(faulty(vec![FieldFault { path: "moment".to_owned(), message: message.to_owned() }]));
    };
    let rating = Rating::read(moment, &body.raw()).map_err(|faults| {
        let told = faults.iter().map(|fault| FieldFault { path: fault.path.clone(), message: words(fault) });
        faulty(told.collect())
    })?;
    let token = Token::read(&visit.content.catalogue, &followed.rating).ok_or(Fault::Shape("a rating token"))?;
    match rating::rate(&visit.env, &token, rating).await? {
        Outcome::Kept(first) => Ok(respond::ok(&KeptRating { moment: body.moment, changeable_until: instant(changeable_until(first)) })?),
        Outcome::Closed => Err(Problem::of(&problem::RATING_CLOSED)),
        Outcome::NoResultYet => Err(Problem::of(&problem::NO_RESULT_YET)),
        Outcome::NotFound => Err(Problem::of(&problem::NOT_FOUND)),
    }
}

fn faulty(faults: Vec<FieldFault>) -> Problem {
    Problem::of(&problem::FAULTY_FIELDS).faults(faults)
}

impl NewRating {
    fn raw(&self) -> RawAnswers {
        let levels = [
            (Aspect::Overall.key(), &self.overall),
            (Aspect::Ease.key(), &self.ease),
            (Aspect::Convenience.key(), &self.convenience),
            (Aspect::Punctuality.key(), &self.punctuality),
            (Aspect::Attitude.key(), &self.attitude),
            (COMMENT, &self.comment),
        ];
        levels.into_iter().filter_map(|(path, value)| value.as_deref().map(|value| (path, value))).collect()
    }
}
