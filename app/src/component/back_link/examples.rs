//! Named examples of the back link.

use super::back_link;
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example("to the catalogue", back_link(press, "/thu-tuc/".to_owned(), "Tất cả thủ tục".to_owned())),
        example("English", back_link(press, "/en/thu-tuc/".to_owned(), "All procedures".to_owned())),
    ]
}
