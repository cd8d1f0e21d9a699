//! What a search index is made of: the catalogue or a list of the nation as records, the lexicon, and what it must find.

pub use crate::read::Expectation;
use search::{Audiences, Index, Levels, Lexicon, Question, Traits};

mod catalogue;
mod national;

pub use catalogue::records;
pub use national::national_records;

/// The lexicon, and what its entries must find.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// What people say, and what titles call it.
    pub lexicon: Lexicon,
    /// Sayings with procedures they must find.
    pub expectations: Vec<Expectation>,
}

/// A saying that did not find what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// What was expected of which saying.
    pub expectation: Expectation,
    /// The titles found first.
    pub instead: Vec<String>,
}

/// How many results a saying has to find its procedure.
const FIRST: usize = 5;

/// Returns the sayings that do not find what they should; procedures the index does not hold are expected of nobody.
pub fn misses(index: &Index, expectations: &[Expectation]) -> Vec<Miss> {
    let mut missed = Vec::new();
    for expectation in expectations {
        if !expectation.codes.iter().any(|code| index.find(code).is_some()) {
            continue;
        }
        let answer = index.ask(&Question { text: &expectation.saying, limit: FIRST, ..Question::default() });
        let found = || answer.hits.iter().filter_map(|hit| index.entry(hit.entry));
        if !found().any(|entry| expectation.codes.contains(&entry.code())) {
            let instead = found().take(2).map(|entry| format!("{} {}", entry.code(), entry.title())).collect();
            missed.push(Miss { expectation: expectation.clone(), instead });
        }
    }
    missed
}

/// How likely a record is wanted before anything is typed, 0 to 15: what citizens do at their commune first.
fn prior(levels: Levels, audiences: Audiences, traits: Traits, everyday: bool, elsewhere: bool) -> u8 {
    let citizen = if audiences.meets(Audiences::CITIZEN) { 3 } else { 0 };
    let alone = if audiences == Audiences::CITIZEN || audiences == Audiences::CITIZEN.and(Audiences::FOREIGN) { 2 } else { 0 };
    let level = if levels.meets(Levels::COMMUNE) { 3 } else { u8::from(levels.meets(Levels::PROVINCE)) };
    let guide = if traits.meets(Traits::GUIDE) { 5 } else { 0 };
    let sum: u8 = 1 + citizen + alone + level + guide + if everyday { 3 } else { 0 };
    sum.saturating_sub(if elsewhere { 3 } else { 0 }).min(15)
}
