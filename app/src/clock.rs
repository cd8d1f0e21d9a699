//! The only place in the browser that asks what time it is.

use domain::date::Moment;

/// Returns the moment in Vietnam, whatever zone the device is set to.
pub(crate) fn now() -> Moment {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of any real clock fit")]
    Moment::from_unix_milliseconds(js_sys::Date::now() as i64)
}
