//! Properties that hold for any answers at all.

use super::*;
use proptest::prelude::*;

/// Answers that look like real ones, or like nothing.
fn any_raw() -> impl Strategy<Value = RawAnswers> {
    let paths = prop::sample::select(vec![
        "thu-dien-tu",
        "viec.khac",
        "tai-khoan.bank",
        "tai-khoan.number",
        "gia",
        "nhieu",
        "hoac",
        "agency",
        "da-cuoi",
        "ho-ten",
        "ngay-sinh",
        "ngay-sinh.day",
        "so",
        "noi-o.province",
        "noi-o.commune",
        "noi-o.street",
        "ket",
        "ban-an",
        "so-ban",
        "von",
        "viec",
        "y-kien",
        "thanh-vien.1.ten",
        "thanh-vien.2.con-nho",
        "thanh-vien.x",
        "giay-chung-sinh",
        ".",
        "",
    ]);
    let values = prop_oneof![
        prop::sample::select(vec![
            "co",
            "khong",
            "khac",
            "vietcombank",
            "0012 345",
            "12",
            "1/1/1950",
            "an@vi-du.vn",
            "ly-hon",
            "1",
            "2026-01-01",
            "1/1/2000",
            "01",
            "00004",
            "hoc",
            "khong-y-kien",
            "later",
            "7,5"
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
    ];
    prop::collection::vec((paths, values), 0..12).prop_map(|pairs| {
        let changes: Vec<_> = pairs.iter().map(|(path, value)| (*path, value.as_str())).collect();
        raw(&changes)
    })
}

proptest! {
    #[test]
    fn no_answers_make_the_engine_panic(raw in any_raw()) {
        let _ = verdict_of(&raw, PapersHeld::Held(&BTreeMap::new()));
    }

    #[test]
    fn what_was_accepted_is_accepted_again_unchanged(raw in any_raw()) {
        let first = verdict_of(&raw, PapersHeld::AskedLater);
        if first.faults.is_empty() {
            let second = verdict_of(&first.answers.to_raw(), PapersHeld::AskedLater);
            prop_assert_eq!(first, second);
        }
    }

    #[test]
    fn what_is_asked_and_not_answered_is_named(raw in any_raw()) {
        let form = form();
        let relevance = Relevance::of(&form, &raw, today());
        let held = BTreeMap::new();
        let verdict = verdict_of(&raw, PapersHeld::Held(&held));
        let mut wanted: Vec<String> = Vec::new();
        for (_, question) in form.questions().filter(|(_, question)| relevance.asks(question)) {
            let id = question.id.to_string();
            match &question.kind {
                Kind::Group(group) => wanted.extend(raw.rows(&id).iter().take(3).flat_map(|row| {
                    let path = format!("{id}.{row}");
                    let asked = relevance.asked_within(&group.questions, &path, &raw);
                    asked.into_iter().map(|inner| format!("{path}.{}", inner.id)).filter(|path| !raw.any_under(path)).collect::<Vec<_>>()
                })),
                _ if !question.optional && !raw.any_under(&id) => wanted.push(id),
                _ => {}
            }
        }
        wanted.extend(relevance.papers(&raw).into_iter().map(|due| due.id).filter(|id| raw.one(id) != LATER));
        let named = |path: &String| verdict.faults.iter().any(|fault| fault.path == *path || fault.path.starts_with(&format!("{path}.")));
        // A group with too many rows is one fault.
        let crowded = |path: &String| path.starts_with("thanh-vien.") && named(&"thanh-vien".to_owned());
        for path in wanted {
            prop_assert!(named(&path) || crowded(&path), "{path} in {:?}", verdict.faults);
        }
    }

    #[test]
    fn nothing_is_answered_that_is_not_asked(raw in any_raw()) {
        let form = form();
        let relevance = Relevance::of(&form, &raw, today());
        let verdict = verdict_of(&raw, PapersHeld::AskedLater);
        for (path, _) in verdict.answers.iter() {
            let question = form.questions().map(|(_, question)| question).find(|question| path.split('.').next() == Some(question.id.as_str()));
            prop_assert!(question.is_some_and(|question| relevance.asks(question)), "{path}");
        }
    }
}
