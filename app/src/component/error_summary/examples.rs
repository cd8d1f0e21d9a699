//! Named examples of the error summary.

use super::{ToMend, error_summary};
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let fault = |target: &str, words: &str| ToMend { href: format!("#{target}"), words: words.to_owned() };
    vec![
        example("one", error_summary(press, vec![fault("so", "Số định danh có 12 chữ số, bạn mới nhập 11.")])),
        example(
            "several, long text",
            error_summary(
                press,
                vec![
                    fault("noi-o.commune", "Nơi ở hiện tại của bạn: chọn xã, phường."),
                    fault(
                        "quan-he",
                        "Chọn một câu trả lời cho «Bạn có quan hệ thế nào với người được khai sinh, theo giấy tờ bạn đang giữ?».",
                    ),
                ],
            ),
        ),
        example("nothing to mend", error_summary(press, Vec::new())),
    ]
}
