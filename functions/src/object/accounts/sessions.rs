//! Who is signed in; a session is kept by the hash of what its cookie says.

use super::{Reply, events, failures, officers};
use crate::{clock, fault::Fault, object::sql::Sql};

/// How long a session lasts when nothing happens: a working day at the desk.
const LASTS: i64 = 8 * 60 * 60 * 1000;
/// After how many milliseconds a session ends however much it is used: a working day and its evening.
const ENDS: i64 = 16 * 60 * 60 * 1000;

/// How exactly it is known when something happened last; every look would else be a write.
const GRAIN: i64 = 60 * 1000;

pub(super) fn begin(sql: &Sql, login: &str, from: &str, session: &str) -> Result<Reply, Fault> {
    let Some(officer) = officers::of(sql, login)? else { return Ok(Reply::Nobody) };
    if officer.locked {
        return Ok(Reply::Locked);
    }
    failures::forgive(sql, login, from)?;
    let now = clock::now().0;
    sql.run("DELETE FROM session WHERE seen < ? OR began < ?", [(now - LASTS).into(), (now - ENDS).into()])?;
    let row = [session.into(), login.into(), now.into(), now.into()];
    sql.run("INSERT INTO session (id, login, began, seen) VALUES (?, ?, ?, ?)", row)?;
    events::record(sql, login, "signed-in", login)?;
    Ok(Reply::Officer(officer))
}

pub(super) fn whose(sql: &Sql, session: &str) -> Result<Reply, Fault> {
    let now = clock::now().0;
    let known: Option<(String, i64, i64)> = sql.first("SELECT login, seen, began FROM session WHERE id = ?", [session.into()])?;
    let alive = known.filter(|(_, seen, began)| now - seen < LASTS && now - began < ENDS);
    let Some((login, seen, _)) = alive else { return Ok(Reply::Nobody) };
    let Some(officer) = officers::of(sql, &login)?.filter(|officer| !officer.locked) else { return Ok(Reply::Nobody) };
    if now - seen > GRAIN {
        sql.run("UPDATE session SET seen = ? WHERE id = ?", [now.into(), session.into()])?;
    }
    Ok(Reply::Officer(officer))
}

pub(super) fn end(sql: &Sql, session: &str) -> Result<Reply, Fault> {
    if let Reply::Officer(officer) = whose(sql, session)? {
        events::record(sql, &officer.login, "signed-out", &officer.login)?;
    }
    sql.run("DELETE FROM session WHERE id = ?", [session.into()])?;
    Ok(Reply::Done)
}

/// Ends the sessions of an officer, but for one.
pub(super) fn end_all(sql: &Sql, login: &str, but: &str) -> Result<(), Fault> {
    sql.run("DELETE FROM session WHERE login = ? AND id <> ?", [login.into(), but.into()])
}
