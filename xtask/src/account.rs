//! The first account of a fresh server: asked for once, its password printed once and kept nowhere.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{
    fmt::Write as _,
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

/// A secret that only the server and whoever started it know; it is as good as gone when both end.
pub(crate) fn secret() -> Result<String> {
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes).ok().context("the system gives no random bytes")?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// Name and password of the account that was made just now; `None` when there was one before.
pub(crate) fn first(port: u16, secret: &str) -> Result<Option<(String, String)>> {
    let body = json!({ "setup": secret }).to_string();
    let answer = post(port, "/api/v1/desk/setup", &body)?;
    let status = answer.split(' ').nth(1).unwrap_or_default();
    match status {
        "201" => {
            // The body may come in pieces, but one so short comes in one.
            let json = answer.find('{').zip(answer.rfind('}')).and_then(|(from, to)| answer.get(from..=to)).unwrap_or_default();
            let made: Value = serde_json::from_str(json).context("the answer to the first account cannot be read")?;
            let text = |name: &str| made[name].as_str().unwrap_or_default().to_owned();
            Ok(Some((text("login"), text("password"))))
        }
        "409" => Ok(None),
        _ => bail!("the first account cannot be made: the server answers {status}"),
    }
}

fn post(port: u16, path: &str, body: &str) -> Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let length = body.len();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
