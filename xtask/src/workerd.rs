//! Runs workerd on a built folder.

use crate::{config, tool};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

/// A running server; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// The port it listens on.
    pub(crate) port: u16,
}

impl Server {
    /// Starts workerd and waits until it listens.
    pub(crate) fn start(out: &Path, port: u16) -> Result<Self> {
        let mut child = Command::new(tool::workerd()?)
            .args(config::arguments(out))
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
        Ok(Self { child, port })
    }

    /// Tells whether the server still runs.
    pub(crate) fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; either way it must be gone before its port is taken again.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
