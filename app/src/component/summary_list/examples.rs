//! Named examples of summary lists.

use super::summary_list;
use crate::component::{Example, Press, example};
use domain::form::AnswerRow;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let row = |label: &str, value: &str| AnswerRow { path: String::new(), label: label.to_owned(), value: value.to_owned() };
    let rows = [row("Họ, chữ đệm và tên của bạn", "Nguyễn Thị Mẫu"), row("Ngày sinh của bạn", "05/02/1990")];
    let long = [row(
        "Bạn bán gì, làm gì?",
        "Bán cơm trưa, nước giải khát, đồ ăn mang về.\n\nGiao hàng trong phường Mẫu và các xã lân cận vào buổi trưa các ngày trong tuần.",
    )];
    vec![
        example("answers to change", summary_list(press, "Người đi khai", &rows, Some("#nguoi".to_owned()))),
        example("long text", summary_list(press, "Nghề kinh doanh", &long, Some("#nghe".to_owned()))),
        example("nothing to change any more", summary_list(press, "Người đi khai", &rows, None)),
        example("empty", summary_list(press, "Người đi khai", &[], Some("#nguoi".to_owned()))),
    ]
}
