//! The promises of an answer, of whatever index.

use search::{Answer, Filter, Found, Index, Levels, Listing, Question};

/// By how much a hit may score less than the next one: they are told apart in steps, not exactly.
const STEP: f32 = 2.5 / 4096.0 + 1e-5;

/// The score from which on all are equal.
const HIGHEST: f32 = 2.5;

/// How many records are weighed closely; beyond them the order is a rough one.
const CLOSELY: usize = 200;

/// How many hits are explained.
const EXPLAINED: usize = 2;

/// Asks, checks everything that holds for every question, and returns the answer.
///
/// # Panics
/// When a promise is broken.
pub fn asked(index: &Index, question: &Question<'_>) -> Answer {
    let answer = index.ask(question);
    assert_eq!(answer.hits.len(), answer.total.min(question.limit), "there are fewer or more hits than were asked for");
    assert!(answer.total <= index.len(), "more records fit than there are");
    for hit in answer.hits.iter().chain(&answer.guesses) {
        found(index, hit);
    }
    for hit in &answer.hits {
        let entry = index.entry(hit.entry);
        assert!(entry.is_some_and(|entry| meets(question.filter, &entry)), "a hit does not meet the filter");
    }
    for pair in answer.hits.windows(2).take(CLOSELY - 1) {
        let [better, worse] = [0, 1].map(|at: usize| pair[at].why.score.min(HIGHEST));
        assert!(better + STEP >= worse, "{better} stands before {worse}");
    }
    if answer.code.is_none() {
        for hit in answer.hits.iter().take(EXPLAINED) {
            assert_eq!(index.explain(question.text, hit.entry), Some(hit.why), "a hit is explained otherwise");
        }
    }
    for part in &answer.understood {
        assert!(question.text.contains(&part.said), "{:?} was not said", part.said);
    }
    facets(index, &answer);
    answer
}

/// Checks that a choice a facet offers leaves as many records as it tells.
///
/// # Panics
/// When it leaves others.
pub fn narrowed(index: &Index, question: &Question<'_>, answer: &Answer) {
    for count in answer.facets.levels.iter().take(2) {
        let filter = Filter { levels: count.of, ..question.filter };
        assert_eq!(index.ask(&Question { filter, ..*question }).total, count.records, "a level leaves another number of records");
    }
    for count in answer.facets.fields.iter().take(2) {
        let filter = Filter { field: Some(count.of), ..question.filter };
        assert_eq!(index.ask(&Question { filter, ..*question }).total, count.records, "a field leaves another number of records");
    }
}

/// A hit is a record of the index, its score is a number, its marks lie in the title.
fn found(index: &Index, hit: &Found) {
    let title = index.entry(hit.entry).map(|entry| entry.title());
    assert!(title.is_some(), "a hit is no record");
    let title = title.unwrap_or_default();
    let why = hit.why;
    assert!([why.fit, why.brief, why.prior, why.score].iter().all(|part| part.is_finite() && *part >= 0.0), "{why:?}");
    let mut after = 0;
    for mark in &hit.marks {
        assert!(mark.start < mark.end || title.is_empty(), "a mark holds nothing: {mark:?}");
        assert!(title.get(mark.clone()).is_some(), "{mark:?} does not lie in {title:?}");
        assert!(after <= mark.start, "marks overlap");
        after = mark.end;
    }
}

fn meets(filter: Filter, entry: &Listing<'_>) -> bool {
    let levels = filter.levels == Levels::NONE || filter.levels.meets(entry.levels());
    let audiences = filter.audiences.bits() == 0 || filter.audiences.meets(entry.audiences());
    levels && audiences && filter.traits.bits() & !entry.traits().bits() == 0
}

fn facets(index: &Index, answer: &Answer) {
    let facets = &answer.facets;
    assert!(facets.online <= index.len(), "more can be filed online than there are");
    assert!(facets.fields.is_sorted_by(|one, next| one.records >= next.records), "fields are not in order");
    let counts = facets.fields.iter().map(|count| count.records);
    let counts = counts.chain(facets.levels.iter().map(|count| count.records)).chain(facets.audiences.iter().map(|count| count.records));
    for records in counts {
        assert!((1..=index.len()).contains(&records), "a choice leaves {records} of {}", index.len());
    }
    for count in &facets.fields {
        // A field may have an empty name, but it must have one.
        let _ = index.field_name(usize::from(count.of));
    }
}
