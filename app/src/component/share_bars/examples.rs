//! Named examples of bars.

use super::{Bar, share_bars};
use crate::component::{Example, Press, example};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let bar = |label: &str, count| Bar { label: label.to_owned(), count };
    let long = "Biết đến cổng này qua người thân, hàng xóm hoặc cán bộ ở nơi làm thủ tục";
    vec![
        example("satisfaction", share_bars(press, &[bar("Rất hài lòng", 12), bar("Hài lòng", 30), bar("Không hài lòng", 1)], 43)),
        example("long text, one without answers", share_bars(press, &[bar(long, 7), bar("Khác", 0)], 7)),
    ]
}
