//! Named examples of the slip.

use super::{SlipRow, slip};
use crate::component::{
    Example, Press,
    button::{Weight, link_button},
    example,
};
use crate::document::Print as _;
use leptos::prelude::*;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let row = |icon, label: &str, answer: &str| SlipRow {
        icon,
        label: label.to_owned(),
        answer: view! { <strong>{answer.to_owned()}</strong> }.printed(),
    };
    let rows = || {
        vec![
            row("place", "Làm ở đâu", "Trung tâm Phục vụ hành chính công nơi bạn cư trú"),
            row("clock", "Mất bao lâu", "1 ngày làm việc"),
            row("money", "Phí, lệ phí", "Miễn phí"),
            row("papers", "Giấy tờ", "Tờ khai và giấy chứng sinh"),
            row("computer", "Làm trên mạng", "Làm hết trên mạng, không phải đến nơi"),
        ]
    };
    let button = link_button(press, Weight::Filled, "#".to_owned(), "Làm hồ sơ".to_owned(), None).printed();
    let long = "Trung tâm Phục vụ hành chính công của bất kỳ xã, phường, đặc khu nào trong tỉnh, hoặc gửi qua bưu điện đến nơi bạn đang thường trú hay tạm trú";
    vec![
        example("facts of a guide", slip(press, "Thông tin chính".to_owned(), rows(), Some(button))),
        example("long text, no button", slip(press, "Thông tin chính".to_owned(), vec![row("place", "Làm ở đâu", long)], None)),
        example("English", slip(press, "Key facts".to_owned(), vec![row("clock", "How long", "1 working day")], None)),
    ]
}
