//! Reads the fields.

use crate::table::Table;
use domain::field::Field;

pub(super) fn read(table: &Table<'_>) -> Vec<Field> {
    let fields = table.need_tables("fields");
    fields
        .iter()
        .map(|field| Field {
            id: field.need_slug("id").0,
            code: field.text("code").map(|text| text.value),
            name: field.need_localized("name"),
            about: field.need_localized("about"),
            icon: field.need_text("icon").value,
        })
        .collect()
}
