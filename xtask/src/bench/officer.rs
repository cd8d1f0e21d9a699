//! An officer at the desk: accepts what is new and writes remarks, and remembers which moves the portal said it made.

use super::{
    chance::Chance,
    crash::{Known, push},
    trial::SETUP,
};
use crate::http::{Client, Reply};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::Duration,
};

/// Between two moves: an officer may ask five times a second for long.
const PAUSE: Duration = Duration::from_millis(400);

/// A move somebody tried to make; its mark stands in the remark that goes with it.
#[derive(Debug, Clone)]
pub(crate) struct Moved {
    code: String,
    mark: String,
    /// Whether the portal said that it is made.
    told: bool,
}

/// An officer with a session.
#[derive(Debug)]
pub(crate) struct Officer {
    client: Client,
    login: String,
    password: String,
    cookie: String,
    csrf: String,
    chance: Chance,
}

/// What became of the moves.
#[derive(Debug, Default)]
pub(super) struct Moves {
    /// The portal said they are made.
    pub(super) made: usize,
    pub(super) lost: usize,
    pub(super) twice: usize,
}

impl Officer {
    /// Makes the first account and signs in.
    pub(crate) fn first(port: u16) -> Result<Self> {
        let mut client = Client::new(port);
        let made = client.post("/api/v1/desk/setup", &[], &json!({ "setup": SETUP }))?;
        ensure!(made.status == 201, "the first account is answered {}", made.status);
        let (login, password) = (made.text("login")?, made.text("password")?);
        let mut me = Self { client, login, password, cookie: String::new(), csrf: String::new(), chance: Chance::new(1 << 33) };
        me.sign_in()?;
        Ok(me)
    }

    fn sign_in(&mut self) -> Result<()> {
        let reply = self.client.post("/api/v1/desk/sign-in", &[], &json!({ "login": self.login, "password": self.password }))?;
        ensure!(reply.status == 200, "signing in is answered {}", reply.status);
        let cookie = reply.header("set-cookie").and_then(|text| text.split(';').next()).context("signing in gives no cookie")?;
        (self.cookie, self.csrf) = (cookie.to_owned(), reply.text("csrf")?);
        Ok(())
    }

    /// Opens a dossier.
    fn open(&mut self, code: &str) -> Result<Reply> {
        let reply = self.client.send("GET", &format!("/api/v1/desk/dossiers/{code}"), &[("cookie", &self.cookie)], &[])?;
        if reply.status == 401 {
            self.sign_in()?;
        }
        Ok(reply)
    }

    /// Moves one dossier after the other until told to stop.
    pub(crate) fn work(&mut self, known: &Known, stop: &dyn Fn() -> bool) {
        while !stop() {
            let code = known.filed.lock().ok().and_then(|filed| self.chance.pick(&filed).map(|filed| filed.code.clone()));
            if let Some(code) = code
                && let Ok(opened) = self.open(&code)
                && let Some(version) = opened.json()["version"].as_u64()
            {
                let mut tried = Moved { code, mark: self.chance.key(), told: false };
                let answered = self.remark(&tried, version);
                tried.told = answered.is_ok_and(|reply| reply.status == 200);
                push(&known.moved, |all| all.push(tried));
            }
            thread::sleep(PAUSE);
        }
    }

    /// Writes a remark on the version that was seen; before the first one, accepts the dossier.
    fn remark(&mut self, what: &Moved, mut version: u64) -> Result<Reply> {
        if version == 1 {
            let accepted = self.deed(&what.code, version, &json!({ "move": "accept", "due": null }))?;
            version = accepted.json()["version"].as_u64().unwrap_or(version);
        }
        self.deed(&what.code, version, &json!({ "move": "remark", "text": what.mark }))
    }

    fn deed(&mut self, code: &str, version: u64, deed: &Value) -> Result<Reply> {
        let headers = [("cookie", self.cookie.as_str()), ("x-csrf-token", self.csrf.as_str())];
        self.client.post(&format!("/api/v1/desk/dossiers/{code}/moves"), &headers, &json!({ "version": version, "deed": deed }))
    }

    /// Opens every dossier that was moved: a move that was told stands in it once, any other at most once.
    pub(super) fn examine(&mut self, known: &Known) -> Result<Moves> {
        let tried = known.moved.lock().ok().context("a person panicked")?.clone();
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for code in tried.iter().map(|one| one.code.clone()).collect::<BTreeSet<_>>() {
            let text = (0..300).find_map(|_| match self.open(&code) {
                Ok(reply) if reply.status == 200 => Some(String::from_utf8_lossy(&reply.body).into_owned()),
                _ => {
                    thread::sleep(PAUSE);
                    None
                }
            });
            texts.insert(code, text.context("a dossier cannot be opened any more")?);
        }
        let mut moves = Moves::default();
        for one in &tried {
            let times = texts.get(&one.code).map_or(0, |text| text.matches(&one.mark).count());
            moves.made += usize::from(one.told);
            moves.lost += usize::from(one.told && times == 0);
            moves.twice += usize::from(times > 1);
        }
        Ok(moves)
    }
}
