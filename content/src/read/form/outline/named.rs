//! Finds what something names, and says what it may have meant.

use super::{Entry, Outline, RESERVED, Reference};
use crate::{
    problem::{Fault, Referent, nearest},
    table::Table,
};
use domain::{form::Path, slug::Slug};
use std::ops::Range;

impl Outline {
    /// Finds a question by its path, in its own row first; of a column where that is allowed.
    pub(super) fn find(&self, path: &Path, group: Option<usize>, columns: bool) -> Option<usize> {
        let named = |group: Option<usize>| {
            let fits = move |entry: &Entry| entry.group == group && entry.kind.is_some() && entry.is(path);
            self.entries.iter().position(fits)
        };
        let own_row = group.and_then(|group| named(Some(group)));
        own_row.or_else(|| named(None)).or_else(|| if columns { self.column(path, group) } else { None })
    }

    /// Finds what a reference names, where nothing is wrong with it; what is wrong is recorded by [`Outline::resolve`].
    pub(in crate::read::form) fn named(&self, of: &Reference) -> Option<usize> {
        let at = self.find(&of.question, of.group, of.columns)?;
        (at < of.before && self.entry(at).kind.is_some_and(|kind| of.kinds.contains(&kind))).then_some(at)
    }

    /// Finds a question of rows that is named from without: `thanh-vien.phan-gop`; of a table the first cell of the column.
    pub(in crate::read::form) fn column(&self, path: &Path, group: Option<usize>) -> Option<usize> {
        let (first, rest) = path.parted();
        let ends = |id: &Path| {
            let (of, cell) = id.parted();
            of == first && cell.and_then(|cell| cell.split_once('.')).map(|(_, column)| column) == rest
        };
        let cell = self.entries.iter().position(|entry| entry.rows.is_some() && entry.id.as_ref().is_some_and(|(id, _)| ends(id)));
        if cell.is_some() {
            return cell;
        }
        let of = self
            .entries
            .iter()
            .position(|entry| entry.kind == Some("group") && entry.id.as_ref().is_some_and(|(id, _)| id.as_str() == first));
        let (of, rest) = (of.filter(|of| group != Some(*of))?, rest?);
        self.entries.iter().position(|entry| {
            entry.group == Some(of) && entry.kind.is_some() && entry.id.as_ref().is_some_and(|(id, _)| id.as_str() == rest)
        })
    }

    /// Finds the group in whose rows a text is asked that names them; records what is wrong with it.
    pub(in crate::read::form) fn rows_named(&self, path: &Path, span: Range<usize>, table: &Table<'_>) -> Option<usize> {
        let (question, kinds, before) = (path.clone(), &["text"], self.next());
        let of = Reference { question, span, options: Vec::new(), kinds, before, group: None, columns: true };
        let at = self.resolve(&of, table)?;
        let rows = self.entry(at).group;
        if rows.is_none() {
            // A text that is asked once, or in a table, whose rows are known beforehand.
            table.fault(of.span, Fault::QuestionOfOtherKind { id: path.to_string(), kinds: &["group"] });
        }
        rows
    }

    /// Finds the earlier question that a reference names, in its own row first, and records what is wrong with it.
    pub(in crate::read::form) fn resolve(&self, reference: &Reference, table: &Table<'_>) -> Option<usize> {
        let Reference { question, span, options, kinds, before, group, columns } = reference;
        let Some(at) = self.find(question, *group, *columns) else {
            self.unknown(question, span, *group, table);
            return None;
        };
        let entry = self.entry(at);
        if at >= *before {
            table.fault(span.clone(), Fault::QuestionComesLater { id: question.to_string() });
            return None;
        }
        if !entry.kind.is_some_and(|kind| kinds.contains(&kind)) {
            table.fault(span.clone(), Fault::QuestionOfOtherKind { id: question.to_string(), kinds });
            return None;
        }
        for (option, place) in options.iter().filter(|(option, _)| !entry.options.is_empty() && !entry.options.contains(option)) {
            let nearest = nearest(option.as_str(), entry.options.iter().map(Slug::as_str));
            table.fault(place.clone(), Fault::UnknownReference { what: Referent::Option, id: option.to_string(), nearest });
        }
        Some(at)
    }

    pub(super) fn unknown(&self, id: &Path, span: &Range<usize>, group: Option<usize>, table: &Table<'_>) {
        let in_reach = |entry: &&Entry| entry.kind.is_some() && (entry.group.is_none() || entry.group == group);
        let known = self.entries.iter().filter(in_reach).filter_map(|entry| entry.id.as_ref());
        // A question whose kind could not be read may be the one that is meant.
        if self.entries.iter().any(|entry| entry.is(id)) {
            return;
        }
        let nearest = nearest(id.as_str(), known.map(|(id, _)| id.as_str()));
        table.fault(span.clone(), Fault::UnknownReference { what: Referent::Question, id: id.to_string(), nearest });
    }

    /// Records names that stand twice, or that are not free; each group has names of its own.
    pub(super) fn names(&self, table: &Table<'_>) {
        for (at, entry) in self.entries.iter().enumerate() {
            let Some((id, span)) = &entry.id else { continue };
            let mut earlier = self.entries.iter().take(at);
            if earlier.any(|other| other.group == entry.group && other.is(id)) {
                table.fault(span.clone(), Fault::DuplicateId { id: id.to_string() });
            }
            if !self.shared && RESERVED.contains(&id.as_str()) {
                table.fault(span.clone(), Fault::ReservedId { id: id.to_string() });
            }
        }
    }
}
