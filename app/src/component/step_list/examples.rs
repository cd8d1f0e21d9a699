//! Named examples of steps.

use super::{ShownStep, StepHeading, step_list};
use crate::component::{Example, Press, example};
use domain::markup::Markup;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let step = |title: &str, applies: Option<&str>, text: &str| ShownStep {
        title: title.to_owned(),
        applies: applies.map(str::to_owned),
        text: Markup::from_compiler(format!("<p>{text}</p>")),
        more: None,
    };
    let steps = vec![
        step("Điền tờ khai", None, "Điền trên trang này, hoặc in ra điền tay."),
        step("Xem bản nháp", Some("Chỉ khi nộp trên mạng"), "Đọc kỹ từng chữ rồi trả lời trong 1 ngày."),
        step("Nhận kết quả", None, "Mang thẻ căn cước."),
    ];
    vec![example("three steps", step_list(press, StepHeading::Third, steps))]
}
