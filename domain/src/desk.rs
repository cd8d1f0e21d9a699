//! What the officer's desk and the Worker say to each other: queues, one opened dossier, and what an officer types for a move.
//!
//! Both ends are built from these types. Words are not here but for those of the content: the desk has its own.

use crate::{
    date::Date,
    dossier::{Asked, DeliveryMethod, Event, Issued, Move, Payment, Resolution, Role, SlipKind, Status},
    dossier_code::DossierCode,
    form::AnswerSection,
    money::Dong,
    procedure::ChannelKind,
    record::FileKind,
    slug::Slug,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

mod chip;
mod deed;
mod setting;
#[cfg(test)]
mod tests;
mod view;

pub use chip::{Chip, Promise};
pub use deed::{Deed, Lacking};
pub use setting::{Deadlines, Setting};
pub use view::View;

/// Who sits at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The name they sign in with.
    pub login: String,
    /// The name shown to others.
    pub name: String,
    /// What they are there for.
    pub roles: Vec<Role>,
    /// The codes of the agencies they work for; `*` is every agency.
    pub agencies: Vec<String>,
    /// Whether their password was made by somebody else.
    pub temporary_password: bool,
    /// Goes back in the header `x-csrf-token` of every request that changes something.
    pub csrf: String,
}

/// How many dossiers a view holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The view.
    pub view: View,
    /// So many.
    pub dossiers: u32,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// How many each view holds, whatever was searched.
    pub counts: Vec<Count>,
    /// The dossiers, late ones first.
    pub rows: Vec<QueueRow>,
    /// Whether more follow on the next page.
    pub more: bool,
}

/// A dossier in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueRow {
    /// Its code.
    pub code: DossierCode,
    /// Whom it is about.
    pub owner: String,
    /// The short name of its guide.
    pub procedure: String,
    /// Where it stands.
    pub status: Status,
    /// Whether a proposal lies before the approver.
    pub proposed: bool,
    /// The unit that has it.
    pub unit: Option<String>,
    /// How it came.
    pub channel: ChannelKind,
    /// When it was sent.
    pub submitted_at: Timestamp,
    /// How it stands to what was promised.
    pub chip: Option<Chip>,
}

/// An opened dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its code.
    pub code: DossierCode,
    /// How many events made it; sent back with every move.
    pub version: u32,
    /// Where it stands.
    pub status: Status,
    /// The guide.
    pub guide: Slug,
    /// The short name of its guide.
    pub procedure: String,
    /// How it came.
    pub channel: ChannelKind,
    /// Who filed.
    pub applicant: String,
    /// Whom it is about.
    pub owner: String,
    /// Where they are reached.
    pub phone: Option<String>,
    /// Where notices go.
    pub email: Option<String>,
    /// When it was sent.
    pub submitted_at: Timestamp,
    /// How it stands to what was promised.
    pub chip: Option<Chip>,
    /// When the result is due.
    pub due: Option<crate::calendar::Due>,
    /// The unit that has it.
    pub unit: Option<String>,
    /// What its fee comes to.
    pub fee: Vec<FeeRow>,
    /// How the owner wants the result.
    pub delivery: Option<DeliveryMethod>,
    /// The answers.
    pub sections: Vec<AnswerSection>,
    /// What looks odd and stopped nobody.
    pub doubts: Vec<Odd>,
    /// The papers.
    pub papers: Vec<PaperRow>,
    /// What was asked for.
    pub requests: Vec<Asked>,
    /// What was to be paid.
    pub payments: Vec<Payment>,
    /// What the handler proposes: granted unless a reason to refuse stands here, and the words.
    pub proposal: Option<(crate::dossier::Outcome, String)>,
    /// The decision.
    pub resolution: Option<Resolution>,
    /// Everything that happened, oldest first.
    pub events: Vec<Event>,
    /// What this officer may do now, the usual move first.
    pub offers: Vec<Offer>,
    /// The slips that have a ground now.
    pub slips: Vec<SlipOffer>,
}

/// A line of the fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeRow {
    /// What is paid for.
    pub what: String,
    /// How much.
    pub amount: Dong,
}

/// An answer that looks odd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Odd {
    /// Its path.
    pub path: String,
    /// What looks odd.
    pub text: String,
}

/// A paper of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is to be brought to the desk.
    pub later: bool,
    /// Whether it was ticked.
    pub checked: bool,
    /// Its files.
    pub files: Vec<FileRow>,
}

/// A file of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRow {
    /// Which of the paper's files, from 1.
    pub number: u16,
    /// What it was called.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// How many bytes.
    pub size: u64,
}

/// A move that is legal now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The move.
    pub what: Move,
    /// Reasons that fit it.
    pub reasons: Vec<String>,
    /// The due time it would set.
    pub due: Option<crate::calendar::Due>,
    /// Whether the officer has to give the due day, as no source is sure of the term.
    pub wants_due: bool,
    /// A usual last day for the owner.
    pub until: Option<Date>,
    /// Units it may be handed to, as far as known.
    pub units: Vec<String>,
}

/// A slip that may be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipOffer {
    /// Which.
    pub kind: SlipKind,
    /// What the circular in force calls it.
    pub title: String,
    /// The number of its form in that circular.
    pub form: Option<String>,
    /// When it was issued, and under which numbers.
    pub issued: Vec<Issued>,
}

/// A move an officer makes on the version they saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The version.
    pub version: u32,
    /// What they typed.
    pub deed: Deed,
}

/// What comes of a move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The version now.
    pub version: u32,
    /// The status now.
    pub status: Status,
    /// The new access key, shown once.
    pub access_key: Option<String>,
    /// The slip that belongs to the move.
    pub slip: Option<SlipKind>,
}

/// Somebody was quicker: who, when and what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The version now.
    pub version: u32,
    /// The last event.
    pub last: Event,
}

/// An account as an admin sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    /// The name they sign in with.
    pub login: String,
    /// The name shown to others.
    pub name: String,
    /// What they are there for.
    pub roles: Vec<Role>,
    /// The codes of the agencies they work for; `*` is every agency.
    pub agencies: Vec<String>,
    /// Whether they may not sign in.
    pub locked: bool,
}

/// Everybody who works at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officers {
    /// Accounts, by login.
    pub officers: Vec<Officer>,
}

/// A password made by the server, shown once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Password {
    /// Whose.
    pub login: String,
    /// The password.
    pub password: String,
}
