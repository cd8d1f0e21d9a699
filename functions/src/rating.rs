//! Rating a dossier by its token, which says itself which agency keeps it. Values in, values out; nothing of HTTP here.

use crate::{
    fault::Fault,
    object::agency::{self, Call, Rated, Reply},
};
use domain::{catalogue::Catalogue, code::AgencyCode, date::Date, rating::Rating, rating::changeable_until, timestamp::Timestamp};
use worker::Env;

/// A token that was made here, by the look of it: `H99.12.1~` and 26 symbols, of an agency there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    agency: AgencyCode,
    text: String,
}

/// What came of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It counts; the first of its moment came then.
    Kept(Timestamp),
    /// It is too late to change it.
    Closed,
    /// There is no result to be rated.
    NoResultYet,
    /// There is no dossier of this token.
    NotFound,
}

/// How many symbols of chance a token has.
const SYMBOLS: usize = 26;

impl Token {
    /// Reads a token; only one of an agency in the catalogue may name an object.
    pub(crate) fn read(catalogue: &Catalogue, text: &str) -> Option<Self> {
        let (agency, chance) = text.split_once('~')?;
        let plain = chance.len() == SYMBOLS && chance.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
        let known = catalogue.agencies.iter().find(|known| known.code.as_str() == agency).filter(|_| plain)?;
        Some(Self { agency: known.code.clone(), text: text.to_owned() })
    }

    /// Returns the token as it stands in addresses.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

/// Returns what may be rated now.
pub(crate) async fn of(env: &Env, token: &Token) -> Result<Option<Rated>, Fault> {
    match agency::ask(env, &token.agency, &Call::RatingOf { token: token.text.clone() }).await? {
        Reply::Rating(rated) => Ok(Some(*rated)),
        Reply::NotFound => Ok(None),
        _ => Err(Fault::Shape("a reply to RatingOf")),
    }
}

/// Keeps a rating.
pub(crate) async fn rate(env: &Env, token: &Token, rating: Rating) -> Result<Outcome, Fault> {
    match agency::ask(env, &token.agency, &Call::Rate { token: token.text.clone(), rating }).await? {
        Reply::RatingKept { first } => Ok(Outcome::Kept(first)),
        Reply::RatingClosed => Ok(Outcome::Closed),
        Reply::NoResultYet => Ok(Outcome::NoResultYet),
        Reply::NotFound => Ok(Outcome::NotFound),
        _ => Err(Fault::Shape("a reply to Rate")),
    }
}

/// Returns the last whole day on which a rating first given at `first` may be changed.
pub(crate) fn last_day(first: Timestamp) -> Date {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    changeable_until(first).plus_milliseconds(-DAY).moment().date
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::date::Moment;

    #[test]
    fn the_last_day_is_a_whole_one() {
        let given: Moment = Timestamp(1_795_000_123_456).moment();
        assert_eq!(given.date.to_string(), "2026-11-18");
        let last = last_day(Timestamp(1_795_000_123_456));
        assert_eq!(last.to_string(), "2026-12-17");
    }
}
