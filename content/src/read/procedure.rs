//! Reads a guide and resolves what it names within itself: papers, cases, sources, ways to file.

use super::MarkdownPart;
use crate::{
    problem::{CodeOf, Fault, Referent},
    register::Thing,
    table::{Desk, Table, stand_in},
};
use domain::{
    code::ProcedureCode,
    date::Date,
    language::{Language, Localized},
    procedure::{Audience, Competence, CompetenceRule, Decision, FilingPlace, Level, OnlineLevel, Paper, Procedure, Source},
    slug::Slug,
};

mod case;
mod channel;
mod names;
mod part;
mod period;

pub(super) use names::duplicates;
use names::{Names, picked};

pub(super) fn read(slug: Slug, table: &Table<'_>, markdown: MarkdownPart<'_>, desk: Desk<'_>, shared: &[Paper]) -> Procedure {
    let (source_ids, sources) = read_sources(table);
    let papers: Vec<Paper> = papers(table).into_iter().chain(shared.iter().cloned()).collect();
    let (case_ids, cases) = case::read(table, &papers);
    let names = Names { sources: source_ids, cases: case_ids };
    let channels = channel::read(table, &names);
    period::unstated(table, markdown, &channels);
    let (body, headings) = markdown.read(Language::Vietnamese, desk);
    let (slip_where, slip_papers) = slip(table);
    let filed_at = filed_at(table, &slug);

    Procedure {
        slug,
        code: code(table, "code"),
        official_name: table.need_official("official_name").value,
        also: table.tables("also").iter().map(|also| part::further_code(also, &names)).collect(),
        title: table.need_short("title", 60),
        answer: table.need_localized("answer"),
        field: table.need_reference("field", Referent::Field).unwrap_or_else(stand_in),
        levels: picked(table.need_choices("levels", &Level::NAMED)),
        audience: picked(table.need_choices("audience", &Audience::NAMED)),
        filed_at,
        competence: competence(table),
        online: table.need_table("online").map_or(OnlineLevel::Full, |table| online(&table)),
        effective: table.table("effective").map(|table| table.validity()).unwrap_or_default(),
        decision: table.table("decision").map(|table| decision(&table)),
        everyday_names: table.texts("everyday_names").into_iter().map(|text| text.value).collect(),
        related: table.references("related", Referent::Procedure),
        replaced_by: table.reference("replaced_by", Referent::Procedure),
        reviewed_on: reviewed_on(table),
        review_note: table.words("review_note").map(|text| text.value),
        slip_where,
        slip_papers,
        agencies: table.need_tables("agencies").iter().map(part::duty).collect(),
        sources,
        cases,
        steps: table.need_tables("steps").iter().map(part::step).collect(),
        channels: channels.list,
        exemptions: table.tables("exemptions").iter().map(|exemption| part::exemption(exemption, &names)).collect(),
        results: table.need_tables("results").iter().map(part::outcome).collect(),
        legal_bases: table.tables("legal_bases").iter().map(part::legal_basis).collect(),
        conditions: table.markups("conditions"),
        returned_because: table.tables("returned_because").iter().map(part::return_reason).collect(),
        questions: table.tables("questions").iter().map(part::question).collect(),
        body,
        headings,
    }
}

/// Reads a list of papers, a guide's own or those that several guides share.
pub(super) fn papers(table: &Table<'_>) -> Vec<Paper> {
    let mut ids = Vec::new();
    let mut papers = Vec::new();
    for entry in table.tables("papers") {
        let id = entry.need_slug("id");
        ids.extend(id.clone());
        papers.push(Paper {
            id: id.map_or_else(stand_in, |(slug, _)| slug),
            name: entry.need_localized("name"),
            note: entry.markup("note"),
            blank: entry.reference("blank", Referent::Blank),
        });
    }
    duplicates(table, &ids);
    papers
}

/// Reads the code of a procedure; a stand-in where it is at fault.
pub(super) fn code(table: &Table<'_>, key: &'static str) -> ProcedureCode {
    let text = table.need_text(key);
    if let Ok(code) = text.value.parse() {
        table.define(Thing::ProcedureCode, &text.value, text.span);
        return code;
    }
    if !text.value.trim().is_empty() {
        table.fault(text.span, Fault::BadCode { value: text.value, of: CodeOf::Procedure });
    }
    code_stand_in()
}

#[expect(clippy::unwrap_used, reason = "a constant that the first test would catch")]
pub(super) fn code_stand_in() -> ProcedureCode {
    "0.000000".parse().unwrap()
}

/// Reads where a fact comes from.
pub(super) fn source(table: &Table<'_>) -> Source {
    Source { title: table.need_official("title").value, url: table.url("url"), date: table.need_past_date("date").unwrap_or(table.as_of()) }
}

/// A source that stands in for one at fault.
pub(super) fn no_source(table: &Table<'_>) -> Source {
    Source { title: String::new(), url: None, date: table.as_of() }
}

fn read_sources(table: &Table<'_>) -> (Vec<Option<Slug>>, Vec<Source>) {
    let entries = table.need_tables("sources");
    let ids: Vec<_> = entries.iter().map(|entry| entry.need_slug("id")).collect();
    duplicates(table, &ids.iter().flatten().cloned().collect::<Vec<_>>());
    let ids = ids.into_iter().map(|id| id.map(|(slug, _)| slug)).collect();
    (ids, entries.iter().map(source).collect())
}

/// Reads the two rows of the slip that are written by hand: where, and which papers.
fn slip(table: &Table<'_>) -> (Localized, Localized) {
    let slip = table.need_table("slip");
    slip.map(|slip| (slip.need_short("where", 110), slip.need_short("papers", 110))).unwrap_or_default()
}

/// Reads where the guide is filed; this portal needs a form for it, other systems a door that leads to them.
fn filed_at(table: &Table<'_>, slug: &Slug) -> Vec<FilingPlace> {
    let places = table.need_choices("filed_at", &FilingPlace::NAMED);
    for place in &places {
        match place.choice {
            FilingPlace::Here => table.note_use(Referent::Form, slug.as_str(), place.span.clone()),
            FilingPlace::Appointment | FilingPlace::Desk => {}
            _ => table.note_use(Referent::Door, place.name, place.span.clone()),
        }
    }
    picked(places)
}

fn competence(table: &Table<'_>) -> Competence {
    let Some(table) = table.need_table("competence") else {
        return Competence { rule: CompetenceRule::Anywhere, note: None };
    };
    let rule = table.need_choice("rule", &CompetenceRule::NAMED);
    Competence { rule: rule.unwrap_or(CompetenceRule::Anywhere), note: table.localized("note") }
}

fn online(table: &Table<'_>) -> OnlineLevel {
    #[derive(Clone, Copy)]
    enum Extent {
        Full,
        Partial,
        None,
    }
    const EXTENTS: [(&str, Extent); 3] = [("full", Extent::Full), ("partial", Extent::Partial), ("none", Extent::None)];
    let extent = table.need_choice("level", &EXTENTS).unwrap_or(Extent::Full);
    let reason = table.localized("reason");
    if reason.is_none() && !table.has("reason") && !matches!(extent, Extent::Full) {
        table.fault(table.place("level"), Fault::PartialWithoutReason);
    }
    let reason = reason.unwrap_or_default();
    match extent {
        Extent::Full => OnlineLevel::Full,
        Extent::Partial => OnlineLevel::Partial(reason),
        Extent::None => OnlineLevel::None(reason),
    }
}

fn decision(table: &Table<'_>) -> Decision {
    Decision { number: table.need_text("number").value, date: table.need_past_date("date").unwrap_or(table.as_of()) }
}

/// Reads when the guide was last read against its sources; that should happen once a year.
fn reviewed_on(table: &Table<'_>) -> Date {
    let reviewed_on = table.need_past_date("reviewed_on");
    if let Some(on) = reviewed_on
        && on.plus_months(12) < table.as_of()
    {
        table.fault(table.key_place("reviewed_on"), Fault::ReviewOverdue { on });
    }
    reviewed_on.unwrap_or(table.as_of())
}
