//! Named examples of the list of papers.

use super::paper_list;
use crate::component::{Example, Press, example};
use domain::{language::Localized, markup::Markup, procedure::Case};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let Ok(id) = "khong-giay-to".parse() else { return Vec::new() };
    let name = Localized { vi: "Không cần giấy tờ".to_owned(), en: "No papers".to_owned() };
    let empty = Case { id, name, about: Markup::default(), papers: Vec::new() };
    let mut examples = vec![example("empty", paper_list(press, &empty, true))];
    if let Some(case) = press.catalogue.procedures.iter().flat_map(|procedure| &procedure.cases).find(|case| case.papers.len() > 2) {
        examples.insert(0, example("three roles", paper_list(press, case, true)));
    }
    examples
}
