//! Any text as a question to a small index: narrowed in several ways, cut at several lengths, each place explained.

use super::{
    answer::{asked, narrowed},
    sample,
};
use search::{Audiences, Filter, Index, Levels, Question, Traits};
use std::sync::LazyLock;

/// The index that is asked; of two parts, as the portal has it.
static INDEX: LazyLock<Option<Index>> = LazyLock::new(|| {
    let parts = search::write(&sample::records(), &sample::lexicon(), Some(5)).ok()?;
    Index::read(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>()).ok()
});

/// Asks bytes as a question; those that are no text are taken for the sign of such.
///
/// # Panics
/// When an answer breaks a promise.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let index = INDEX.as_ref();
    assert!(index.is_some(), "the sample is no index");
    let Some(index) = index else { return };

    let wide = Question { text: &text, limit: index.len(), ..Question::default() };
    let all = asked(index, &wide);
    assert_eq!(all, index.ask(&wide), "the same question has another answer");
    narrowed(index, &wide, &all);
    for limit in [0, 1, 3] {
        let few = asked(index, &Question { limit, ..wide });
        assert_eq!(few.total, all.total, "a limit changes how many fit");
        assert!(all.hits.starts_with(&few.hits), "a limit changes the order");
        assert_eq!(few.facets, all.facets, "a limit changes the facets");
    }
    for filter in [
        Filter { levels: Levels::COMMUNE, ..Filter::default() },
        Filter { audiences: Audiences::CITIZEN.and(Audiences::FOREIGN), traits: Traits::ONLINE, ..Filter::default() },
        Filter { field: Some(1), levels: Levels::PROVINCE, ..Filter::default() },
        Filter { field: Some(u16::MAX), ..Filter::default() },
    ] {
        let question = Question { filter, ..wide };
        let answer = asked(index, &question);
        assert!(answer.total <= all.total, "a filter adds records");
        let kept = all.hits.iter().filter(|hit| answer.hits.iter().any(|other| other.entry == hit.entry));
        assert!(kept.eq(&answer.hits), "a filter changes the order");
        if filter.field == Some(1) {
            narrowed(index, &question, &answer);
        }
    }
    for entry in 0..=index.len() {
        let why = index.explain(&text, entry);
        assert!(why.is_none_or(|why| entry < index.len() && why.score > 0.0), "{entry} is explained: {why:?}");
    }
    words(&text);
}

/// What is used without an index keeps its promises too.
fn words(text: &str) {
    let folded = search::fold(text);
    assert_eq!(search::fold(&folded), folded, "folding twice changes more");
    assert!(search::words(text).iter().all(|word| !word.is_empty() && !word.contains(' ')), "a word is empty or two");
    let slug = search::slugify(text);
    assert!(slug.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase() || byte.is_ascii_digit()), "{slug} is no part of an address");
    assert_eq!(search::slugify(&slug), slug, "a part of an address is changed by making it one");
    // As long as a word may be: the time grows with the square.
    let short: String = text.chars().take(24).collect();
    assert_eq!(search::distance(&short, "khai sinh"), search::distance("khai sinh", &short));
}
