//! The nation's own record of a procedure (bản ghi trong Cơ sở dữ liệu quốc gia về thủ tục hành chính).
//!
//! It says what the state published, in the state's words, and nothing more.
//! A record is no [`Procedure`](crate::procedure::Procedure): nobody here read it against the law, and where a guide covers its code the guide is shown instead.

use crate::{
    code::ProcedureCode,
    date::Date,
    money::Dong,
    procedure::{Audience, ChannelKind, LegalBasis, Level},
    slug::Slug,
    term::Term,
};
use serde::{Deserialize, Serialize};

/// A record, as lists and the search need it, with the whole of its text for its own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NationalRecord {
    /// Its name in addresses, made of its code: `1-004222`.
    pub slug: Slug,
    /// Its national code.
    pub code: ProcedureCode,
    /// Codes of records of the same name that stand behind this one.
    pub also: Vec<ProcedureCode>,
    /// Its name as published, in sane capitals.
    pub official_name: String,
    /// The same, as short as a list can bear.
    pub title: String,
    /// The field it belongs to, one of [`National::fields`] or of the portal's own.
    pub field: Slug,
    /// The levels of administration that take it; empty where nobody says so.
    pub levels: Vec<Level>,
    /// For whom it is, as far as our four kinds tell.
    pub audience: Vec<Audience>,
    /// How far it can be done online, where a full record says so.
    pub online: Option<Extent>,
    /// Who carries it out (cơ quan thực hiện).
    pub agency: String,
    /// Everything else; what is bound to the Worker goes without, as only its own finished page shows it.
    #[serde(skip)]
    pub text: NationalText,
}

/// How far a procedure can be done online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// Toàn trình.
    Full,
    /// Một phần.
    Partial,
    /// Not at all.
    None,
}

impl Extent {
    /// Every extent with its name in content files.
    pub const NAMED: [(&'static str, Self); 3] = [("full", Self::Full), ("partial", Self::Partial), ("none", Self::None)];
}

/// What only the page of a record shows; every list may be empty, for most records of the nation are short.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NationalText {
    /// For whom it is, in the record's words.
    pub subjects: String,
    /// Who published it (cơ quan công bố).
    pub publisher: String,
    /// The decision that published it.
    pub decision: String,
    /// Ways to file.
    pub channels: Vec<NationalChannel>,
    /// Papers, by the case they are for.
    pub papers: Vec<NationalPapers>,
    /// What happens, in order, a paragraph each.
    pub steps: Vec<String>,
    /// What one gets.
    pub results: Vec<String>,
    /// What must be true before.
    pub conditions: Vec<String>,
    /// The law it stands on.
    pub legal_bases: Vec<LegalBasis>,
    /// Running text of a record that is not parted.
    pub paragraphs: Vec<String>,
    /// Which list or record it was taken from.
    pub source: String,
    /// The day of that list or record.
    pub read_on: Option<Date>,
}

/// A way to file, with what could be read of its time and fees, and the words themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalChannel {
    /// Which way.
    pub kind: ChannelKind,
    /// How long it takes, where that is one number of one unit.
    pub term: Option<Term>,
    /// What is said of the time; empty where the term says all.
    pub time: String,
    /// What is paid.
    pub fees: Vec<NationalFee>,
}

/// Something that is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalFee {
    /// How much, where that is one amount; zero is free.
    pub amount: Option<Dong>,
    /// For what, or everything that is said of it.
    pub words: String,
}

/// The papers of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalPapers {
    /// The case, or the part a paper plays; empty where there is one list.
    pub case: String,
    /// The papers.
    pub papers: Vec<NationalPaper>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalPaper {
    /// Its name.
    pub name: String,
    /// Originals to hand in.
    pub originals: u16,
    /// Copies to hand in.
    pub copies: u16,
}

/// The records and the fields that only they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct National {
    /// Fields of the nation that the portal has no field of its own for, by name.
    pub fields: Vec<NationalField>,
    /// Records that no guide covers, by title.
    pub records: Vec<NationalRecord>,
}

/// A field of administration as the nation names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NationalField {
    /// Its name in addresses.
    pub id: Slug,
    /// Its name.
    pub name: String,
}

impl National {
    /// Finds a record by its slug.
    pub fn record(&self, slug: &str) -> Option<&NationalRecord> {
        self.records.iter().find(|record| record.slug.as_str() == slug)
    }

    /// Finds a record by one of its codes.
    pub fn by_code(&self, code: &str) -> Option<&NationalRecord> {
        self.records.iter().find(|record| record.codes().any(|known| known.as_str() == code))
    }

    /// Finds a field by its slug.
    pub fn field(&self, id: &Slug) -> Option<&NationalField> {
        self.fields.iter().find(|field| field.id == *id)
    }

    /// Returns the records of a field, in order.
    pub fn records_of<'a>(&'a self, field: &'a Slug) -> impl Iterator<Item = &'a NationalRecord> {
        self.records.iter().filter(move |record| record.field == *field)
    }
}

impl NationalRecord {
    /// Returns every code, its own first.
    pub fn codes(&self) -> impl Iterator<Item = &ProcedureCode> {
        std::iter::once(&self.code).chain(&self.also)
    }

    /// Makes the name of a record in addresses; `None` for a code too long to be one.
    pub fn slug_of(code: &ProcedureCode) -> Option<Slug> {
        code.as_str().to_ascii_lowercase().replace('.', "-").parse().ok()
    }
}
