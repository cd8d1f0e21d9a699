//! Who takes a procedure, for whom, where it is filed, and how far online.

use crate::{
    agency::{Agency, AgencyGroup},
    language::Localized,
    slug::Slug,
};
use serde::{Deserialize, Serialize};

/// A level of administration (cấp thực hiện); there is no district any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Cấp xã.
    Commune,
    /// Cấp tỉnh.
    Province,
    /// Cấp bộ.
    Ministry,
    /// Cơ quan đại diện ở nước ngoài.
    Abroad,
}

/// For whom a procedure is (đối tượng thực hiện).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Audience {
    /// Người dân.
    Citizen,
    /// Hộ kinh doanh.
    HouseholdBusiness,
    /// Doanh nghiệp.
    Enterprise,
    /// Tổ chức.
    Organisation,
}

/// Where a procedure is really filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FilingPlace {
    /// On this portal.
    Here,
    /// On the national portal (Cổng Dịch vụ công quốc gia).
    NationalPortal,
    /// In the VNeID app.
    Vneid,
    /// On the portal of the Ministry of Public Security.
    PolicePortal,
    /// At the desk, by appointment.
    Appointment,
    /// At the desk.
    Desk,
}

/// Which office is competent (thẩm quyền).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competence {
    /// The rule.
    pub rule: CompetenceRule,
    /// The rule in words.
    pub note: Option<Localized>,
}

/// What decides which office is competent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompetenceRule {
    /// Where one lives (nơi cư trú).
    Residence,
    /// Where the child was born.
    Birth,
    /// Any commune of the province.
    AnyCommune,
    /// Any competent office in the country.
    Anywhere,
    /// Where the land or the house lies.
    Property,
    /// Where the business is.
    Business,
    /// Where the paper was first registered.
    Issuer,
}

/// How far a procedure can be done online (Decree 224/2026/NĐ-CP art. 14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnlineLevel {
    /// Toàn trình: nobody has to go anywhere.
    Full,
    /// Một phần; the reason is public.
    Partial(Localized),
    /// Not at all; the reason is public.
    None(Localized),
}

/// What an agency does in a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgencyDuty {
    /// Cơ quan tiếp nhận.
    Receives(Office),
    /// Cơ quan có thẩm quyền quyết định.
    Decides(Office),
    /// Cơ quan phối hợp.
    Coordinates(Office),
}

/// An office: all agencies of a group, one agency, or a body without a page here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Office {
    /// All agencies of a group.
    Group(AgencyGroup),
    /// One agency.
    Agency(Slug),
    /// A body that has no page here.
    Body(Localized),
}

impl Level {
    /// Every level with its name in content files.
    pub const NAMED: [(&'static str, Self); 4] =
        [("commune", Self::Commune), ("province", Self::Province), ("ministry", Self::Ministry), ("abroad", Self::Abroad)];
}

impl Audience {
    /// Every audience with its name in content files.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("citizen", Self::Citizen),
        ("household-business", Self::HouseholdBusiness),
        ("enterprise", Self::Enterprise),
        ("organisation", Self::Organisation),
    ];
}

impl FilingPlace {
    /// Every place with its name in content files.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("here", Self::Here),
        ("national-portal", Self::NationalPortal),
        ("vneid", Self::Vneid),
        ("police-portal", Self::PolicePortal),
        ("appointment", Self::Appointment),
        ("desk", Self::Desk),
    ];
}

impl CompetenceRule {
    /// Every rule with its name in content files.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("residence", Self::Residence),
        ("birth", Self::Birth),
        ("any-commune", Self::AnyCommune),
        ("anywhere", Self::Anywhere),
        ("property", Self::Property),
        ("business", Self::Business),
        ("issuer", Self::Issuer),
    ];
}

impl AgencyDuty {
    /// Returns the office.
    pub const fn office(&self) -> &Office {
        match self {
            Self::Receives(office) | Self::Decides(office) | Self::Coordinates(office) => office,
        }
    }
}

impl Office {
    /// Tells whether an agency is this office, itself or through its group.
    pub fn includes(&self, agency: &Agency) -> bool {
        match self {
            Self::Group(group) => *group == agency.group,
            Self::Agency(slug) => *slug == agency.slug,
            Self::Body(_) => false,
        }
    }
}
