//! `cargo xtask import`: the nation's records into a content folder; the compiler of content does the work.

use crate::{
    compress::files,
    step::{cargo, step},
    tool::root,
};
use anyhow::{Context, Result};
use std::{fs, path::Path, process::ExitCode};

/// What lies in `content/` and is no content.
const NOT_CONTENT: [&str; 4] = ["src", "tests", "Cargo.toml", "proptest-regressions"];

/// Runs `content import` with what was said.
pub(crate) fn run(words: &[String]) -> Result<ExitCode> {
    let folder = words.iter().position(|word| word == "--content").and_then(|at| words.get(at + 1));
    if let Some(folder) = folder.map(|folder| root().join(folder)).filter(|folder| !folder.exists()) {
        step(&format!("Beginning {} as a copy of `content`", folder.display()), || copy(&root().join("content"), &folder))?;
    }
    let status = cargo(&["run", "--quiet", "-p", "content", "--", "import"]).args(words).current_dir(root()).status()?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Copies what is content.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in files(from)? {
        let inside = path.strip_prefix(from)?;
        if inside.iter().next().is_some_and(|first| NOT_CONTENT.iter().any(|name| first == *name)) {
            continue;
        }
        let target = to.join(inside);
        fs::create_dir_all(target.parent().context("a file without folder")?)?;
        fs::copy(&path, &target).with_context(|| format!("{} cannot be copied", path.display()))?;
    }
    Ok(())
}
