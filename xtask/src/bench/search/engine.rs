//! Builds the engine of our search alone for a browser, the way the portal's own bundles are built.

use crate::{
    bundle::target_folder,
    shrink::shrink,
    step::{cargo, run},
    tool::root,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wasm_bindgen_cli_support::Bindgen;

/// Builds and binds it under `out`; returns the folder with `engine.js` and `engine_bg.wasm`.
pub(super) fn engine(out: &Path) -> Result<PathBuf> {
    let target = target_folder().join("engine");
    let arguments = ["build", "--locked", "--quiet", "--target", "wasm32-unknown-unknown", "--profile", "browser", "--target-dir"];
    run(cargo(&arguments).arg(&target).current_dir(root().join("e2e/search/engine")))?;
    let folder = out.join("engine");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let bytes = fs::read(target.join("wasm32-unknown-unknown/browser/engine.wasm"))?;
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("engine", bytes).typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.web(true)?.omit_default_module_path(true);
    bindgen.generate(&folder).context("wasm-bindgen cannot bind the engine")?;
    // As the portal's own bundles; else the engine measured would not be the one that is sent.
    shrink(&folder, "engine", &["Engine"])?;
    Ok(folder)
}
