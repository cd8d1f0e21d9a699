//! Reads a life event.

use crate::table::Table;
use domain::{
    life_event::{LifeEvent, LifeEventStep},
    slug::Slug,
};

pub(super) fn read(slug: Slug, table: &Table<'_>) -> LifeEvent {
    let title = table.need_localized("title");
    table.limit(&title.vi, table.place("title"), 60);
    LifeEvent {
        slug,
        order: table.number("order").unwrap_or(u16::MAX),
        title,
        summary: table.need_localized("summary"),
        icon: table.need_text("icon").value,
        everyday_names: table.texts("everyday_names").into_iter().map(|text| text.value).collect(),
        steps: table
            .need_tables("steps")
            .iter()
            .map(|step| LifeEventStep {
                when: step.need_localized("when"),
                text: step.need_localized_markup("text"),
                procedures: step.slugs("procedures").into_iter().map(|(slug, _)| slug).collect(),
            })
            .collect(),
    }
}
