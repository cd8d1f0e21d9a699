//! HTML handlers, thin: what they show are `app`'s views.

pub(crate) mod printed;
