//! `cargo xtask bench search`: how well and how fast a national catalogue is searched, beside other libraries on the same corpus.

use crate::{
    compress::brotli,
    step::{cargo, output, run, step},
    tool::{self, root},
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

mod engine;

/// How many entries a made-up national catalogue has.
const ENTRIES: &str = "7000";

/// How many records the printer of the site puts into the first part of a large index.
const LIKELY: &str = "500";

/// Measures; the corpus and the queries lie beside the project where none are named.
///
/// Only what anybody can repeat is published: `docs/search.md` and its plot are written when neither was named.
pub(crate) fn search(corpus: Option<PathBuf>, queries: Option<PathBuf>) -> Result<()> {
    let out = root().join("target/search");
    fs::create_dir_all(&out)?;
    let publish = corpus.is_none() && queries.is_none();
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
    let native = measured(&root().join("content"), &corpus, &queries, &out.join("index.bin"), None)?;
    println!("{native}  index, brotli: {} bytes", brotli(&fs::read(out.join("index.0.bin"))?)?.len());
    fs::write(out.join("native.txt"), native)?;
    // The portal sends a large index in two parts, the likeliest first.
    fs::write(out.join("two.txt"), measured(&root().join("content"), &corpus, &queries, &out.join("two.bin"), Some(LIKELY))?)?;
    // An empty content has no lexicon: what is left is the engine.
    let nothing = out.join("no-content");
    fs::create_dir_all(&nothing)?;
    fs::write(out.join("bare.txt"), measured(&nothing, &corpus, &queries, &out.join("bare.bin"), None)?)?;

    let room = root().join("e2e/search");
    tool::npm()?;
    tool::npm_in(&room)?;
    tool::wasm_target()?;
    let engine = step("Building the engine (WebAssembly)", || engine::engine(&out))?;
    let chromium = tool::chromium()?;
    println!("\nOthers, and ours in Chromium (some minutes)");
    let mut compare = Command::new("node");
    compare.arg("compare.mjs");
    for path in [&corpus, &queries, &out, &engine, &root().join("dist/site/assets")] {
        // A site that was not built is not measured.
        compare.arg(fs::canonicalize(path).unwrap_or_default());
    }
    if publish {
        compare.arg(root().join("docs"));
    }
    run(compare.env("CHROMIUM", chromium).current_dir(room))
}

/// Asks our engine natively; returns what it printed.
fn measured(content: &Path, corpus: &Path, queries: &Path, index: &Path, hot: Option<&str>) -> Result<String> {
    let mut program = Command::new(crate::bundle::target_folder().join("release/content"));
    program.args(["measure", "--worst", "20", "--content"]).arg(content).arg("--corpus").arg(corpus).arg("--queries").arg(queries);
    if let Some(hot) = hot {
        program.args(["--hot", hot]);
    }
    output(program.arg("--out").arg(index).current_dir(root()))
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
