//! Reads an index from its parts. Whatever the bytes, it ends with an index or a fault, and asks for no more memory than they warrant.

use super::{Index, Saying, Stored, Text, TextKind};
use crate::{
    Audiences, Fault, Kind, Levels, Traits,
    bytes::{Reader, check_number},
    format::{END, ENGLISH, FIRST, HEAD, MAGIC, NAMES, OFFICIAL, SLUG, SUMMARY, VERSION},
};
use alloc::vec::Vec;
use core::ops::Range;

pub(super) fn read(parts: &[&[u8]]) -> Result<Index, Fault> {
    let mut index = Index::default();
    let mut short = 0;
    let mut stamp: Option<&[u8]> = None;
    if parts.is_empty() {
        return Err(Fault::Cut);
    }
    for (number, part) in parts.iter().enumerate() {
        let [magic, magic_too, a, b, c, d, version, at, count, stamp_here @ .., _] = part.get(..=HEAD).unwrap_or_default() else {
            return Err(if part.starts_with(&MAGIC) { Fault::Cut } else { Fault::NoIndex });
        };
        if [*magic, *magic_too] != MAGIC {
            return Err(Fault::NoIndex);
        }
        if *version != VERSION {
            return Err(Fault::OtherVersion);
        }
        if u32::from_le_bytes([*a, *b, *c, *d]) != check_number(part.get(6..).unwrap_or_default()) {
            return Err(Fault::Broken);
        }
        if usize::from(*at) != number || *stamp.get_or_insert(stamp_here) != stamp_here {
            return Err(Fault::Mixed);
        }
        index.partial = parts.len() < usize::from(*count);
        let mut payload = Payload { reader: Reader::new(part.get(HEAD..).unwrap_or_default()), index: &mut index, short };
        payload.read(number == 0);
        short = payload.short;
        if payload.reader.left() > 0 {
            payload.reader.fail(Fault::Broken);
        }
        if let Some(fault) = payload.reader.fault {
            return Err(fault);
        }
    }
    index.invert();
    Ok(index)
}

/// The payload of a part being read into an index.
struct Payload<'a> {
    reader: Reader<'a>,
    index: &'a mut Index,
    /// How many forms are written as one byte.
    short: usize,
}

impl Payload<'_> {
    fn read(&mut self, first: bool) {
        if first {
            self.short = self.reader.number();
            if self.short > 254 {
                self.reader.fail(Fault::Broken);
            }
        }
        for _ in 0..=u8::from(first) {
            let forms = self.reader.text();
            each_line(forms, |start, end| self.index.words.push_form(forms.get(start..end).unwrap_or_default()));
        }
        if self.index.words.forms_count() > 65_000 {
            self.reader.fail(Fault::TooMuch);
        }
        let fields = self.table();
        self.index.fields.extend(fields);
        let agencies = self.table();
        self.index.agencies.extend(agencies);
        if self.index.fields.len().max(self.index.agencies.len()) > 65_000 {
            self.reader.fail(Fault::TooMuch);
        }
        self.lexicon();
        self.records();
    }

    /// Reads a table of texts.
    fn table(&mut self) -> Vec<Text> {
        let count = self.reader.count();
        (0..count).map(|_| self.text(TextKind::Shared)).collect()
    }

    /// Reads a text and puts its forms after the others.
    fn text(&mut self, kind: TextKind) -> Text {
        let start = self.index.forms.len();
        let limit = self.short + usize::from(FIRST);
        let known = self.index.words.forms_count() + usize::from(FIRST);
        loop {
            let byte = usize::from(self.reader.byte());
            let number = if byte < limit { byte } else { limit + (byte - limit) * 256 + usize::from(self.reader.byte()) };
            if number >= known {
                self.reader.fail(Fault::Broken);
            }
            match u16::try_from(number) {
                Ok(END) | Err(_) => break,
                Ok(form) => self.index.forms.push(form),
            }
        }
        let length = u16::try_from(self.index.forms.len() - start).unwrap_or_else(|_| {
            self.reader.fail(Fault::TooMuch);
            0
        });
        Text { start: u32::try_from(start).unwrap_or(0), length, kind }
    }

    /// Reads texts into the list of all, and returns where they stand there.
    fn texts(&mut self, kind: TextKind, count: usize) -> Range<u32> {
        let start = self.index.texts.len();
        for _ in 0..self.reader.at_least(count) {
            let text = self.text(kind);
            self.index.texts.push(text);
        }
        let number = |number| u32::try_from(number).unwrap_or(0);
        number(start)..number(self.index.texts.len())
    }

    fn lexicon(&mut self) {
        let count = self.reader.count();
        let kinds = self.reader.slice(count);
        let counts = self.column(2 * count);
        for (kind, counts) in kinds.iter().zip(counts.chunks(2)) {
            let (Some(kind), [says, means]) = (Kind::from_number(*kind), counts) else {
                self.reader.fail(Fault::Broken);
                return;
            };
            let first = self.index.phrases.len();
            for _ in 0..self.reader.at_least(*says) {
                let says = self.text(TextKind::Shared);
                self.index.phrases.push(Saying { kind, next: None, says, means: 0..0 });
            }
            let means = self.texts(TextKind::Shared, *means);
            for saying in self.index.phrases.get_mut(first..).unwrap_or_default() {
                saying.means = means.clone();
            }
        }
        if self.index.phrases.len() > 65_000 {
            self.reader.fail(Fault::TooMuch);
        }
    }

    /// Reads a column of numbers.
    fn column(&mut self, count: usize) -> Vec<usize> {
        let mut column = Vec::new();
        for _ in 0..self.reader.at_least(count) {
            column.push(self.reader.number());
        }
        column
    }

    /// Reads a block of lines and returns where each lies among the letters.
    fn lines(&mut self) -> Vec<Range<u32>> {
        let block = self.reader.text();
        let begin = self.index.letters.len();
        self.index.letters.push_str(block);
        let mut ranges = Vec::new();
        let place = |at: usize| u32::try_from(begin + at).unwrap_or(0);
        each_line(block, |start, end| ranges.push(place(start)..place(end)));
        // One line that is empty and no line at all are written alike.
        if ranges.is_empty() {
            ranges.push(place(0)..place(0));
        }
        ranges
    }

    fn records(&mut self) {
        let count = self.reader.count();
        if count + self.index.records.len() > 65_000 {
            self.reader.fail(Fault::TooMuch);
        }
        let numbers = self.column(4 * count);
        let sets = self.reader.slice(4 * count);
        let (codes, slugs) = (self.lines(), self.lines());
        let (mut codes, mut slugs) = (codes.iter(), slugs.iter());
        let mut code = 0;
        for at in 0..count {
            let number = |column: usize| numbers.get(column * count + at).copied().unwrap_or(0);
            let set = |column: usize| sets.get(column * count + at).copied().unwrap_or(0);
            let (shape, field, agency) = (number(1), number(2), number(3));
            code = (code + number(0)).min(10_000_000);
            let code_text = if code == 0 { codes.next() } else { None };
            let slug = if shape & SLUG == 0 { None } else { slugs.next() };
            let lacks = code == 0 && code_text.is_none() || shape & SLUG != 0 && slug.is_none();
            if lacks || field >= self.index.fields.len() || agency >= self.index.agencies.len() {
                self.reader.fail(Fault::Broken);
                return;
            }
            let narrow = |number| u16::try_from(number).unwrap_or(0);
            let stored = Stored {
                code: u32::try_from(code).unwrap_or(0),
                code_text: code_text.cloned().unwrap_or(0..0),
                slug: slug.cloned(),
                texts: self.own_texts(shape),
                field: narrow(field),
                agency: narrow(agency),
                levels: Levels::from_bits(set(0)),
                audiences: Audiences::from_bits(set(1)),
                traits: Traits::from_bits(set(2)),
                prior: set(3).min(15),
            };
            self.index.records.push(stored);
        }
    }

    fn own_texts(&mut self, shape: usize) -> Range<u32> {
        let start = self.texts(TextKind::Title, 1).start;
        let has = |bit: usize| usize::from(shape & bit != 0);
        self.texts(TextKind::Official, has(OFFICIAL));
        self.texts(TextKind::English, has(ENGLISH));
        self.texts(TextKind::Name, shape >> NAMES);
        let end = self.texts(TextKind::Summary, has(SUMMARY)).end;
        start..end
    }
}

/// Tells of each line of a block where it begins and ends.
fn each_line(block: &str, mut tell: impl FnMut(usize, usize)) {
    let mut start = 0;
    for (at, byte) in block.bytes().enumerate() {
        if byte == b'\n' {
            tell(start, at);
            start = at + 1;
        }
    }
    if !block.is_empty() {
        tell(start, block.len());
    }
}
