//! Takes out of a bundle what a phone would fetch for nothing: a tenth of it, and more of a small one.

use crate::{step::run, tool::root};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

/// What binaryen is asked for; twice, for the second time finds more to take out.
const PASSES: [&str; 12] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-extended-const",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--minify-imports-and-exports-and-modules",
];

/// Short names that binaryen gave; in each list the long one stands before the short one.
#[derive(Deserialize)]
struct Names {
    /// Module, name, short name.
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Shrinks the bundle `name` that wasm-bindgen left in a folder. Of its script only `exports` and `initSync` stay:
/// whoever loads it compiles the program while it arrives, and needs none of the ways around browsers that cannot.
pub(crate) fn shrink(folder: &Path, name: &str, exports: &[&str]) -> Result<()> {
    let (wasm, script) = (folder.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.js")));
    let binaryen = root().join("node_modules/binaryen/bin/wasm-opt");
    let told = Command::new("node").arg(binaryen).arg(&wasm).arg("-o").arg(&wasm).args(PASSES).stderr(Stdio::inherit()).output()?;
    ensure!(told.status.success(), "binaryen could not shrink {name}");
    let names: Names = serde_json::from_slice(&told.stdout).context("binaryen no longer tells its short names")?;
    let text = renamed(fs::read_to_string(&script)?, &names)?;
    let long = folder.join("long.js");
    fs::write(&long, text)?;
    // Bundled from an entry that asks for little, so that the rest falls away.
    let entry = folder.join("entry.js");
    fs::write(&entry, format!("export {{ initSync, {} }} from \"./long.js\";\n", exports.join(", ")))?;
    bundled(&entry, &script)?;
    fs::remove_file(long)?;
    fs::remove_file(entry)?;
    Ok(())
}

/// Puts a script and what it imports into one file, without comments and long names.
pub(crate) fn bundled(script: &Path, to: &Path) -> Result<()> {
    let esbuild = root().join("node_modules/esbuild/bin/esbuild");
    let out = format!("--outfile={}", to.display());
    let options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--allow-overwrite"];
    run(Command::new("node").arg(esbuild).arg(script).arg(out).args(options))
}

/// Puts the short names into the script, where imports are keys of an object and exports fields of `wasm`.
fn renamed(script: String, names: &Names) -> Result<String> {
    let mut text = script;
    for (_, long, short) in &names.imports {
        let key = format!(" {long}: ");
        ensure!(text.contains(&key), "wasm-bindgen no longer writes `{key}`; look at how names are made short");
        text = text.replace(&key, &format!(" {short}: "));
    }
    if let Some((module, ..)) = names.imports.first() {
        text = text.replace(&format!("\"{module}\""), "\"a\"");
    }
    // One after the other would rename what a name before was renamed to.
    let mut rest = text.as_str();
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("wasm.") {
        let end = after.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(after.len());
        let (long, after) = after.split_at(end);
        let short = names.exports.iter().find(|(known, _)| known == long).map_or(long, |(_, short)| short.as_str());
        out.extend([before, "wasm.", short]);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_become_short_ones_and_others_stay() {
        let names = Names {
            imports: vec![("./x_bg.js".to_owned(), "__wbg_is_1".to_owned(), "b".to_owned())],
            exports: vec![("memory".to_owned(), "a".to_owned()), ("a".to_owned(), "memory".to_owned())],
        };
        let script = "{ \"./x_bg.js\": { __wbg_is_1: function() {} } }; wasm.memory.buffer; wasm.a(1); wasm.memory_more; memory";
        let short = "{ \"a\": { b: function() {} } }; wasm.a.buffer; wasm.memory(1); wasm.memory_more; memory";
        assert_eq!(renamed(script.to_owned(), &names).unwrap(), short);
        assert!(renamed("{ __wbg_other: 1 }".to_owned(), &names).is_err());
    }
}
