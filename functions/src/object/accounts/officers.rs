//! Officers as rows.

use super::{Officer, Password, Reply, events, sessions};
use crate::{fault::Fault, object::sql::Sql};
use domain::dossier::Role;
use std::collections::BTreeSet;

type Columns = (String, String, String, String, bool, bool);

const SELECT: &str = "SELECT login, name, roles, agencies, locked, temporary FROM officer";

fn officer((login, name, roles, agencies, locked, temporary): Columns) -> Officer {
    let roles = roles.split(' ').filter_map(Role::from_key).collect();
    let agencies = agencies.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    Officer { login, name, roles, agencies, locked, temporary }
}

fn roles(officer: &Officer) -> String {
    officer.roles.iter().map(|role| role.key()).collect::<Vec<_>>().join(" ")
}

fn agencies(officer: &Officer) -> String {
    officer.agencies.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

pub(super) fn of(sql: &Sql, login: &str) -> Result<Option<Officer>, Fault> {
    Ok(sql.first(&format!("{SELECT} WHERE login = ?"), [login.into()])?.map(officer))
}

pub(super) fn all(sql: &Sql) -> Result<Vec<Officer>, Fault> {
    Ok(sql.all(&format!("{SELECT} ORDER BY login"), [])?.into_iter().map(officer).collect())
}

pub(super) fn first(sql: &Sql, first: &Officer, password: &Password) -> Result<Reply, Fault> {
    let (count,): (i64,) = sql.one("SELECT count(*) FROM officer", [])?;
    if count > 0 { Ok(Reply::Conflict) } else { create(sql, "", "setup", first, password) }
}

pub(super) fn create(sql: &Sql, by: &str, what: &str, new: &Officer, password: &Password) -> Result<Reply, Fault> {
    if of(sql, &new.login)?.is_some() {
        return Ok(Reply::Conflict);
    }
    sql.run(
        "INSERT INTO officer (login, name, roles, agencies, salt, hash) VALUES (?, ?, ?, ?, ?, ?)",
        [
            new.login.as_str().into(),
            new.name.as_str().into(),
            roles(new).into(),
            agencies(new).into(),
            password.salt.as_str().into(),
            password.hash.as_str().into(),
        ],
    )?;
    events::record(sql, by, what, &new.login)?;
    Ok(Reply::Done)
}

pub(super) fn change(sql: &Sql, by: &str, new: &Officer) -> Result<Reply, Fault> {
    let Some(old) = of(sql, &new.login)? else { return Ok(Reply::Nobody) };
    let looks_after = |officer: &Officer| officer.roles.contains(&Role::Admin) && !officer.locked;
    let others: BTreeSet<String> =
        all(sql)?.into_iter().filter(|other| other.login != new.login && looks_after(other)).map(|other| other.login).collect();
    // Somebody must be left who can undo it.
    if looks_after(&old) && !looks_after(new) && others.is_empty() {
        return Ok(Reply::Conflict);
    }
    sql.run(
        "UPDATE officer SET name = ?, roles = ?, agencies = ?, locked = ? WHERE login = ?",
        [new.name.as_str().into(), roles(new).into(), agencies(new).into(), i64::from(new.locked).into(), new.login.as_str().into()],
    )?;
    if new.locked {
        sessions::end_all(sql, &new.login, "")?;
    }
    let what = match (old.locked, new.locked) {
        (false, true) => "locked",
        (true, false) => "unlocked",
        _ => "changed",
    };
    events::record(sql, by, what, &new.login)?;
    Ok(Reply::Done)
}

pub(super) fn change_password(sql: &Sql, session: &str, password: &Password) -> Result<Reply, Fault> {
    let Reply::Officer(officer) = sessions::whose(sql, session)? else { return Ok(Reply::Nobody) };
    set_password(sql, &officer.login, password, false)?;
    sessions::end_all(sql, &officer.login, session)?;
    events::record(sql, &officer.login, "password-changed", &officer.login)?;
    Ok(Reply::Done)
}

pub(super) fn reset(sql: &Sql, by: &str, login: &str, password: &Password) -> Result<Reply, Fault> {
    if of(sql, login)?.is_none() {
        return Ok(Reply::Nobody);
    }
    set_password(sql, login, password, true)?;
    sessions::end_all(sql, login, "")?;
    events::record(sql, by, "password-reset", login)?;
    Ok(Reply::Done)
}

fn set_password(sql: &Sql, login: &str, password: &Password, temporary: bool) -> Result<(), Fault> {
    let row = [password.salt.as_str().into(), password.hash.as_str().into(), i64::from(temporary).into(), login.into()];
    sql.run("UPDATE officer SET salt = ?, hash = ?, temporary = ? WHERE login = ?", row)
}
