//! Named examples of the header.

use super::header;
use crate::{
    component::{Example, Press, example},
    route::Route,
};
use domain::language::Language;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example("with a twin in English", header(press, &Route::Catalogue, Some("/en/thu-tuc/".to_owned()))),
        example("English", header(press.in_language(Language::English), &Route::Home, Some("/".to_owned()))),
        example("no twin", header(press, &Route::Home, None)),
    ]
}
