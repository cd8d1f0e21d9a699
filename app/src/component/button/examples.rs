//! Named examples of buttons.

use super::{Weight, link_button};
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let button = |weight, label: &str, sign| link_button(press, weight, "#".to_owned(), label.to_owned(), sign);
    vec![
        example("filled", button(Weight::Filled, "Làm hồ sơ", None)),
        example("filled, leads elsewhere", button(Weight::Filled, "Làm trên Cổng Dịch vụ công quốc gia", Some("external"))),
        example("outlined", button(Weight::Outlined, "In danh sách giấy tờ", Some("print"))),
        example("long text", button(Weight::Outlined, "Xem giờ làm việc của Trung tâm Phục vụ hành chính công phường Mẫu", None)),
        example("English", button(Weight::Filled, "Apply on the National Public Service Portal", Some("external"))),
    ]
}
