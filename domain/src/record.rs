//! A dossier as its agency keeps it: what was filed, the papers held, and everything that happened.

use crate::{
    date::Date,
    dossier::{Dossier, Event, Refusal},
    dossier_code::DossierCode,
    email::Email,
    form::{AnswerSection, RawAnswers},
    phone::Phone,
    slug::Slug,
};
use serde::{Deserialize, Serialize};

/// Everything kept about one dossier (hồ sơ).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its code.
    pub code: DossierCode,
    /// The guide it was filed under.
    pub procedure: Slug,
    /// The version of the form it was filed under.
    pub form_version: u32,
    /// The checked answers, written flat.
    pub answers: RawAnswers,
    /// What that version asked, in its words; see [`crate::form::as_filed`]. Empty for dossiers from before it was kept.
    #[serde(default)]
    pub as_filed: Vec<AnswerSection>,
    /// Who filed.
    pub applicant: String,
    /// Whom it is about.
    pub owner: String,
    /// Where the office reaches them.
    pub phone: Option<Phone>,
    /// Where notices go.
    pub email: Option<Email>,
    /// The papers held.
    pub files: Vec<HeldFile>,
    /// What happened, oldest first.
    pub events: Vec<Event>,
}

/// A file held for a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldFile {
    /// The paper it shows.
    pub paper: String,
    /// Which of its files, from 1.
    pub number: u16,
    /// What it was called, cleaned.
    pub name: String,
    /// What its first bytes say it is.
    pub kind: FileKind,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A kind of file the desk takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say everything")]
pub enum FileKind {
    Pdf,
    Jpeg,
    Png,
    Heic,
}

impl FileKind {
    /// Tells the kind from the first bytes of a file; at least twelve are needed. Names and declared types are not believed.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        const HEIC: [&[u8]; 6] = [b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim"];
        if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| HEIC.contains(&brand)) {
            Some(Self::Heic)
        } else {
            None
        }
    }

    /// Returns its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Heic => "image/heic",
        }
    }

    /// Returns the ending of its file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Heic => "heic",
        }
    }
}

impl Record {
    /// Folds what happened into the state it led to.
    ///
    /// # Errors
    /// When the log breaks a rule of §4.2, which only a damaged store can make it do.
    pub fn dossier(&self) -> Result<Dossier, Refusal> {
        Dossier::replay(&self.events)
    }

    /// Returns the day it was filed on.
    pub const fn filed_on(&self) -> Date {
        self.code.date
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], kind: Option<FileKind>) {
        assert_eq!(FileKind::sniff(bytes), kind);
    }

    #[test]
    fn files_are_known_by_their_first_bytes() {
        check(b"%PDF-1.7\n", Some(FileKind::Pdf));
        check(&[0xff, 0xd8, 0xff, 0xe0, 0, 16], Some(FileKind::Jpeg));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some(FileKind::Png));
        check(b"\0\0\0\x18ftypheic\0\0", Some(FileKind::Heic));
        check(b"\0\0\0\x18ftypmp42\0\0", None);
        check(b"<svg onload=alert(1)>", None);
        check(b"MZ\x90", None);
        check(b"", None);
    }
}
