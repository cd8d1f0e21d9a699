//! Finds working-day periods in sentences that no deadline of the guide states.

use super::channel::Channels;
use crate::{problem::Fault, read::MarkdownPart, table::Table, written::Written};
use domain::{procedure::Within, term::TermUnit};
use std::{collections::BTreeSet, ops::Range};

/// What follows the number.
const PHRASES: [&str; 2] = [" ngày làm việc", " working day"];

/// What only editors read may weigh other periods, and what others wrote is not ours to change.
const NOT_OUR_WORDS: [&str; 2] = ["review_note", "official_name"];

/// Looks at every text of the guide for «3 ngày làm việc» and `3 working days`.
///
/// Slips and prose are written by hand while deadlines are data; this keeps the two from drifting apart.
pub(super) fn unstated(table: &Table<'_>, markdown: MarkdownPart<'_>, channels: &Channels) {
    if !channels.whole {
        return;
    }
    let stated = stated(channels);
    let look = |written: &Written<'_>| {
        for (said, place) in periods(written.text) {
            if !said.parse().is_ok_and(|said: u16| stated.contains(&said)) {
                let fault = Fault::UnstatedPeriod { said, stated: stated.iter().copied().collect() };
                table.fault(written.place(&place), fault);
            }
        }
    };
    table.every_text(&NOT_OUR_WORDS, &look);
    look(&markdown.written());
}

/// Returns how many working days the deadlines grant.
fn stated(channels: &Channels) -> BTreeSet<u16> {
    let deadlines = channels.list.iter().flat_map(|channel| &channel.deadlines);
    let days = deadlines.filter_map(|deadline| match deadline.within {
        Within::Term(term) if term.unit == TermUnit::WorkingDay => Some(term.amount),
        _ => None,
    });
    days.collect()
}

/// Finds numbers of working days in a text, each as it is written, and where number and phrase stand.
fn periods(text: &str) -> Vec<(String, Range<usize>)> {
    let mut periods = Vec::new();
    for phrase in PHRASES {
        for (at, _) in text.match_indices(phrase) {
            let before = text.get(..at).unwrap_or_default();
            let rest = before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ',' || letter == '.');
            // A point or comma before the number belongs to the sentence.
            let number = before.get(rest.len()..).unwrap_or_default().trim_start_matches([',', '.']);
            if number.ends_with(|letter: char| letter.is_ascii_digit()) {
                periods.push((number.to_owned(), at - number.len()..at + phrase.len()));
            }
        }
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = periods(text).into_iter().map(|(said, _)| said).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_of_working_days_are_found() {
        check("Sau 3 ngày làm việc.", &["3"]);
        check("Sau 0,5 ngày làm việc.", &["0,5"]);
        check("Sau 3-5 ngày làm việc.", &["5"]);
        check("It takes 1 working day or 2 working days.", &["1", "2"]);
        check("Trong ngày làm việc.", &[]);
        check("Xong. ngày làm việc", &[]);
    }
}
