//! For each word, the records that hold it, and how strongly the best of their texts speaks.

/// How much a word counts that stands in a title or a name.
pub(crate) const STRONG: u8 = 3;
/// In the field.
pub(crate) const FIELD: u8 = 2;
/// In the agency or the summary.
pub(crate) const WEAK: u8 = 1;

/// Records by word.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    starts: Vec<u32>,
    records: Vec<u16>,
    strengths: Vec<u8>,
    /// In how many titles and names each word stands.
    strong: Vec<u16>,
}

impl Postings {
    /// Inverts: `visit` is called twice and tells, record by record in their order, the words of each with their strengths, the strongest first.
    pub(crate) fn new(words: usize, mut visit: impl FnMut(&mut dyn FnMut(u16, u16, u8))) -> Self {
        let mut starts = vec![0_u32; words + 1];
        let mut strong = vec![0_u16; words];
        let mut last = vec![u32::MAX; words];
        let is_new = |last: &mut Vec<u32>, record: u16, word: u16| {
            let seen = last.get_mut(usize::from(word));
            seen.is_some_and(|seen| core::mem::replace(seen, u32::from(record)) != u32::from(record))
        };
        visit(&mut |record, word, strength| {
            if is_new(&mut last, record, word) {
                if let Some(count) = starts.get_mut(usize::from(word) + 1) {
                    *count += 1;
                }
                if let Some(count) = strong.get_mut(usize::from(word)).filter(|_| strength == STRONG) {
                    *count += 1;
                }
            }
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut made = Self { starts, records: vec![0; sum as usize], strengths: vec![0; sum as usize], strong };
        last.fill(u32::MAX);
        visit(&mut |record, word, strength| {
            if !is_new(&mut last, record, word) {
                return;
            }
            let Some(place) = next.get_mut(usize::from(word)) else { return };
            if let (Some(known), Some(how)) = (made.records.get_mut(*place as usize), made.strengths.get_mut(*place as usize)) {
                (*known, *how) = (record, strength);
            }
            *place += 1;
        });
        made
    }

    pub(crate) fn bytes(&self) -> usize {
        4 * self.starts.len() + 3 * self.records.len() + 2 * self.strong.len()
    }

    /// The records that hold a word, with the strength of each.
    pub(crate) fn of(&self, word: u16) -> impl Iterator<Item = (u16, u8)> {
        let at = |place: usize| self.starts.get(place).copied().unwrap_or(0) as usize;
        let range = at(usize::from(word))..at(usize::from(word) + 1);
        let records = self.records.get(range.clone()).unwrap_or_default();
        records.iter().copied().zip(self.strengths.get(range).unwrap_or_default().iter().copied())
    }

    /// In how many records a word stands in a title or a name.
    pub(crate) fn strong(&self, word: u16) -> u16 {
        self.strong.get(usize::from(word)).copied().unwrap_or(0)
    }
}
