//! `cargo xtask bench search`: how well and how fast a national catalogue is searched, beside other libraries on the same corpus.

use crate::{
    compress::brotli,
    step::{cargo, run, step},
    tool::{self, root},
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// How many entries a made-up national catalogue has.
const ENTRIES: &str = "7000";

/// Measures; the corpus and the queries lie beside the project where none are named.
pub(crate) fn search(corpus: Option<PathBuf>, queries: Option<PathBuf>) -> Result<()> {
    let out = root().join("target/search");
    fs::create_dir_all(&out)?;
    let beside = root().join("../shared/data");
    let queries = queries.unwrap_or_else(|| beside.join("search-queries.json"));
    ensure!(queries.exists(), "{} is not there: name a file of queries with `--queries`", queries.display());
    let corpus = match corpus {
        Some(corpus) => corpus,
        None => expanded(&beside.join("generate.mjs"), &out.join("corpus.json"))?,
    };
    step("Building the compiler of content (release)", || {
        run(cargo(&["build", "--release", "--quiet", "-p", "content"]).current_dir(root()))
    })?;
    println!("\nOurs: titles, fields, agencies and the lexicon");
    let program = crate::bundle::target_folder().join("release/content");
    run(Command::new(program)
        .args(["measure", "--worst", "20"])
        .arg("--content")
        .arg(root().join("content"))
        .arg("--corpus")
        .arg(&corpus)
        .arg("--queries")
        .arg(&queries)
        .arg("--out")
        .arg(out.join("index.bin"))
        .current_dir(root()))?;
    println!("  index, brotli: {} bytes", brotli(&fs::read(out.join("index.0.bin"))?)?.len());

    let room = root().join("e2e/search");
    tool::npm_in(&room)?;
    println!("\nOthers, on titles, fields and agencies (a minute or two)");
    run(Command::new("node").arg("peers.mjs").arg(fs::canonicalize(&corpus)?).arg(fs::canonicalize(&queries)?).current_dir(room))
}

/// Expands the list of the national database to so many entries.
pub(crate) fn expanded(program: &Path, corpus: &Path) -> Result<PathBuf> {
    ensure!(program.exists(), "{} is not there: name a list of procedures with `--corpus`", program.display());
    step(&format!("Making a corpus of {ENTRIES} entries"), || {
        let made = Command::new("node").arg(program).args(["--n", ENTRIES, "--out"]).arg(corpus).output();
        ensure!(made.context("Node.js cannot be started")?.status.success(), "the corpus could not be made");
        Ok(())
    })?;
    Ok(corpus.to_owned())
}
