//! Reads the two pages around every form: where it goes, and where the answer goes.

use super::{outline::Outline, page::Asking};
use crate::{problem::Fault, table::Table};
use domain::form::{self, Page};

/// The pages around every form.
#[derive(Debug, Clone)]
pub(in crate::read) struct Frame {
    pub(super) first: Page,
    pub(super) last: Page,
}

/// The questions that filing a dossier itself needs, with the table they stand in and their kind.
const NEEDED: [(&str, &str, &str); 5] = [
    ("first", form::OFFICE, "office"),
    ("last", form::PHONE, "phone"),
    ("last", form::EMAIL, "email"),
    ("last", form::DELIVERY, "choice"),
    ("last", form::DELIVERY_ADDRESS, "address"),
];

impl Frame {
    pub(in crate::read) fn read(table: &Table<'_>) -> Option<Self> {
        let mut outline = Outline::of_shared_pages();
        let mut asking = Asking::of_frame(&mut outline);
        let first = table.need_table("first").map(|first| asking.page(&first));
        let last = table.need_table("last").map(|last| asking.page(&last));
        outline.check(table);
        for (page, id, kind) in NEEDED.into_iter().filter(|(_, id, kind)| !outline.has(id, kind)) {
            table.fault(table.key_place(page), Fault::QuestionMissing { id, kind });
        }
        Some(Self { first: first?, last: last? })
    }
}
