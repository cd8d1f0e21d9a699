//! The only place in the Worker that asks what time it is.

use domain::{date::Date, timestamp::Timestamp};
use worker::Env;

/// Returns the instant; events of dossiers carry it. It is the real one even where the site is shown for another day.
pub(crate) fn now() -> Timestamp {
    Timestamp(i64::try_from(worker::Date::now().as_millis()).unwrap_or(0))
}

/// Returns the day the site is shown for: the one it was printed for where that was asked, else today in Vietnam.
pub(crate) fn day(env: &Env) -> Date {
    env.var("AS_OF").ok().and_then(|day| day.to_string().parse().ok()).unwrap_or_else(|| now().moment().date)
}
