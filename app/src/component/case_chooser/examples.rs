//! Named examples of the case chooser.

use super::case_chooser;
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let with_cases = press.catalogue.procedures.iter().find(|procedure| procedure.cases.len() > 1);
    with_cases
        .and_then(|procedure| case_chooser(press, &procedure.cases))
        .map(|view| vec![example("several cases", view)])
        .unwrap_or_default()
}
