//! What an answer can be narrowed to, with its names: one list for the addresses, the page of results and the box.

use crate::{Audiences, Levels};

/// A value with its name in an address and on pages.
#[derive(Debug, PartialEq, Eq)]
pub struct Named<T> {
    /// The value.
    pub is: T,
    /// Its name in an address.
    pub slug: &'static str,
    vietnamese: &'static str,
    english: &'static str,
}

impl<T> Named<T> {
    const fn new(is: T, slug: &'static str, vietnamese: &'static str, english: &'static str) -> Self {
        Self { is, slug, vietnamese, english }
    }

    /// Returns its name on a page, in English or in Vietnamese.
    pub const fn name(&self, english: bool) -> &'static str {
        if english { self.english } else { self.vietnamese }
    }
}

/// Levels of administration (cấp giải quyết).
pub static LEVELS: [Named<Levels>; 4] = [
    Named::new(Levels::COMMUNE, "xa", "Cấp xã", "Commune"),
    Named::new(Levels::PROVINCE, "tinh", "Cấp tỉnh", "Province"),
    Named::new(Levels::CENTRAL, "trung-uong", "Cấp bộ", "Ministry"),
    Named::new(Levels::ABROAD, "nuoc-ngoai", "Ở nước ngoài", "Abroad"),
];

/// Who does it (ai làm).
pub static AUDIENCES: [Named<Audiences>; 5] = [
    Named::new(Audiences::CITIZEN, "nguoi-dan", "Người dân", "Individuals"),
    Named::new(Audiences::BUSINESS, "kinh-doanh", "Người kinh doanh", "Businesses"),
    Named::new(Audiences::ORGANISATION, "to-chuc", "Tổ chức", "Organisations"),
    Named::new(Audiences::FOREIGN, "nguoi-nuoc-ngoai", "Người nước ngoài, kiều bào", "Foreigners, overseas Vietnamese"),
    Named::new(Audiences::OFFICIAL, "can-bo", "Cán bộ", "Officials"),
];
