//! Named examples of the progress line.

use super::progress;
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example("in the middle", progress(press, "Phần", 2, 5, "Cha và mẹ")),
        example("long text", progress(press, "Bước", 3, 3, "Xem lại mọi điều bạn đã điền, giấy tờ đã chụp và lệ phí trước khi gửi hồ sơ")),
    ]
}
