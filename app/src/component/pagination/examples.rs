//! Named examples of pagination.

use super::pagination;
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let href = |page: usize| format!("?trang={page}");
    let pages = |page, pages| pagination(press, page, pages, href);
    vec![example("three pages", pages(1, 3)), example("many pages", pages(7, 140)), example("one page", pages(1, 1))]
}
