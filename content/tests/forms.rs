//! Every form of the portal, answered by chance: what is asked is named, and what was taken is taken again unchanged.

use content::{compile, source::Sources};
use domain::{
    address::Unloaded,
    bank_account::Bank,
    calendar::WorkingCalendar,
    catalogue::Catalogue,
    code::AgencyCode,
    date::Date,
    form::{Circumstances, Form, Kind, PapersHeld, Question, Range, RawAnswers, Relevance, Verdict, check},
};
use proptest::prelude::*;
use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
    sync::LazyLock,
};

#[path = "forms/verdict.rs"]
mod verdict;
#[path = "forms/weighed.rs"]
mod weighed;

static PUBLISHED: LazyLock<Catalogue> = LazyLock::new(|| {
    let sources = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    compile(&sources, day()).catalogue.unwrap()
});

static FORMS: LazyLock<&Vec<Form>> = LazyLock::new(|| &PUBLISHED.forms);

/// What chance says of personal numbers: several, so that people differ after a while.
const NUMBERS: [&str; 3] = ["001190000123", "001090000456", "001290000789"];

/// Days at the edges of the ages that forms ask about, and between.
const DAYS: [&str; 12] = [
    "1936-02-29",
    "1950-01-01",
    "1951-11-21",
    "1951-11-22",
    "1956-11-21",
    "1956-11-22",
    "1990-04-12",
    "2006-11-21",
    "2008-11-22",
    "2020-02-29",
    "2026-11-20",
    "2026-12-24",
];

fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

/// Chance that says the same for the same seed, path and turn.
fn chance(seed: u64, path: &str, turn: u32) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, path, turn).hash(&mut hasher);
    hasher.finish()
}

fn one_of<'a, T: ?Sized>(all: &[&'a T], chance: u64) -> &'a T {
    all[usize::try_from(chance % all.len() as u64).unwrap()]
}

fn number(range: Range, chance: u64) -> u64 {
    let middle = range.least + (chance >> 8) % (range.greatest - range.least).clamp(1, 100);
    [range.least, range.greatest, middle, middle][usize::try_from(chance % 4).unwrap()]
}

/// Answers a question as it wants to be, with whatever chance says.
fn answer(question: &Question, path: &str, (seed, turn): (u64, u32), raw: &mut RawAnswers) {
    let chance = chance(seed, path, turn);
    let mut parts = |values: &[(&str, &str)]| values.iter().for_each(|(part, value)| raw.set(format!("{path}.{part}"), *value));
    let value = match &question.kind {
        Kind::Text(_) | Kind::LongText(_) => "Mẫu".to_owned(),
        Kind::Number(range) | Kind::Money(range) => number(*range, chance).to_string(),
        Kind::Date(_) => one_of(&DAYS, chance).to_owned(),
        Kind::Choice(options) => one_of(&options.iter().map(|option| option.id.as_str()).collect::<Vec<_>>(), chance).to_owned(),
        Kind::Choices(options) => {
            raw.remove(path);
            // Where none is, the answer is missing, and the next turn says others.
            let chosen = options.iter().enumerate().filter(|(at, _)| chance >> at & 1 == 1);
            return chosen.for_each(|(_, option)| raw.add(path, option.id.as_str()));
        }
        Kind::YesNo => one_of(&["co", "khong"], chance).to_owned(),
        Kind::PersonalId | Kind::TaxCode => one_of(&NUMBERS, chance).to_owned(),
        Kind::Phone => "0912345678".to_owned(),
        Kind::Email => "mau@vi-du.vn".to_owned(),
        Kind::BankAccount => return parts(&[("bank", Bank::all().next().unwrap().id()), ("number", "0012345678")]),
        Kind::Address => return parts(&[("province", "99"), ("commune", "99001"), ("street", "Số 1")]),
        Kind::Office => "H99.12.1".to_owned(),
        Kind::Computed(_) => return,
        // The first working day after the day of the tests.
        Kind::Appointment(_) => {
            return parts(&[("day", "23"), ("month", "11"), ("year", "2026"), ("half", one_of(&["sang", "chieu"], chance))]);
        }
        Kind::Person(inside) => {
            return inside.iter().for_each(|inner| answer(inner, &format!("{path}.{}", inner.id), (seed, turn), raw));
        }
        Kind::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| table.columns.iter().map(move |column| (row, column)));
            return cells.for_each(|(row, column)| answer(column, &format!("{path}.{}.{}", row.id, column.id), (seed, turn), raw));
        }
        Kind::Group(group) => {
            let row = format!("{path}.{}", 1 + chance % 3);
            return group.questions.iter().for_each(|inner| answer(inner, &format!("{row}.{}", inner.id), (seed, turn), raw));
        }
    };
    raw.set(path, value);
}

fn judge(form: &Form, raw: &RawAnswers, papers: PapersHeld<'_>) -> Verdict {
    let offices: [AgencyCode; 1] = ["H99.12.1".parse().unwrap()];
    check(form, raw, &Circumstances { today: day(), calendar: &WorkingCalendar::default(), places: &Unloaded, offices: &offices, papers })
}

/// Three quarters of all questions, whether they are asked or not.
fn begun(form: &Form, seed: u64) -> RawAnswers {
    let mut raw = RawAnswers::default();
    for (_, question) in form.questions().filter(|(_, question)| !chance(seed, question.id.as_str(), 99).is_multiple_of(4)) {
        answer(question, question.id.as_str(), (seed, 0), &mut raw);
    }
    raw
}

/// Mends what is wrong until nothing is, as a patient person would.
fn mended(form: &Form, seed: u64) -> (RawAnswers, Verdict) {
    let mut raw = begun(form, seed);
    for turn in 1..200 {
        let verdict = judge(form, &raw, PapersHeld::AskedLater);
        if verdict.faults.is_empty() {
            return (raw, verdict);
        }
        for fault in &verdict.faults {
            let question = form.question(&fault.path).unwrap();
            answer(question, form.question_path(&fault.path), (seed, turn), &mut raw);
        }
    }
    panic!("{}: {:?}", form.procedure, judge(form, &raw, PapersHeld::AskedLater).faults);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_asked_and_missing_is_named(seed: u64) {
        for form in *FORMS {
            let raw = begun(form, seed);
            let (relevance, nothing) = (Relevance::of(form, &raw, day()), BTreeMap::new());
            let faults = judge(form, &raw, PapersHeld::Held(&nothing)).faults;
            let named = |id: &str| faults.iter().any(|fault| fault.path == id || fault.path.starts_with(&format!("{id}.")));
            let asked = form.questions().map(|(_, question)| question).filter(|question| relevance.asks(question) && !question.optional);
            let asked = asked.filter(|question| !matches!(question.kind, Kind::Computed(_)));
            for question in asked.filter(|question| !raw.any_under(question.id.as_str())) {
                prop_assert!(named(question.id.as_str()), "{}: {}", form.procedure, question.id);
            }
            for due in relevance.papers(&raw).iter().filter(|due| !due.paper.optional) {
                prop_assert!(named(&due.id), "{}: {}", form.procedure, due.id);
            }
        }
    }

    #[test]
    fn what_was_taken_is_taken_again_unchanged(seed: u64) {
        for form in *FORMS {
            let (raw, first) = mended(form, seed);
            let again = first.answers.to_raw();
            let mut second = judge(form, &again, PapersHeld::AskedLater);
            // A doubt stands where it was typed, and rows that are kept are numbered anew.
            second.doubts.iter_mut().zip(&first.doubts).for_each(|(doubt, before)| doubt.path.clone_from(&before.path));
            prop_assert_eq!(&second, &first, "{}", form.procedure);
            prop_assert_eq!(form.fee(&first.answers, day()), form.fee(&judge(form, &raw, PapersHeld::AskedLater).answers, day()));
        }
    }
}
