//! Finds procedures and life events by words, for the page that answers without script.

use domain::{catalogue::Catalogue, language::Language, life_event::LifeEvent, procedure::Procedure};
use search::{Entry, rank};

/// Something that fits a query.
#[derive(Debug, Clone, Copy)]
pub enum Finding<'a> {
    /// A guide.
    Procedure(&'a Procedure),
    /// A life event.
    LifeEvent(&'a LifeEvent),
}

/// Returns what fits a query, best first, at most thirty.
pub fn find<'a>(catalogue: &'a Catalogue, query: &str) -> Vec<Finding<'a>> {
    let things: Vec<Finding<'a>> =
        catalogue.procedures.iter().map(Finding::Procedure).chain(catalogue.life_events.iter().map(Finding::LifeEvent)).collect();
    let entries: Vec<Entry> = things.iter().map(|thing| entry(*thing, catalogue)).collect();
    rank(&entries, query).into_iter().take(30).filter_map(|hit| things.get(hit.entry).copied()).collect()
}

fn entry(thing: Finding<'_>, catalogue: &Catalogue) -> Entry {
    match thing {
        Finding::Procedure(procedure) => {
            let field = catalogue.field(&procedure.field).map(|field| format!("{} {}", field.name.vi, field.name.en)).unwrap_or_default();
            let mut names: Vec<String> = procedure.everyday_names.clone();
            names.extend(procedure.codes().map(|code| code.as_str().to_owned()));
            names.push(procedure.official_name.clone());
            names.extend(procedure.also.iter().map(|further| further.official_name.clone()));
            names.push(procedure.title.en.clone());
            let cases: Vec<&str> = procedure.cases.iter().map(|case| case.name.vi.as_str()).collect();
            Entry { title: procedure.title.vi.clone(), names, about: format!("{} {} {field}", procedure.answer.vi, cases.join(" ")) }
        }
        Finding::LifeEvent(event) => {
            let mut names = event.everyday_names.clone();
            names.push(event.title.en.clone());
            Entry { title: event.title.vi.clone(), names, about: event.summary.vi.clone() }
        }
    }
}

impl Finding<'_> {
    /// Returns the name people see.
    pub fn title(&self, language: Language) -> &str {
        match self {
            Self::Procedure(procedure) => procedure.title.in_language(language),
            Self::LifeEvent(event) => event.title.in_language(language),
        }
    }
}
