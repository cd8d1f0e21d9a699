//! An index in memory: texts as numbers of words, and for each word the records that hold it.

use crate::{
    Audiences, Fault, Kind, Levels, Traits,
    format::{FLIP, code_text},
    letter::apart,
    token::gap,
};
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use core::ops::Range;
use postings::Postings;
use words::Words;

mod invert;
pub(crate) mod pairs;
pub(crate) mod postings;
mod read;
pub(crate) mod words;

/// Records that can be asked for.
#[derive(Default)]
pub struct Index {
    pub(crate) words: Words,
    /// All texts one after the other, as numbers of forms.
    pub(crate) forms: Vec<u16>,
    pub(crate) records: Vec<Stored>,
    /// Where each text of the records lies in `forms`, record by record.
    pub(crate) texts: Vec<Text>,
    pub(crate) fields: Vec<Text>,
    pub(crate) agencies: Vec<Text>,
    pub(crate) phrases: Vec<Saying>,
    /// For each word, the first saying that begins with it.
    pub(crate) sayings: Vec<Option<u16>>,
    pub(crate) postings: Postings,
    pub(crate) pairs: pairs::Pairs,
    /// How telling each word is.
    pub(crate) worths: Vec<f32>,
    /// How each word sounds.
    pub(crate) sounds: Vec<u32>,
    /// Texts kept letter by letter: addresses and codes of another form.
    letters: String,
    /// Whether there are more parts than were read.
    partial: bool,
}

/// Where a text lies in [`Index::forms`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text {
    pub(crate) start: u32,
    pub(crate) length: u16,
    pub(crate) kind: TextKind,
}

/// What a text is to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextKind {
    Title,
    Official,
    English,
    Name,
    Summary,
    /// A field, an agency or a phrase.
    Shared,
}

/// A record in memory.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) code: u32,
    pub(crate) code_text: Range<u32>,
    slug: Option<Range<u32>>,
    pub(crate) texts: Range<u32>,
    pub(crate) field: u16,
    pub(crate) agency: u16,
    pub(crate) levels: Levels,
    pub(crate) audiences: Audiences,
    pub(crate) traits: Traits,
    pub(crate) prior: u8,
}

/// A way to say something, and what it means.
#[derive(Debug, Clone)]
pub(crate) struct Saying {
    pub(crate) kind: Kind,
    /// The next saying that begins with the same word.
    pub(crate) next: Option<u16>,
    pub(crate) says: Text,
    pub(crate) means: Range<u32>,
}

impl core::fmt::Debug for Index {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_struct("Index").field("records", &self.records.len()).finish_non_exhaustive()
    }
}

impl Index {
    /// Reads an index from its parts; the first alone will do.
    ///
    /// # Errors
    /// A [`Fault`] for bytes that are no index of this version.
    pub fn read(parts: &[&[u8]]) -> Result<Self, Fault> {
        read::read(parts)
    }

    /// Returns how many records there are.
    pub const fn len(&self) -> usize {
        self.records.len()
    }

    /// Tells whether there are no records.
    pub const fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Tells whether there are parts that were not read.
    pub const fn is_partial(&self) -> bool {
        self.partial
    }

    /// Returns a record by its number, as [`crate::Found`] and [`Index::find`] have it.
    pub fn entry(&self, number: usize) -> Option<Listing<'_>> {
        Some(Listing { index: self, stored: self.records.get(number)? })
    }

    /// Returns the number of the record with a code.
    pub fn find(&self, code: &str) -> Option<usize> {
        (0..self.len()).find(|number| self.entry(*number).is_some_and(|entry| entry.code() == code))
    }

    /// Returns about how many bytes of memory the index takes.
    pub fn bytes(&self) -> usize {
        let words = self.words.bytes() + 12 * self.words.len();
        let texts = 2 * self.forms.len() + size_of::<Text>() * (self.texts.len() + self.fields.len() + self.agencies.len());
        let records = size_of::<Stored>() * self.records.len() + size_of::<Saying>() * self.phrases.len();
        words + texts + records + self.postings.bytes() + pairs::Pairs::BYTES + self.letters.len()
    }

    pub(crate) fn forms_of(&self, text: Text) -> &[u16] {
        let start = text.start as usize;
        self.forms.get(start..start + usize::from(text.length)).unwrap_or_default()
    }

    pub(crate) fn texts_of(&self, stored: &Stored) -> &[Text] {
        self.texts.get(stored.texts.start as usize..stored.texts.end as usize).unwrap_or_default()
    }

    /// Writes a text out, telling of each form where it came to stand.
    pub(crate) fn spell_out(&self, text: Text, each: &mut dyn FnMut(u16, Range<usize>)) -> String {
        let mut out = String::new();
        let (mut before, mut flip) = (None, false);
        for form in self.forms_of(text) {
            if *form == FLIP {
                flip = true;
                continue;
            }
            let letters = self.words.form_text(*form);
            if before.is_some_and(|left| gap(left, letters) != flip) {
                out.push(' ');
            }
            let start = out.len();
            out.push_str(letters);
            each(*form, start..out.len());
            (before, flip) = (Some(letters), false);
        }
        out
    }

    /// Writes a text out.
    pub(crate) fn spelt(&self, text: Text) -> String {
        self.spell_out(text, &mut |_, _| {})
    }

    fn letters(&self, range: &Range<u32>) -> &str {
        self.letters.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    pub(crate) fn code_of(&self, stored: &Stored) -> String {
        if stored.code > 0 { code_text(stored.code) } else { self.letters(&stored.code_text).to_owned() }
    }
}

/// A record as it can be shown.
#[derive(Debug, Clone, Copy)]
pub struct Listing<'a> {
    index: &'a Index,
    stored: &'a Stored,
}

impl Listing<'_> {
    fn text(&self, kind: TextKind) -> String {
        let text = self.index.texts_of(self.stored).iter().find(|text| text.kind == kind);
        text.map(|text| self.index.spelt(*text)).unwrap_or_default()
    }

    /// The name people see.
    pub fn title(&self) -> String {
        self.text(TextKind::Title)
    }

    /// The official name; empty where it is the title.
    pub fn official(&self) -> String {
        self.text(TextKind::Official)
    }

    /// The title in English; empty where there is none.
    pub fn english(&self) -> String {
        self.text(TextKind::English)
    }

    /// What it is about; empty where nothing is said.
    pub fn summary(&self) -> String {
        self.text(TextKind::Summary)
    }

    /// The code: `1.004222`.
    pub fn code(&self) -> String {
        self.index.code_of(self.stored)
    }

    /// The last part of its address.
    pub fn slug(&self) -> String {
        let usual = || if self.traits().meets(Traits::GUIDE) { slug(&self.title()) } else { code_slug(&self.code()) };
        self.stored.slug.as_ref().map_or_else(usual, |slug| self.index.letters(slug).to_owned())
    }

    /// The field.
    pub fn field(&self) -> String {
        self.index.field_name(usize::from(self.stored.field))
    }

    /// Who carries it out.
    pub fn agency(&self) -> String {
        self.index.agencies.get(usize::from(self.stored.agency)).map(|text| self.index.spelt(*text)).unwrap_or_default()
    }

    /// At which levels it is carried out.
    pub const fn levels(&self) -> Levels {
        self.stored.levels
    }

    /// For whom it is.
    pub const fn audiences(&self) -> Audiences {
        self.stored.audiences
    }

    /// What else is known of it.
    pub const fn traits(&self) -> Traits {
        self.stored.traits
    }
}

impl Index {
    /// Returns the name of a field by its number, as facets have it.
    pub fn field_name(&self, number: usize) -> String {
        self.fields.get(number).map(|text| self.spelt(*text)).unwrap_or_default()
    }
}

/// The address of what bears its code for a name: `1-004222`.
pub(crate) fn code_slug(code: &str) -> String {
    code.chars().map(|letter| if letter == '.' { '-' } else { letter.to_ascii_lowercase() }).collect()
}

/// Like [`crate::slugify`], which must know all scripts and so weighs a multiple; the writer stores slugs where the two differ.
pub(crate) fn slug(title: &str) -> String {
    let mut slug = String::new();
    let mut parted = false;
    for letter in title.chars() {
        match apart(letter, None).0 {
            Some(base) if base.is_ascii_alphanumeric() => {
                if parted && !slug.is_empty() {
                    slug.push('-');
                }
                parted = false;
                slug.push(base);
            }
            Some(_) => parted = true,
            None => {}
        }
    }
    slug
}
