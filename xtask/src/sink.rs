//! Where notices go while no real post office is connected: a list to look at, and a witness for the trials.

use anyhow::Result;
use serde_json::Value;
use std::{
    collections::{BTreeMap, VecDeque},
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// How many notices can be looked at.
const SHOWN: usize = 200;

/// A notice is a few lines of text; more than this is none.
const LONGEST: u64 = 64 * 1024;

/// How it treats what arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Prints each notice as a line in the terminal.
    Telling,
    /// Takes them silently.
    Silent,
    /// Of ten notices refuses three, and of two more loses the answer, so that both are sent again.
    Moody,
}

/// A listener for notices; it lives as long as the program.
#[derive(Debug, Clone)]
pub(crate) struct Sink {
    kept: Arc<Mutex<Kept>>,
    /// The port it listens on.
    pub(crate) port: u16,
}

#[derive(Debug, Default)]
struct Kept {
    arrivals: u64,
    /// How often each key came and was taken.
    keys: BTreeMap<String, u32>,
    /// How many notices were taken about each dossier.
    codes: BTreeMap<String, u32>,
    newest: VecDeque<String>,
}

impl Sink {
    /// Starts to listen on a free port of this machine.
    pub(crate) fn start(manner: Manner) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let sink = Self { port: listener.local_addr()?.port(), kept: Arc::default() };
        let kept = Arc::clone(&sink.kept);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = Arc::clone(&kept);
                // A caller that hangs up half-way has lost its notice and will send it again.
                thread::spawn(move || serve(stream, &kept, manner).ok());
            }
        });
        Ok(sink)
    }

    /// Where workerd delivers.
    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Tells whether a notice about a dossier arrived.
    pub(crate) fn told(&self, code: &str) -> bool {
        self.kept.lock().is_ok_and(|kept| kept.codes.contains_key(code))
    }

    /// Returns how many different notices were taken, and how many came once more.
    pub(crate) fn taken(&self) -> (usize, u32) {
        self.kept.lock().map_or((0, 0), |kept| (kept.keys.len(), kept.keys.values().map(|times| times - 1).sum()))
    }
}

/// Answers the requests of one connection until it ends.
fn serve(stream: TcpStream, kept: &Mutex<Kept>, manner: Manner) -> Result<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut first = String::new();
        if reader.read_line(&mut first)? == 0 {
            return Ok(());
        }
        let (mut key, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            match line.split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("idempotency-key") => value.trim().clone_into(&mut key),
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse().unwrap_or(0),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = Vec::new();
        reader.by_ref().take(length.min(LONGEST)).read_to_end(&mut body)?;
        let Some(answer) = answer(&first, &key, &body, kept, manner) else { return Ok(()) };
        reader.get_mut().write_all(answer.as_bytes())?;
    }
}

/// What one request is told; nothing where the line is to break.
fn answer(first: &str, key: &str, body: &[u8], kept: &Mutex<Kept>, manner: Manner) -> Option<String> {
    let say = |status: &str, text: &str| {
        let head = "content-type: text/plain; charset=utf-8\r\ncache-control: no-store";
        format!("HTTP/1.1 {status}\r\n{head}\r\ncontent-length: {}\r\n\r\n{text}", text.len())
    };
    let mut kept = kept.lock().ok()?;
    if first.starts_with("GET ") {
        let list: Vec<&str> = kept.newest.iter().map(String::as_str).collect();
        return Some(say("200 OK", &format!("{} notices, the newest first\n\n{}\n", kept.keys.len(), list.join("\n"))));
    }
    let Ok(notice) = serde_json::from_slice::<Value>(body) else { return Some(say("400 Bad Request", "no notice\n")) };
    if key.is_empty() {
        return Some(say("400 Bad Request", "no Idempotency-Key\n"));
    }
    kept.arrivals += 1;
    let mood = if manner == Manner::Moody { kept.arrivals % 10 } else { 9 };
    if mood < 3 {
        return Some(say("503 Service Unavailable", "not now\n"));
    }
    let times = kept.keys.entry(key.to_owned()).or_default();
    *times += 1;
    if *times == 1 {
        *kept.codes.entry(text(&notice, "code")).or_default() += 1;
        let line = line(&notice);
        if manner == Manner::Telling {
            println!("  ✉ {line}");
        }
        kept.newest.push_front(line);
        kept.newest.truncate(SHOWN);
    }
    (mood >= 5).then(|| say("200 OK", "taken\n"))
}

/// A notice in one line.
fn line(notice: &Value) -> String {
    let to: Vec<String> = ["phone", "email"].iter().map(|name| text(&notice["to"], name)).filter(|text| !text.is_empty()).collect();
    let words = [text(notice, "code"), to.join(", "), text(notice, "subject"), text(notice, "text")];
    words.join(" · ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Client;
    use serde_json::json;

    #[test]
    fn a_notice_that_comes_twice_is_one_notice() {
        let sink = Sink::start(Manner::Silent).unwrap();
        let mut client = Client::new(sink.port);
        let notice = json!({ "code": "H99.12.1-261121-0001", "to": { "phone": "0912345678" }, "subject": "Đã nhận", "text": "…" });
        for _ in 0..2 {
            assert_eq!(client.post("/", &[("idempotency-key", "H99.12.1-1")], &notice).unwrap().status, 200);
        }
        assert_eq!(client.post("/", &[], &notice).unwrap().status, 400);
        assert_eq!(sink.taken(), (1, 1));
        assert!(sink.told("H99.12.1-261121-0001") && !sink.told("H99.12.1-261121-0002"));
        let page = client.get("/").unwrap();
        assert!(String::from_utf8(page.body).unwrap().contains("H99.12.1-261121-0001 · 0912345678 · Đã nhận"));
    }

    #[test]
    fn a_moody_sink_gets_everything_in_the_end() {
        let sink = Sink::start(Manner::Moody).unwrap();
        let mut client = Client::new(sink.port);
        for number in 0..20 {
            let notice = json!({ "code": format!("c{number}") });
            let key = format!("k{number}");
            let sent = (0..20).any(|_| client.post("/", &[("idempotency-key", &key)], &notice).is_ok_and(|reply| reply.status == 200));
            assert!(sent && sink.told(&format!("c{number}")));
        }
        assert_eq!(sink.taken().0, 20);
    }
}
