//! The outbox: every change of state tells the owner, at least once.
//!
//! A notice waits from the transaction that wrote its event until the service bound as `NOTICES` has taken it.
//! Where nothing is bound it is kept without a time and never sent: whoever binds a service later does not flood people with old news.

use super::{Agency, keep::Head, publish, words};
use crate::{clock, content, fault::Fault};
use domain::{
    dossier::{Dossier, Event},
    dossier_code::DossierCode,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use worker::{Fetcher, Headers, Method, RequestInit};

/// What the service gets; `id` is the same in every attempt.
#[derive(Debug, Serialize, Deserialize)]
struct Notice {
    #[serde(default)]
    id: String,
    agency: String,
    code: String,
    kind: String,
    to: To,
    subject: String,
    text: String,
    at: Timestamp,
}

#[derive(Debug, Serialize, Deserialize)]
struct To {
    phone: Option<String>,
    email: Option<String>,
}

/// The first wait after a failure; it doubles up to the longest.
const FIRST_WAIT: i64 = 1_000;
const LONGEST_WAIT: i64 = 60 * 60 * 1_000;
/// So many at a time, so that other calls get their turn.
const BATCH: i64 = 50;

impl Agency {
    /// Puts the notice of an event into the outbox. Runs inside a transaction.
    pub(super) fn tell(&self, code: &DossierCode, head: &Head, event: &Event, after: &Dossier) -> Result<(), Fault> {
        let catalogue = &content::of(self.body.env())?.catalogue;
        let procedure = catalogue.procedure(&head.procedure).map_or(head.procedure.as_str(), |known| known.title.vi.as_str());
        let (subject, text) = words::notice(code, procedure, &event.what, event.at, after, &catalogue.calendar);
        let notice = Notice {
            id: String::new(),
            agency: code.agency.to_string(),
            code: code.to_string(),
            kind: event.what.kind().name().to_owned(),
            to: To { phone: head.phone.clone(), email: head.email.clone() },
            subject,
            text,
            at: event.at,
        };
        let notice = serde_json::to_string(&notice).map_err(|_| Fault::Shape("a notice"))?;
        let next_at = self.notices().map(|_| event.at.0);
        self.body.sql()?.run("INSERT INTO outbox (next_at, notice) VALUES (?, ?)", [next_at.into(), notice.into()])
    }

    fn notices(&self) -> Option<Fetcher> {
        self.body.env().service("NOTICES").ok()
    }

    /// Asks to be woken for what a call is about to write: a notice goes out at once, totals when they may.
    pub(super) async fn ring(&self, now: Timestamp) -> Result<(), Fault> {
        let sql = self.body.sql()?;
        let at = if self.notices().is_some() { now } else { now.max(publish::earliest(sql)?) };
        sql.wake_at(Some(at)).await
    }

    /// Delivers notices and totals that are due, and asks to be woken for the rest.
    pub(super) async fn wake(&self) -> Result<(), Fault> {
        let (told, published) = (self.deliver().await, self.publish().await);
        told?;
        published?;
        // Nothing comes between this look and the asking, so what other calls wrote meanwhile is seen.
        let sql = self.body.sql()?;
        let (notice,): (Option<Timestamp>,) = sql.one("SELECT min(next_at) FROM outbox", [])?;
        let notice = notice.filter(|_| self.notices().is_some());
        match [notice, publish::wanted_at(sql)?].into_iter().flatten().min() {
            Some(next) => sql.wake_at(Some(next)).await,
            None => Ok(()),
        }
    }

    /// Delivers what is due.
    async fn deliver(&self) -> Result<(), Fault> {
        let sql = self.body.sql()?;
        let Some(service) = self.notices() else { return Ok(()) };
        let due: Vec<(i64, i64, String)> = sql.all(
            "SELECT id, tries, notice FROM outbox WHERE next_at <= ? ORDER BY next_at LIMIT ?",
            [clock::now().0.into(), BATCH.into()],
        )?;
        for (id, tries, notice) in due {
            if send(&service, id, &notice).await.unwrap_or(false) {
                sql.run("DELETE FROM outbox WHERE id = ?", [id.into()])?;
            } else {
                let next_at = clock::now().plus_milliseconds(wait(tries));
                sql.run("UPDATE outbox SET tries = tries + 1, next_at = ? WHERE id = ?", [next_at.0.into(), id.into()])?;
            }
        }
        Ok(())
    }
}

fn wait(tries: i64) -> i64 {
    let doublings = u32::try_from(tries.clamp(0, 20)).unwrap_or(20);
    FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT)
}

/// Hands a notice over; anything but success means another try.
async fn send(service: &Fetcher, id: i64, notice: &str) -> Result<bool, Fault> {
    let mut notice: Notice = serde_json::from_str(notice).map_err(|_| Fault::Shape("a notice"))?;
    notice.id = format!("{}-{id}", notice.agency);
    let headers = Headers::new();
    headers.set("content-type", "application/json")?;
    headers.set("idempotency-key", &notice.id)?;
    let body = serde_json::to_string(&notice).map_err(|_| Fault::Shape("a notice"))?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(headers).with_body(Some(body.into()));
    let response = service.fetch("http://notices/", Some(init)).await?;
    Ok((200..300).contains(&response.status_code()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        assert_eq!([0, 1, 5, 12, 99].map(wait), [1_000, 2_000, 32_000, LONGEST_WAIT, LONGEST_WAIT]);
    }
}
