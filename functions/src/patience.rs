//! Waiting for the other end of a line, but not for ever.

use futures_util::future::{Either, select};
use std::{future::Future, pin::pin, time::Duration};
use worker::Delay;

/// How long a JSON text or a posted form may take to arrive: what fits into one comes within seconds even at 100 kbit/s.
pub(crate) const TEXT: Duration = Duration::from_secs(30);
/// How long a form with files may take: thirty MiB at 400 kbit/s.
pub(crate) const FORM_WITH_FILES: Duration = Duration::from_mins(15);
/// How long the next piece of a file may take.
pub(crate) const PIECE: Duration = Duration::from_mins(1);
/// How long the rest of a refused body is read.
pub(crate) const UNWANTED: Duration = Duration::from_secs(10);

/// Returns what came of some work, or nothing when it took too long.
pub(crate) async fn within<T>(limit: Duration, work: impl Future<Output = T>) -> Option<T> {
    match select(pin!(work), pin!(Delay::from(limit))).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}
