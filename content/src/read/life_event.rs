//! Reads a life event.

use crate::{problem::Referent, table::Table};
use domain::{
    life_event::{LifeEvent, LifeEventStep},
    slug::Slug,
};

pub(super) fn read(slug: Slug, table: &Table<'_>) -> LifeEvent {
    LifeEvent {
        slug,
        order: table.number("order", 0).unwrap_or(u16::MAX),
        title: table.need_short("title", 60),
        summary: table.need_localized("summary"),
        icon: table.need_text("icon").value,
        everyday_names: table.texts("everyday_names").into_iter().map(|text| text.value).collect(),
        steps: table.need_tables("steps").iter().map(step).collect(),
    }
}

fn step(table: &Table<'_>) -> LifeEventStep {
    LifeEventStep {
        when: table.need_localized("when"),
        text: table.need_localized_markup("text"),
        procedures: table.references("procedures", Referent::Procedure),
    }
}
