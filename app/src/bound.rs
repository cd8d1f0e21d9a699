//! What the printer of the site hands to the Worker.

use crate::assets::Assets;
use domain::catalogue::Catalogue;
use serde::{Deserialize, Serialize};

/// Everything the Worker needs to print pages like the finished ones; both sides know it by this one type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// Everything that is published.
    pub catalogue: Catalogue,
    /// The names of assets.
    pub assets: Assets,
    /// The parts of the search index, the same bytes a browser gets.
    pub index: Vec<Vec<u8>>,
}
