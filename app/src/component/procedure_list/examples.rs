//! Named examples of the procedure list.

use super::{procedure_list, row};
use crate::component::{Example, Press, example};
use leptos::prelude::*;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let long = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong nhiều trường hợp khác nhau";
    let rows = vec![
        row(press, "#".to_owned(), "Khai sinh cho con".to_owned(), "1 ngày làm việc · Miễn phí".to_owned()),
        row(press, "#".to_owned(), long.to_owned(), "Hỏi nơi nộp".to_owned()),
        row(press, "#".to_owned(), "No second line".to_owned(), String::new()),
    ];
    vec![example("rows, one long", view! { <ul class="procedure-list">{rows}</ul> }), example("empty", procedure_list(press, []))]
}
