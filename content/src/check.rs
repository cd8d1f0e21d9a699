//! Checks that need every file: names used twice, references, links, days off.

use crate::{
    finding::{self, Expectation, Finding},
    problem::{Fault, Problems, Referent, nearest},
    register::{Name, Register, Thing},
    source::{SourceFile, Sources},
};
use domain::{
    calendar::WorkingCalendar,
    catalogue::{Catalogue, Found},
    date::Date,
};
use search::Index;
use std::collections::BTreeMap;

mod link;

pub(crate) use link::links;

/// Returns a file that was read before.
fn file<'a>(sources: &'a Sources, path: &'a str) -> SourceFile<'a> {
    let text = sources.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    SourceFile { path, text }
}

/// Checks that what people say finds what it should, among all that is published.
pub(crate) fn sayings(catalogue: &Catalogue, finding: &Finding, sources: &Sources, problems: &Problems) {
    // An index that cannot be written is a fault of size, which no entry of the lexicon can mend.
    let Ok(index) = search::write(&finding::records(catalogue), &finding.lexicon, None) else { return };
    let parts: Vec<&[u8]> = index.iter().map(Vec::as_slice).collect();
    let Ok(index) = Index::read(&parts) else { return };
    for miss in finding::misses(&index, &finding.expectations) {
        let Expectation { saying, codes, path, span } = miss.expectation;
        let guide = codes.iter().any(|code| matches!(catalogue.by_code(code), Some(Found::Guide(_) | Found::Former(_))));
        problems.add(file(sources, &path), span, Fault::SayingMisses { guide, saying, codes, instead: miss.instead.join("; ") });
    }
}

/// Checks that every slug and code is used once; the later place is at fault.
pub(crate) fn duplicates(register: &Register, sources: &Sources, problems: &Problems) {
    let mut seen: BTreeMap<(Space, &str), &Name<Thing>> = BTreeMap::new();
    let defined = register.defined();
    for name in defined.iter() {
        let Some(space) = Space::of(name.of) else { continue };
        if let Some(first) = seen.get(&(space, name.id.as_str())) {
            problems.add(file(sources, &name.path), name.span.clone(), space.fault(name, first));
        } else {
            seen.insert((space, &name.id), name);
        }
    }
}

/// Names that must differ from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Space {
    /// Guides and former procedures share their addresses.
    ProcedureSlugs,
    Fields,
    ProcedureCodes,
    AgencyCodes,
}

impl Space {
    /// Returns the space of names a thing belongs to; `None` where file names or TOML itself keep names apart.
    const fn of(thing: Thing) -> Option<Self> {
        match thing {
            Thing::Guide | Thing::Former => Some(Self::ProcedureSlugs),
            Thing::Field => Some(Self::Fields),
            Thing::ProcedureCode => Some(Self::ProcedureCodes),
            Thing::AgencyCode => Some(Self::AgencyCodes),
            // A guide may cover the code of a record: it is shown instead.
            Thing::NationalRecord | Thing::NationalField => None,
            Thing::LifeEvent | Thing::Page | Thing::Agency | Thing::Blank | Thing::Form | Thing::Survey | Thing::Door | Thing::Channel => {
                None
            }
        }
    }

    fn fault(self, name: &Name<Thing>, first: &Name<Thing>) -> Fault {
        let (id, other) = (name.id.clone(), first.path.clone());
        match self {
            Self::ProcedureSlugs => Fault::DuplicateSlug { slug: id, other },
            Self::Fields => Fault::DuplicateId { id },
            Self::ProcedureCodes | Self::AgencyCodes => Fault::DuplicateCode { code: id, other },
        }
    }
}

/// Checks that whatever a file names exists.
pub(crate) fn references(register: &Register, sources: &Sources, problems: &Problems) {
    let defined = register.defined();
    for name in register.used().iter() {
        let Some(thing) = thing(name.of) else { continue };
        let known = || defined.iter().filter(|known| known.of == thing && (thing != Thing::Channel || known.path == name.path));
        if !known().any(|known| known.id == name.id) {
            // The form of a guide bears the guide's name: no other one can be meant.
            let others = known().filter(|_| thing != Thing::Form);
            let nearest = nearest(&name.id, others.map(|known| known.id.as_str()));
            let fault = Fault::UnknownReference { what: name.of, id: name.id.clone(), nearest };
            problems.add(file(sources, &name.path), name.span.clone(), fault);
        }
    }
}

/// Returns what a reference must find; `None` for names that are resolved within their guide or form while it is read.
const fn thing(referent: Referent) -> Option<Thing> {
    match referent {
        Referent::Agency => Some(Thing::Agency),
        Referent::Field => Some(Thing::Field),
        Referent::Procedure => Some(Thing::Guide),
        Referent::Blank => Some(Thing::Blank),
        Referent::Door => Some(Thing::Door),
        Referent::Channel => Some(Thing::Channel),
        Referent::Form => Some(Thing::Form),
        Referent::Paper | Referent::Source | Referent::Case | Referent::Question | Referent::Option | Referent::Line => None,
    }
}

/// Checks that the days off are known for every year a term may reach into.
pub(crate) fn holidays(calendar: &WorkingCalendar, as_of: Date, problems: &Problems) {
    // From October on, terms reach into the next year.
    let last = as_of.plus_months(3).year();
    for year in as_of.year()..=last {
        if calendar.year(year).is_none() {
            problems.add_to_path("holidays.toml", Fault::NoHolidays { year });
        }
    }
}
