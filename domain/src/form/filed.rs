//! What a dossier was filed under: questions and papers in the words of that day, so that a later version of the form hides nothing.

use super::{AnswerRow, AnswerSection, Answers, Form, RawAnswers, Relevance, answer_sections, is_under};
use crate::{address::Places, agency::Agency, date::Date};

/// Under what name papers stand among the topics of a dossier as it was filed.
const PAPERS: &str = "giay-to";

/// Returns what was asked and answered, by topic, and what the papers were called; to be kept with the dossier.
pub fn as_filed(form: &Form, answers: &Answers, places: &Places, agencies: &[Agency], today: Date) -> Vec<AnswerSection> {
    let mut sections = answer_sections(form, answers, places, agencies);
    let raw = answers.to_raw();
    let due = Relevance::of(form, &raw, today).papers(&raw);
    if !due.is_empty() {
        let rows = due.into_iter().map(|due| AnswerRow { path: due.id, label: due.name, value: String::new() }).collect();
        sections.push(AnswerSection { page_id: PAPERS.to_owned(), title: String::new(), rows });
    }
    sections
}

/// Returns the answers that today's form does not show: in the words they were asked with, and by their bare paths where those were not kept.
pub fn left_over(
    shown: &[AnswerSection],
    as_filed: &[AnswerSection],
    answers: &RawAnswers,
    is_paper: impl Fn(&str) -> bool,
) -> Vec<AnswerRow> {
    let is_shown = |path: &str| shown.iter().flat_map(|section| &section.rows).any(|row| is_under(path, &row.path));
    let of_then = as_filed.iter().filter(|section| section.page_id != PAPERS).flat_map(|section| &section.rows);
    // What was taken back since is no answer any more.
    let mut rows: Vec<AnswerRow> = of_then.filter(|row| !is_shown(&row.path) && answers.any_under(&row.path)).cloned().collect();
    let bare: Vec<AnswerRow> = answers
        .iter()
        .filter(|(path, _)| !is_shown(path) && !is_paper(path) && !rows.iter().any(|row| is_under(path, &row.path)))
        .map(|(path, values)| AnswerRow {
            path: path.to_owned(),
            label: called(as_filed, path).unwrap_or(path).to_owned(),
            value: values.join("\n"),
        })
        .collect();
    rows.extend(bare);
    rows
}

/// Finds what a question or a paper was called on the day of filing.
pub fn called<'s>(as_filed: &'s [AnswerSection], path: &str) -> Option<&'s str> {
    as_filed.iter().flat_map(|section| &section.rows).find(|row| row.path == path).map(|row| row.label.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(page_id: &str, rows: &[(&str, &str, &str)]) -> AnswerSection {
        let row = |(path, label, value): &(&str, &str, &str)| AnswerRow {
            path: (*path).to_owned(),
            label: (*label).to_owned(),
            value: (*value).to_owned(),
        };
        AnswerSection { page_id: page_id.to_owned(), title: page_id.to_owned(), rows: rows.iter().map(row).collect() }
    }

    /// What stands at the end of a dossier, as path and label, when these answers are shown and those were asked at filing.
    #[track_caller]
    fn check(shown: &[(&str, &str, &str)], then: &[(&str, &str, &str)], answers: &[(&str, &str)], left: &[(&str, &str)]) {
        let (shown, then) = ([section("nay", shown)], [section("xua", then), section(PAPERS, &[("giay-to-cu", "Sổ hộ khẩu", "")])]);
        let answers: RawAnswers = answers.iter().copied().collect();
        let rows = left_over(&shown, &then, &answers, |path| path == "giay-to-cu");
        assert_eq!(rows.iter().map(|row| (row.path.as_str(), row.label.as_str())).collect::<Vec<_>>(), left);
        assert_eq!(called(&then, "giay-to-cu"), Some("Sổ hộ khẩu"));
    }

    #[test]
    fn an_answer_that_is_asked_no_more_keeps_its_words() {
        let then = [("ten", "Họ và tên", "A"), ("nguoi.1.ho", "Người 1: Họ", "B"), ("noi-o", "Nơi ở", "C")];
        let held = [("ten", "A"), ("nguoi.1.ho", "B"), ("noi-o.street", "C"), ("giay-to-cu", "later")];
        check(&then, &then, &held, &[]);
        check(&then[..1], &then, &held, &[("nguoi.1.ho", "Người 1: Họ"), ("noi-o", "Nơi ở")]);
        // Dossiers from before this was kept show the path.
        check(&then[..1], &[], &held, &[("nguoi.1.ho", "nguoi.1.ho"), ("noi-o.street", "noi-o.street")]);
        // Rows that begin alike are others.
        check(&[("nguoi", "Người", "")], &then, &[("nguoi-khac", "D")], &[("nguoi-khac", "nguoi-khac")]);
    }

    #[test]
    fn what_was_taken_back_is_not_shown_again() {
        check(&[("ten", "Họ và tên", "A")], &[("ten", "Họ và tên", "A"), ("xe", "Biển số", "1")], &[("ten", "A")], &[]);
    }
}
