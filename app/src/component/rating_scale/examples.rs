//! Named examples of the faces.

use super::rating_scale;
use crate::component::{Example, Press, example};
use domain::rating::{Aspect, Level};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    vec![
        example("empty", rating_scale(press, Aspect::Overall, None, None)),
        example("chosen", rating_scale(press, Aspect::Ease, Some(Level::Satisfied), None)),
        example("error, long words", rating_scale(press, Aspect::Convenience, None, Some("Chọn một trong ba mức."))),
    ]
}
