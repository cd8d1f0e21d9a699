//! Narrows what was found, and counts what it could be narrowed to.

use super::{Answer, Code, Found, Question, Why};
use crate::{Audiences, Index, Levels, Traits, index::Stored};
use alloc::{vec, vec::Vec};

/// How many fields are counted.
const FIELDS: usize = 20;

/// What an answer is narrowed to; nothing set narrows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// The number of a field, see [`Index::field_name`].
    pub field: Option<u16>,
    /// Any of these levels.
    pub levels: Levels,
    /// Any of these audiences.
    pub audiences: Audiences,
    /// What can be filed online, what has a guide.
    pub traits: Traits,
}

/// How many records a choice would leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count<T> {
    /// The choice.
    pub of: T,
    /// How many records.
    pub records: usize,
}

/// What an answer can be narrowed by, each counted as if nothing of its own kind were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Fields, those with most records first.
    pub fields: Vec<Count<u16>>,
    /// Levels, in their order.
    pub levels: Vec<Count<Levels>>,
    /// Audiences, in their order.
    pub audiences: Vec<Count<Audiences>>,
    /// Records that can be filed online.
    pub online: usize,
}

impl Filter {
    /// Tells which of the four conditions a record does not meet, as bits.
    fn misses(self, record: &Stored) -> u8 {
        let field = self.field.is_some_and(|field| field != record.field);
        let levels = self.levels != Levels::NONE && !self.levels.meets(record.levels);
        let audiences = self.audiences != Audiences::NONE && !self.audiences.meets(record.audiences);
        let traits = self.traits.bits() & !record.traits.bits() != 0;
        u8::from(field) | u8::from(levels) << 1 | u8::from(audiences) << 2 | u8::from(traits) << 3
    }
}

/// Makes an answer of all that fits.
pub(crate) fn narrowed(index: &Index, fitting: Vec<(u16, Why)>, question: &Question<'_>, code: Option<Code>) -> Answer {
    let mut answer = Answer { code, ..Answer::default() };
    let mut fields = vec![0_usize; index.fields.len()];
    let (mut levels, mut audiences) = ([0_usize; 8], [0_usize; 8]);
    for (number, why) in fitting {
        let Some(record) = index.records.get(usize::from(number)) else { continue };
        let misses = question.filter.misses(record);
        if misses & !1 == 0
            && let Some(count) = fields.get_mut(usize::from(record.field))
        {
            *count += 1;
        }
        if misses & !2 == 0 {
            tally(&mut levels, record.levels.bits());
        }
        if misses & !4 == 0 {
            tally(&mut audiences, record.audiences.bits());
        }
        if misses & !8 == 0 && record.traits.meets(Traits::ONLINE) {
            answer.facets.online += 1;
        }
        if misses == 0 {
            answer.total += 1;
            if answer.hits.len() < question.limit {
                answer.hits.push(Found { entry: usize::from(number), why, marks: Vec::new() });
            }
        }
    }
    for bit in 0_u8..8 {
        let counted = |counts: &[usize; 8]| counts.get(usize::from(bit)).copied().unwrap_or(0);
        let (levels, audiences) = (counted(&levels), counted(&audiences));
        if levels > 0 {
            answer.facets.levels.push(Count { of: Levels::from_bits(1 << bit), records: levels });
        }
        if audiences > 0 {
            answer.facets.audiences.push(Count { of: Audiences::from_bits(1 << bit), records: audiences });
        }
    }
    // The largest first, as many as anybody looks at.
    while answer.facets.fields.len() < FIELDS {
        let mut most = Count { of: 0, records: 0 };
        for (of, records) in (0_u16..).zip(&fields) {
            if *records > most.records {
                most = Count { of, records: *records };
            }
        }
        let Some(counted) = fields.get_mut(usize::from(most.of)).filter(|_| most.records > 0) else { break };
        *counted = 0;
        answer.facets.fields.push(most);
    }
    answer
}

fn tally(counts: &mut [usize; 8], bits: u8) {
    for (bit, count) in counts.iter_mut().enumerate() {
        *count += usize::from(bits >> bit & 1);
    }
}
