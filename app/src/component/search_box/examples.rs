//! Named examples of the search box.

use super::{Loudness, search_box};
use crate::component::{Example, Press, example};
use domain::language::Language;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example("empty, with words to try", search_box(press, "", Loudness::Main, true)),
        example(
            "English, after a search",
            search_box(press.in_language(Language::English), "birth \"certificate\"", Loudness::Quiet, false),
        ),
    ]
}
