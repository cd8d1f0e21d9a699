//! The only place in the Worker that asks what time it is.

use domain::date::{Date, Moment};
use worker::Env;

/// Returns the day the site is shown for: the one it was printed for where that was asked, else today in Vietnam.
pub(crate) fn day(env: &Env) -> Date {
    env.var("AS_OF").ok().and_then(|day| day.to_string().parse().ok()).unwrap_or_else(today)
}

fn today() -> Date {
    let milliseconds = worker::Date::now().as_millis();
    Moment::from_unix_milliseconds(i64::try_from(milliseconds).unwrap_or(0)).date
}
