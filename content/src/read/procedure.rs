//! Reads a guide and resolves what it names within itself: papers, cases, sources.

use super::MarkdownPart;
use crate::{
    markdown::{self, Written},
    problem::{Fault, Referent, nearest},
    table::{Desk, Table, stand_in},
    wording,
};
use domain::{
    agency::AgencyGroup,
    code::ProcedureCode,
    date::Date,
    procedure::{
        Actor, AgencyDuty, Audience, ChannelKind, Competence, CompetenceRule, Decision, Exemption, FilingPlace, FurtherCode, LegalBasis, Level, Office,
        OnlineLevel, Outcome, OutcomeForm, Paper, Procedure, Question, ReturnReason, Source, Step,
    },
    slug::Slug,
};
use std::{collections::BTreeSet, ops::Range};

mod case;
mod channel;
mod period;

/// What a guide names within itself.
struct Names {
    sources: Vec<String>,
    cases: Vec<String>,
}

pub(super) fn read(slug: Slug, table: &Table<'_>, markdown: MarkdownPart<'_>, desk: Desk<'_>, shared: &[Paper]) -> Procedure {
    let title = table.need_localized("title");
    table.limit(&title.vi, table.place("title"), 60);
    table.limit(&title.en, table.place("title"), 60);

    let (source_ids, sources) = read_sources(table);
    let papers: Vec<Paper> = table.tables("papers").iter().map(paper).chain(shared.iter().cloned()).collect();
    let cases = case::read(table, &papers);
    let names = Names { sources: source_ids, cases: cases.iter().map(|case| case.id.to_string()).collect() };
    let channels: Vec<_> = table.need_tables("channels").iter().map(|channel| channel::read(channel, &names)).collect();
    channel::contradictions(table, &channels);
    let (body, headings) = body(markdown, desk);

    let procedure = Procedure {
        slug,
        code: code(table, "code"),
        official_name: table.need_official("official_name").value,
        also: table.tables("also").iter().map(|further| also(further, &names)).collect(),
        title,
        answer: table.need_localized("answer"),
        field: table.need_slug("field").0,
        levels: table.need_choices("levels", &Level::NAMED),
        audience: table.need_choices("audience", &Audience::NAMED),
        filed_at: table.need_choices("filed_at", &FilingPlace::NAMED),
        competence: table.need_table("competence").map_or(Competence { rule: CompetenceRule::Anywhere, note: None }, |table| Competence {
            rule: table.need_choice("rule", &CompetenceRule::NAMED, CompetenceRule::Anywhere),
            note: table.localized("note"),
        }),
        online: table.need_table("online").map_or(OnlineLevel::Full, |table| online(&table)),
        effective: table.table("effective").map(|table| table.validity()).unwrap_or_default(),
        decision: table.table("decision").map(|table| Decision { number: table.need_text("number").value, date: table.need_past_date("date") }),
        everyday_names: table.texts("everyday_names").into_iter().map(|text| text.value).collect(),
        related: table.slugs("related").into_iter().map(|(slug, _)| slug).collect(),
        reviewed_on: table.need_past_date("reviewed_on"),
        review_note: table.words("review_note").map(|text| text.value),
        slip_where: slip(table, "where"),
        slip_papers: slip(table, "papers"),
        agencies: table.need_tables("agencies").iter().map(duty).collect(),
        sources,
        cases,
        steps: table.need_tables("steps").iter().map(step).collect(),
        channels,
        exemptions: table.tables("exemptions").iter().map(|exemption| read_exemption(exemption, &names)).collect(),
        results: table.need_tables("results").iter().map(outcome).collect(),
        legal_bases: table.tables("legal_bases").iter().map(|basis| legal_basis(basis, table.as_of())).collect(),
        conditions: table.markups("conditions"),
        returned_because: table.tables("returned_because").iter().map(reason).collect(),
        questions: table.tables("questions").iter().map(question).collect(),
        body,
        headings,
    };
    if let Some(slip) = table.need_table("slip") {
        slip.all_known();
    }
    period::unstated(table, markdown, &procedure);
    procedure
}

/// Reads the papers that several guides share.
pub(super) fn shared_papers(table: &Table<'_>) -> Vec<Paper> {
    table.tables("papers").iter().map(paper).collect()
}

/// Reads the code of a procedure; a stand-in where it is at fault.
pub(super) fn code(table: &Table<'_>, key: &'static str) -> ProcedureCode {
    let text = table.need_text(key);
    text.value.parse().unwrap_or_else(|_| {
        if !text.value.is_empty() {
            table.fault(text.span, Fault::BadCode);
        }
        code_stand_in()
    })
}

#[expect(clippy::unwrap_used, reason = "a constant that the first test would catch")]
fn code_stand_in() -> ProcedureCode {
    "0.000000".parse().unwrap()
}

/// Reads where a fact comes from.
pub(super) fn source(table: &Table<'_>) -> Source {
    Source { title: table.need_official("title").value, url: table.url("url"), date: table.need_past_date("date") }
}

/// A source that stands in for one at fault.
pub(super) fn no_source() -> Source {
    Source { title: String::new(), url: None, date: Date::new(2000, 1, 1).unwrap_or_else(|_| unreachable_date()) }
}

/// 1970-01-01, without a way to fail.
fn unreachable_date() -> Date {
    domain::date::Moment::from_unix_milliseconds(0).date
}

fn read_sources(table: &Table<'_>) -> (Vec<String>, Vec<Source>) {
    let mut ids = Vec::new();
    let mut sources = Vec::new();
    for entry in table.need_tables("sources") {
        let (id, span) = entry.need_slug("id");
        if ids.contains(&id.to_string()) {
            entry.fault(span, Fault::DuplicateId { id: id.to_string() });
        }
        ids.push(id.to_string());
        sources.push(source(&entry));
    }
    (ids, sources)
}

fn slip(table: &Table<'_>, key: &'static str) -> domain::language::Localized {
    let Some(slip) = table.table("slip") else { return domain::language::Localized::default() };
    let text = slip.need_localized(key);
    slip.limit(&text.vi, slip.place(key), 110);
    slip.limit(&text.en, slip.place(key), 110);
    // The other row of the slip is read by its own call, and unknown rows are found here.
    let _ = (slip.has("where"), slip.has("papers"));
    text
}

fn online(table: &Table<'_>) -> OnlineLevel {
    #[derive(Clone, Copy)]
    enum Extent {
        Full,
        Partial,
        None,
    }
    let extent = table.need_choice("level", &[("full", Extent::Full), ("partial", Extent::Partial), ("none", Extent::None)], Extent::Full);
    let reason = table.localized("reason");
    if reason.is_none() && !matches!(extent, Extent::Full) {
        table.fault(table.place("level"), Fault::PartialWithoutReason);
    }
    let reason = reason.unwrap_or_default();
    match extent {
        Extent::Full => OnlineLevel::Full,
        Extent::Partial => OnlineLevel::Partial(reason),
        Extent::None => OnlineLevel::None(reason),
    }
}

fn duty(table: &Table<'_>) -> AgencyDuty {
    let office = if let Some(group) = table.choice("group", &AgencyGroup::NAMED) {
        Office::Group(group)
    } else if let Some((slug, _)) = table.slug("agency") {
        Office::Agency(slug)
    } else {
        Office::Body(table.need_localized("body"))
    };
    // Only one of the three may be named; the others are then unknown keys by intention.
    let roles: [(&str, fn(Office) -> AgencyDuty); 3] =
        [("receives", AgencyDuty::Receives), ("decides", AgencyDuty::Decides), ("coordinates", AgencyDuty::Coordinates)];
    table.need_choice("role", &roles, AgencyDuty::Receives)(office)
}

fn also(table: &Table<'_>, names: &Names) -> FurtherCode {
    FurtherCode { code: code(table, "code"), official_name: table.need_official("official_name").value, case: names.case(table) }
}

fn paper(table: &Table<'_>) -> Paper {
    Paper { id: table.need_slug("id").0, name: table.need_localized("name"), note: table.markup("note"), blank: table.slug("blank").map(|(slug, _)| slug) }
}

fn step(table: &Table<'_>) -> Step {
    Step {
        who: table.need_choice("who", &Actor::NAMED, Actor::You),
        title: table.need_words("title").value,
        text: table.need_markup("text"),
        channels: table.choices("channels", &ChannelKind::NAMED),
    }
}

fn read_exemption(table: &Table<'_>, names: &Names) -> Exemption {
    Exemption { who: table.need_words("who").value, effect: table.need_words("effect").value, source: names.need_source(table) }
}

fn outcome(table: &Table<'_>) -> Outcome {
    Outcome { name: table.need_localized("name"), form: table.need_choices("form", &OutcomeForm::NAMED), note: table.markup("note") }
}

fn legal_basis(table: &Table<'_>, as_of: Date) -> LegalBasis {
    let basis = LegalBasis { number: table.need_text("number").value, title: table.need_official("title").value, until: table.date("until") };
    if let Some(until) = basis.until
        && until < as_of
    {
        table.fault(table.place("until"), Fault::LegalBasisEnded { until });
    }
    basis
}

fn reason(table: &Table<'_>) -> ReturnReason {
    ReturnReason { fault: table.need_words("fault").value, remedy: table.need_words("remedy").value }
}

fn question(table: &Table<'_>) -> Question {
    Question { ask: table.need_words("ask").value, answer: table.need_markup("answer") }
}

fn body(markdown: MarkdownPart<'_>, desk: Desk<'_>) -> (domain::markup::Markup, Vec<domain::markup::Heading>) {
    let span = markdown.begin..markdown.file.text.len();
    wording::composition(markdown.text(), &span, markdown.file, desk.problems);
    wording::officialese(markdown.text(), &span, markdown.file, desk.problems);
    let written = Written { text: markdown.text(), span, exact: true };
    markdown::to_markup(&written, markdown.file, desk.problems, desk.links)
}

impl Names {
    /// Reads the key `case`, an id of this guide's cases.
    fn case(&self, table: &Table<'_>) -> Option<Slug> {
        let (slug, span) = table.slug("case")?;
        if !self.cases.iter().any(|id| id == slug.as_str()) {
            let fault = unknown(Referent::Case, &slug, self.cases.iter().map(String::as_str));
            table.fault(span, fault);
        }
        Some(slug)
    }

    /// Reads the key `source`, an id of this guide's sources; returns its place among them.
    fn source(&self, table: &Table<'_>) -> Option<usize> {
        let (slug, span) = table.slug("source")?;
        let found = self.sources.iter().position(|id| id == slug.as_str());
        if found.is_none() {
            table.fault(span, unknown(Referent::Source, &slug, self.sources.iter().map(String::as_str)));
        }
        found.or(Some(0))
    }

    fn need_source(&self, table: &Table<'_>) -> usize {
        self.source(table).unwrap_or_else(|| {
            table.fault(table.span.clone(), Fault::MissingSource);
            0
        })
    }
}

fn unknown<'a>(what: Referent, id: &Slug, known: impl IntoIterator<Item = &'a str>) -> Fault {
    Fault::UnknownReference { what, id: id.to_string(), nearest: nearest(id.as_str(), known) }
}

/// Records ids that stand twice in a list.
fn duplicates(table: &Table<'_>, ids: &[(Slug, Range<usize>)]) {
    let mut seen = BTreeSet::new();
    for (id, span) in ids {
        if *id != stand_in() && !seen.insert(id) {
            table.fault(span.clone(), Fault::DuplicateId { id: id.to_string() });
        }
    }
}
