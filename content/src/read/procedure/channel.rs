//! Reads ways to file with their times and fees.

use super::names::Names;
use crate::{
    problem::Fault,
    register::Thing,
    table::{NumberOr, Table},
};
use domain::{
    money::Dong,
    procedure::{Channel, ChannelKind, Deadline, Fee, FeeAmount, Within},
    term::{Term, TermUnit},
};
use std::ops::Range;

/// The ways to file of a guide.
pub(super) struct Channels {
    pub(super) list: Vec<Channel>,
    /// Whether every deadline could be read, so that one may conclude from what they do not state.
    pub(super) whole: bool,
}

/// A deadline that could be read, with what it is held against.
struct Stated {
    kind: ChannelKind,
    deadline: Deadline,
    span: Range<usize>,
}

/// What is known so far while the ways to file are read one after the other.
#[derive(Default)]
struct Seen {
    kinds: Vec<ChannelKind>,
    stated: Vec<Stated>,
    /// How many errors the deadlines hold.
    errors: usize,
}

pub(super) fn read(table: &Table<'_>, names: &Names) -> Channels {
    let mut seen = Seen::default();
    let entries = table.need_tables("channels");
    let list: Vec<Channel> = entries.iter().map(|channel| read_one(channel, names, &mut seen)).collect();
    if list.is_empty() || seen.kinds.len() < list.len() {
        // A way that could not be read may be any of them.
        for (name, _) in ChannelKind::NAMED {
            table.define(Thing::Channel, name, table.span.clone());
        }
    }
    contradictions(table, &seen.stated);
    let whole = !list.is_empty() && seen.errors == 0;
    Channels { list, whole }
}

fn read_one(table: &Table<'_>, names: &Names, seen: &mut Seen) -> Channel {
    let kind = read_kind(table, seen);
    let errors = table.errors();
    let entries = table.need_tables("deadlines");
    let deadlines = entries.iter().map(|entry| {
        let errors = entry.errors();
        let deadline = read_deadline(entry, names);
        if let Some(kind) = kind
            && entry.errors() == errors
        {
            seen.stated.push(Stated { kind, deadline: deadline.clone(), span: entry.span.clone() });
        }
        deadline
    });
    let deadlines = deadlines.collect();
    seen.errors += table.errors() - errors;
    let fees = table.need_tables("fees").iter().map(|fee| read_fee(fee, names)).collect();
    Channel { kind: kind.unwrap_or(ChannelKind::Desk), deadlines, fees }
}

/// Reads which way to file it is; each stands once in a guide.
fn read_kind(table: &Table<'_>, seen: &mut Seen) -> Option<ChannelKind> {
    let kind = table.need_chosen("kind", &ChannelKind::NAMED)?;
    if seen.kinds.contains(&kind.choice) {
        table.fault(kind.span.clone(), Fault::DuplicateId { id: kind.name.to_owned() });
    }
    seen.kinds.push(kind.choice);
    table.define(Thing::Channel, kind.name, kind.span);
    Some(kind.choice)
}

fn read_deadline(table: &Table<'_>, names: &Names) -> Deadline {
    let note = table.localized("note");
    let unit = table.choice("unit", &TermUnit::NAMED);
    let within = table.number_or_unconfirmed::<u16>("within", 1);
    if matches!(within, Some(NumberOr::Number(_))) && !table.has("unit") {
        table.fault(table.span.clone(), Fault::MissingKey { keys: vec!["unit"] });
    }
    if within == Some(NumberOr::Unconfirmed) {
        need_note(table, "within");
    }
    Deadline {
        within: match within {
            Some(NumberOr::Number(amount)) => Within::Term(Term { unit: unit.unwrap_or(TermUnit::WorkingDay), amount }),
            Some(NumberOr::Unconfirmed) | None => Within::Unconfirmed,
        },
        cutoff: table.number_up_to("cutoff", 0, 23),
        case: names.case(table),
        validity: table.validity(),
        note,
        source: source(table, names, within == Some(NumberOr::Unconfirmed)),
    }
}

fn read_fee(table: &Table<'_>, names: &Names) -> Fee {
    let note = table.localized("note");
    let per = table.localized("per");
    let amount = table.number_or_unconfirmed::<u64>("amount", 0);
    if matches!(amount, Some(NumberOr::Number(1..))) && !table.has("per") {
        table.fault(table.place("amount"), Fault::FeeWithoutUnit);
    }
    if amount == Some(NumberOr::Unconfirmed) {
        need_note(table, "amount");
    }
    Fee {
        what: table.need_localized("what"),
        amount: match amount {
            Some(NumberOr::Number(0)) => FeeAmount::Free,
            Some(NumberOr::Number(amount)) => FeeAmount::Exact(Dong(amount)),
            Some(NumberOr::Unconfirmed) | None => FeeAmount::Unconfirmed,
        },
        per,
        case: names.case(table),
        validity: table.validity(),
        sample: table.flag("sample"),
        note,
        source: source(table, names, amount == Some(NumberOr::Unconfirmed)),
    }
}

/// What is not confirmed tells the reader where to ask.
fn need_note(table: &Table<'_>, key: &str) {
    if !table.has("note") {
        table.fault(table.place(key), Fault::UnconfirmedWithoutNote);
    }
}

/// Reads which source states a time or a fee; what is not confirmed needs none.
fn source(table: &Table<'_>, names: &Names, unconfirmed: bool) -> Option<usize> {
    if unconfirmed { names.source(table) } else { names.need_source(table) }
}

/// Finds deadlines that state different times for the same way to file, the same case and a common day.
fn contradictions(table: &Table<'_>, stated: &[Stated]) {
    for (at, one) in stated.iter().enumerate() {
        let contradicts = |other: &&Stated| {
            other.kind == one.kind
                && other.deadline.case == one.deadline.case
                && other.deadline.validity.overlaps(one.deadline.validity)
                && other.deadline.within != one.deadline.within
        };
        if let Some(earlier) = stated.iter().take(at).find(contradicts) {
            let (first, second) = (in_words(earlier.deadline.within), in_words(one.deadline.within));
            table.fault(one.span.clone(), Fault::ContradictingDeadlines { first, second });
        }
    }
}

/// A time as an editor writes it: `3 working-day`.
fn in_words(within: Within) -> String {
    match within {
        Within::Term(term) => format!("{} {}", term.amount, term.unit.name()),
        Within::Unconfirmed => "unconfirmed".to_owned(),
    }
}
