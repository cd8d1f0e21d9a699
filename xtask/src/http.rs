//! A small HTTP/1.1 client over one kept connection: enough for loopback, and nothing between us and the numbers.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

/// How long an answer may take before it counts as none.
const PATIENCE: Duration = Duration::from_secs(10);

/// A client of one server on this machine.
#[derive(Debug)]
pub(crate) struct Client {
    port: u16,
    stream: Option<BufReader<TcpStream>>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    /// The HTTP status.
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    /// What came with it.
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// Returns a header by its name in lower case; the first where there are several.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Reads the body as JSON; whatever else it is becomes `null`.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Returns the body's text field of a name.
    pub(crate) fn text(&self, name: &str) -> Result<String> {
        let found = self.json()[name].as_str().map(str::to_owned);
        found.with_context(|| format!("answer {} has no {name}: {}", self.status, String::from_utf8_lossy(&self.body)))
    }
}

impl Client {
    /// Makes a client; it connects when it first has something to say.
    pub(crate) fn new(port: u16) -> Self {
        Self { port, stream: None }
    }

    /// Sends a request and waits for the whole answer. After a failure the next request connects anew.
    pub(crate) fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply> {
        let result = self.exchange(method, path, headers, body);
        let closes = result.as_ref().map_or(true, |reply| reply.header("connection") == Some("close"));
        if closes {
            self.stream = None;
        }
        result
    }

    /// Reads a page or a call.
    pub(crate) fn get(&mut self, path: &str) -> Result<Reply> {
        self.send("GET", path, &[], &[])
    }

    /// Posts JSON.
    pub(crate) fn post(&mut self, path: &str, headers: &[(&str, &str)], body: &Value) -> Result<Reply> {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.send("POST", path, &headers, body.to_string().as_bytes())
    }

    fn exchange(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\n", self.port);
        let length = body.len().to_string();
        let length = (method != "GET").then_some(("content-length", length.as_str()));
        for (name, value) in headers.iter().copied().chain(length) {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.push_str("\r\n");
        let stream = self.connected()?;
        stream.get_mut().write_all(&[head.as_bytes(), body].concat())?;
        receive(stream, method)
    }

    fn connected(&mut self) -> Result<&mut BufReader<TcpStream>> {
        if self.stream.is_none() {
            let stream = TcpStream::connect(("127.0.0.1", self.port))?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_write_timeout(Some(PATIENCE))?;
            self.stream = Some(BufReader::new(stream));
        }
        self.stream.as_mut().context("no connection")
    }
}

fn receive(stream: &mut BufReader<TcpStream>, method: &str) -> Result<Reply> {
    let first = line(stream)?;
    let status = first.split(' ').nth(1).and_then(|text| text.parse().ok()).with_context(|| format!("`{first}` is no status line"))?;
    let mut headers = Vec::new();
    loop {
        let text = line(stream)?;
        match text.split_once(':') {
            Some((name, value)) => headers.push((name.to_ascii_lowercase(), value.trim().to_owned())),
            None if text.is_empty() => break,
            None => bail!("`{text}` is no header"),
        }
    }
    let mut reply = Reply { status, headers, body: Vec::new() };
    if method == "HEAD" || matches!(status, 204 | 304) {
        return Ok(reply);
    }
    if reply.header("transfer-encoding") == Some("chunked") {
        loop {
            let size = usize::from_str_radix(line(stream)?.trim(), 16)?;
            let start = reply.body.len();
            reply.body.resize(start + size, 0);
            stream.read_exact(reply.body.get_mut(start..).unwrap_or_default())?;
            ensure!(line(stream)?.is_empty(), "a chunk is longer than it said");
            if size == 0 {
                return Ok(reply);
            }
        }
    }
    let length = reply.header("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    reply.body.resize(length, 0);
    stream.read_exact(&mut reply.body)?;
    Ok(reply)
}

fn line(stream: &mut BufReader<TcpStream>) -> Result<String> {
    let mut text = String::new();
    ensure!(stream.read_line(&mut text)? > 0, "the connection ended");
    text.truncate(text.trim_end_matches(['\r', '\n']).len());
    Ok(text)
}
