//! People who file: they take the example of a form, send it, upload pictures, and keep trying until they are answered.

use super::chance::{Chance, hash};
use crate::http::{Client, Reply};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::{thread, time::Duration};

/// The form that is filed; it asks for a paper.
const PROCEDURE: &str = "khai-sinh";

/// How long somebody waits before the next try.
const PAUSE: Duration = Duration::from_millis(20);

/// A form and who takes it.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    example: Value,
    /// A paper the example brings later; where a picture goes that is uploaded.
    paper: String,
    /// The codes of the agencies that take it.
    pub(crate) agencies: Vec<String>,
}

/// A submission as it is sent, and sent again.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    /// Its `Idempotency-Key`.
    pub(crate) key: String,
    body: String,
    /// What opens its draft; empty where it has none.
    draft_key: String,
}

/// A submission somebody was told is filed.
#[derive(Debug, Clone)]
pub(crate) struct Filed {
    pub(crate) letter: Letter,
    pub(crate) code: String,
    pub(crate) access_key: String,
    pub(crate) upload: Option<Upload>,
}

/// A picture somebody was told is kept.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub(crate) paper: String,
    pub(crate) bytes: usize,
    pub(crate) sha256: String,
}

/// Somebody who files.
#[derive(Debug)]
pub(crate) struct Applicant<'a> {
    pub(crate) client: Client,
    pub(crate) chance: Chance,
    pub(crate) form: &'a Form,
    /// How often there was no answer, or a failure, and they tried again.
    pub(crate) retries: u64,
}

impl Form {
    /// Asks the portal for the form and its example.
    pub(crate) fn read(port: u16, agencies: Vec<String>) -> Result<Self> {
        let reply = Client::new(port).get(&format!("/api/v1/forms/{PROCEDURE}"))?;
        ensure!(reply.status == 200, "the form {PROCEDURE} answers {}", reply.status);
        let example = reply.json()["example"].clone();
        let answers = example["answers"].as_object().context("the form has no example")?;
        let (paper, _) = answers.iter().find(|(_, answer)| *answer == "later").context("the example brings no paper later")?;
        Ok(Self { paper: paper.clone(), example, agencies })
    }

    /// A new submission: the example, at some agency.
    pub(crate) fn submission(&self, chance: &mut Chance) -> Value {
        let mut body = self.example.clone();
        body["agency"] = json!(chance.pick(&self.agencies));
        body["contact"]["email"] = json!(format!("{}@tinhmau.example", chance.key()));
        body
    }
}

impl<'a> Applicant<'a> {
    pub(crate) fn new(port: u16, stream: u64, form: &'a Form) -> Self {
        Self { client: Client::new(port), chance: Chance::new(stream), form, retries: 0 }
    }

    /// Sends a request as somebody behind some address.
    pub(crate) fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply> {
        let from = format!("10.{}.{}.{}", self.chance.below(256), self.chance.below(256), self.chance.below(256));
        let headers = [&[("x-forwarded-for", from.as_str())], headers].concat();
        self.client.send(method, path, &headers, body)
    }

    /// Tries until there is an answer that is none of our failures; nothing when told to stop before.
    fn insist(&mut self, stop: &dyn Fn() -> bool, ask: &mut dyn FnMut(&mut Self) -> Result<Reply>) -> Option<Reply> {
        loop {
            match ask(self) {
                Ok(reply) if reply.status < 500 && reply.status != 429 => return Some(reply),
                _ if stop() => return None,
                _ => {
                    self.retries += 1;
                    thread::sleep(PAUSE);
                }
            }
        }
    }

    /// Files a dossier, with a picture so often of a hundred times; nothing when told to stop before it was acknowledged.
    /// Whatever was sent is told to `sent` before, acknowledged or not.
    pub(crate) fn file(&mut self, pictures: u64, stop: &dyn Fn() -> bool, sent: &mut dyn FnMut(&Letter)) -> Result<Option<Filed>> {
        let mut body = self.form.submission(&mut self.chance);
        let (mut draft_key, mut upload) = (String::new(), None);
        if self.chance.percent(pictures) {
            let Some((draft, key, kept)) = self.upload(&body, stop)? else { return Ok(None) };
            body["draft"] = json!(draft);
            if let Some(answers) = body["answers"].as_object_mut() {
                answers.remove(&kept.paper);
            }
            (draft_key, upload) = (key, Some(kept));
        }
        let letter = Letter { key: self.chance.key(), body: body.to_string(), draft_key };
        sent(&letter);
        let Some(reply) = self.submit(&letter, stop) else { return Ok(None) };
        if !matches!(reply.status, 200 | 201) {
            bail!("a submission is answered {}: {}", reply.status, String::from_utf8_lossy(&reply.body));
        }
        Ok(Some(Filed { code: reply.text("code")?, access_key: reply.text("access_key")?, letter, upload }))
    }

    /// Sends a submission, again and again with the same key.
    pub(crate) fn submit(&mut self, letter: &Letter, stop: &dyn Fn() -> bool) -> Option<Reply> {
        let mut headers = vec![("content-type", "application/json"), ("idempotency-key", letter.key.as_str())];
        if !letter.draft_key.is_empty() {
            headers.push(("draft-key", &letter.draft_key));
        }
        self.insist(stop, &mut |me| me.send("POST", "/api/v1/dossiers", &headers, letter.body.as_bytes()))
    }

    /// Makes a draft and uploads a picture of 1 to 600 kB into it; returns the draft's id and key with what was uploaded.
    fn upload(&mut self, body: &Value, stop: &dyn Fn() -> bool) -> Result<Option<(String, String, Upload)>> {
        let about = json!({ "procedure": body["procedure"] }).to_string();
        let json = [("content-type", "application/json")];
        let made = self.insist(stop, &mut |me| me.send("POST", "/api/v1/drafts", &json, about.as_bytes()));
        let Some(made) = made else { return Ok(None) };
        ensure!(made.status == 201, "a draft is answered {}: {}", made.status, String::from_utf8_lossy(&made.body));
        let (draft, draft_key) = (made.text("draft")?, made.text("draft_key")?);
        let length = 1000 + usize::try_from(self.chance.below(600_000))?;
        let picture = self.chance.picture(length);
        let path = format!("/api/v1/drafts/{draft}/files/{}/1", self.form.paper);
        let headers = [("content-type", "image/png"), ("draft-key", draft_key.as_str())];
        let Some(kept) = self.insist(stop, &mut |me| me.send("PUT", &path, &headers, &picture)) else { return Ok(None) };
        ensure!(matches!(kept.status, 200 | 201), "an upload is answered {}: {}", kept.status, String::from_utf8_lossy(&kept.body));
        let upload = Upload { paper: self.form.paper.clone(), bytes: picture.len(), sha256: hash(&picture) };
        Ok(Some((draft, draft_key, upload)))
    }

    /// Looks at a dossier with its key, as its owner.
    pub(crate) fn view(&mut self, filed: &Filed, stop: &dyn Fn() -> bool) -> Option<Reply> {
        let (path, key) = (format!("/api/v1/dossiers/{}/view", filed.code), json!({ "access_key": filed.access_key }).to_string());
        self.insist(stop, &mut |me| me.send("POST", &path, &[("content-type", "application/json")], key.as_bytes()))
    }

    /// Fetches an uploaded picture back.
    pub(crate) fn fetch(&mut self, filed: &Filed, upload: &Upload, stop: &dyn Fn() -> bool) -> Option<Reply> {
        let path = format!("/api/v1/dossiers/{}/files/{}/1", filed.code, upload.paper);
        self.insist(stop, &mut |me| me.send("GET", &path, &[("access-key", filed.access_key.as_str())], &[]))
    }
}
