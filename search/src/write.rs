//! Writes an index: the same records and the same lexicon give the same bytes, in whatever order they come.

use crate::{
    Fault, Lexicon, Phrase, Record, Traits,
    bytes::{check_number, put_number, put_text},
    format::{ENGLISH, HEAD, MAGIC, NAMES, OFFICIAL, SLUG, SUMMARY, VERSION, code_number},
    index::{code_slug, slug},
};
use alloc::collections::BTreeMap;
use alloc::{string::String, vec, vec::Vec};
use vocabulary::{Vocabulary, texts_of};

mod vocabulary;

/// Writes an index of one part, or of two when only the `hot` records wanted most go into the first one.
///
/// # Errors
/// [`Fault::TooMuch`] when there are more than 65,000 records, fields, agencies or different words.
pub fn write(records: &[Record], lexicon: &Lexicon, hot: Option<usize>) -> Result<Vec<Vec<u8>>, Fault> {
    let mut order: Vec<&Record> = records.iter().collect();
    order.sort_by(|a, b| b.prior.cmp(&a.prior).then_with(|| a.cmp(b)));
    let (first, second) = order.split_at(hot.unwrap_or(order.len()).min(order.len()));
    let parts: Vec<Vec<&Record>> = [first, second].into_iter().filter(|part| !part.is_empty()).map(by_code).collect();
    let parts = if parts.is_empty() { vec![Vec::new()] } else { parts };
    if records.len() > 65_000 {
        return Err(Fault::TooMuch);
    }
    let mut phrases: Vec<&Phrase> = lexicon.phrases.iter().collect();
    phrases.sort();

    let mut vocabulary = Vocabulary::new(&parts, &phrases)?;
    let mut tables = [Table::default(), Table::default()];
    let mut payloads = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let mut payload = Vec::new();
        vocabulary.put(&mut payload, at);
        for (table, of) in tables.iter_mut().zip([field as fn(&Record) -> &str, agency]) {
            table.put_new(&mut payload, part.iter().map(|record| of(record)), &vocabulary)?;
        }
        put_lexicon(&mut payload, if at == 0 { &phrases } else { &[] }, &vocabulary);
        put_records(&mut payload, part, &tables, &vocabulary);
        payloads.push(payload);
    }
    Ok(with_heads(payloads))
}

fn field(record: &Record) -> &str {
    &record.field
}

fn agency(record: &Record) -> &str {
    &record.agency
}

fn by_code<'a>(part: &[&'a Record]) -> Vec<&'a Record> {
    let mut part = part.to_vec();
    part.sort_by(|a, b| code_number(&a.code).cmp(&code_number(&b.code)).then_with(|| a.cmp(b)));
    part
}

/// Strings that many records share, the commonest first.
#[derive(Debug, Default)]
struct Table<'a> {
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Table<'a> {
    fn put_new(&mut self, into: &mut Vec<u8>, all: impl Iterator<Item = &'a str>, vocabulary: &Vocabulary) -> Result<(), Fault> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for text in all.filter(|text| !self.numbers.contains_key(text)) {
            *counts.entry(text).or_default() += 1;
        }
        let mut new: Vec<(&str, usize)> = counts.into_iter().collect();
        new.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
        put_number(into, new.len());
        for (text, _) in new {
            self.numbers.insert(text, self.numbers.len());
            vocabulary.put_text(into, text);
        }
        if self.numbers.len() > 65_000 { Err(Fault::TooMuch) } else { Ok(()) }
    }

    fn number(&self, text: &str) -> usize {
        self.numbers.get(text).copied().unwrap_or(0)
    }
}

fn put_lexicon(into: &mut Vec<u8>, phrases: &[&Phrase], vocabulary: &Vocabulary) {
    put_number(into, phrases.len());
    into.extend(phrases.iter().map(|phrase| phrase.kind.number()));
    for phrase in phrases {
        put_number(into, phrase.says.len());
        put_number(into, phrase.means.len());
    }
    for text in phrases.iter().flat_map(|phrase| phrase.says.iter().chain(&phrase.means)) {
        vocabulary.put_text(into, text);
    }
}

fn put_records(into: &mut Vec<u8>, part: &[&Record], [fields, agencies]: &[Table<'_>; 2], vocabulary: &Vocabulary) {
    put_number(into, part.len());
    let mut before = 0;
    for record in part {
        let number = code_number(&record.code);
        put_number(into, usize::try_from(number - before).unwrap_or(0));
        before = number;
    }
    for record in part {
        put_number(into, shape(record));
    }
    for record in part {
        put_number(into, fields.number(&record.field));
    }
    for record in part {
        put_number(into, agencies.number(&record.agency));
    }
    let columns: [fn(&Record) -> u8; 4] =
        [|record| record.levels.bits(), |record| record.audiences.bits(), |record| record.traits.bits(), |record| record.prior];
    for column in columns {
        into.extend(part.iter().map(|record| column(record)));
    }
    let codes = part.iter().filter(|record| code_number(&record.code) == 0).map(|record| record.code.as_str());
    put_text(into, &codes.collect::<Vec<_>>().join("\n"));
    let slugs = part.iter().filter(|record| shape(record) & SLUG != 0).map(|record| record.slug.as_str());
    put_text(into, &slugs.collect::<Vec<_>>().join("\n"));
    for text in part.iter().flat_map(|record| texts_of(record)) {
        vocabulary.put_text(into, text);
    }
}

/// The address the reader makes up where none is stored: guides bear their titles, records of the nation their codes.
fn usual_slug(record: &Record) -> String {
    if record.traits.meets(Traits::GUIDE) { slug(&record.title) } else { code_slug(&record.code) }
}

fn shape(record: &Record) -> usize {
    let bit = |bit: usize, set: bool| if set { bit } else { 0 };
    bit(OFFICIAL, !record.official.is_empty())
        | bit(ENGLISH, !record.english.is_empty())
        | bit(SUMMARY, !record.summary.is_empty())
        | bit(SLUG, record.slug != usual_slug(record))
        | record.names.len() << NAMES
}

fn with_heads(payloads: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let stamp = payloads.iter().fold(0_u32, |stamp, payload| stamp.rotate_left(1) ^ check_number(payload));
    let count = u8::try_from(payloads.len()).unwrap_or(u8::MAX);
    (0..count)
        .zip(payloads)
        .map(|(number, payload)| {
            let mut rest = vec![VERSION, number, count];
            rest.extend(stamp.to_le_bytes());
            rest.extend(&payload);
            let mut part = Vec::with_capacity(HEAD + payload.len());
            part.extend(MAGIC);
            part.extend(check_number(&rest).to_le_bytes());
            part.extend(rest);
            part
        })
        .collect()
}
