//! Runs workerd on a built folder.

use crate::{config, tool};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

/// A running server; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    watcher: Option<Child>,
    /// The port it listens on.
    pub(crate) port: u16,
}

impl Server {
    /// Starts workerd on a built folder and waits until it listens; state is kept under `data`.
    /// `environment` is handed on to it, secrets included.
    pub(crate) fn start(out: &Path, data: &Path, port: u16, environment: &[(&str, &str)]) -> Result<Self> {
        fs::create_dir_all(config::storage(data))?;
        let mut child = Command::new(tool::workerd()?)
            .args(config::arguments(out, data))
            .envs(environment.iter().copied())
            .args([format!("--socket-addr=http=127.0.0.1:{port}"), "--control-fd=1".to_owned()])
            .stdout(Stdio::piped())
            .spawn()
            .context("workerd cannot be started")?;
        let mut lines = BufReader::new(child.stdout.take().context("workerd has no output")?).lines();
        let port = loop {
            let Some(line) = lines.next() else {
                let status = child.wait()?;
                bail!("workerd ended at its start ({status}); is port {port} taken? Choose another with --port");
            };
            let event: Value = serde_json::from_str(&line?).unwrap_or_default();
            if event["event"] == "listen" {
                break event["port"].as_u64().and_then(|port| u16::try_from(port).ok()).context("workerd names no port")?;
            }
        };
        // Whatever it says later is thrown away, but must be read.
        thread::spawn(move || lines.for_each(drop));
        let watcher = watch(child.id());
        Ok(Self { child, watcher, port })
    }

    /// Returns the number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Tells whether the server still runs.
    pub(crate) fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

/// Starts a shell that ends the server when we are gone, however we went: its input closes with us.
/// Without it a killed `serve` would leave workerd behind, on the port and with old pages.
fn watch(server: u32) -> Option<Child> {
    if !cfg!(unix) {
        return None;
    }
    let script = "cat >/dev/null; kill -9 \"$0\" 2>/dev/null";
    Command::new("sh")
        .args(["-c", script, &server.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()
}

impl Drop for Server {
    fn drop(&mut self) {
        // First the watcher: later the number might belong to somebody else.
        if let Some(watcher) = &mut self.watcher {
            let _ = watcher.kill();
            let _ = watcher.wait();
        }
        // It may have ended by itself; either way it must be gone before its port is taken again.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
