//! `GET /api/v1/statistics`: the numbers of the page, for programs.

use super::shape::instant;
use crate::{
    fault::Fault,
    object::statistics::{self, Call, Reply},
    problem::Problem,
    request::Visit,
    respond,
};
use domain::{
    rating::{Aspect, Shown, Tally, shown_beside_sum},
    totals::Counts,
};
use serde::Serialize;
use std::collections::BTreeMap;
use worker::Response;

#[cfg(feature = "openapi")]
use utoipa::ToSchema;

/// Public totals.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownStatistics {
    /// The day of the first dossier; nothing where there is none.
    pub(crate) from: Option<String>,
    /// When this was asked for.
    pub(crate) at: String,
    /// Everything added up.
    pub(crate) all: ShownTotals,
    /// By agency.
    pub(crate) agencies: Vec<NamedTotals>,
    /// By procedure.
    pub(crate) procedures: Vec<NamedTotals>,
}

/// Totals of one agency or procedure.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct NamedTotals {
    /// The code of the agency, or the slug of the guide.
    pub(crate) id: String,
    /// What it is called.
    pub(crate) name: String,
    /// Its totals.
    #[serde(flatten)]
    pub(crate) totals: ShownTotals,
}

/// How many dossiers, and what people say.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownTotals {
    /// Sent in.
    pub(crate) received: u64,
    /// With a result.
    pub(crate) resolved: u64,
    /// Of those, with a due time to be measured against.
    pub(crate) measured: u64,
    /// Of those, by their due time.
    pub(crate) on_time: u64,
    /// Refused at reception, withdrawn or stopped.
    pub(crate) without_result: u64,
    /// Not ended yet.
    pub(crate) in_process: u64,
    /// Of those, past their due time.
    pub(crate) late: u64,
    /// By what was rated; under five answers it is left out.
    pub(crate) ratings: BTreeMap<&'static str, ShownLevels>,
}

/// Ratings by level.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownLevels {
    /// Không hài lòng.
    pub(crate) dissatisfied: u64,
    /// Hài lòng.
    pub(crate) satisfied: u64,
    /// Rất hài lòng.
    pub(crate) very_satisfied: u64,
    /// All of them.
    pub(crate) sample: u64,
}

/// Shows the numbers.
pub(crate) async fn show(visit: &Visit) -> Result<Response, Problem> {
    let Reply::Gathered(gathered) = statistics::ask(&visit.env, &Call::Gather).await? else {
        return Err(Fault::Shape("a reply to Gather").into());
    };
    let (catalogue, totals) = (&visit.content.catalogue, &gathered.totals);
    let (counts, ratings) = totals.sum(|_| true);
    let agencies = catalogue.agencies.iter();
    let agencies = agencies.map(|agency| (agency.code.to_string(), &agency.name.vi, totals.sum(|row| row.agency == agency.code)));
    let procedures = catalogue.procedures.iter();
    let procedures = procedures.map(|guide| (guide.slug.to_string(), &guide.title.vi, totals.sum(|row| row.procedure == guide.slug)));
    Ok(respond::ok(&ShownStatistics {
        from: gathered.since.map(|since| since.moment().date.to_string()),
        at: instant(visit.now),
        all: shown(counts, Aspect::NAMED.into_iter().filter_map(|(name, aspect)| Some((name, levels(ratings.shown(aspect)?)))).collect()),
        agencies: named(agencies),
        procedures: named(procedures),
    })?)
}

/// Names those that anything was sent to; what few people said is not found by taking the others from the whole.
fn named<'a>(all: impl Iterator<Item = (String, &'a String, (Counts, Tally))>) -> Vec<NamedTotals> {
    let all: Vec<_> = all.filter(|(_, _, (counts, _))| counts.received > 0).collect();
    let tallies: Vec<&Tally> = all.iter().map(|(_, _, (_, ratings))| ratings).collect();
    let mut ratings: Vec<BTreeMap<&'static str, ShownLevels>> = all.iter().map(|_| BTreeMap::new()).collect();
    for (name, aspect) in Aspect::NAMED {
        for (ratings, one) in ratings.iter_mut().zip(shown_beside_sum(&tallies, aspect)) {
            ratings.extend(one.map(|one| (name, levels(one))));
        }
    }
    let named = all.into_iter().zip(ratings);
    named.map(|((id, name, (counts, _)), ratings)| NamedTotals { id, name: name.clone(), totals: shown(counts, ratings) }).collect()
}

const fn levels(Shown { answers: [dissatisfied, satisfied, very_satisfied], sample }: Shown) -> ShownLevels {
    ShownLevels { dissatisfied, satisfied, very_satisfied, sample }
}

fn shown(counts: Counts, ratings: BTreeMap<&'static str, ShownLevels>) -> ShownTotals {
    ShownTotals {
        received: counts.received,
        resolved: counts.resolved,
        measured: counts.measured,
        on_time: counts.on_time,
        without_result: counts.without_result,
        in_process: counts.in_process,
        late: counts.late,
        ratings,
    }
}
