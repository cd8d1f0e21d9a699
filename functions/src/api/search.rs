//! `GET /api/v1/search?q=`: the ranking of the page and of the box, for programs. Takes what the page takes in its query.

use crate::{
    problem::Problem,
    request::{Visit, pairs},
    respond,
};
use app::finder::Wish;
use search::{Code, Found, Index, Traits};
use serde::Serialize;
use worker::Response;

#[cfg(feature = "openapi")]
use utoipa::ToSchema;

/// What was found.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownAnswer {
    /// The words, as they were read.
    pub(crate) query: String,
    /// How many fit; `hits` are the first of them.
    pub(crate) total: usize,
    /// Best first.
    pub(crate) hits: Vec<ShownHit>,
    /// The nearest, where nothing fits.
    pub(crate) guesses: Vec<ShownHit>,
    /// What was read otherwise than it was typed.
    pub(crate) understood: Vec<ShownReading>,
    /// The dossier whose code was typed.
    pub(crate) dossier: Option<String>,
}

/// A procedure or a life event.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownHit {
    /// The national code; empty for a life event.
    pub(crate) code: String,
    /// The last part of its address.
    pub(crate) slug: String,
    /// Whether it is a life event, at `/su-kien/{slug}/`; else a procedure, at `/thu-tuc/{slug}/`.
    pub(crate) life_event: bool,
    /// What people call it.
    pub(crate) title: String,
    /// The official name; empty where it is the title.
    pub(crate) official: String,
    /// The field.
    pub(crate) field: String,
    /// Whether some of it can be done online.
    pub(crate) online: bool,
    /// What its place was decided by.
    pub(crate) score: f32,
}

/// A part of the words and what it was taken for.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownReading {
    /// What was typed.
    pub(crate) said: String,
    /// What it was taken for.
    pub(crate) meant: String,
}

/// Answers a search.
pub(crate) fn answer(visit: &Visit) -> Result<Response, Problem> {
    let pairs = pairs(&visit.query);
    let wish = Wish::from_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let index = &visit.content.index;
    let answer = wish.ask(index);
    let understood = answer.understood.into_iter().map(|part| ShownReading { said: part.said, meant: part.meant });
    let dossier = match answer.code {
        Some(Code::Dossier(code)) => Some(code),
        _ => None,
    };
    Ok(respond::ok(&ShownAnswer {
        query: wish.text,
        total: answer.total,
        hits: shown(index, &answer.hits),
        guesses: shown(index, &answer.guesses),
        understood: understood.collect(),
        dossier,
    })?)
}

fn shown(index: &Index, hits: &[Found]) -> Vec<ShownHit> {
    let hit = |hit: &Found| {
        let entry = index.entry(hit.entry)?;
        Some(ShownHit {
            code: entry.code(),
            slug: entry.slug(),
            life_event: entry.traits().meets(Traits::LIFE_EVENT),
            title: entry.title(),
            official: entry.official(),
            field: entry.field(),
            online: entry.traits().meets(Traits::ONLINE),
            score: hit.why.score,
        })
    };
    hits.iter().filter_map(hit).collect()
}
