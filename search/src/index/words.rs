//! The vocabulary: forms as they are written (`Đăng`), and the words they fold to (`dang`).

use crate::{format::FIRST, letter::Marks, letter::syllable, token::is_of_word};
use core::ops::Range;

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
}

/// All forms and all words; words are numbered in the order of the alphabet.
#[derive(Debug, Default)]
pub(crate) struct Words {
    letters: String,
    forms: Vec<Form>,
    folded: String,
    words: Vec<Word>,
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
        let mut folded: Vec<(String, usize)> = Vec::with_capacity(self.forms.len());
        for at in 0..self.forms.len() {
            let (text, marks) = syllable(self.text_at(at));
            if let Some(form) = self.forms.get_mut(at) {
                form.marks = marks;
            }
            if text.starts_with(is_of_word) {
                folded.push((text, at));
            }
        }
        folded.sort_unstable();
        for (text, at) in &folded {
            let last = self.words.last().map(|word| self.text(*word));
            if last != Some(text) {
                let start = u32::try_from(self.folded.len()).unwrap_or(u32::MAX);
                self.words.push(Word { start, length: u16::try_from(text.len()).unwrap_or(0) });
                self.folded.push_str(text);
            }
            if let Some(form) = self.forms.get_mut(*at) {
                form.word = u16::try_from(self.words.len() - 1).unwrap_or(NO_WORD);
            }
        }
    }

    fn text_at(&self, at: usize) -> &str {
        let form = self.forms.get(at);
        form.and_then(|form| self.letters.get(form.start as usize..form.start as usize + usize::from(form.length))).unwrap_or_default()
    }

    fn text(&self, word: Word) -> &str {
        self.folded.get(word.start as usize..word.start as usize + usize::from(word.length)).unwrap_or_default()
    }

    pub(crate) const fn bytes(&self) -> usize {
        self.letters.len() + self.folded.len() + size_of::<Form>() * self.forms.len() + size_of::<Word>() * self.words.len()
    }

    pub(crate) const fn forms_count(&self) -> usize {
        self.forms.len()
    }

    pub(crate) const fn len(&self) -> usize {
        self.words.len()
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
        self.words.get(usize::from(word)).map(|word| self.text(*word)).unwrap_or_default()
    }

    /// Writes a word as some text has it, with the marks that were typed if there is such a form.
    pub(crate) fn written(&self, word: u16, marks: Marks) -> &str {
        let all = || self.forms.iter().enumerate().filter(move |(_, form)| form.word == word);
        let found = all().find(|(_, form)| form.marks == marks).or_else(|| all().next());
        found.map(|(at, _)| self.text_at(at)).unwrap_or_default()
    }

    fn place(&self, folded: &str) -> usize {
        self.words.partition_point(|word| self.text(*word) < folded)
    }

    /// Returns the word of a folded text.
    pub(crate) fn find(&self, folded: &str) -> Option<u16> {
        let place = self.place(folded);
        let found = self.words.get(place).is_some_and(|word| self.text(*word) == folded);
        if found { u16::try_from(place).ok() } else { None }
    }

    /// Returns the words that begin with a folded text.
    pub(crate) fn beginning_with(&self, folded: &str) -> Range<u16> {
        let start = self.place(folded);
        let rest = self.words.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|word| self.text(**word).starts_with(folded)).count();
        u16::try_from(start).unwrap_or(0)..u16::try_from(start + length).unwrap_or(0)
    }
}
