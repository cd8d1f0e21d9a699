//! Who acts on a dossier: its owner, an officer in a role, or the system.

use serde::{Deserialize, Serialize};

/// What an officer is there for; one person may hold several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Cán bộ tiếp nhận: takes dossiers in and gives results out.
    Receiver,
    /// Cán bộ thụ lý: examines and proposes.
    Handler,
    /// Người phê duyệt: decides.
    Approver,
    /// Quản trị: looks after officers; moves no dossier.
    Admin,
}

impl Role {
    /// Every role with its name in files and `data-` attributes.
    pub const NAMED: [(&'static str, Self); 4] =
        [("receiver", Self::Receiver), ("handler", Self::Handler), ("approver", Self::Approver), ("admin", Self::Admin)];

    /// Returns the name used in files and `data-` attributes.
    pub fn key(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, role)| *role == self).map_or("", |(key, _)| key)
    }

    /// Finds a role by the name [`Role::key`] gives.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, role)| role)
    }

    /// Returns what the role is called at the office.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receiver => "Cán bộ tiếp nhận",
            Self::Handler => "Cán bộ thụ lý",
            Self::Approver => "Người phê duyệt",
            Self::Admin => "Quản trị",
        }
    }
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// The owner of the dossier (chủ hồ sơ) or who files for them.
    Owner,
    /// An officer of the agency.
    Officer {
        /// The name they sign in with.
        id: String,
        /// The name shown to others.
        name: String,
    },
    /// The system by itself.
    System,
}
