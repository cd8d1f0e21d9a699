//! Reads ways to file with their times and fees.

use super::Names;
use crate::{
    problem::Fault,
    table::{NumberOr, Table},
};
use domain::{
    language::Language,
    money::Dong,
    procedure::{Channel, ChannelKind, Deadline, Fee, FeeAmount, Within},
    term::{Term, TermUnit},
};

pub(super) fn read(table: &Table<'_>, names: &Names) -> Channel {
    Channel {
        kind: table.need_choice("kind", &ChannelKind::NAMED, ChannelKind::Desk),
        deadlines: table.need_tables("deadlines").iter().map(|deadline| read_deadline(deadline, names)).collect(),
        fees: table.need_tables("fees").iter().map(|fee| read_fee(fee, names)).collect(),
    }
}

fn read_deadline(table: &Table<'_>, names: &Names) -> Deadline {
    let note = table.localized("note");
    let unit = table.choice("unit", &TermUnit::NAMED);
    let within = match table.number_or_unconfirmed("within") {
        Some(NumberOr::Number(amount)) => {
            if unit.is_none() && !table.has("unit") {
                table.fault(table.span.clone(), Fault::MissingKey { key: "unit".to_owned() });
            }
            Within::Term(Term { unit: unit.unwrap_or(TermUnit::WorkingDay), amount: u16::try_from(amount).unwrap_or(u16::MAX).max(1) })
        }
        Some(NumberOr::Unconfirmed) | None => Within::Unconfirmed,
    };
    let unconfirmed = within == Within::Unconfirmed;
    if unconfirmed && note.is_none() && table.has("within") {
        table.fault(table.place("within"), Fault::UnconfirmedWithoutNote);
    }
    let cutoff: Option<u8> = table.number("cutoff");
    if cutoff.is_some_and(|hour| hour > 23) {
        table.fault(table.place("cutoff"), Fault::WrongType { key: "cutoff".to_owned(), expected: "a whole number" });
    }
    let source = if unconfirmed { names.source(table).unwrap_or(0) } else { names.need_source(table) };
    Deadline { within, cutoff, case: names.case(table), validity: table.validity(), note, source }
}

fn read_fee(table: &Table<'_>, names: &Names) -> Fee {
    let note = table.localized("note");
    let per = table.localized("per");
    let amount = match table.number_or_unconfirmed("amount") {
        Some(NumberOr::Number(0)) => FeeAmount::Free,
        Some(NumberOr::Number(amount)) => {
            if per.is_none() {
                table.fault(table.place("amount"), Fault::FeeWithoutUnit);
            }
            FeeAmount::Exact(Dong(amount))
        }
        Some(NumberOr::Unconfirmed) | None => FeeAmount::Unconfirmed,
    };
    let unconfirmed = amount == FeeAmount::Unconfirmed;
    if unconfirmed && note.is_none() && table.has("amount") {
        table.fault(table.place("amount"), Fault::UnconfirmedWithoutNote);
    }
    let source = if unconfirmed { names.source(table).unwrap_or(0) } else { names.need_source(table) };
    Fee {
        what: table.need_localized("what"),
        amount,
        per,
        case: names.case(table),
        validity: table.validity(),
        sample: table.flag("sample"),
        note,
        source,
    }
}

/// Finds deadlines that state different times for the same way to file, the same case and a common day.
pub(super) fn contradictions(table: &Table<'_>, channels: &[Channel]) {
    let all: Vec<(ChannelKind, &Deadline)> = channels.iter().flat_map(|channel| channel.deadlines.iter().map(|deadline| (channel.kind, deadline))).collect();
    let places: Vec<_> = table.tables("channels").iter().flat_map(|channel| { channel.all_known(); channel.tables("deadlines") }).collect();
    for (at, (kind, deadline)) in all.iter().enumerate() {
        let earlier = all.iter().take(at).find(|(other_kind, other)| {
            other_kind == kind && other.case == deadline.case && other.validity.overlaps(deadline.validity) && other.within != deadline.within
        });
        if let (Some((_, other)), Some(place)) = (earlier, places.get(at)) {
            let fault = Fault::ContradictingDeadlines { first: in_words(other.within), second: in_words(deadline.within) };
            table.fault(place.span.clone(), fault);
        }
    }
    for place in places {
        // They were read before; this second look only wants their places.
        place.all_known();
    }
}

/// A time as an editor writes it: `3 working-day`.
fn in_words(within: Within) -> String {
    match within {
        Within::Term(term) => format!("{} {}", term.amount, term.unit.name()),
        Within::Unconfirmed => Language::Vietnamese.pick("unconfirmed", "unconfirmed").to_owned(),
    }
}
