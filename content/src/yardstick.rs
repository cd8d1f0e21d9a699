//! How well and how fast a search is: queries with the procedures each should find, and what became of them.

use search::{Answer, Index, Question};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write as _, time::Duration};

/// A query with what it should find.
#[derive(Debug, Clone, Deserialize)]
pub struct Query {
    /// Its number.
    pub id: String,
    /// What is typed.
    pub q: String,
    /// What kind of query it is.
    pub kind: String,
    /// The title one hopes for.
    #[serde(default)]
    pub expect: String,
    /// The codes one hopes for.
    pub primary: Vec<String>,
    /// Codes that help as well.
    #[serde(default)]
    pub acceptable: Vec<String>,
}

/// What became of a query.
#[derive(Debug, Clone)]
pub struct Result {
    /// The query.
    pub query: Query,
    /// One over the place of the first good result among ten; zero where there is none.
    pub reciprocal: f64,
    /// The part of the hoped-for results that is among the first ten, of ten at most.
    pub recall: f64,
    /// The codes and titles found first.
    pub found: Vec<(String, String)>,
    /// What was understood.
    pub understood: Vec<String>,
}

/// Averages over some queries.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    count: f64,
    reciprocal: f64,
    first: f64,
    among_five: f64,
    recall: f64,
}

impl Figures {
    fn add(&mut self, result: &Result) {
        self.count += 1.0;
        self.reciprocal += result.reciprocal;
        self.first += f64::from(u8::from(result.reciprocal > 0.99));
        self.among_five += f64::from(u8::from(result.reciprocal > 0.19));
        self.recall += result.recall;
    }

    fn line(&self, name: &str) -> String {
        let of = |sum: f64| sum / self.count.max(1.0);
        format!(
            "{name:<10} {:>4}  MRR@10 {:.3}  success@1 {:.3}  success@5 {:.3}  recall@10 {:.3}\n",
            self.count,
            of(self.reciprocal),
            of(self.first),
            of(self.among_five),
            of(self.recall)
        )
    }
}

/// Reads a file of queries.
///
/// # Errors
/// The reader's message, when it is no such list.
pub fn queries(json: &str) -> std::result::Result<Vec<Query>, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

/// Asks every query.
pub fn measure(index: &Index, queries: &[Query]) -> Vec<Result> {
    queries.iter().map(|query| result(index, query, &index.ask(&Question { text: &query.q, limit: 10, ..Question::default() }))).collect()
}

/// Returns the shares of queries answered right in first place and among the first five.
pub fn shares(results: &[Result]) -> (f64, f64) {
    let mut all = Figures::default();
    for result in results {
        all.add(result);
    }
    let share = |sum: f64| if all.count > 0.0 { sum / all.count } else { 0.0 };
    (share(all.first), share(all.among_five))
}

#[expect(clippy::cast_precision_loss, reason = "counts up to ten")]
fn result(index: &Index, query: &Query, answer: &Answer) -> Result {
    let entries = answer.hits.iter().chain(&answer.guesses).filter_map(|hit| index.entry(hit.entry));
    let found: Vec<(String, String)> = entries.take(10).map(|entry| (entry.code(), entry.title())).collect();
    let good = |code: &String| query.primary.contains(code) || query.acceptable.contains(code);
    let place = found.iter().position(|(code, _)| good(code));
    let hoped = found.iter().filter(|(code, _)| query.primary.contains(code)).count();
    let understood = answer.understood.iter().map(|part| format!("{} → {}", part.said, part.meant)).collect();
    Result {
        reciprocal: place.map_or(0.0, |place| 1.0 / (place as f64 + 1.0)),
        recall: hoped as f64 / query.primary.len().clamp(1, 10) as f64,
        query: query.clone(),
        found,
        understood,
    }
}

/// Writes the figures, by kind and in all, and the queries that fared worst.
pub fn table(results: &[Result], worst: usize) -> String {
    let mut all = Figures::default();
    let mut kinds: BTreeMap<&str, Figures> = BTreeMap::new();
    for result in results {
        all.add(result);
        kinds.entry(&result.query.kind).or_default().add(result);
    }
    let mut text = all.line("all");
    text.extend(kinds.iter().map(|(kind, figures)| figures.line(kind)));
    let mut sorted: Vec<&Result> = results.iter().filter(|result| result.reciprocal < 0.99).collect();
    sorted.sort_by(|a, b| a.reciprocal.total_cmp(&b.reciprocal));
    for result in sorted.into_iter().take(worst) {
        let Query { id, q, kind, expect, primary, .. } = &result.query;
        let hoped: Vec<&str> = primary.iter().take(3).map(String::as_str).collect();
        let _ = writeln!(text, "\n{id} {kind} «{q}» {:.2}; hoped for {} {expect}", result.reciprocal, hoped.join(" "));
        let _ = writeln!(text, "   understood: {}", result.understood.join("; "));
        for (code, title) in result.found.iter().take(4) {
            let short: String = title.chars().take(110).collect();
            let _ = writeln!(text, "   {code} {short}");
        }
    }
    text
}

/// How long keystrokes take: every beginning of every query is asked once.
///
/// `clock` tells the time since some moment.
pub fn keystrokes(index: &Index, queries: &[Query], clock: impl Fn() -> Duration) -> Vec<Duration> {
    let mut times = Vec::new();
    for query in queries {
        let ends = query.q.char_indices().skip(1).map(|(end, _)| end).chain([query.q.len()]);
        for text in ends.filter_map(|end| query.q.get(..end)) {
            let begun = clock();
            let answer = index.ask(&Question { text, limit: 10, ..Question::default() });
            times.push(clock().saturating_sub(begun));
            std::hint::black_box(answer);
        }
    }
    times.sort();
    times
}
