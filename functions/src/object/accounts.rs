//! `Accounts`: officers, their sign-ins, and what was done to accounts.

mod events;
mod failures;
mod officers;
mod schema;
mod sessions;

use super::{Body, answer};
use crate::{call, fault::Fault, secret};
use domain::{dossier::Role, timestamp::Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// The object.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Accounts {
    body: Body,
}

/// An officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Officer {
    /// The name they sign in with; it never changes, dossiers name it.
    pub(crate) login: String,
    /// The name shown to others.
    pub(crate) name: String,
    /// What they are there for.
    pub(crate) roles: BTreeSet<Role>,
    /// The codes of the agencies they work for; `*` is every agency.
    pub(crate) agencies: BTreeSet<String>,
    /// Whether they are kept out.
    pub(crate) locked: bool,
    /// Whether their password was made by somebody else.
    pub(crate) temporary: bool,
}

/// A password as it is kept: salt and hash.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Password {
    /// What makes two equal passwords differ.
    pub(crate) salt: String,
    /// Argon2id over password and salt.
    pub(crate) hash: String,
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Something done to an account, for the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Event {
    /// Its number.
    pub(crate) number: i64,
    /// When.
    pub(crate) at: Timestamp,
    /// Who did it, by the name they sign in with.
    pub(crate) by: String,
    /// What was done.
    pub(crate) what: String,
    /// Whose account it was done to.
    pub(crate) login: String,
}

/// What it may be asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Call {
    /// Whether the storage answers.
    Ping,
    /// The key that seals what the server hands out and reads back.
    SealingKey,
    /// The first account, only while there is none.
    Setup(Officer, Password),
    /// What a password is compared with. It counts as an attempt until [`Call::Enter`] says that it was right.
    Knock {
        /// Who says to come.
        login: String,
        /// From where, hashed.
        from: String,
    },
    /// The password was right: begins a session.
    Enter {
        /// Who comes.
        login: String,
        /// From where, hashed.
        from: String,
        /// The session, hashed.
        session: String,
    },
    /// Whose session it is.
    Session(String),
    /// Ends a session.
    Leave(String),
    /// A new password by its owner; other sessions of theirs end.
    ChangePassword {
        /// The session it is asked in.
        session: String,
        /// The new one.
        password: Password,
    },
    /// Every officer.
    Officers,
    /// A new officer, by an administrator.
    Create(String, Officer, Password),
    /// Other name, roles, agencies, or lock; the login says whose.
    Change(String, Officer),
    /// A password by an administrator; every session of the officer ends.
    Reset {
        /// The administrator.
        by: String,
        /// Whose.
        login: String,
        /// The new one.
        password: Password,
    },
    /// The last things done to accounts, before a number.
    Events(Option<i64>),
}

/// What it answers.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// It is done.
    Done,
    /// There is no such account or session.
    Nobody,
    /// There is one already, or it would leave no administrator.
    Conflict,
    /// The account is locked.
    Locked,
    /// Too many wrong passwords: so many seconds.
    Wait(u32),
    /// What a password is compared with.
    Door(Password),
    /// An officer.
    Officer(Officer),
    /// Officers.
    Officers(Vec<Officer>),
    /// Things done to accounts, the last first.
    Events(Vec<Event>),
    /// The key.
    SealingKey(String),
}

/// Asks the one object there is.
pub(crate) async fn ask(env: &Env, call: &Call) -> std::result::Result<Reply, Fault> {
    call::send(env, "ACCOUNTS", "accounts", call).await
}

/// Returns the key that seals what the server hands out and reads back, such as ids of drafts.
pub(crate) async fn sealing_key(env: &Env) -> std::result::Result<String, Fault> {
    static KEY: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    if let Some(key) = KEY.get() {
        return Ok(key.clone());
    }
    match ask(env, &Call::SealingKey).await? {
        Reply::SealingKey(key) => Ok(KEY.get_or_init(|| key).clone()),
        _ => Err(Fault::Shape("a sealing key")),
    }
}

impl DurableObject for Accounts {
    fn new(state: State, env: Env) -> Self {
        Self { body: Body::new(state, env, schema::MIGRATIONS) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        answer(request, async |call| self.answer(call)).await
    }
}

impl Accounts {
    fn answer(&self, call: Call) -> std::result::Result<Reply, Fault> {
        let sql = self.body.sql()?;
        sql.transaction(|| match call {
            Call::Ping => {
                let (_,): (i64,) = sql.one("SELECT count(*) FROM migration", [])?;
                Ok(Reply::Done)
            }
            Call::SealingKey => {
                if let Some((key,)) = sql.first("SELECT value FROM secret WHERE name = 'sealing'", [])? {
                    return Ok(Reply::SealingKey(key));
                }
                let key = secret::base32(&secret::random::<32>()?);
                sql.run("INSERT INTO secret (name, value) VALUES ('sealing', ?)", [key.as_str().into()])?;
                Ok(Reply::SealingKey(key))
            }
            Call::Setup(officer, password) => officers::first(sql, &officer, &password),
            Call::Knock { login, from } => failures::knock(sql, &login, &from),
            Call::Enter { login, from, session } => sessions::begin(sql, &login, &from, &session),
            Call::Session(session) => sessions::whose(sql, &session),
            Call::Leave(session) => sessions::end(sql, &session),
            Call::ChangePassword { session, password } => officers::change_password(sql, &session, &password),
            Call::Officers => officers::all(sql).map(Reply::Officers),
            Call::Create(by, officer, password) => officers::create(sql, &by, "officer-created", &officer, &password),
            Call::Change(by, officer) => officers::change(sql, &by, &officer),
            Call::Reset { by, login, password } => officers::reset(sql, &by, &login, &password),
            Call::Events(before) => events::last(sql, before).map(Reply::Events),
        })
    }
}
