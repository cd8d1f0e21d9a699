//! Named examples of the fact table.

use super::{FactRow, fact_table};
use crate::component::{Example, Press, example};
use crate::document::Print as _;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let row = |head: &str, cells: [&str; 2]| FactRow {
        head: head.to_owned().printed(),
        cells: cells.map(|cell| cell.to_owned().printed()).into(),
    };
    let columns = ["Cách nộp", "Thời gian", "Phí, lệ phí"].map(str::to_owned).to_vec();
    let rows = vec![row("Trên mạng", ["3 ngày làm việc", "7.000\u{a0}đ"]), row("Đến nơi nộp", ["3 ngày làm việc", "15.000\u{a0}đ"])];
    vec![example("times and fees", fact_table(press, "Thời gian và phí".to_owned(), columns, rows))]
}
