//! Ways to file (cách thức thực hiện), each with its own times and fees.

use crate::{language::Localized, money::Dong, slug::Slug, term::Term, validity::Validity};
use serde::{Deserialize, Serialize};

/// A way to file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// Trực tiếp.
    Desk,
    /// Trực tuyến.
    Online,
    /// Qua bưu chính.
    Post,
}

impl ChannelKind {
    /// Every way with its name in content files.
    pub const NAMED: [(&'static str, Self); 3] = [("desk", Self::Desk), ("online", Self::Online), ("post", Self::Post)];
}

/// A way to file with its times and fees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// Which way.
    pub kind: ChannelKind,
    /// How long it takes; at least one.
    pub deadlines: Vec<Deadline>,
    /// What it costs; at least one, be it nothing.
    pub fees: Vec<Fee>,
}

/// How long the office may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// This long.
    Term(Term),
    /// No source is sure.
    Unconfirmed,
}

/// A deadline of a way to file (thời hạn giải quyết).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// How long.
    pub within: Within,
    /// The hour from which receipt counts from the next working day.
    pub cutoff: Option<u8>,
    /// The case it is for; `None` means all others.
    pub case: Option<Slug>,
    /// When it applies.
    pub validity: Validity,
    /// A few words more.
    pub note: Option<Localized>,
    /// Which of the procedure's sources says so; always there for what is sure.
    pub source: Option<usize>,
}

/// How much is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FeeAmount {
    /// Nothing.
    Free,
    /// This much for each unit.
    Exact(Dong),
    /// No source is sure.
    Unconfirmed,
}

/// A fee or charge of a way to file (phí, lệ phí).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// What for.
    pub what: Localized,
    /// How much.
    pub amount: FeeAmount,
    /// For each of these; always there when something is paid.
    pub per: Option<Localized>,
    /// The case it is for; `None` means all others.
    pub case: Option<Slug>,
    /// When it applies.
    pub validity: Validity,
    /// A local fee of a fictitious province.
    pub sample: bool,
    /// A few words more.
    pub note: Option<Localized>,
    /// Which of the procedure's sources says so; always there for what is sure.
    pub source: Option<usize>,
}
