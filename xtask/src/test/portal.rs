//! The one server that the checks share, started by the first that needs it, on an empty folder of data.

use super::SETUP;
use crate::{
    sink::{Manner, Sink},
    tool::root,
    workerd::Server,
};
use anyhow::{Result, ensure};
use std::{
    cell::OnceCell,
    fs,
    path::{Path, PathBuf},
};

/// A server and where its notices go.
#[derive(Debug)]
pub(super) struct Portal {
    out: PathBuf,
    sink: OnceCell<Sink>,
    server: OnceCell<Server>,
}

impl Portal {
    pub(super) fn new(out: &Path) -> Self {
        Self { out: out.to_owned(), sink: OnceCell::new(), server: OnceCell::new() }
    }

    /// Where its state lies.
    pub(super) fn data() -> PathBuf {
        root().join("target/tested-data")
    }

    /// The address that notices are delivered to.
    pub(super) fn notices(&self) -> Result<String> {
        if let Some(sink) = self.sink.get() {
            return Ok(sink.address());
        }
        let sink = Sink::start(Manner::Silent)?;
        Ok(self.sink.get_or_init(|| sink).address())
    }

    /// Returns the port of the server.
    pub(super) fn start(&self) -> Result<u16> {
        if let Some(server) = self.server.get() {
            return Ok(server.port);
        }
        ensure!(self.out.join("server/workerd.capnp").exists(), "there is nothing to serve: the build failed");
        // What an earlier run left behind must not be seen by this one.
        let data = Self::data();
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        let server = Server::start(&self.out, &data, 0, &[("SETUP", SETUP), ("TRUSTED_PROXY", "127.0.0.1")])?;
        Ok(self.server.get_or_init(|| server).port)
    }
}
