//! Named examples of the look-up slip.

use super::lookup;
use crate::component::{Example, Press, example};
use domain::language::Language;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![example("empty", lookup(press)), example("English", lookup(press.in_language(Language::English)))]
}
