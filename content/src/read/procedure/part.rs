//! Reads the small parts of a guide, each a table of its own.

use super::{
    code,
    names::{Names, channels, picked},
};
use crate::{
    problem::{Fault, Referent},
    table::Table,
};
use domain::{
    agency::AgencyGroup,
    language::Localized,
    procedure::{Actor, AgencyDuty, Exemption, FurtherCode, LegalBasis, Office, Outcome, OutcomeForm, Question, ReturnReason, Step},
};

/// Makes the duty of an office.
type Role = fn(Office) -> AgencyDuty;

const ROLES: [(&str, Role); 3] =
    [("receives", AgencyDuty::Receives), ("decides", AgencyDuty::Decides), ("coordinates", AgencyDuty::Coordinates)];

pub(super) fn duty(table: &Table<'_>) -> AgencyDuty {
    table.need_choice("role", &ROLES).unwrap_or(AgencyDuty::Receives)(office(table))
}

fn office(table: &Table<'_>) -> Office {
    let office = match table.need_one_of(&["group", "agency", "body"]) {
        Some("group") => table.choice("group", &AgencyGroup::NAMED).map(Office::Group),
        Some("agency") => table.reference("agency", Referent::Agency).map(Office::Agency),
        Some(_) => table.localized("body").map(Office::Body),
        None => None,
    };
    office.unwrap_or_else(|| Office::Body(Localized::default()))
}

pub(super) fn further_code(table: &Table<'_>, names: &Names) -> FurtherCode {
    FurtherCode { code: code(table, "code"), official_name: table.need_official("official_name").value, case: names.case(table) }
}

pub(super) fn step(table: &Table<'_>) -> Step {
    Step {
        who: table.need_choice("who", &Actor::NAMED).unwrap_or(Actor::You),
        title: table.need_words("title").value,
        text: table.need_markup("text"),
        channels: channels(table),
    }
}

pub(super) fn exemption(table: &Table<'_>, names: &Names) -> Exemption {
    Exemption {
        who: table.need_words("who").value,
        effect: table.need_words("effect").value,
        source: names.need_source(table).unwrap_or(0),
    }
}

pub(super) fn outcome(table: &Table<'_>) -> Outcome {
    Outcome {
        name: table.need_localized("name"),
        form: picked(table.need_choices("form", &OutcomeForm::NAMED)),
        note: table.markup("note"),
    }
}

pub(super) fn legal_basis(table: &Table<'_>) -> LegalBasis {
    let until = table.date("until");
    if let Some(until) = until
        && until < table.as_of()
    {
        table.fault(table.place("until"), Fault::LegalBasisEnded { until });
    }
    LegalBasis { number: table.need_text("number").value, title: table.need_official("title").value, until }
}

pub(super) fn return_reason(table: &Table<'_>) -> ReturnReason {
    ReturnReason { fault: table.need_words("fault").value, remedy: table.need_markup("remedy") }
}

pub(super) fn question(table: &Table<'_>) -> Question {
    Question { ask: table.need_words("ask").value, answer: table.need_markup("answer") }
}
