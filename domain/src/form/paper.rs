//! Papers (giấy tờ) asked for after the questions: once, or for each row of a group.

use super::{Condition, Form, Group, Kind, Path, Question, RawAnswers};
use crate::slug::Slug;
use serde::{Deserialize, Serialize};

/// A paper asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRequest {
    /// Its id; its path among the answers. Of a paper for each row, the number of the row stands behind it: `giay-to.2`.
    pub id: Slug,
    /// Its name.
    pub name: String,
    /// How to photograph it, where to get it.
    pub hint: Option<String>,
    /// The group of whose rows each needs one, with the question of it that names the row: `thanh-vien.ho-ten`.
    pub each: Option<Path>,
    /// When it is asked, seen from the row where each row needs one; all must hold.
    pub when: Vec<Condition>,
    /// Whether it may be brought to the desk instead.
    pub later: bool,
    /// Whether it may be missing altogether.
    pub optional: bool,
}

/// A paper that some answers ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperDue<'f> {
    /// What is asked for.
    pub paper: &'f PaperRequest,
    /// Its id, with the number of its row.
    pub id: String,
    /// Its name, with that of its row.
    pub name: String,
}

impl Form {
    /// Finds a requested paper; of one for each row by its id with the number of the row, from 1.
    pub fn paper(&self, id: &str) -> Option<&PaperRequest> {
        let (id, row) = taken_apart(id)?;
        let paper = self.papers.iter().find(|paper| paper.id.as_str() == id)?;
        let rows = self.rows_of(paper).map(|(_, group)| group.greatest);
        (row.is_some() == rows.is_some() && row <= rows).then_some(paper)
    }

    /// Finds the group whose rows a paper is asked for.
    pub(super) fn rows_of(&self, paper: &PaperRequest) -> Option<(&Question, &Group)> {
        let of = self.outermost(paper.each.as_ref()?.first())?;
        match &of.kind {
            Kind::Group(group) => Some((of, group)),
            _ => None,
        }
    }

    /// Names a requested paper: «Giấy tờ tùy thân», of a row «Giấy tờ tùy thân của Trần Văn An», «… của người thứ 2».
    pub fn paper_name(&self, id: &str, answers: &RawAnswers) -> Option<String> {
        let paper = self.paper(id)?;
        let (Some(row), Some((question, group))) = (taken_apart(id)?.1, self.rows_of(paper)) else { return Some(paper.name.clone()) };
        let rows = answers.rows(question.id.as_str());
        let number = rows.get(usize::from(row).saturating_sub(1));
        let name = number.map(|number| name_of_row(paper, question, *number, answers)).filter(|name| !name.is_empty());
        Some(match name {
            Some(name) => format!("{} của {name}", paper.name),
            None => format!("{} của {} thứ {row}", paper.name, group.noun),
        })
    }

    /// Says where each paper of a draft goes when its answers change: to the same row under its number of now, or nowhere
    /// where the row is gone. A row is the same when it has its name still; where names do not tell, when all of it is the same.
    pub fn papers_follow(&self, before: &RawAnswers, now: &RawAnswers) -> Vec<(String, Option<String>)> {
        let mut all = Vec::new();
        for paper in &self.papers {
            let Some((question, _)) = self.rows_of(paper) else {
                all.push((paper.id.to_string(), Some(paper.id.to_string())));
                continue;
            };
            let [before, now] = [before, now].map(|raw| Rows::of(paper, question, raw));
            for at in 0..before.names.len() {
                let same = followed(&before.names, &now.names, at).or_else(|| followed(&before.whole, &now.whole, at));
                let id = |at: usize| format!("{}.{}", paper.id, at.saturating_add(1));
                all.push((id(at), same.map(id)));
            }
        }
        all
    }
}

/// Takes the id of a paper apart from the number of its row.
fn taken_apart(id: &str) -> Option<(&str, Option<u16>)> {
    let Some((paper, row)) = id.split_once('.') else { return Some((id, None)) };
    // Each row has one id only: no `01`, no `+1`, no `0`.
    let plain = row.starts_with(|first: char| matches!(first, '1'..='9'));
    row.parse().ok().filter(|_| plain).map(|row| (paper, Some(row)))
}

/// The name of a row as it was typed; nothing where it has none.
fn name_of_row<'r>(paper: &PaperRequest, question: &Question, number: u16, answers: &'r RawAnswers) -> &'r str {
    let cell = paper.each.as_ref().and_then(|each| each.parted().1);
    cell.map_or("", |cell| answers.one(&format!("{}.{number}.{cell}", question.id)))
}

/// All that a row says: the end of each path, with its values.
type Whole<'r> = Vec<(&'r str, &'r [String])>;

/// What rows are told apart by, in order.
struct Rows<'r> {
    names: Vec<Option<&'r str>>,
    whole: Vec<Option<Whole<'r>>>,
}

impl<'r> Rows<'r> {
    fn of(paper: &PaperRequest, question: &Question, raw: &'r RawAnswers) -> Self {
        let numbers = raw.rows(question.id.as_str());
        let name = |number: &u16| Some(name_of_row(paper, question, *number, raw)).filter(|name| !name.is_empty());
        let whole = |number: &u16| {
            let before = format!("{}.{number}.", question.id);
            raw.iter().filter_map(|(path, values)| Some((path.strip_prefix(&before)?, values))).collect()
        };
        Self { names: numbers.iter().map(name).collect(), whole: numbers.iter().map(|number| Some(whole(number))).collect() }
    }
}

/// Finds where something went that there is once before and once now.
fn followed<T: PartialEq>(before: &[Option<T>], now: &[Option<T>], at: usize) -> Option<usize> {
    let wanted = before.get(at).filter(|one| one.is_some())?;
    let only = |all: &[Option<T>]| {
        let mut found = all.iter().enumerate().filter(|(_, one)| *one == wanted).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    };
    only(before).and(only(now))
}
