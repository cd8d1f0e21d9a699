//! Ratings: one for each moment, found by a token that opens nothing else, and never shown beside a name.

use super::{Agency, Reply, publish};
use crate::{clock, fault::Fault, object::agency::key, object::sql::Sql};
use domain::{
    dossier::Status,
    rating::{Moment, Rating, changeable_until},
    slug::Slug,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// What may be rated by a token now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rated {
    /// The moment that is asked about.
    pub(crate) moment: Moment,
    /// The guide the dossier was filed under.
    pub(crate) procedure: Slug,
    /// What was said about this moment, and when first.
    pub(crate) given: Option<(Timestamp, Rating)>,
}

/// The dossier of a token.
struct Of {
    code: String,
    procedure: String,
    moment: Moment,
}

impl Agency {
    pub(super) fn rating_of(&self, token: &str) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        let Some(of) = of(sql, token)? else { return Ok(Reply::NotFound) };
        let procedure = of.procedure.parse().map_err(|_| Fault::Shape("a slug"))?;
        let given = given(sql, &of.code, of.moment)?;
        Ok(Reply::Rating(Box::new(Rated { moment: of.moment, procedure, given })))
    }

    pub(super) async fn rate(&self, token: &str, rating: &Rating) -> Result<Reply, Fault> {
        let now = clock::now();
        self.ring(now).await?;
        let sql = self.body.sql()?;
        let text = serde_json::to_string(rating).map_err(|_| Fault::Shape("a rating"))?;
        sql.transaction(|| {
            let Some(of) = of(sql, token)? else { return Ok(Reply::NotFound) };
            if rating.moment > of.moment {
                return Ok(Reply::NoResultYet);
            }
            let first = given(sql, &of.code, rating.moment)?.map(|(first, _)| first);
            if first.is_some_and(|first| now >= changeable_until(first)) {
                return Ok(Reply::RatingClosed);
            }
            sql.run(
                "INSERT INTO rating (code, moment, procedure, at, changed_at, rating) VALUES (?, ?, ?, ?, ?, ?) \
                 ON CONFLICT (code, moment) DO UPDATE SET changed_at = excluded.changed_at, rating = excluded.rating",
                [
                    of.code.as_str().into(),
                    name(rating.moment).into(),
                    of.procedure.as_str().into(),
                    now.0.into(),
                    now.0.into(),
                    text.as_str().into(),
                ],
            )?;
            publish::changed(sql)?;
            Ok(Reply::RatingKept { first: first.unwrap_or(now) })
        })
    }
}

fn of(sql: &Sql, token: &str) -> Result<Option<Of>, Fault> {
    let row: Option<(String, String, i64)> = sql.first(
        "SELECT code, procedure, status FROM rating_token JOIN dossier USING (code) WHERE hash = ?",
        [key::rating_hash(token).to_vec().into()],
    )?;
    let Some((code, procedure, status)) = row else { return Ok(None) };
    let has_result = matches!(super::keep::status_of(status)?, Status::Resolved | Status::Returned);
    // A result that is taken back for correction leaves what was said about it open to change.
    let said = !has_result && given(sql, &code, Moment::AfterResult)?.is_some();
    Ok(Some(Of { code, procedure, moment: if has_result || said { Moment::AfterResult } else { Moment::AfterSending } }))
}

fn given(sql: &Sql, code: &str, moment: Moment) -> Result<Option<(Timestamp, Rating)>, Fault> {
    let row: Option<(Timestamp, String)> =
        sql.first("SELECT at, rating FROM rating WHERE code = ? AND moment = ?", [code.into(), name(moment).into()])?;
    row.map(|(first, rating)| Ok((first, serde_json::from_str(&rating).map_err(|_| Fault::Shape("a rating"))?))).transpose()
}

/// The name of a moment in the table.
pub(super) fn name(moment: Moment) -> &'static str {
    Moment::NAMED.into_iter().find(|(_, known)| *known == moment).map_or("", |(name, _)| name)
}
