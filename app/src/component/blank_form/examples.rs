//! Named examples of blank forms.

use super::blank_form;
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    press.catalogue.blanks.first().map(|blank| vec![example("a form", blank_form(press, blank))]).unwrap_or_default()
}
