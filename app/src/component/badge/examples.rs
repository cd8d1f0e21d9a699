//! Named examples of badges.

use super::{Tone, badge};
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let badge = |tone, words: &str| badge(press, tone, words.to_owned());
    vec![
        example("neutral", badge(Tone::Neutral, "Đã dừng")),
        example("information", badge(Tone::Information, "Giá trị mẫu")),
        example("success", badge(Tone::Success, "Làm hết trên mạng")),
        example("warning", badge(Tone::Warning, "Chưa có nguồn chắc chắn")),
        example("error, long text", badge(Tone::Error, "Không còn áp dụng từ ngày 08/09/2026")),
    ]
}
