//! An administrative procedure (thủ tục hành chính) as the portal publishes it.
//!
//! The schema follows the national one (requirements §11.4) and adds what a citizen of 2026 asks first:
//! where it is really filed, which papers nobody has to bring any more, and from when a fee applies.

use crate::{
    agency::Agency,
    code::ProcedureCode,
    date::Date,
    language::Localized,
    markup::{Heading, Markup},
    slug::Slug,
    validity::Validity,
};
use serde::{Deserialize, Serialize};

mod channel;
mod paper;
mod place;

pub use channel::{Channel, ChannelKind, Deadline, Fee, FeeAmount, Within};
pub use paper::{Case, Paper, PaperNeed, PaperRole};
pub use place::{AgencyDuty, Audience, Competence, CompetenceRule, FilingPlace, Level, Office, OnlineLevel};

/// A procedure with its guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its national code.
    pub code: ProcedureCode,
    /// Its name exactly as published.
    pub official_name: String,
    /// Further codes the same guide covers.
    pub also: Vec<FurtherCode>,
    /// The name people use, at most 60 characters.
    pub title: Localized,
    /// One sentence that answers who, when, how and for how much.
    pub answer: Localized,
    /// The field it belongs to.
    pub field: Slug,
    /// The levels of administration that take it.
    pub levels: Vec<Level>,
    /// For whom it is.
    pub audience: Vec<Audience>,
    /// Where it is filed, in the order we advise.
    pub filed_at: Vec<FilingPlace>,
    /// Which office is competent.
    pub competence: Competence,
    /// How far it can be done online.
    pub online: OnlineLevel,
    /// From when until when it exists.
    pub effective: Validity,
    /// The guide that takes its place when it ends.
    pub replaced_by: Option<Slug>,
    /// The decision that published it.
    pub decision: Option<Decision>,
    /// Words people search it with.
    pub everyday_names: Vec<String>,
    /// Guides that people read next.
    pub related: Vec<Slug>,
    /// When it was last read against its sources.
    pub reviewed_on: Date,
    /// What we are not sure of.
    pub review_note: Option<String>,
    /// The answer «Làm ở đâu» of the slip.
    pub slip_where: Localized,
    /// The answer «Giấy tờ» of the slip.
    pub slip_papers: Localized,
    /// Who receives, decides and takes part.
    pub agencies: Vec<AgencyDuty>,
    /// Where its facts come from.
    pub sources: Vec<Source>,
    /// The cases readers may be in; at least one.
    pub cases: Vec<Case>,
    /// What happens, in order.
    pub steps: Vec<Step>,
    /// Ways to file, each with its times and fees; at least one.
    pub channels: Vec<Channel>,
    /// Who does not pay.
    pub exemptions: Vec<Exemption>,
    /// What one gets.
    pub results: Vec<Outcome>,
    /// The law it stands on.
    pub legal_bases: Vec<LegalBasis>,
    /// What must be true before.
    pub conditions: Vec<Markup>,
    /// Why dossiers come back.
    pub returned_because: Vec<ReturnReason>,
    /// What people ask.
    pub questions: Vec<Question>,
    /// Further sections.
    pub body: Markup,
    /// The headings of those sections.
    pub headings: Vec<Heading>,
}

/// A further code that a guide covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FurtherCode {
    /// The code.
    pub code: ProcedureCode,
    /// Its official name.
    pub official_name: String,
    /// The case it is for.
    pub case: Option<Slug>,
}

/// The decision that published a procedure (quyết định công bố).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: Date,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What it is called.
    pub title: String,
    /// Its address, where one is sure.
    pub url: Option<String>,
    /// The day of the state that was read.
    pub date: Date,
}

/// Who acts in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// The reader.
    You,
    /// The office.
    Office,
}

impl Actor {
    /// Both with their names in content files.
    pub const NAMED: [(&'static str, Self); 2] = [("you", Self::You), ("office", Self::Office)];
}

/// One step (trình tự thực hiện).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who acts.
    pub who: Actor,
    /// What happens, in a few words.
    pub title: String,
    /// How.
    pub text: Markup,
    /// The ways to file it belongs to; empty means all.
    pub channels: Vec<ChannelKind>,
}

/// Who pays less, and why that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exemption {
    /// Who.
    pub who: String,
    /// What they are spared.
    pub effect: String,
    /// Which of the procedure's sources says so.
    pub source: usize,
}

/// What one gets (kết quả thực hiện).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its name.
    pub name: Localized,
    /// On paper, electronic, or both.
    pub form: Vec<OutcomeForm>,
    /// More on it.
    pub note: Markup,
}

/// How a result is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutcomeForm {
    /// On paper.
    Paper,
    /// As a signed file.
    Electronic,
}

impl OutcomeForm {
    /// Both with their names in content files.
    pub const NAMED: [(&'static str, Self); 2] = [("paper", Self::Paper), ("electronic", Self::Electronic)];
}

/// A law, decree or circular (căn cứ pháp lý).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    /// Its number: `60/2014/QH13`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its last day in force, where known.
    pub until: Option<Date>,
}

/// Why dossiers come back, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnReason {
    /// What was wrong.
    pub fault: String,
    /// What to do.
    pub remedy: Markup,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The question.
    pub ask: String,
    /// The answer.
    pub answer: Markup,
}

/// How a former procedure changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Another one took its place.
    Replaced,
    /// It goes on under another name.
    Renamed,
    /// It ended.
    Abolished,
}

impl Change {
    /// Every change with its name in content files.
    pub const NAMED: [(&'static str, Self); 3] = [("replaced", Self::Replaced), ("renamed", Self::Renamed), ("abolished", Self::Abolished)];
}

/// A procedure that ended or will end; it keeps its address and says what replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerProcedure {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its national code.
    pub code: ProcedureCode,
    /// Its name as it was published.
    pub official_name: String,
    /// The name people use.
    pub title: Localized,
    /// What became of it.
    pub change: Change,
    /// The first day it no longer applies.
    pub ended_on: Date,
    /// The guide that takes its place.
    pub replaced_by: Option<Slug>,
    /// What to do now.
    pub note: Localized,
    /// Who says so.
    pub source: Source,
}

impl Procedure {
    /// Returns every code of the guide, its own first.
    pub fn codes(&self) -> impl Iterator<Item = &ProcedureCode> {
        std::iter::once(&self.code).chain(self.also.iter().map(|further| &further.code))
    }

    /// Returns the deadlines that apply on a day, with the way to file they belong to.
    pub fn deadlines_on(&self, day: Date) -> impl Iterator<Item = (ChannelKind, &Deadline)> {
        self.channels.iter().flat_map(move |channel| {
            channel.deadlines.iter().filter(move |deadline| deadline.validity.holds_on(day)).map(|deadline| (channel.kind, deadline))
        })
    }

    /// Returns the fees that apply on a day, with the way to file they belong to.
    pub fn fees_on(&self, day: Date) -> impl Iterator<Item = (ChannelKind, &Fee)> {
        self.channels
            .iter()
            .flat_map(move |channel| channel.fees.iter().filter(move |fee| fee.validity.holds_on(day)).map(|fee| (channel.kind, fee)))
    }

    /// Tells whether an agency takes its dossiers, itself or through its group.
    pub fn is_received_by(&self, agency: &Agency) -> bool {
        self.agencies.iter().any(|duty| matches!(duty, AgencyDuty::Receives(office) if office.includes(agency)))
    }

    /// Returns a case by its id.
    pub fn case(&self, id: &Slug) -> Option<&Case> {
        self.cases.iter().find(|case| case.id == *id)
    }

    /// Returns by when the guide must be read against its sources again: a year after the last time.
    pub fn next_review(&self) -> Date {
        self.reviewed_on.plus_months(12)
    }
}
