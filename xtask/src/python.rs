//! Programs of `PyPI`, each put into an environment of its own under `target/` from the list of versions in its room of `e2e`.

use crate::{
    step::{output, run, step},
    tool::root,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Returns a Python 3 that can make environments, where there is one.
pub(crate) fn found() -> Option<PathBuf> {
    let runs = |name: &str| output(Command::new(name).args(["-c", "import sys, venv; assert sys.version_info >= (3, 10)"])).is_ok();
    ["python3", "python"].into_iter().find(|name| runs(name)).map(PathBuf::from)
}

/// Returns a program, installed from `e2e/PROGRAM/requirements.txt` when that list changed.
pub(crate) fn installed(python: &Path, name: &str) -> Result<PathBuf> {
    let (list, folder) = (root().join("e2e").join(name).join("requirements.txt"), root().join("target").join(name));
    let (program, stamp) = (folder.join("bin").join(name), folder.join("installed-from"));
    let wanted = fs::read_to_string(&list).with_context(|| format!("{} cannot be read", list.display()))?;
    if program.exists() && fs::read_to_string(&stamp).is_ok_and(|known| known == wanted) {
        return Ok(program);
    }
    step(&format!("Installing {name} (PyPI) under target/"), || {
        run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&folder))?;
        run(Command::new(folder.join("bin/pip")).args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list))?;
        fs::write(&stamp, &wanted)?;
        Ok(program)
    })
}
