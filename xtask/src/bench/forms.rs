//! `cargo xtask bench forms`: what a letter costs in the longest forms on a slow phone, how soon it is kept, what pictures of papers cost.

use crate::{
    arguments::Options,
    site,
    step::{output, run, step},
    tool::{self, root},
    workerd::Server,
};
use anyhow::Result;
use std::{fs, process::Command};

/// Measures in Chromium and writes `docs/forms.md` with its plot.
pub(crate) fn forms() -> Result<()> {
    let options = Options { out: "target/bench".into(), ..Options::default() };
    site::release(&options)?;
    tool::npm()?;
    tool::qpdf()?;
    let chromium = tool::chromium()?;
    let version = output(Command::new(&chromium).arg("--version"))?;
    let version = version.split_whitespace().find_map(|word| word.split_once('.')).map_or("", |(major, _)| major).to_owned();
    let (out, data, measured) = (root().join(&options.out), root().join("target/bench-data"), root().join("target/forms-measured"));
    // What an earlier run left behind is neither known to this one nor told again.
    for folder in [&data, &measured].into_iter().filter(|folder| folder.exists()) {
        fs::remove_dir_all(folder)?;
    }
    let server = Server::start(&out, &data, 0, &[("TRUSTED_PROXY", "127.0.0.1")])?;
    step("Typing into the longest forms, photographing papers (some minutes)", || {
        run(Command::new("npx")
            .args(["--no-install", "playwright", "test", "--config", "e2e/forms/playwright.config.ts"])
            .env("PORTAL", format!("http://127.0.0.1:{}", server.port))
            .env("PORTAL_SITE", out.join("site"))
            .env("PORTAL_DATA", &data)
            .env("PORTAL_DOCS", root().join("docs"))
            .env("CHROMIUM_VERSION", version)
            .env("CHROMIUM", chromium)
            .current_dir(root()))
    })
}
