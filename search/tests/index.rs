//! An index written is the index read; whatever bytes come, reading says what is wrong; every name finds its record.

use proptest::prelude::*;
use search::{Audiences, Code, Filter, Index, Kind, Levels, Lexicon, Phrase, Question, Record, Traits, fold, write};

fn record(code: &str, title: &str, field: &str, level: Levels) -> Record {
    Record {
        code: code.to_owned(),
        slug: search::slugify(title),
        title: title.to_owned(),
        field: field.to_owned(),
        agency: "Ủy ban nhân dân cấp xã".to_owned(),
        levels: level,
        audiences: Audiences::CITIZEN,
        traits: if level == Levels::COMMUNE { Traits::ONLINE } else { Traits::NONE },
        prior: 5,
        ..Record::default()
    }
}

fn records() -> Vec<Record> {
    vec![
        record("1.001193", "Đăng ký khai sinh", "Hộ tịch", Levels::COMMUNE),
        record("1.000894", "Đăng ký kết hôn", "Hộ tịch", Levels::COMMUNE),
        record("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân", "Hộ tịch", Levels::COMMUNE),
        record("1.004222", "Đăng ký thường trú", "Cư trú", Levels::COMMUNE),
        record("1.013978", "Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất lần đầu", "Đất đai", Levels::PROVINCE),
        record("2.000720", "Đăng ký thay đổi nội dung đăng ký hộ kinh doanh", "Kinh doanh", Levels::COMMUNE),
        record("3.000333", "Cấp Phiếu lý lịch tư pháp", "Tư pháp", Levels::PROVINCE),
    ]
}

fn lexicon() -> Lexicon {
    let phrase = |kind, says: &[&str], means: &[&str]| Phrase {
        kind,
        says: says.iter().map(ToString::to_string).collect(),
        means: means.iter().map(ToString::to_string).collect(),
    };
    Lexicon {
        phrases: vec![
            phrase(Kind::Everyday, &["sổ đỏ", "sổ hồng"], &["giấy chứng nhận quyền sử dụng đất"]),
            phrase(Kind::Everyday, &["giấy độc thân"], &["giấy xác nhận tình trạng hôn nhân"]),
            phrase(Kind::English, &["birth certificate"], &["khai sinh"]),
            phrase(Kind::Filler, &["tôi muốn", "làm"], &[]),
        ],
    }
}

fn index() -> Index {
    let parts = write(&records(), &lexicon(), None).unwrap();
    Index::read(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap()
}

fn first(index: &Index, text: &str) -> String {
    let answer = index.ask(&Question { text, limit: 5, ..Question::default() });
    answer.hits.first().and_then(|hit| index.entry(hit.entry)).map(|entry| entry.code()).unwrap_or_default()
}

#[track_caller]
fn check(text: &str, code: &str) {
    assert_eq!(first(&index(), text), code, "{text}");
}

#[test]
fn people_are_understood() {
    for (text, code) in [
        ("khai sinh", "1.001193"),
        ("khaisinh", "1.001193"),
        ("dang ky khia sinh", "1.001193"),
        ("ddawng kys keets hoon", "1.000894"),
        ("dang9 ky1 ket61 hon6", "1.000894"),
        ("kết hôn", "1.000894"),
        ("ket h", "1.000894"),
        ("giay doc than", "1.004873"),
        ("tôi muốn làm sổ đỏ", "1.013978"),
        ("birth certificate", "1.001193"),
        ("lý lịch tư pháp", "3.000333"),
        ("1.004222", "1.004222"),
        ("2.0007", "2.000720"),
    ] {
        check(text, code);
    }
}

#[test]
fn a_dossier_code_is_no_search() {
    let answer = index().ask(&Question { text: "h99.12.1-261121-0007", limit: 5, ..Question::default() });
    assert_eq!(answer.code, Some(Code::Dossier("H99.12.1-261121-0007".to_owned())));
    assert!(answer.hits.is_empty());
}

#[test]
fn what_is_written_is_what_is_read_in_any_order_of_records() {
    let mut turned = records();
    turned.reverse();
    assert_eq!(write(&records(), &lexicon(), None), write(&turned, &lexicon(), None));
    let index = index();
    assert_eq!(index.len(), records().len());
    for record in records() {
        let entry = index.entry(index.find(&record.code).unwrap()).unwrap();
        assert_eq!((entry.title(), entry.slug(), entry.field(), entry.agency()), (record.title, record.slug, record.field, record.agency));
        assert_eq!((entry.levels(), entry.audiences(), entry.traits()), (record.levels, record.audiences, record.traits));
    }
}

#[test]
fn a_hot_part_answers_alone_and_both_parts_answer_like_one() {
    let parts = write(&records(), &lexicon(), Some(3)).unwrap();
    let hot = Index::read(&[parts.first().unwrap()]).unwrap();
    assert!(hot.is_partial());
    assert_eq!(hot.len(), 3);
    let whole = Index::read(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
    assert!(!whole.is_partial());
    for record in records() {
        assert_eq!(first(&whole, &record.title), record.code);
    }
}

#[test]
fn a_filter_narrows_and_counts_tell_how_much() {
    let index = index();
    let wide = index.ask(&Question { text: "đăng ký", limit: 10, ..Question::default() });
    let count = wide.facets.levels.iter().find(|count| count.of == Levels::PROVINCE).unwrap();
    let filter = Filter { levels: Levels::PROVINCE, ..Filter::default() };
    let narrow = index.ask(&Question { text: "đăng ký", filter, limit: 10 });
    assert_eq!(narrow.total, count.records);
    assert!(narrow.total < wide.total);
}

proptest! {
    #[test]
    fn every_beginning_of_a_name_finds_it(at in 0..7_usize, length in 4..60_usize, marks: bool) {
        let record = records().swap_remove(at);
        let begun: String = record.title.chars().take(length).collect();
        let typed = if marks { begun } else { fold(&begun) };
        let index = index();
        let answer = index.ask(&Question { text: &typed, limit: 7, ..Question::default() });
        let found = answer.hits.iter().filter_map(|hit| index.entry(hit.entry)).any(|entry| entry.code() == record.code);
        prop_assert!(found, "{typed} does not find {}", record.title);
    }

    #[test]
    fn right_marks_never_lower_a_name(at in 0..7_usize) {
        let record = records().swap_remove(at);
        let index = index();
        let place = index.find(&record.code).unwrap();
        let score = |text: &str| index.explain(text, place).map_or(0.0, |why| why.score);
        prop_assert!(score(&record.title) >= score(&fold(&record.title)));
    }

    #[test]
    fn changed_bytes_are_refused_and_never_a_panic(at in 0..4000_usize, to: u8, cut in 0..4000_usize) {
        let mut part = write(&records(), &lexicon(), None).unwrap().concat();
        let at = at % part.len();
        let same = part[at] == to;
        part[at] = to;
        prop_assert_eq!(Index::read(&[&part]).is_ok(), same);
        let cut = cut % part.len();
        prop_assert!(Index::read(&[&part[..cut]]).is_err());
    }

    #[test]
    fn any_bytes_and_any_words_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300), text in ".{0,80}") {
        let _ = Index::read(&[&bytes]);
        let index = index();
        let answer = index.ask(&Question { text: &text, limit: 5, ..Question::default() });
        prop_assert!(answer.hits.len() <= 5);
        for hit in &answer.hits {
            let title = index.entry(hit.entry).unwrap().title();
            prop_assert!(hit.marks.iter().all(|mark| title.get(mark.clone()).is_some()));
        }
    }
}
