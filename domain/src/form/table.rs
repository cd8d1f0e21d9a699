//! The same few questions about things that are named beforehand: floors, plots, months.

use super::{Choice, Question};
use crate::slug::Slug;
use serde::{Deserialize, Serialize};

/// Rows that are named, each with the same columns; an answer stands under `bang.row.column`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What each row is about.
    pub rows: Vec<Choice>,
    /// What is asked of each; numbers, amounts and texts.
    pub columns: Vec<Question>,
    /// The columns that are added up, under `bang.tong.column`.
    pub totals: Vec<Slug>,
}

/// The row under which totals stand.
pub const TOTAL: &str = "tong";
