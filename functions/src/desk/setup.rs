//! `POST /api/v1/desk/setup`: the first account, made once by who holds the server's `SETUP` secret.

use super::password;
use crate::{
    object::{
        accounts::{Call, Officer, Reply, ask},
        limiter,
    },
    problem::{self, Problem},
    request::Visit,
    respond,
    secret::{same, sha256},
};
use domain::dossier::Role;
use serde::{Deserialize, Serialize};
use worker::Response;

/// A shorter secret counts as none: it might be guessed.
const SHORTEST: usize = 16;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    setup: String,
}

/// An account whose password is shown this once.
#[derive(Serialize)]
pub(super) struct Made<'a> {
    pub(super) login: &'a str,
    pub(super) password: &'a str,
}

pub(crate) async fn answer(mut visit: Visit) -> Result<Response, Problem> {
    limiter::take(&visit.env, &limiter::SIGN_IN, visit.address().as_str()).await?;
    let wanted = visit.env.var("SETUP").ok().map(|secret| secret.to_string()).filter(|secret| secret.len() >= SHORTEST);
    let wanted = wanted.ok_or_else(|| Problem::of(&problem::NOT_FOUND))?;
    let Asked { setup } = visit.json().await?;
    if !same(&sha256(&[setup.as_bytes()]), &sha256(&[wanted.as_bytes()])) {
        return Err(Problem::of(&problem::FORBIDDEN));
    }
    let officer = Officer {
        login: "quan-tri".to_owned(),
        name: "Quản trị".to_owned(),
        roles: Role::NAMED.into_iter().map(|(_, role)| role).collect(),
        agencies: ["*".to_owned()].into(),
        locked: false,
        temporary: true,
    };
    let password = password::made()?;
    let kept = password::kept(&password)?;
    let login = officer.login.clone();
    match ask(&visit.env, &Call::Setup(officer, kept)).await? {
        Reply::Done => Ok(respond::created(&Made { login: &login, password: &password })?),
        _ => Err(Problem::of(&problem::CONFLICT)),
    }
}
