//! What an administrator does with officers.

use super::{
    password,
    session::{self, SignedIn},
    setup::Made,
};
use crate::{
    fault::Fault,
    object::accounts::{Call, Event, Officer, Reply, ask},
    problem::{self, FieldFault, Problem},
    request::{Visit, pairs},
    respond,
};
use domain::{agency::Agency, dossier::Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use worker::Response;

/// Tells whether a text is a login: 2 to 40 small letters, digits, dots and hyphens, a letter first.
pub(super) fn is_login(text: &str) -> bool {
    let tail = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    (2..=40).contains(&text.len()) && text.bytes().all(tail) && text.starts_with(|first: char| first.is_ascii_lowercase())
}

/// What an administrator writes about an officer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    login: String,
    name: String,
    roles: BTreeSet<Role>,
    agencies: BTreeSet<String>,
    #[serde(default)]
    locked: bool,
}

impl Written {
    /// Checks everything at once.
    fn officer(self, admin: &Officer, agencies: &[Agency]) -> Result<Officer, Problem> {
        let mut faults = Vec::new();
        let mut fault = |path: &str, message: &str| faults.push(FieldFault { path: path.to_owned(), message: message.to_owned() });
        if !is_login(&self.login) {
            fault("login", "Tên đăng nhập có 2 đến 40 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối; bắt đầu bằng chữ.");
        }
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > 100 {
            fault("name", "Nhập họ tên, nhiều nhất 100 ký tự.");
        }
        if self.roles.is_empty() {
            fault("roles", "Chọn ít nhất một vai trò.");
        }
        let known = |code: &String| code == "*" || agencies.iter().any(|agency| agency.code.as_str() == code);
        if self.agencies.is_empty() || !self.agencies.iter().all(known) {
            fault("agencies", "Chọn cơ quan có trong danh mục, hoặc «*» cho mọi cơ quan.");
        } else if !self.agencies.iter().all(|code| admin.works_for(code)) {
            fault("agencies", "Bạn chỉ giao được cơ quan mà bạn quản trị.");
        }
        if faults.is_empty() {
            Ok(Officer { login: self.login, name, roles: self.roles, agencies: self.agencies, locked: self.locked, temporary: true })
        } else {
            Err(Problem::of(&problem::FAULTY_FIELDS).faults(faults))
        }
    }
}

/// Tells whether an administrator looks after an officer: all of whose agencies are theirs too.
fn looks_after(admin: &Officer, officer: &Officer) -> bool {
    officer.agencies.iter().all(|code| admin.works_for(code))
}

async fn officers(visit: &Visit, admin: &Officer) -> Result<Vec<Officer>, Problem> {
    match ask(&visit.env, &Call::Officers).await? {
        Reply::Officers(all) => Ok(all.into_iter().filter(|officer| looks_after(admin, officer)).collect()),
        _ => Err(Fault::Shape("officers").into()),
    }
}

/// The administrator who writes, and the officer their path names.
async fn both(visit: &Visit) -> Result<(SignedIn, Officer), Problem> {
    let admin = session::writing(visit).await?;
    admin.must_be(Role::Admin)?;
    let login = visit.parameter(0);
    let found = officers(visit, &admin.officer).await?.into_iter().find(|officer| officer.login == login);
    Ok((admin, found.ok_or_else(|| Problem::of(&problem::NOT_FOUND))?))
}

#[derive(Serialize)]
struct Listed {
    officers: Vec<Officer>,
}

/// `GET /api/v1/desk/officers`
pub(crate) async fn list(visit: &Visit) -> Result<Response, Problem> {
    let admin = session::reading(visit).await?;
    admin.must_be(Role::Admin)?;
    Ok(respond::ok(&Listed { officers: officers(visit, &admin.officer).await? })?)
}

/// `POST /api/v1/desk/officers`
pub(crate) async fn create(mut visit: Visit) -> Result<Response, Problem> {
    let SignedIn { officer: admin, .. } = session::writing(&visit).await?.admin()?;
    let written: Written = visit.json().await?;
    let officer = written.officer(&admin, &visit.content.catalogue.agencies)?;
    let (login, made) = (officer.login.clone(), password::made()?);
    match ask(&visit.env, &Call::Create(admin.login, officer, password::kept(&made)?)).await? {
        Reply::Done => Ok(respond::created(&Made { login: &login, password: &made })?),
        _ => Err(Problem::of(&problem::CONFLICT)),
    }
}

/// `PUT /api/v1/desk/officers/{login}`
pub(crate) async fn change(mut visit: Visit) -> Result<Response, Problem> {
    let (SignedIn { officer: admin, .. }, old) = both(&visit).await?;
    let written: Written = visit.json().await?;
    let officer = Written { login: old.login, ..written }.officer(&admin, &visit.content.catalogue.agencies)?;
    answered(ask(&visit.env, &Call::Change(admin.login, officer)).await?)
}

/// `POST /api/v1/desk/officers/{login}/lock` and `…/unlock`
pub(crate) async fn lock(visit: &Visit, locked: bool) -> Result<Response, Problem> {
    let (SignedIn { officer: admin, .. }, officer) = both(visit).await?;
    answered(ask(&visit.env, &Call::Change(admin.login, Officer { locked, ..officer })).await?)
}

/// `POST /api/v1/desk/officers/{login}/password`
pub(crate) async fn reset(visit: &Visit) -> Result<Response, Problem> {
    let (SignedIn { officer: admin, .. }, officer) = both(visit).await?;
    let made = password::made()?;
    let call = Call::Reset { by: admin.login, login: officer.login.clone(), password: password::kept(&made)? };
    match ask(&visit.env, &call).await? {
        Reply::Done => Ok(respond::ok(&Made { login: &officer.login, password: &made })?),
        _ => Err(Problem::of(&problem::NOT_FOUND)),
    }
}

fn answered(reply: Reply) -> Result<Response, Problem> {
    match reply {
        Reply::Done => Ok(respond::done()?),
        Reply::Nobody => Err(Problem::of(&problem::NOT_FOUND)),
        _ => Err(Problem::of(&problem::CONFLICT)),
    }
}

#[derive(Serialize)]
struct Record {
    events: Vec<Event>,
}

/// `GET /api/v1/desk/audit?before=…`, for who looks after every agency
pub(crate) async fn record(visit: &Visit) -> Result<Response, Problem> {
    let admin = session::reading(visit).await?.admin()?;
    admin.must_work_for("*")?;
    let before = pairs(&visit.query).into_iter().find(|(name, _)| name == "before").and_then(|(_, number)| number.parse().ok());
    match ask(&visit.env, &Call::Events(before)).await? {
        Reply::Events(events) => Ok(respond::ok(&Record { events })?),
        _ => Err(Fault::Shape("events").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_are_what_can_be_typed_anywhere() {
        for (text, good) in
            [("quan-tri", true), ("lan.le2", true), ("Lan", false), ("2lan", false), ("l", false), ("lê", false), ("a b", false)]
        {
            assert_eq!(is_login(text), good, "{text}");
        }
    }

    #[test]
    fn an_administrator_gives_only_what_is_theirs() {
        let admin = Officer {
            login: "a1".to_owned(),
            name: "A".to_owned(),
            roles: [Role::Admin].into(),
            agencies: ["H99.1".to_owned()].into(),
            locked: false,
            temporary: false,
        };
        let written = |agency: &str| Written {
            login: "lan".to_owned(),
            name: " Lê  Lan ".to_owned(),
            roles: [Role::Receiver].into(),
            agencies: [agency.to_owned()].into(),
            locked: false,
        };
        assert!(written("*").officer(&admin, &[]).is_err());
        assert!(written("H99.1").officer(&admin, &[]).is_err(), "the catalogue does not know it");
        let all = Officer { agencies: ["*".to_owned()].into(), ..admin };
        assert_eq!(written("*").officer(&all, &[]).map(|officer| officer.name), Ok("Lê Lan".to_owned()));
    }
}
