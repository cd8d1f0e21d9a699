//! Named examples of callouts.

use super::callout;
use crate::component::{Example, Press, badge::Tone, example};
use leptos::prelude::*;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example(
            "replaced procedure",
            callout(
                press,
                Tone::Warning,
                view! { <p>"Thủ tục này không còn từ ngày 08/09/2026. Nay làm theo " <a href="#">"Khai sinh, thường trú, thẻ y tế, căn cước cho con"</a> "."</p> },
            ),
        ),
        example("information", callout(press, Tone::Information, view! { <p>"Các trường hợp đều mở. Chọn một để xem ngắn hơn."</p> })),
        example("success", callout(press, Tone::Success, view! { <p>"Bạn không phải nộp giấy này nữa."</p> })),
        example("error", callout(press, Tone::Error, view! { <p>"Chưa gửi được."</p> })),
        example("neutral, English", callout(press, Tone::Neutral, view! { <p>"This guide is in Vietnamese."</p> })),
    ]
}
