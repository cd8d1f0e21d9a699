//! What fuzzing found, each fault with a test named for what it was.

use search::{Fault, Index, Kind, Lexicon, Phrase, Question, Record, write};

#[path = "../fuzz/src/head.rs"]
#[allow(unreachable_pub, reason = "public for the fuzz targets, and here a module")]
mod head;

use head::with_head;

#[track_caller]
fn read(records: &[Record], hot: Option<usize>) -> Index {
    let parts = write(records, &Lexicon::default(), hot).unwrap();
    Index::read(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap()
}

#[test]
fn a_single_record_without_a_code_can_be_read() {
    let record = Record { title: "Sinh con".to_owned(), slug: "sinh-con".to_owned(), ..Record::default() };
    let other = Record { code: "1.001193".to_owned(), slug: String::new(), ..record.clone() };
    for (records, hot) in [(vec![record.clone()], None), (vec![other.clone()], None), (vec![record, other], Some(1))] {
        let index = read(&records, hot);
        let mut codes: Vec<String> = (0..index.len()).filter_map(|at| index.entry(at)).map(|entry| entry.code()).collect();
        codes.sort();
        assert_eq!(codes, records.iter().map(|record| record.code.as_str()).collect::<Vec<_>>());
    }
}

#[test]
fn heads_put_right_are_those_that_are_written() {
    let part = &write(&[], &Lexicon::default(), None).unwrap()[0];
    assert_eq!(with_head(&[], 0, 1).get(6), part.get(6), "another version: bring `fuzz/src/head.rs` up to it");
}

/// The payload of an index of one record with one text, as far as its texts.
const RECORD: &[u8] = &[
    2, 3, b'a', b'\n', b'b', 0, // Two forms, both short.
    1, 0, 1, 0, 0, // A field and an agency without a name, no lexicon.
    1, 5, 0, 0, 0, 1, 1, 0, 5, 0, 0, // One record of the code 0.000004; nothing but a title.
];

#[test]
fn a_record_whose_title_is_cut_off_is_refused() {
    let read = |title: &[u8]| Index::read(&[&with_head(&[RECORD, title].concat(), 0, 1)]);
    let index = read(&[2, 3, 0]).unwrap();
    assert_eq!(index.ask(&Question { text: "b", limit: 1, ..Question::default() }).total, 1);
    assert_eq!(read(&[]).err(), Some(Fault::Cut));
}

#[test]
fn more_fields_than_can_be_numbered_are_refused() {
    // 70,000 names that are empty.
    let names = vec![0; 70_000];
    let many = [&[2, 3, b'a', b'\n', b'b', 0, 0xf0, 0xa2, 0x04], names.as_slice(), &RECORD[8..], &[2, 0]].concat();
    assert_eq!(Index::read(&[&with_head(&many, 0, 1)]).err(), Some(Fault::TooMuch));
}

#[test]
fn more_words_than_can_be_numbered_are_refused() {
    let words: Vec<String> = (0..70_000).map(|number| format!("w{number}")).collect();
    let record = Record { title: words.join(" "), ..Record::default() };
    assert_eq!(write(&[record], &Lexicon::default(), None), Err(Fault::TooMuch));
}

#[test]
fn a_lexicon_that_multiplies_is_answered_soon() {
    // Less than 4,000 bytes, and more than ten million meanings if there were no limit.
    let many = vec!["a".to_owned(); 900];
    let lexicon = Lexicon { phrases: vec![Phrase { kind: Kind::Everyday, says: many.clone(), means: many }] };
    let record = Record { title: "a".to_owned(), slug: "a".to_owned(), ..Record::default() };
    let parts = write(&[record], &lexicon, None).unwrap();
    let index = Index::read(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
    assert_eq!(index.ask(&Question { text: &"a ".repeat(16), limit: 1, ..Question::default() }).total, 1);
}
