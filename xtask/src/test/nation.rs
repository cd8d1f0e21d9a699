//! A catalogue with imported records in a browser: the sample content, the small nation of the content's tests,
//! and an index in two parts, which only a large catalogue has otherwise.

use super::browser_tests;
use crate::{
    arguments::Options,
    bundle, compress,
    config::{self, Wiring},
    import,
    site::{self, Extras},
    tool::root,
    workerd::Server,
};
use anyhow::{Result, ensure};
use std::{fs, path::PathBuf, process::ExitCode};

/// How many records come first here: fewer than the sample content has.
const LIKELY: usize = 8;

/// Imports, prints, serves and looks.
pub(super) fn run(options: &Options) -> Result<()> {
    let folder = |name: &str| -> Result<PathBuf> {
        let folder = root().join("target").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        Ok(folder)
    };
    let (content, out, data) = (folder("nation-content")?, folder("nation")?, folder("nation-data")?);
    let words = ["--from", "content/tests/nation", "--taken-on", "2026-07-18", "--content", "target/nation-content", "--apply"];
    let imported = import::run(&words.map(str::to_owned))?;
    ensure!(imported == ExitCode::SUCCESS, "the records could not be imported");
    let options = Options { content, out: out.clone(), likely: Some(LIKELY), ..options.clone() };
    let built = bundle::all()?;
    site::print(&built, &options, &out, Extras::None)?;
    compress::all(&out)?;
    config::write(&out, &built, Wiring { as_of: options.as_of.as_deref(), ..Wiring::default() })?;
    let server = Server::start(&out, &data, 0, &[("SETUP", super::SETUP), ("TRUSTED_PROXY", "127.0.0.1")])?;
    browser_tests(&out, server.port, &data, Some("nation"))
}
