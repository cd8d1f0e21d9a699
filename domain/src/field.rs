//! A field of administration (lĩnh vực).

use crate::{language::Localized, slug::Slug};
use serde::{Deserialize, Serialize};

/// A field procedures belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its short name in addresses.
    pub id: Slug,
    /// Its code in the national database.
    pub code: Option<String>,
    /// Names the nation's database gives what belongs to it.
    pub national: Vec<String>,
    /// Its name.
    pub name: Localized,
    /// What belongs to it, in everyday words.
    pub about: Localized,
    /// The name of its icon.
    pub icon: String,
}
