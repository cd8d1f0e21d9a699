//! What was done to accounts; rows are added and never changed.

use super::Event;
use crate::{clock, fault::Fault, object::sql::Sql};
use domain::timestamp::Timestamp;

/// How many are shown at once.
const PAGE: i64 = 200;

pub(super) fn record(sql: &Sql, by: &str, what: &str, login: &str) -> Result<(), Fault> {
    let row = [clock::now().0.into(), by.into(), what.into(), login.into()];
    sql.run("INSERT INTO event (at, by, what, login) VALUES (?, ?, ?, ?)", row)
}

pub(super) fn last(sql: &Sql, before: Option<i64>) -> Result<Vec<Event>, Fault> {
    let rows: Vec<(i64, Timestamp, String, String, String)> = sql.all(
        "SELECT number, at, by, what, login FROM event WHERE number < ? ORDER BY number DESC LIMIT ?",
        // The largest number JavaScript keeps exactly.
        [before.unwrap_or((1 << 53) - 1).into(), PAGE.into()],
    )?;
    Ok(rows.into_iter().map(|(number, at, by, what, login)| Event { number, at, by, what, login }).collect())
}
