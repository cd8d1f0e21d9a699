//! Named examples of the agency card.

use super::agency_card;
use crate::component::{Example, Press, example};
use domain::language::Language;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let Some(agency) = press.catalogue.agencies.first() else { return Vec::new() };
    vec![
        example("a commune's centre", agency_card(press, agency)),
        example("English", agency_card(press.in_language(Language::English), agency)),
    ]
}
