//! An agency (cơ quan, đơn vị) people go to.

use crate::{code::AgencyCode, language::Localized, slug::Slug};
use serde::{Deserialize, Serialize};

/// What kind of office an agency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AgencyGroup {
    /// Trung tâm Phục vụ hành chính công of a commune.
    CommuneCentre,
    /// Sở: a department of the province.
    Department,
}

impl AgencyGroup {
    /// Every group with its name in content files.
    pub const NAMED: [(&'static str, Self); 2] = [("commune-centre", Self::CommuneCentre), ("department", Self::Department)];
}

/// An agency with what a visitor needs to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its identifying code.
    pub code: AgencyCode,
    /// Its place among the others.
    pub order: u16,
    /// What kind of office it is.
    pub group: AgencyGroup,
    /// Its full name.
    pub name: Localized,
    /// The name people say.
    pub short: Localized,
    /// The area it serves.
    pub area: Localized,
    /// Where it stands.
    pub address: Localized,
    /// Its telephone number.
    pub phone: String,
    /// Its e-mail address.
    pub email: String,
    /// One sentence on what it does.
    pub about: Localized,
    /// A map with a mark where it stands.
    pub map_url: String,
    /// When its desk is open.
    pub hours: Vec<OpeningHours>,
}

/// Hours of some days of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// The days: «Thứ Hai đến thứ Sáu».
    pub days: Localized,
    /// The hours: `07:30-11:30`.
    pub open: Vec<String>,
}
