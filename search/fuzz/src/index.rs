//! Any bytes as an index: of one part, of two, and with heads put right so that more than the head is looked at.

use super::{
    answer::{asked, narrowed},
    head::{HEAD, with_head},
};
use search::{Filter, Index, Levels, Question};

/// How many records are looked at of each index.
const ENTRIES: usize = 64;

/// Reads bytes as an index in every way, and asks those that can be read.
///
/// # Panics
/// When an index breaks a promise.
pub fn check(bytes: &[u8]) {
    if !read(&[bytes]) {
        // No chance finds the check number; behind it lies the payload, which must be safe without it.
        read(&[&with_head(bytes.get(HEAD..).unwrap_or_default(), 0, 1)]);
    }
    let [low, high, rest @ ..] = bytes else { return };
    let at = usize::from(u16::from_le_bytes([*low, *high])) % (rest.len() + 1);
    let (first, second) = rest.split_at(at);
    if !read(&[first, second]) {
        let payload = |part: &[u8], number| with_head(part.get(HEAD..).unwrap_or_default(), number, 2);
        read(&[&payload(first, 0), &payload(second, 1)]);
    }
}

/// Returns one input of two parts, as [`check`] takes it apart; `None` where the first is too long for that.
pub fn joined(first: &[u8], second: &[u8]) -> Option<Vec<u8>> {
    let at = u16::try_from(first.len()).ok()?;
    Some([&at.to_le_bytes(), first, second].concat())
}

/// Reads an index from its parts and looks at all of it; tells whether it is one.
fn read(parts: &[&[u8]]) -> bool {
    let Ok(index) = Index::read(parts) else { return false };
    let given: usize = parts.iter().map(|part| part.len()).sum();
    // The sieve of pairs and the places of words are the greater part of a small index.
    assert!(index.bytes() < 300_000 + 1000 * given, "{} bytes of memory for {given}", index.bytes());
    assert_eq!(index.is_empty(), index.entry(0).is_none());
    for number in 0..index.len().min(ENTRIES) {
        let entry = index.entry(number);
        assert!(entry.is_some(), "record {number} is missing");
        let Some(entry) = entry else { continue };
        let _ = [entry.official(), entry.english(), entry.summary(), entry.slug(), entry.field(), entry.agency()];
        let code = entry.code();
        assert!(index.find(&code).is_some_and(|first| first <= number), "the code {code:?} finds another record");
        if number < 3 {
            ask(&index, &entry.title());
            ask(&index, &code);
        }
    }
    assert!(index.entry(index.len()).is_none(), "there is a record after the last");
    for text in ["", "a", "dang ky khai sinh", "ddawng kys", "1.0", "1.004222", "khaisinhcon"] {
        ask(&index, text);
    }
    true
}

fn ask(index: &Index, text: &str) {
    let wide = Question { text, limit: 300, ..Question::default() };
    let answer = asked(index, &wide);
    narrowed(index, &wide, &answer);
    let filter = Filter { field: Some(0), levels: Levels::COMMUNE, ..Filter::default() };
    asked(index, &Question { text, filter, limit: 3 });
}
