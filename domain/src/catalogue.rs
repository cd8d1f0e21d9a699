//! Everything the authority publishes, with every reference resolved.

use crate::{
    address::Places,
    agency::{Agency, AgencyGroup},
    blank::Blank,
    calendar::WorkingCalendar,
    dossier::RegulationProfile,
    field::Field,
    form::Form,
    language::{Language, Localized},
    life_event::LifeEvent,
    national::{National, NationalRecord},
    notice::Notice,
    procedure::{FormerProcedure, Procedure},
    reason::Reason,
    site::{Site, TextPage},
    slug::Slug,
    survey::Survey,
};
use serde::{Deserialize, Serialize};

/// The whole content of a portal, made by the content compiler.
///
/// Slugs are unique within their kind, guides and former procedures share one space of slugs and codes,
/// and every slug named anywhere exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Who runs the portal.
    pub site: Site,
    /// Fields, in the order they are listed.
    pub fields: Vec<Field>,
    /// Guides, by short title.
    pub procedures: Vec<Procedure>,
    /// Records of the nation that no guide covers.
    pub national: National,
    /// Procedures that ended or will end.
    pub former: Vec<FormerProcedure>,
    /// Life events, in their order.
    pub life_events: Vec<LifeEvent>,
    /// Agencies, in their order.
    pub agencies: Vec<Agency>,
    /// Pages of running text.
    pub pages: Vec<Localized<TextPage>>,
    /// Blank forms, by title.
    pub blanks: Vec<Blank>,
    /// Service notices.
    pub notices: Vec<Notice>,
    /// Days off.
    pub calendar: WorkingCalendar,
    /// Forms of procedures that are filed here, by slug of the guide.
    pub forms: Vec<Form>,
    /// Surveys, by slug.
    pub surveys: Vec<Survey>,
    /// Reasons officers choose from.
    pub reasons: Vec<Reason>,
    /// Circulars that number the slips, in order.
    pub regulation: Vec<RegulationProfile>,
    /// Provinces and communes for addresses.
    pub places: Places,
}

/// What a code or slug of a procedure leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    /// A guide.
    Guide(&'a Procedure),
    /// A former procedure.
    Former(&'a FormerProcedure),
    /// A record of the nation.
    National(&'a NationalRecord),
}

/// A row of the catalogue: a guide, or a record of the nation where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed<'a> {
    /// A guide.
    Guide(&'a Procedure),
    /// A record of the nation.
    National(&'a NationalRecord),
}

impl Catalogue {
    /// Returns every row of the catalogue: guides first, then the nation's records, each by title.
    pub fn listed(&self) -> impl Iterator<Item = Listed<'_>> {
        self.procedures.iter().map(Listed::Guide).chain(self.national.records.iter().map(Listed::National))
    }

    /// Finds a guide by its slug.
    pub fn procedure(&self, slug: &str) -> Option<&Procedure> {
        self.procedures.iter().find(|procedure| procedure.slug.as_str() == slug)
    }

    /// Finds what a national code leads to.
    pub fn by_code(&self, code: &str) -> Option<Found<'_>> {
        let guide = self.procedures.iter().find(|procedure| procedure.codes().any(|known| known.as_str() == code));
        let former = || self.former.iter().find(|former| former.code.as_str() == code);
        let record = || self.national.by_code(code);
        guide.map(Found::Guide).or_else(|| former().map(Found::Former)).or_else(|| record().map(Found::National))
    }

    /// Finds a field by its id.
    pub fn field(&self, id: &Slug) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == *id)
    }

    /// Finds an agency by its slug.
    pub fn agency(&self, slug: &Slug) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.slug == *slug)
    }

    /// Finds the form of a guide by its slug.
    pub fn form(&self, slug: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.procedure.as_str() == slug)
    }

    /// Finds a survey by its slug.
    pub fn survey(&self, slug: &str) -> Option<&Survey> {
        self.surveys.iter().find(|survey| survey.slug.as_str() == slug)
    }

    /// Finds a blank form by its slug.
    pub fn blank(&self, slug: &Slug) -> Option<&Blank> {
        self.blanks.iter().find(|blank| blank.slug == *slug)
    }

    /// Returns the agencies of a group, in order.
    pub fn agencies_of(&self, group: AgencyGroup) -> impl Iterator<Item = &Agency> {
        self.agencies.iter().filter(move |agency| agency.group == group)
    }

    /// Returns the agencies that take the dossiers of a procedure, in order.
    pub fn receivers<'a>(&'a self, procedure: &'a Procedure) -> impl Iterator<Item = &'a Agency> {
        self.agencies.iter().filter(|agency| procedure.is_received_by(agency))
    }

    /// Tells whether a procedure names an agency, itself or through its group.
    pub fn involves(&self, procedure: &Procedure, agency: &Agency) -> bool {
        procedure.agencies.iter().any(|duty| duty.office().includes(agency))
    }

    /// Returns the guides of a field.
    pub fn procedures_of<'a>(&'a self, field: &'a Slug) -> impl Iterator<Item = &'a Procedure> {
        self.procedures.iter().filter(move |procedure| procedure.field == *field)
    }

    /// Returns the life events that name a guide.
    pub fn life_events_of<'a>(&'a self, procedure: &'a Procedure) -> impl Iterator<Item = &'a LifeEvent> {
        self.life_events.iter().filter(move |event| event.steps.iter().any(|step| step.procedures.contains(&procedure.slug)))
    }

    /// Finds a page of running text.
    pub fn page(&self, slug: &str, language: Language) -> Option<&TextPage> {
        self.pages.iter().map(|page| page.get(language)).find(|page| page.slug.as_str() == slug)
    }
}
