//! What an agency's object may be asked, and what it answers.

use super::{Question, Queue, Rated};
use domain::{
    access_key::AccessKey,
    code::AgencyCode,
    dossier::{Actor, Event, Happening, Move, Refusal, Status, Why},
    dossier_code::DossierCode,
    email::Email,
    form::{AnswerSection, RawAnswers},
    personal_id::PersonalId,
    phone::Phone,
    procedure::ChannelKind,
    rating::Rating,
    record::{HeldFile, Record},
    slug::Slug,
    timestamp::Timestamp,
    totals::Totals,
};
use serde::{Deserialize, Serialize};

/// What it may be asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Call {
    /// Files a dossier. Answered by `Submitted`, `BodyDiffers` or `DraftFiled`.
    Submit(Box<Submission>),
    /// What everybody with the code may know. `Glance` or `NotFound`.
    Glance { code: DossierCode },
    /// What the owner may know. `Followed`, `WrongKey` or `NotFound`.
    Follow { code: DossierCode, key: AccessKey },
    /// A move of the owner. `Acted`, `BodyDiffers`, `Conflict`, `Refused`, `WrongKey` or `NotFound`.
    Own { code: DossierCode, key: AccessKey, deed: Box<Deed> },
    /// Where the owner uploads what is asked for: the dossier's papers; `fresh` becomes their name where it has none.
    /// `Papers`, `WrongKey` or `NotFound`.
    Papers { code: DossierCode, key: AccessKey, fresh: String },
    /// A page of a list. `Queue`.
    Queue(Question),
    /// What an officer sees. `Opened` or `NotFound`.
    Open { code: DossierCode },
    /// Moves of an officer or the system, all or none, on the version they saw; roles were checked before.
    /// In the number of a slip, `{n}` becomes the next number of its kind in the year. `Acted`, `Conflict`, `Refused` or `NotFound`.
    Act { code: DossierCode, version: u32, by: Actor, deeds: Vec<Happening> },
    /// A new access key; the old one is dead. `NewKey`, `Conflict`, `Refused` or `NotFound`.
    ReplaceKey { code: DossierCode, version: u32, by: Actor },
    /// Counts by procedure. `Totals`.
    Totals { agency: AgencyCode },
    /// What may be rated by a token. `Rating` or `NotFound`.
    RatingOf { token: String },
    /// A rating, the first of its moment or in the place of it. `RatingKept`, `RatingClosed`, `NoResultYet` or `NotFound`.
    Rate { token: String, rating: Rating },
    /// Which dossier has these papers. `Holds`.
    Holds { papers: String },
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// It is filed; nothing else acknowledges a submission.
    Submitted(Submitted),
    /// The key was used for something else.
    BodyDiffers,
    /// These papers belong to a dossier already.
    DraftFiled { code: DossierCode },
    /// What everybody may know.
    Glance(Glance),
    /// What the owner may know.
    Followed(Box<Followed>),
    /// What an officer sees.
    Opened(Box<Opened>),
    /// It is done.
    Acted(Acted),
    /// Somebody was quicker; nothing was written.
    Conflict { version: u32, last: Event },
    /// The rules do not allow it; nothing was written.
    Refused(Refused),
    /// The new key, shown once.
    NewKey { access_key: AccessKey, version: u32 },
    /// There is no such dossier.
    NotFound,
    /// The key is not the dossier's.
    WrongKey,
    /// A page of a list.
    Queue(Queue),
    /// Counts.
    Totals(Totals),
    /// What may be rated.
    Rating(Box<Rated>),
    /// The rating counts; the first of its moment came then.
    RatingKept { first: Timestamp },
    /// It is too late to change it.
    RatingClosed,
    /// There is no result to be rated.
    NoResultYet,
    /// Where the owner's uploads go.
    Papers(PapersOf),
    /// Which dossier has the papers.
    Holds(Option<DossierCode>),
}

/// A checked submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Submission {
    /// The `Idempotency-Key`; it opens the dossier, so it is kept by nobody.
    pub(crate) idempotency: String,
    /// The agency, whose object this is.
    pub(crate) agency: AgencyCode,
    /// The guide.
    pub(crate) procedure: Slug,
    /// The version of its form.
    pub(crate) form_version: u32,
    /// How it came.
    pub(crate) channel: ChannelKind,
    /// The checked answers.
    pub(crate) answers: RawAnswers,
    /// What was asked, in the words of this version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) as_filed: Vec<AnswerSection>,
    /// Who files, and for whom.
    pub(crate) who: Who,
    /// The name of the object with the papers.
    pub(crate) papers: Option<String>,
    /// The papers.
    pub(crate) files: Vec<HeldFile>,
}

/// Who files, for whom, and how they are reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Who {
    pub(crate) applicant: String,
    pub(crate) owner: String,
    pub(crate) phone: Option<Phone>,
    pub(crate) email: Option<Email>,
    pub(crate) personal_id: Option<PersonalId>,
}

/// The acknowledgement of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "when it was filed is called so everywhere")]
pub(crate) struct Submitted {
    /// The code.
    pub(crate) code: DossierCode,
    /// The key; nothing where it was replaced since.
    pub(crate) access_key: Option<AccessKey>,
    /// The token of its rating.
    pub(crate) rating: Option<String>,
    /// When it was filed.
    pub(crate) submitted_at: Timestamp,
    /// Whether it was filed by an earlier request with the same key.
    pub(crate) replayed: bool,
}

/// What everybody with the code may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Glance {
    /// Where it stands.
    pub(crate) status: Status,
    /// The guide it was filed under.
    pub(crate) procedure: Slug,
    /// When it was filed.
    pub(crate) submitted_at: Timestamp,
}

/// What the owner may know; what stays inside the office is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Followed {
    /// The record; its events still hold what is internal: the fold needs them, see `following::timeline`.
    pub(crate) record: Record,
    /// The name of the object with the papers.
    pub(crate) papers: Option<String>,
    /// The token of its rating.
    pub(crate) rating: String,
}

/// What an officer sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Opened {
    /// The record.
    pub(crate) record: Record,
    /// The name of the object with the papers.
    pub(crate) papers: Option<String>,
}

/// Where the owner's uploads go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PapersOf {
    /// The name of the object.
    pub(crate) papers: String,
    /// The guide.
    pub(crate) procedure: Slug,
    /// Whether the office waits for a supplement.
    pub(crate) asked: bool,
}

/// A move of the owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Deed {
    /// The `Idempotency-Key`.
    pub(crate) idempotency: String,
    /// The version the answer was checked against, where it matters.
    pub(crate) version: Option<u32>,
    /// What happens.
    pub(crate) what: Happening,
    /// New answers.
    pub(crate) changed: Option<Changed>,
    /// New files; those of the same papers before them are put aside.
    pub(crate) files: Vec<HeldFile>,
}

/// Answers that take the place of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Changed {
    /// All of them, checked.
    pub(crate) answers: RawAnswers,
    /// Who files, by the new answers.
    pub(crate) who: Who,
}

/// Moves that were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Acted {
    /// The version now.
    pub(crate) version: u32,
    /// The status now.
    pub(crate) status: Status,
    /// What was written.
    pub(crate) events: Vec<Event>,
    /// Whether an earlier request with the same key had done it.
    pub(crate) replayed: bool,
}

/// A move that was not made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Refused {
    /// The move.
    pub(crate) what: Move,
    /// Where the dossier stands.
    pub(crate) from: Option<Status>,
    /// The stable code of the reason.
    pub(crate) why: String,
    /// The reason in plain English, for logs and programs.
    pub(crate) detail: String,
    /// Whether the move itself lacks something, rather than the state being wrong for it.
    pub(crate) incomplete: bool,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self {
            what: refusal.what,
            from: refusal.from,
            why: refusal.why.code().to_owned(),
            detail: refusal.why.to_string(),
            incomplete: matches!(refusal.why, Why::NoReason | Why::NothingAsked),
        }
    }
}
