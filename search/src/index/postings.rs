//! For each word, the records that hold it, and whether in a title or only elsewhere.

use alloc::{vec, vec::Vec};

/// How much a word counts where it stands.
pub(crate) type Strength = bool;
/// In a title or a name.
pub(crate) const STRONG: Strength = true;
/// In the field, the agency or the summary.
pub(crate) const WEAK: Strength = false;

/// Records by word.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// Where the records of each word begin; those that hold it strongly come first.
    starts: Vec<u32>,
    records: Vec<u16>,
    /// In how many titles and names each word stands.
    strong: Vec<u16>,
    /// The last record each word was met in, while they are gathered.
    last: Vec<u32>,
    /// How many strong and weak records of each word were put already.
    put: Vec<(u16, u16)>,
}

impl Postings {
    /// Begins to gather the records of so many words; every word of every record is counted, then put.
    pub(crate) fn new(words: usize) -> Self {
        let starts = vec![0; words + 1];
        Self { starts, records: Vec::new(), strong: vec![0; words], last: vec![u32::MAX; words], put: vec![(0, 0); words] }
    }

    /// Tells whether a word is met for the first time in a record.
    fn is_new(&mut self, word: u16, record: u16) -> bool {
        let last = self.last.get_mut(usize::from(word));
        last.is_some_and(|last| core::mem::replace(last, u32::from(record)) != u32::from(record))
    }

    pub(crate) fn count(&mut self, word: u16, record: u16, strength: Strength) {
        if self.is_new(word, record)
            && let (Some(count), Some(strong)) = (self.starts.get_mut(usize::from(word) + 1), self.strong.get_mut(usize::from(word)))
        {
            *count += 1;
            *strong += u16::from(strength);
        }
    }

    pub(crate) fn make_room(&mut self) {
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        self.records = vec![0; sum as usize];
        self.last.fill(u32::MAX);
    }

    pub(crate) fn put(&mut self, word: u16, record: u16, strength: Strength) {
        let at = usize::from(word);
        if !self.is_new(word, record) {
            return;
        }
        if let (Some(start), Some(strong), Some(put)) = (self.starts.get(at), self.strong.get(at), self.put.get_mut(at)) {
            let (place, count) = if strength { (0, &mut put.0) } else { (*strong, &mut put.1) };
            if let Some(known) = self.records.get_mut(*start as usize + usize::from(place) + usize::from(*count)) {
                *known = record;
            }
            *count += 1;
        }
    }

    pub(crate) const fn bytes(&self) -> usize {
        14 * self.starts.len() + 2 * self.records.len()
    }

    /// The records that hold a word in a title or a name, and those that hold it elsewhere.
    pub(crate) fn of(&self, word: u16) -> (&[u16], &[u16]) {
        let at = |place: usize| self.starts.get(place).copied().unwrap_or(0) as usize;
        let records = self.records.get(at(usize::from(word))..at(usize::from(word) + 1)).unwrap_or_default();
        records.split_at_checked(usize::from(self.strong(word))).unwrap_or_default()
    }

    /// In how many records a word stands in a title or a name.
    pub(crate) fn strong(&self, word: u16) -> u16 {
        self.strong.get(usize::from(word)).copied().unwrap_or(0)
    }
}
