//! Named examples of the filter.

use super::{chosen, filter_panel};
use crate::{
    component::{Example, Press, example},
    filter::Filter,
};
use domain::language::Language;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let some = Filter::from_query([("cap", "commune"), ("tren-mang", "full")], press.catalogue);
    vec![
        example("nothing chosen", filter_panel(press, &Filter::default())),
        example("two values chosen", chosen(press, &some)),
        example("English", filter_panel(press.in_language(Language::English), &some)),
    ]
}
