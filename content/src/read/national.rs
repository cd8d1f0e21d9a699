//! Reads records of the nation, one file each, as the import writes them and editors may mend them.
//!
//! Their words are the state's, so they are held to Unicode and to nothing else of our rules of writing.

use super::procedure::code_stand_in;
use crate::{
    problem::{CodeOf, Fault},
    register::Thing,
    table::{Table, Text, stand_in},
};
use domain::{
    catalogue::Catalogue,
    code::ProcedureCode,
    field::Field,
    money::Dong,
    national::{
        Extent, National, NationalChannel, NationalFee, NationalField, NationalPaper, NationalPapers, NationalRecord, NationalText,
    },
    procedure::{Audience, ChannelKind, LegalBasis, Level, Procedure},
    slug::Slug,
    term::{Term, TermUnit},
};
use std::collections::{BTreeMap, BTreeSet};

/// A record with its field as the nation names it.
pub(super) struct Named {
    record: NationalRecord,
    field: String,
}

pub(super) fn read(slug: Slug, table: &Table<'_>) -> Named {
    // Guides may cover the code, so it is not noted as this file's own.
    let code = code(table, &table.need_text("code"));
    if let Some(expected) = code.as_ref().and_then(NationalRecord::slug_of).filter(|expected| *expected != slug) {
        table.fault(table.place("code"), Fault::RecordMisnamed { expected: format!("{expected}.toml") });
    }
    let official_name = table.need_text("name").value;
    let title = table.text("title").map_or_else(|| official_name.clone(), |text| text.value);
    let record = NationalRecord {
        slug,
        code: code.unwrap_or_else(code_stand_in),
        also: table.texts("also").iter().filter_map(|text| self::code(table, text)).collect(),
        official_name,
        title,
        field: stand_in(),
        levels: table.choices("levels", &Level::NAMED).into_iter().map(|chosen| chosen.choice).collect(),
        audience: table.choices("audience", &Audience::NAMED).into_iter().map(|chosen| chosen.choice).collect(),
        online: table.choice("online", &Extent::NAMED),
        agency: words(table, "agency"),
        text: text(table),
    };
    let field = table.need_text("field").value;
    if let Some(slug) = field_slug(&field) {
        table.define(Thing::NationalField, slug.as_str(), table.place("field"));
    }
    Named { record, field }
}

fn code(table: &Table<'_>, text: &Text) -> Option<ProcedureCode> {
    let code = text.value.parse().ok();
    if code.is_none() && !text.value.trim().is_empty() {
        table.fault(text.span.clone(), Fault::BadCode { value: text.value.clone(), of: CodeOf::Procedure });
    }
    code
}

/// A text that may be left out.
fn words(table: &Table<'_>, key: &'static str) -> String {
    table.text(key).map(|text| text.value).unwrap_or_default()
}

fn list(table: &Table<'_>, key: &'static str) -> Vec<String> {
    table.texts(key).into_iter().map(|text| text.value).collect()
}

fn text(table: &Table<'_>) -> NationalText {
    NationalText {
        subjects: words(table, "subjects"),
        publisher: words(table, "publisher"),
        decision: words(table, "decision"),
        channels: table.tables("channels").iter().map(channel).collect(),
        papers: table.tables("papers").iter().map(papers).collect(),
        steps: list(table, "steps"),
        results: list(table, "results"),
        conditions: list(table, "conditions"),
        legal_bases: table.tables("legal_bases").iter().map(legal_basis).collect(),
        paragraphs: list(table, "paragraphs"),
        source: table.need_text("source").value,
        read_on: table.need_past_date("read_on"),
    }
}

fn channel(table: &Table<'_>) -> NationalChannel {
    let unit = table.choice("unit", &TermUnit::NAMED);
    let within = table.number::<u16>("within", 1);
    if within.is_some() != unit.is_some() && table.has("unit") != table.has("within") {
        let missing = if table.has("unit") { "within" } else { "unit" };
        table.fault(table.span.clone(), Fault::MissingKey { keys: vec![missing] });
    }
    NationalChannel {
        kind: table.need_choice("kind", &ChannelKind::NAMED).unwrap_or(ChannelKind::Desk),
        term: within.zip(unit).map(|(amount, unit)| Term { unit, amount }),
        time: words(table, "time"),
        fees: table.tables("fees").iter().map(fee).collect(),
    }
}

fn fee(table: &Table<'_>) -> NationalFee {
    if !table.has("amount") {
        // A fee without amount and without a word would say nothing.
        table.need_text("words");
    }
    NationalFee { amount: table.number::<u64>("amount", 0).map(Dong), words: words(table, "words") }
}

fn papers(table: &Table<'_>) -> NationalPapers {
    let papers = table.need_tables("list").iter().map(paper).collect();
    NationalPapers { case: words(table, "case"), papers }
}

fn paper(table: &Table<'_>) -> NationalPaper {
    NationalPaper {
        name: table.need_text("name").value,
        originals: table.number("originals", 0).unwrap_or(0),
        copies: table.number("copies", 0).unwrap_or(0),
    }
}

fn legal_basis(table: &Table<'_>) -> LegalBasis {
    LegalBasis { number: words(table, "number"), title: table.need_text("title").value, until: None }
}

/// Makes the name of a field in addresses; long names are cut between words.
fn field_slug(name: &str) -> Option<Slug> {
    let whole = search::slugify(name);
    let mut slug = whole.as_str();
    while slug.len() > 80 {
        slug = slug.rsplit_once('-').map_or("", |(before, _)| before);
    }
    slug.parse().ok()
}

/// Puts the records into order: each into its field, those aside that a guide or a former procedure stands for.
pub(super) fn assembled(named: Vec<Named>, catalogue: &Catalogue) -> National {
    let own: BTreeMap<String, &Slug> = catalogue.fields.iter().flat_map(names_of).collect();
    let mut covered: BTreeSet<&str> = catalogue.procedures.iter().flat_map(Procedure::codes).map(ProcedureCode::as_str).collect();
    covered.extend(catalogue.former.iter().map(|former| former.code.as_str()));
    let taken: BTreeSet<&Slug> = catalogue.fields.iter().map(|field| &field.id).collect();
    let mut fields: BTreeMap<Slug, String> = BTreeMap::new();
    let mut records: Vec<NationalRecord> = Vec::new();
    for Named { mut record, field } in named {
        if record.codes().any(|code| covered.contains(code.as_str())) {
            continue;
        }
        let known = own.get(&search::slugify(&field)).map(|slug| (*slug).clone());
        record.field = match known.or_else(|| field_slug(&field)) {
            Some(slug) => {
                if !taken.contains(&slug) {
                    fields.entry(slug.clone()).or_insert(field);
                }
                slug
            }
            None => record.field,
        };
        records.push(record);
    }
    records.sort_by_cached_key(|record| search::fold(&record.title));
    let mut fields: Vec<NationalField> = fields.into_iter().map(|(id, name)| NationalField { id, name }).collect();
    fields.sort_by_cached_key(|field| search::fold(&field.name));
    National { fields, records }
}

/// The names a field of ours goes by, each as a slug.
fn names_of(field: &Field) -> Vec<(String, &Slug)> {
    let names = field.national.iter().map(String::as_str).chain([field.name.vi.as_str(), field.id.as_str()]);
    names.map(|name| (search::slugify(name), &field.id)).collect()
}
