//! Counts searches that found nothing, for editors: no address, no moment, and no words before several people typed them.

use crate::{
    clock,
    fault::Fault,
    object::{
        limiter::{MISS, take},
        statistics::{Call, Reply, ask},
    },
    request::Visit,
    secret,
};
use domain::{
    missed::{Missed, MissedWords},
    timestamp::Timestamp,
};
use worker::Env;

/// The milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Counts words, once a minute for each client; a failure is logged and keeps nobody from the page.
pub(crate) async fn count(env: &Env, address: &str, words: &MissedWords) {
    // The limiter gets a hash of both, so that it learns neither.
    let who = format!("{address} {}", words.as_str());
    if take(env, &MISS, &who).await.is_err() {
        return;
    }
    // The day is enough to forget by.
    let at = Timestamp(clock::now().0.div_euclid(DAY) * DAY);
    let key = secret::base32(&secret::sha256(&[b"missed", words.as_str().as_bytes()]));
    if let Err(fault) = ask(env, &Call::Miss { key, words: words.clone(), at }).await {
        fault.logged();
    }
}

/// Returns what several people missed, the commonest first.
pub(crate) async fn list(visit: &Visit) -> Result<Vec<Missed>, Fault> {
    match ask(&visit.env, &Call::Missed).await? {
        Reply::Missed(missed) => Ok(missed),
        _ => Err(Fault::Shape("missed words")),
    }
}
