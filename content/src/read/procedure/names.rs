//! What a guide names within itself: its sources, its cases, its ways to file.

use crate::{
    problem::{Fault, Referent, nearest},
    table::{Chosen, Table},
};
use domain::{procedure::ChannelKind, slug::Slug};
use std::{collections::BTreeSet, ops::Range};

/// Ids of a guide, in order; `None` where one could not be read.
pub(super) struct Names {
    pub(super) sources: Vec<Option<Slug>>,
    pub(super) cases: Vec<Option<Slug>>,
}

impl Names {
    /// Reads the key `case`, an id of this guide's cases.
    pub(super) fn case(&self, table: &Table<'_>) -> Option<Slug> {
        let (slug, span) = table.slug("case")?;
        position(table, &self.cases, Referent::Case, &slug, span);
        Some(slug)
    }

    /// Reads the key `source`, an id of this guide's sources; returns its place among them.
    pub(super) fn source(&self, table: &Table<'_>) -> Option<usize> {
        let (slug, span) = table.slug("source")?;
        position(table, &self.sources, Referent::Source, &slug, span)
    }

    /// Reads the key `source`, which must be there.
    pub(super) fn need_source(&self, table: &Table<'_>) -> Option<usize> {
        if !table.has("source") {
            table.fault(table.span.clone(), Fault::MissingSource);
        }
        self.source(table)
    }
}

/// Finds an id among those of its kind; a fault when it is none of them.
///
/// Where an id could not be read, or there is none at all, that is fault enough.
fn position(table: &Table<'_>, ids: &[Option<Slug>], what: Referent, slug: &Slug, span: Range<usize>) -> Option<usize> {
    let found = ids.iter().position(|id| id.as_ref() == Some(slug));
    let known = !ids.is_empty() && ids.iter().all(Option::is_some);
    if found.is_none() && known {
        table.fault(span, unknown(what, slug, ids.iter().flatten()));
    }
    found
}

pub(super) fn unknown<'a>(what: Referent, id: &Slug, known: impl IntoIterator<Item = &'a Slug>) -> Fault {
    Fault::UnknownReference { what, id: id.to_string(), nearest: nearest(id.as_str(), known.into_iter().map(Slug::as_str)) }
}

/// Records ids that stand twice in a list.
pub(in crate::read) fn duplicates(table: &Table<'_>, ids: &[(Slug, Range<usize>)]) {
    let mut seen = BTreeSet::new();
    for (id, span) in ids {
        if !seen.insert(id) {
            table.fault(span.clone(), Fault::DuplicateId { id: id.to_string() });
        }
    }
}

/// Reads the key `channels`: ways to file that this guide must have.
pub(super) fn channels(table: &Table<'_>) -> Vec<ChannelKind> {
    let channels = table.choices("channels", &ChannelKind::NAMED);
    for channel in &channels {
        table.note_use(Referent::Channel, channel.name, channel.span.clone());
    }
    picked(channels)
}

/// Returns the choices without their places.
pub(super) fn picked<T>(chosen: Vec<Chosen<T>>) -> Vec<T> {
    chosen.into_iter().map(|chosen| chosen.choice).collect()
}
