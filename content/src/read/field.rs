//! Reads the fields.

use crate::{
    register::Thing,
    table::{Table, stand_in},
};
use domain::{field::Field, slug::Slug};

pub(super) fn read(table: &Table<'_>) -> Vec<Field> {
    let field = |field: &Table<'_>| Field {
        id: id(field),
        code: field.text("code").map(|text| text.value),
        national: field.texts("national").into_iter().map(|text| text.value).collect(),
        name: field.need_localized("name"),
        about: field.need_localized("about"),
        icon: field.need_text("icon").value,
    };
    table.need_tables("fields").iter().map(field).collect()
}

fn id(table: &Table<'_>) -> Slug {
    let Some((slug, span)) = table.need_slug("id") else { return stand_in() };
    table.define(Thing::Field, slug.as_str(), span);
    slug
}
