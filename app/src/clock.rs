//! The only place in the browser that asks what time it is.

use domain::date::Moment;
use std::cell::Cell;

thread_local! {
    /// How far the portal's clock is ahead of this device's, in milliseconds.
    static AHEAD: Cell<f64> = const { Cell::new(0.0) };
}

/// Returns the moment in Vietnam, whatever zone the device is set to.
pub(crate) fn now() -> Moment {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of any real clock fit")]
    Moment::from_unix_milliseconds((js_sys::Date::now() + AHEAD.get()) as i64)
}

/// Learns that the portal's clock is so many milliseconds ahead: a phone whose clock is wrong keeps nobody from their own birthday.
#[cfg(feature = "forms")]
pub(crate) fn set_ahead(milliseconds: f64) {
    AHEAD.set(milliseconds);
}
