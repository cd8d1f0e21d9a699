//! Signing in and out, who one is, and one's own password.

use super::{
    password,
    session::{COOKIE, SignedIn, csrf, hashed, reading, writing},
};
use crate::{
    fault::Fault,
    object::{
        accounts::{Call, Officer, Reply, ask},
        limiter,
    },
    problem::{self, Problem},
    request::Visit,
    respond::{self, SameSite},
    secret,
};
use serde::{Deserialize, Serialize};
use worker::Response;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    login: String,
    password: String,
}

#[derive(Serialize)]
struct Me<'a> {
    login: &'a str,
    name: &'a str,
    roles: Vec<&'static str>,
    agencies: Vec<&'a str>,
    temporary_password: bool,
    csrf: &'a str,
}

fn me<'a>(officer: &'a Officer, csrf: &'a str) -> Me<'a> {
    Me {
        login: &officer.login,
        name: &officer.name,
        roles: officer.roles.iter().map(|role| role.key()).collect(),
        agencies: officer.agencies.iter().map(String::as_str).collect(),
        temporary_password: officer.temporary,
        csrf,
    }
}

/// `POST /api/v1/desk/sign-in`
pub(crate) async fn sign_in(mut visit: Visit) -> Result<Response, Problem> {
    let address = visit.address();
    limiter::take(&visit.env, &limiter::SIGN_IN, address.as_str()).await?;
    let Credentials { login, password } = visit.json().await?;
    let login = login.trim().to_lowercase();
    // What is no login is not counted either: the table of mistakes would grow by whatever somebody types.
    let wrong = || Problem::of(&problem::SIGN_IN);
    if !super::officers::is_login(&login) || password.len() > 1024 {
        return Err(wrong());
    }
    let from =
        secret::base32(&secret::hmac(crate::object::accounts::sealing_key(&visit.env).await?.as_bytes(), address.as_str().as_bytes()));
    let kept = match ask(&visit.env, &Call::Knock { login: login.clone(), from: from.clone() }).await? {
        Reply::Door(kept) => kept,
        Reply::Wait(seconds) => return Err(Problem::of(&problem::TOO_MANY).retry_after(seconds)),
        _ => return Err(Fault::Shape("a door").into()),
    };
    if !password::fits(&password, &kept)? {
        return Err(wrong());
    }
    // Whatever cookie came along is of no account: a session begins under a new name.
    let cookie = secret::token()?;
    match ask(&visit.env, &Call::Enter { login, from, session: hashed(&cookie) }).await? {
        Reply::Officer(officer) => {
            let response = respond::ok(&me(&officer, &csrf(&cookie)))?;
            Ok(respond::with_cookie(response, COOKIE, &cookie, None, SameSite::Strict)?)
        }
        Reply::Locked => Err(Problem::of(&problem::LOCKED)),
        _ => Err(wrong()),
    }
}

/// `POST /api/v1/desk/sign-out`
pub(crate) async fn sign_out(visit: &Visit) -> Result<Response, Problem> {
    let SignedIn { session, .. } = writing(visit).await?;
    ask(&visit.env, &Call::Leave(session)).await?;
    Ok(respond::with_cookie(respond::done()?, COOKIE, "", Some(0), SameSite::Strict)?)
}

/// `GET /api/v1/desk/me`
pub(crate) async fn who(visit: &Visit) -> Result<Response, Problem> {
    let SignedIn { officer, csrf, .. } = reading(visit).await?;
    Ok(respond::ok(&me(&officer, &csrf))?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    current: String,
    new: String,
}

/// `POST /api/v1/desk/password`
pub(crate) async fn change_password(mut visit: Visit) -> Result<Response, Problem> {
    let SignedIn { officer, session, .. } = writing(&visit).await?;
    limiter::take(&visit.env, &limiter::SIGN_IN, visit.address().as_str()).await?;
    let Change { current, new } = visit.json().await?;
    if let Some(fault) = password::fault(&new, &officer.login) {
        return Err(Problem::of(&problem::FAULTY_FIELDS).faults(vec![fault]));
    }
    let kept = match ask(&visit.env, &Call::Knock { login: officer.login, from: session.clone() }).await? {
        Reply::Door(kept) => kept,
        Reply::Wait(seconds) => return Err(Problem::of(&problem::TOO_MANY).retry_after(seconds)),
        _ => return Err(Fault::Shape("a door").into()),
    };
    if current.len() > 1024 || !password::fits(&current, &kept)? {
        return Err(Problem::of(&problem::SIGN_IN));
    }
    match ask(&visit.env, &Call::ChangePassword { session, password: password::kept(&new)? }).await? {
        Reply::Done => Ok(respond::done()?),
        _ => Err(Problem::of(&problem::UNAUTHENTICATED)),
    }
}
