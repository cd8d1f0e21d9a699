//! Named examples of folded parts.

use super::details;
use crate::component::{Example, Press, example};
use crate::document::Print as _;
use leptos::prelude::*;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let inside = || view! { <p>"Được. Ông bà, người thân thích không cần văn bản ủy quyền."</p> }.printed();
    let long = "Tôi đang ở xa nơi thường trú, không về được, và không có ai ở nhà làm thay thì tôi phải làm thế nào?";
    vec![
        example("a question", details(press, "Ông bà đi làm thay được không?".to_owned(), inside())),
        example("long text", details(press, long.to_owned(), inside())),
    ]
}
