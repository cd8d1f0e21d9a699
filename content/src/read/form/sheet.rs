//! Reads the sheet that a form fills in where nothing is sent, and looks that no answer is lost on it.

use super::outline::{Entry, Outline};
use crate::{
    problem::{Fault, Referent, nearest},
    table::Table,
};
use domain::{
    blank::Blank,
    form::{Kind, Page, Path, Question, Says, Sheet},
    slug::Slug,
};

/// Reads what stands on the lines of a blank form; conditions may name every question.
pub(super) fn read(table: &Table<'_>, blank: Slug, (pages, blanks): (&[Page], &[Blank]), outline: &mut Outline) -> Sheet {
    let known = blanks.iter().find(|known| known.slug == blank);
    let lines: Option<Vec<&str>> = known.map(|blank| blank.answers().collect());
    let says = table.tables("says").iter().map(|says| line(says, lines.as_deref(), outline)).collect();
    if let Some(lines) = lines {
        let asked: Vec<Asked> = pages.iter().flat_map(|page| &page.questions).flat_map(asked).collect();
        for one in asked.iter().filter(|one| one.is_lost(&lines, outline)) {
            let first = one.answers.first();
            let place = first.and_then(|(path, _)| outline.place_of(path, one.group.as_ref()));
            let (id, blank) = (one.name.to_string(), blank.to_string());
            table.fault(place.unwrap_or_else(|| table.place("sheet")), Fault::NotOnSheet { id, blank });
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

/// Something that is asked: a question, a part of a person, a column of a table.
struct Asked {
    /// What it is called.
    name: Path,
    /// The group in whose rows it is asked.
    group: Option<Path>,
    /// Its answers: the path that conditions know each by, and the lines it must stand on, whole or in its parts.
    answers: Vec<(Path, Vec<String>)>,
    /// The parts that a line may take alone: the street of an address.
    parts: &'static [&'static str],
}

impl Asked {
    /// Tells whether an answer to it stands nowhere and decides nothing.
    fn is_lost(&self, lines: &[&str], outline: &Outline) -> bool {
        let part = |line: &&str, whole: &str| line.rsplit_once('.').is_some_and(|(of, part)| of == whole && self.parts.contains(&part));
        let stands = |whole: &String| lines.iter().any(|line| line == whole || part(line, whole));
        let kept = |(path, on): &(Path, Vec<String>)| on.iter().all(stands) || outline.steers(path, self.group.as_ref());
        !self.answers.iter().all(kept)
    }
}

/// Takes a question apart into what is asked.
fn asked(question: &Question) -> Vec<Asked> {
    let id = Path::from(&question.id);
    match &question.kind {
        Kind::Group(group) => {
            let rows = |line: &String| (1..=group.greatest).map(|row| format!("{id}.{row}.{line}")).collect::<Vec<_>>();
            let mut inner: Vec<Asked> = group.questions.iter().flat_map(asked).collect();
            for one in &mut inner {
                one.group = Some(id.clone());
                one.answers.iter_mut().for_each(|(_, on)| *on = on.iter().flat_map(rows).collect());
            }
            inner
        }
        Kind::Person(parts) => parts.iter().map(|part| plain(id.within(part.id.as_str()), &part.kind)).collect(),
        Kind::Table(table) => {
            let column = |column: &Question| {
                let cells = table.rows.iter().map(|row| id.within(row.id.as_str()).within(column.id.as_str()));
                let answers = cells.map(|cell| (cell.clone(), vec![cell.to_string()])).collect();
                Asked { answers, ..plain(id.within(column.id.as_str()), &column.kind) }
            };
            table.columns.iter().map(column).collect()
        }
        kind => vec![plain(id, kind)],
    }
}

/// What has one answer.
fn plain(name: Path, kind: &Kind) -> Asked {
    let parts = if *kind == Kind::Address { kind.parts() } else { &[] };
    Asked { answers: vec![(name.clone(), vec![name.to_string()])], name, group: None, parts }
}
