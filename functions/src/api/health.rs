//! `GET /healthz`: 200 only when the store answers; its `Date` is what a device with a wrong clock goes by.

use crate::{
    object::accounts::{self, Call},
    problem::{self, Problem},
    request::Visit,
    respond,
};
use domain::timestamp::Timestamp;
use worker::{Response, js_sys};

/// Asks one object for a trivial read.
pub(crate) async fn answer(visit: &Visit) -> Result<Response, Problem> {
    match accounts::ask(&visit.env, &Call::Ping).await {
        Ok(_) => Ok(respond::plain(respond::builder(200)?.with_header("date", &http_date(visit.now))?, "ok\n")?),
        Err(fault) => {
            fault.logged();
            Err(Problem::of(&problem::UNAVAILABLE))
        }
    }
}

/// A date as HTTP writes it (RFC 9110 §5.6.7), by the runtime, which knows how.
fn http_date(at: Timestamp) -> String {
    #[expect(clippy::cast_precision_loss, reason = "JavaScript's instants are exact to the millisecond for 280,000 years")]
    let at = js_sys::Date::new(&(at.0 as f64).into());
    at.to_utc_string().into()
}
