//! Reads a table: rows that are named, each with the same columns.

use super::{kind, outline::Entry, page::Asking, reach::Space};
use crate::{
    problem::Fault,
    read::procedure::duplicates,
    table::{Table, stand_in},
};
use domain::{
    form::{self, Choice, Kind, Question, TOTAL},
    slug::Slug,
};
use std::ops::Range;

/// More would be no table any more that fits a page.
const MOST_COLUMNS: usize = 3;
const MOST_ROWS: usize = 12;

/// A question with where its name stands.
struct Column {
    question: Question,
    span: Range<usize>,
    total: bool,
}

impl Asking<'_> {
    /// Reads the keys of a table; `number` is the question's own in the outline.
    pub(super) fn table(&mut self, table: &Table<'_>, number: usize) -> form::Table {
        let mut ids = Vec::new();
        let rows: Vec<Choice> = table.need_tables("rows").iter().map(|row| named(row, &mut ids)).collect();
        if let Some((id, span)) = ids.iter().find(|(id, _)| id.as_str() == TOTAL) {
            table.fault(span.clone(), Fault::ReservedId { id: id.to_string() });
        }
        duplicates(table, &ids);
        let mut ids = Vec::new();
        let columns: Vec<Column> = table.need_tables("columns").iter().map(|entry| self.column(entry, &mut ids)).collect();
        duplicates(table, &ids);
        for (key, count, limit) in [("rows", rows.len(), MOST_ROWS), ("columns", columns.len(), MOST_COLUMNS)] {
            if count > limit {
                table.fault(table.place(key), Fault::TooManyQuestions { limit, count });
            }
        }
        for (at, row) in rows.iter().enumerate() {
            for column in &columns {
                self.note_cell(&row.id, column, number, (at == 0, rows.len()), table);
            }
        }
        let totals = columns.iter().filter(|column| column.total).map(|column| column.question.id.clone()).collect();
        form::Table { rows, columns: columns.into_iter().map(|column| column.question).collect(), totals }
    }

    fn column(&mut self, table: &Table<'_>, ids: &mut Vec<(Slug, Range<usize>)>) -> Column {
        let id = table.need_slug("id");
        ids.extend(id.clone());
        let (id, span) = id.unwrap_or_else(|| (stand_in(), table.span.clone()));
        let sort = kind::sort_of_column(table);
        // Columns are no entries of their own, so nothing of them is looked up by number.
        let kind = sort.map_or(Kind::Text(200), |sort| self.kind(sort, table, Vec::new(), 0));
        let adds = matches!(kind, Kind::Number(_) | Kind::Money(_));
        let question = Question {
            id,
            label: table.need_words("label").value,
            hint: None,
            optional: table.flag("optional"),
            when: Vec::new(),
            kind,
            preset: None,
            autocomplete: None,
            no_opinion: false,
        };
        Column { question, span, total: adds && table.flag("total") }
    }

    /// Notes a cell in the outline, under the path conditions know it by.
    fn note_cell(&mut self, row: &Slug, column: &Column, of: usize, (first, rows): (bool, usize), table: &Table<'_>) {
        let question = &column.question;
        let path = self.outline.entry(of).id.as_ref().map(|(id, _)| id.within(row.as_str()).within(question.id.as_str()));
        // A name that stands twice is a fault of its own.
        let Some(path) = path.filter(|path| !self.outline.knows(path)) else { return };
        let kind = match &question.kind {
            Kind::Number(_) => "number",
            Kind::Money(_) => "money",
            _ => "text",
        };
        let entry = Entry {
            kind: Some(kind),
            within: Some(of),
            answers: Some(Space::of(&question.kind, table.as_of().year())),
            optional: question.optional,
            money: kind == "money",
            rows: first.then(|| u64::try_from(rows).unwrap_or(u64::MAX)),
            ..Entry::other(table, None)
        };
        self.outline.push(Entry { id: Some((path, column.span.clone())), ..entry });
    }
}

fn named(table: &Table<'_>, ids: &mut Vec<(Slug, Range<usize>)>) -> Choice {
    let id = table.need_slug("id");
    ids.extend(id.clone());
    Choice { id: id.map_or_else(stand_in, |(id, _)| id), label: table.need_words("label").value, hint: None }
}
