//! Installs what is missing: the wasm target, npm packages, Chromium.

use crate::step::{output, run, step};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const WASM: &str = "wasm32-unknown-unknown";

/// The folder of the workspace, where everything is run from.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// Makes sure Rust can build for the browser and the Worker.
pub(crate) fn wasm_target() -> Result<()> {
    let libraries = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(libraries.trim()).exists() {
        return Ok(());
    }
    step("Installing the Rust target wasm32-unknown-unknown", || {
        run(Command::new("rustup").args(["target", "add", WASM]))
            .context("install it by hand with `rustup target add wasm32-unknown-unknown`")
    })
}

/// Makes sure the npm packages of the lock file are there.
pub(crate) fn npm() -> Result<()> {
    npm_in(&root())
}

/// Makes sure the npm packages of the lock file in `folder` are there.
pub(crate) fn npm_in(folder: &Path) -> Result<()> {
    let lock = fs::read_to_string(folder.join("package-lock.json")).context("package-lock.json cannot be read")?;
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|known| known == lock) {
        return Ok(());
    }
    node()?;
    step("Installing npm packages from the lock file", || {
        run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder))?;
        fs::write(&stamp, &lock)?;
        Ok(())
    })
}

fn node() -> Result<()> {
    let version = output(Command::new("node").arg("--version")).context("Node.js 20 or newer is needed; see https://nodejs.org")?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        _ => bail!("Node.js 20 or newer is needed, this is {}", version.trim()),
    }
}

/// Returns the workerd program itself: a signal to npm's wrapper would reach only the wrapper.
pub(crate) fn workerd() -> Result<PathBuf> {
    let folder = root().join("node_modules/@cloudflare");
    let entries = fs::read_dir(&folder).with_context(|| format!("{} is missing; remove node_modules and start again", folder.display()))?;
    let mut programs = entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("workerd-"))
        .map(|entry| entry.path().join("bin/workerd"));
    programs.find(|program| program.exists()).context("no workerd for this machine was installed; remove node_modules and start again")
}

/// Returns a Chromium, installed with apt when there is none and we may.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    apt("Chromium", "CHROMIUM", &["chromium", "fonts-noto-core"])?;
    find_chromium().context("apt installed Chromium, but it is not on the path")
}

/// Makes sure there is qpdf, which judges the PDFs we write.
pub(crate) fn qpdf() -> Result<()> {
    if output(Command::new("qpdf").arg("--version")).is_ok() {
        return Ok(());
    }
    apt("qpdf", "PATH", &["qpdf"])
}

/// Installs with apt where we may; says what to do where we may not.
fn apt(what: &str, variable: &str, packages: &[&str]) -> Result<()> {
    let may_install = Path::new("/usr/bin/apt-get").exists() && output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !may_install {
        let first = packages.first().copied().unwrap_or_default();
        bail!("the browser tests need {what}: install it (Debian: `sudo apt-get install {first}`) or name it in the variable {variable}");
    }
    step(&format!("Installing {what} (apt)"), || {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })
}

fn find_chromium() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.exists())
}
