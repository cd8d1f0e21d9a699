//! Named examples of tiles.

use super::tiles;
use crate::component::{Example, Press, example};
use domain::language::Language;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example("life events", tiles(press, &press.catalogue.life_events)),
        example("English", tiles(press.in_language(Language::English), press.catalogue.life_events.iter().take(2))),
    ]
}
