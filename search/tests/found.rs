//! What fuzzing found, each fault with a test named for what it was.

use search::{Index, Lexicon, Record, write};

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
