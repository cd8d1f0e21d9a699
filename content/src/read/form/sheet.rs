//! Reads the sheet that a form fills in where nothing is sent, and looks that no answer is lost on it.

use super::outline::{Entry, Outline};
use crate::{
    problem::{Fault, Referent, nearest},
    table::Table,
};
use domain::{
    blank::Blank,
    form::{Kind, Page, Question, Says, Sheet},
    slug::Slug,
};

/// Reads what stands on the lines of a blank form; conditions may name every question.
pub(super) fn read(table: &Table<'_>, blank: Slug, (pages, blanks): (&[Page], &[Blank]), outline: &mut Outline) -> Sheet {
    let known = blanks.iter().find(|known| known.slug == blank);
    let lines: Option<Vec<&str>> = known.map(|blank| blank.answers().collect());
    let says = table.tables("says").iter().map(|says| line(says, lines.as_deref(), outline)).collect();
    if let Some(lines) = lines {
        for question in pages.iter().flat_map(|page| &page.questions) {
            let lost = lost(question, &lines);
            for id in lost.into_iter().filter(|id| !outline.steers(id)) {
                let place = outline.place_of(id).unwrap_or_else(|| table.place("sheet"));
                table.fault(place, Fault::NotOnSheet { id: id.to_string(), blank: blank.to_string() });
            }
        }
    }
    Sheet { blank, says }
}

fn line(table: &Table<'_>, lines: Option<&[&str]>, outline: &mut Outline) -> Says {
    let line = table.need_text("line");
    if let Some(lines) = lines.filter(|lines| !lines.contains(&line.value.as_str())) {
        let nearest = nearest(&line.value, lines.iter().copied());
        table.fault(line.span.clone(), Fault::UnknownReference { what: Referent::Line, id: line.value.clone(), nearest });
    }
    Says { line: line.value, text: table.need_official("text").value, when: outline.add(Entry::other(table, None), table) }
}

/// The names of a question and those within it whose answers stand on no line.
fn lost<'q>(question: &'q Question, lines: &[&str]) -> Vec<&'q Slug> {
    let id = question.id.as_str();
    match &question.kind {
        Kind::Group(group) => {
            let everywhere =
                |inner: &Question| (1..=group.greatest).all(|row| lines.contains(&format!("{id}.{row}.{}", inner.id).as_str()));
            group.questions.iter().filter(|inner| !everywhere(inner)).map(|inner| &inner.id).collect()
        }
        // A line may take a part of it: the street of an address.
        _ if lines.iter().any(|line| line.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))) => Vec::new(),
        _ => vec![&question.id],
    }
}
