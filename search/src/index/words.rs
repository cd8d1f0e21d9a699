//! The vocabulary: forms as they are written (`Đăng`), and the words they fold to (`dang`).

use crate::{bytes::check_number, format::FIRST, letter::Marks, letter::syllable, token::is_word};
use alloc::{string::String, vec, vec::Vec};

/// The word of forms that are signs.
pub(crate) const NO_WORD: u16 = u16::MAX;

/// A form as it is written.
#[derive(Debug, Clone, Copy)]
struct Form {
    start: u32,
    length: u16,
    word: u16,
    marks: Marks,
}

/// A word without marks.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: u32,
    length: u16,
    /// The first form that folds to it.
    form: u16,
}

/// All forms and all words; words are numbered as they come.
#[derive(Debug, Default)]
pub(crate) struct Words {
    letters: String,
    forms: Vec<Form>,
    folded: String,
    spans: Vec<Word>,
    /// Words by a hash of their letters, with room to spare: a sorted list would need a sort to be made.
    places: Vec<u16>,
}

impl Words {
    pub(crate) fn push_form(&mut self, text: &str) {
        let start = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        self.letters.push_str(text);
        let length = u16::try_from(text.len()).unwrap_or(0);
        self.forms.push(Form { start, length, word: NO_WORD, marks: Marks::default() });
    }

    /// Folds all forms to words, when every form is there.
    pub(crate) fn fold(&mut self) {
        self.places = vec![NO_WORD; (self.forms.len() * 2).next_power_of_two()];
        for at in 0..self.forms.len() {
            let text = self.text_at(at);
            if !is_word(text) {
                continue;
            }
            let (folded, marks) = syllable(text);
            let (place, found) = self.place(&folded);
            let word = found.unwrap_or_else(|| {
                let new = u16::try_from(self.spans.len()).unwrap_or(NO_WORD);
                let start = u32::try_from(self.folded.len()).unwrap_or(u32::MAX);
                let length = u16::try_from(folded.len()).unwrap_or(0);
                self.spans.push(Word { start, length, form: u16::try_from(at).unwrap_or(0) });
                self.folded.push_str(&folded);
                if let Some(cell) = self.places.get_mut(place) {
                    *cell = new;
                }
                new
            });
            if let Some(form) = self.forms.get_mut(at) {
                (form.word, form.marks) = (word, marks);
            }
        }
    }

    /// Where a word belongs among the places, and the word when it is there.
    fn place(&self, folded: &str) -> (usize, Option<u16>) {
        let last = self.places.len().wrapping_sub(1);
        let mut place = check_number(folded.as_bytes()) as usize & last;
        loop {
            match self.places.get(place) {
                Some(word) if *word != NO_WORD => {
                    if self.word_text(*word) == folded {
                        return (place, Some(*word));
                    }
                    place = (place + 1) & last;
                }
                _ => return (place, None),
            }
        }
    }

    fn text_at(&self, at: usize) -> &str {
        let form = self.forms.get(at);
        form.and_then(|form| self.letters.get(form.start as usize..form.start as usize + usize::from(form.length))).unwrap_or_default()
    }

    pub(crate) const fn bytes(&self) -> usize {
        self.letters.len()
            + self.folded.len()
            + size_of::<Form>() * self.forms.len()
            + size_of::<Word>() * self.spans.len()
            + 2 * self.places.len()
    }

    pub(crate) const fn forms_count(&self) -> usize {
        self.forms.len()
    }

    pub(crate) const fn len(&self) -> usize {
        self.spans.len()
    }

    /// Every word.
    pub(crate) fn all(&self) -> impl Iterator<Item = u16> {
        (0..NO_WORD).take(self.spans.len())
    }

    fn form(&self, form: u16) -> Option<&Form> {
        self.forms.get(usize::from(form.checked_sub(FIRST)?))
    }

    pub(crate) fn form_text(&self, form: u16) -> &str {
        form.checked_sub(FIRST).map(|at| self.text_at(usize::from(at))).unwrap_or_default()
    }

    pub(crate) fn form_marks(&self, form: u16) -> Marks {
        self.form(form).map(|form| form.marks).unwrap_or_default()
    }

    /// The word a form folds to; [`NO_WORD`] for signs.
    pub(crate) fn word_of(&self, form: u16) -> u16 {
        self.form(form).map_or(NO_WORD, |form| form.word)
    }

    pub(crate) fn word_text(&self, word: u16) -> &str {
        let word = self.spans.get(usize::from(word));
        word.and_then(|word| self.folded.get(word.start as usize..word.start as usize + usize::from(word.length))).unwrap_or_default()
    }

    /// Writes a word as some text has it, with the marks that were typed if there is such a form.
    pub(crate) fn written(&self, word: u16, marks: Marks) -> &str {
        let same = self.forms.iter().position(|form| form.word == word && form.marks == marks);
        let first = self.spans.get(usize::from(word)).map(|word| usize::from(word.form));
        same.or(first).map(|at| self.text_at(at)).unwrap_or_default()
    }

    /// Returns the word of a folded text.
    pub(crate) fn find(&self, folded: &str) -> Option<u16> {
        self.place(folded).1
    }
}
