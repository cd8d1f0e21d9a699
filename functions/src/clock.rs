//! The only place in the Worker that asks what time it is.

use domain::date::{Date, Moment};

/// Returns the day in Vietnam.
pub(crate) fn today() -> Date {
    let milliseconds = worker::Date::now().as_millis();
    Moment::from_unix_milliseconds(i64::try_from(milliseconds).unwrap_or(0)).date
}
