//! Reads an index from its parts. Whatever the bytes, it ends with an index or a fault, and asks for no more memory than they warrant.

use super::{Index, Saying, Stored, Text, TextKind, pairs::Pairs, postings, postings::Postings, words::NO_WORD, words::Words};
use crate::{
    Audiences, Fault, Kind, Levels, Traits,
    ask::{sound, worth},
    bytes::{Reader, check_number},
    format::{ENGLISH, FIRST, FLIP, HEAD, MAGIC, NAMES, OFFICIAL, SLUG, SUMMARY, VERSION},
};
use core::ops::Range;

pub(super) fn read(parts: &[&[u8]]) -> Result<Index, Fault> {
    let mut index = Index {
        words: Words::default(),
        forms: Vec::new(),
        records: Vec::new(),
        texts: Vec::new(),
        fields: Vec::new(),
        agencies: Vec::new(),
        phrases: Vec::new(),
        sayings: Vec::new(),
        postings: Postings::default(),
        pairs: Pairs::new(),
        worths: Vec::new(),
        sounds: Vec::new(),
        letters: String::new(),
        partial: false,
    };
    let mut short = 0;
    let mut first = None;
    for (number, part) in parts.iter().enumerate() {
        let head = head(part)?;
        let expected = *first.get_or_insert(head);
        if usize::from(head.number) != number || (head.count, head.stamp) != (expected.count, expected.stamp) {
            return Err(Fault::Mixed);
        }
        let mut reader = Reader::new(part.get(HEAD..).unwrap_or_default());
        if number == 0 {
            short = reader.number()?;
            if short > 254 {
                return Err(Fault::Broken);
            }
        }
        payload(&mut index, &mut reader, number == 0, short)?;
        if !reader.is_empty() {
            return Err(Fault::Broken);
        }
    }
    let first = first.ok_or(Fault::Cut)?;
    index.partial = parts.len() < usize::from(first.count);
    finish(&mut index)?;
    Ok(index)
}

#[derive(Clone, Copy)]
struct Head {
    number: u8,
    count: u8,
    stamp: [u8; 4],
}

fn head(part: &[u8]) -> Result<Head, Fault> {
    if part.get(..2) != Some(MAGIC.as_slice()) {
        return Err(if part.len() < 2 { Fault::Cut } else { Fault::NoIndex });
    }
    let rest = part.get(6..).unwrap_or_default();
    let &[version, number, count, ref stamp @ .., _] = part.get(6..HEAD + 1).ok_or(Fault::Cut)? else { return Err(Fault::Cut) };
    if version != VERSION {
        return Err(Fault::OtherVersion);
    }
    if part.get(2..6) != Some(check_number(rest).to_le_bytes().as_slice()) {
        return Err(Fault::Broken);
    }
    Ok(Head { number, count, stamp: stamp.try_into().map_err(|_| Fault::Broken)? })
}

fn payload(index: &mut Index, reader: &mut Reader<'_>, first: bool, short: usize) -> Result<(), Fault> {
    for _ in 0..=usize::from(first) {
        let text = reader.text()?;
        each_line(text, |start, end| index.words.push_form(text.get(start..end).unwrap_or_default()));
    }
    if index.words.forms_count() > 65_000 {
        return Err(Fault::TooMuch);
    }
    for at in 0..2 {
        for _ in 0..reader.count()? {
            let text = text(index, reader, short, TextKind::Shared)?;
            if at == 0 { &mut index.fields } else { &mut index.agencies }.push(text);
        }
    }
    lexicon(index, reader, short)?;
    records(index, reader, short)
}

/// Reads a text and puts its forms after the others.
fn text(index: &mut Index, reader: &mut Reader<'_>, short: usize, kind: TextKind) -> Result<Text, Fault> {
    let start = index.forms.len();
    let limit = short + usize::from(FIRST);
    loop {
        let byte = usize::from(reader.byte()?);
        let number = if byte < limit { byte } else { limit + (byte - limit) * 256 + usize::from(reader.byte()?) };
        let form = u16::try_from(number).map_err(|_| Fault::Broken)?;
        match form {
            crate::format::END => break,
            FLIP => {}
            _ if number - usize::from(FIRST) >= index.words.forms_count() => return Err(Fault::Broken),
            _ => {}
        }
        index.forms.push(form);
    }
    let length = u16::try_from(index.forms.len() - start).map_err(|_| Fault::TooMuch)?;
    Ok(Text { start: u32::try_from(start).map_err(|_| Fault::TooMuch)?, length, kind })
}

fn lexicon(index: &mut Index, reader: &mut Reader<'_>, short: usize) -> Result<(), Fault> {
    let count = reader.count()?;
    let kinds = reader.slice(count)?;
    let mut counts = Vec::new();
    for _ in 0..count {
        counts.push((reader.count()?, reader.count()?));
    }
    for (kind, (says, means)) in kinds.iter().zip(counts) {
        let kind = Kind::from_number(*kind).ok_or(Fault::Broken)?;
        let first = index.phrases.len();
        for _ in 0..says {
            let says = text(index, reader, short, TextKind::Shared)?;
            index.phrases.push(Saying { kind, next: None, says, means: 0..0 });
        }
        let start = u32::try_from(index.texts.len()).map_err(|_| Fault::TooMuch)?;
        for _ in 0..means {
            let text = text(index, reader, short, TextKind::Shared)?;
            index.texts.push(text);
        }
        let end = u32::try_from(index.texts.len()).map_err(|_| Fault::TooMuch)?;
        index.phrases.iter_mut().skip(first).for_each(|saying| saying.means = start..end);
    }
    Ok(())
}

/// Reads a column of numbers.
fn column(reader: &mut Reader<'_>, count: usize) -> Result<Vec<usize>, Fault> {
    (0..count).map(|_| reader.number()).collect()
}

/// Reads a block of lines and returns where each lies among the letters.
fn lines(index: &mut Index, reader: &mut Reader<'_>) -> Result<Vec<Range<u32>>, Fault> {
    let block = reader.text()?;
    let begin = u32::try_from(index.letters.len()).map_err(|_| Fault::TooMuch)?;
    index.letters.push_str(block);
    let mut ranges = Vec::new();
    let place = |at: usize| begin.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    each_line(block, |start, end| ranges.push(place(start)..place(end)));
    Ok(ranges)
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

fn records(index: &mut Index, reader: &mut Reader<'_>, short: usize) -> Result<(), Fault> {
    let count = reader.count()?;
    if count + index.records.len() > 65_000 {
        return Err(Fault::TooMuch);
    }
    let steps = column(reader, count)?;
    let shapes = column(reader, count)?;
    let fields = column(reader, count)?;
    let agencies = column(reader, count)?;
    let levels = reader.slice(count)?;
    let audiences = reader.slice(count)?;
    let traits = reader.slice(count)?;
    let priors = reader.slice(count)?;
    let mut codes = lines(index, reader)?.into_iter();
    let mut slugs = lines(index, reader)?.into_iter();
    let mut code = 0_usize;
    let rows = steps.into_iter().zip(shapes).zip(fields.into_iter().zip(agencies));
    let sets = levels.iter().zip(audiences).zip(traits.iter().zip(priors));
    for (((step, shape), (field, agency)), ((levels, audiences), (traits, prior))) in rows.zip(sets) {
        if field >= index.fields.len() || agency >= index.agencies.len() {
            return Err(Fault::Broken);
        }
        code = code.checked_add(step).filter(|code| *code <= 10_000_000).ok_or(Fault::Broken)?;
        let code_text = if code == 0 { codes.next().ok_or(Fault::Broken)? } else { 0..0 };
        let slug = if shape & SLUG == 0 { None } else { Some(slugs.next().ok_or(Fault::Broken)?) };
        let stored = Stored {
            code: u32::try_from(code).map_err(|_| Fault::Broken)?,
            code_text,
            slug,
            texts: texts(index, reader, short, shape)?,
            field: u16::try_from(field).map_err(|_| Fault::TooMuch)?,
            agency: u16::try_from(agency).map_err(|_| Fault::TooMuch)?,
            levels: Levels::from_bits(*levels),
            audiences: Audiences::from_bits(*audiences),
            traits: Traits::from_bits(*traits),
            prior: (*prior).min(15),
        };
        index.records.push(stored);
    }
    Ok(())
}

fn texts(index: &mut Index, reader: &mut Reader<'_>, short: usize, shape: usize) -> Result<Range<u32>, Fault> {
    let start = index.texts.len();
    let once = |bit: usize| usize::from(shape & bit != 0);
    let kinds = [
        (TextKind::Title, 1),
        (TextKind::Official, once(OFFICIAL)),
        (TextKind::English, once(ENGLISH)),
        (TextKind::Name, shape >> NAMES),
        (TextKind::Summary, once(SUMMARY)),
    ];
    for (kind, count) in kinds {
        for _ in 0..count {
            let text = text(index, reader, short, kind)?;
            index.texts.push(text);
        }
    }
    let number = |number| u32::try_from(number).map_err(|_| Fault::TooMuch);
    Ok(number(start)?..number(index.texts.len())?)
}

/// How many words of a field or an agency can be found by.
const SHARED_MOST: usize = 96;

/// Makes what is not in the bytes: words of forms, records of words, pairs of words.
fn finish(index: &mut Index) -> Result<(), Fault> {
    index.words.fold();
    let Index { words, forms, records, texts, fields, agencies, phrases, .. } = &*index;
    let forms_of = |text: &Text| forms.get(text.start as usize..text.start as usize + usize::from(text.length)).unwrap_or_default();
    let postings = Postings::new(words.len(), |tell| {
        for (number, record) in (0_u16..).zip(records) {
            // A shared text is told for each of its records, so its length must not multiply without bounds.
            let mut all = |text: &Text, strength| {
                let most = if text.kind == TextKind::Shared { SHARED_MOST } else { usize::MAX };
                for word in forms_of(text).iter().take(most).map(|form| words.word_of(*form)).filter(|word| *word != NO_WORD) {
                    tell(number, word, strength);
                }
            };
            let own = texts.get(record.texts.start as usize..record.texts.end as usize).unwrap_or_default();
            own.iter().filter(|text| text.kind != TextKind::Summary).for_each(|text| all(text, postings::STRONG));
            fields.get(usize::from(record.field)).into_iter().for_each(|text| all(text, postings::FIELD));
            agencies.get(usize::from(record.agency)).into_iter().for_each(|text| all(text, postings::WEAK));
            own.iter().filter(|text| text.kind == TextKind::Summary).for_each(|text| all(text, postings::WEAK));
        }
    });
    let mut pairs = Pairs::new();
    for text in texts.iter().chain(agencies).chain(phrases.iter().map(|phrase| &phrase.says)) {
        let mut before = NO_WORD;
        for form in forms_of(text).iter().filter(|form| **form != FLIP) {
            let word = words.word_of(*form);
            if before != NO_WORD && word != NO_WORD {
                pairs.add(before, word);
            }
            before = word;
        }
    }
    let first = |text: &Text| forms_of(text).iter().map(|form| words.word_of(*form)).find(|word| *word != NO_WORD);
    let mut sayings = vec![None; words.len()];
    let mut nexts = vec![None; phrases.len()];
    for ((number, phrase), next) in (0_u16..).zip(phrases).zip(&mut nexts) {
        if let Some(head) = first(&phrase.says).and_then(|word| sayings.get_mut(usize::from(word))) {
            *next = head.replace(number);
        }
    }
    index.sounds = words.all().map(|word| sound(words.word_text(word))).collect();
    index.postings = postings;
    index.pairs = pairs;
    index.sayings = sayings;
    index.phrases.iter_mut().zip(nexts).for_each(|(phrase, next)| phrase.next = next);
    index.worths = index.words.all().map(|word| worth(index, core::iter::once(word))).collect();
    Ok(())
}
