//! Named examples of the footer.

use super::footer;
use crate::component::{Example, Press, example};
use domain::language::Language;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![example("Vietnamese", footer(press)), example("English", footer(press.in_language(Language::English)))]
}
