//! `cargo xtask bench …`: Lighthouse scores, what a crash leaves, what one machine bears, how fast is built, how well is searched.

pub(crate) mod applicant;
pub(crate) mod build;
pub(crate) mod chance;
pub(crate) mod crash;
pub(crate) mod forms;
pub(crate) mod load;
pub(crate) mod officer;
pub(crate) mod search;
pub(crate) mod trial;
pub(crate) mod witness;

use crate::{
    arguments::Options,
    site,
    step::{run, step},
    tool::{self, root},
    workerd::Server,
};
use anyhow::Result;
use std::process::Command;

/// Builds the site, serves it and runs Lighthouse on it.
pub(crate) fn lighthouse() -> Result<()> {
    let options = Options { out: "target/bench".into(), ..Options::default() };
    site::release(&options)?;
    let folder = root().join("e2e/lighthouse");
    tool::npm_in(&folder)?;
    let chromium = tool::chromium()?;
    let server = Server::start(&root().join(&options.out), &root().join("target/bench-data"), 0, &[])?;
    step("Lighthouse, mobile preset", || {
        run(Command::new("node")
            .arg("run.mjs")
            .arg(format!("http://127.0.0.1:{}", server.port))
            .env("CHROME_PATH", chromium)
            .current_dir(folder))
    })
}
