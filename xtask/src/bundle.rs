//! Builds the programs: the printer of pages, the bundles of the browser, the Worker.

use crate::{
    shrink::{bundled, shrink},
    step::{cargo, run, step},
    tool::{self, root},
};
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    thread,
};
use wasm_bindgen_cli_support::Bindgen;

/// The bundles of the browser: what each is built from, and what its loader asks it for.
const BROWSER: [(&str, Source, &[&str]); 6] = [
    ("guide", Source::Feature("guide"), &["build_id", "start"]),
    ("forms", Source::Feature("forms"), &["build_id", "set_clock", "start", "fill"]),
    ("desk", Source::Feature("desk"), &["build_id", "start"]),
    ("finder", Source::Package("find-box"), &["start"]),
    ("photo", Source::Package("photo-desk"), &["Paper", "look", "pages_of", "preview"]),
    ("card", Source::Package("card-reader"), &["read", "understand", "find_unit"]),
];

/// The scripts that are built without WebAssembly: folder and name.
const SCRIPTS: [(&str, &str); 6] =
    [("drafts", "drafts"), ("drafts", "list"), ("drafts", "people"), ("papers", "papers"), ("former", "former"), ("follow", "words")];

/// What a bundle is built from.
#[derive(Debug, Clone, Copy)]
enum Source {
    /// `app` with a feature.
    Feature(&'static str),
    /// A package.
    Package(&'static str),
}

/// What a build made, all under `target/`.
#[derive(Debug, Clone)]
pub(crate) struct Built {
    /// The program that prints pages.
    pub(crate) prerender: PathBuf,
    /// The folder with a folder for each bundle of the browser.
    pub(crate) bundles: PathBuf,
    /// The folder of the Worker's modules.
    pub(crate) worker: PathBuf,
    /// The description of the API.
    pub(crate) api: PathBuf,
    /// What pages and bundle know each other by.
    pub(crate) build: String,
}

/// Builds all of them, and gets what that needs; each does nothing when its sources did not change.
pub(crate) fn all() -> Result<Built> {
    tool::wasm_target()?;
    tool::npm()?;
    let build = build_id()?;
    step("Building the printer of pages", || {
        run(cargo(&["build", "-p", "app", "--bin", "prerender", "--features", "prerender"]).current_dir(root()))
    })?;
    let api = step("Describing the API", || {
        let arguments = ["run", "--quiet", "-p", "functions", "--bin", "openapi", "--features", "openapi"];
        let described = cargo(&arguments).current_dir(root()).stderr(Stdio::inherit()).output()?;
        ensure!(described.status.success(), "the description of the API could not be written");
        let file = target_folder().join("openapi.json");
        fs::write(&file, described.stdout)?;
        Ok(file)
    })?;
    // The last part of a build is done by one core alone: another builds beside it. Their profiles have folders of their own.
    let worker = thread::scope(|scope| {
        let worker = scope.spawn(worker);
        let browser = bundles(&build);
        let worker = worker.join().unwrap_or_else(|_| bail!("building the Worker ended in a panic"));
        browser.and(worker)
    })?;
    Ok(Built { prerender: target_folder().join("debug/prerender"), bundles: target_folder().join("bound"), worker, api, build })
}

/// Builds what the browser runs.
fn bundles(build: &str) -> Result<()> {
    for (name, source, exports) in BROWSER {
        step(&format!("Building the bundle {name} (WebAssembly)"), || browser(name, source, exports, build))?;
    }
    step("Bundling the scripts of drafts, people, papers, former places and words", || {
        for (folder, name) in SCRIPTS {
            bundled(&root().join(format!("app/src/{folder}/{name}.js")), &target_folder().join(format!("bound/{folder}/{name}.js")))?;
        }
        Ok(())
    })
}

/// Builds the Worker and gives it its JavaScript side.
fn worker() -> Result<PathBuf> {
    let how = ["rustc", "-p", "functions", "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown", "--profile", "worker"];
    step("Building the Worker (WebAssembly), beside the bundles", || {
        run(cargo(&how).current_dir(root()))?;
        bind(&target("worker").join("functions.wasm"), "worker", Kind::Worker)
    })
}

/// Builds a bundle of the browser and gives it its JavaScript side.
///
/// The bundles are one package with other features, so cargo puts one in the place of the other:
/// without a note of our own each would be built anew every time.
fn browser(name: &str, source: Source, exports: &'static [&'static str], build: &str) -> Result<PathBuf> {
    let out = target_folder().join("bound").join(name);
    let made_from = format!("{build} {BINDING}");
    if fs::read_to_string(out.join("made-from")).is_ok_and(|known| known == made_from) {
        return Ok(out);
    }
    let package = match source {
        Source::Feature(feature) => vec!["-p", "app", "--features", feature],
        Source::Package(package) => vec!["-p", package],
    };
    let usual = ["--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown", "--profile", "browser"];
    run(cargo(&[&["rustc"], package.as_slice(), &usual].concat()).env("PORTAL_BUILD", build).current_dir(root()))?;
    let program = match source {
        Source::Feature(_) => "app.wasm".to_owned(),
        Source::Package(package) => format!("{}.wasm", package.replace('-', "_")),
    };
    bind(&target("browser").join(program), name, Kind::Browser { exports })?;
    fs::write(out.join("made-from"), made_from)?;
    Ok(out)
}

pub(crate) fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

fn target(profile: &str) -> PathBuf {
    target_folder().join("wasm32-unknown-unknown").join(profile)
}

/// Changes when the binding itself does, so that nobody keeps one made the old way.
const BINDING: &str = "6: web and module targets, reset function, abort handler, short names, bundled glue";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// With what its loader asks it for.
    Browser {
        exports: &'static [&'static str],
    },
    Worker,
}

/// Gives a wasm program its JavaScript side, in the version of `wasm-bindgen` it was built with.
fn bind(wasm: &Path, name: &str, kind: Kind) -> Result<PathBuf> {
    let out = target_folder().join("bound").join(name);
    let bytes = fs::read(wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    let stamp = hash(&[&bytes, BINDING.as_bytes()]);
    if fs::read_to_string(out.join("stamp")).is_ok_and(|known| known == stamp) {
        return Ok(out);
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, bytes).typescript(false).remove_name_section(true).remove_producers_section(true);
    match kind {
        Kind::Browser { .. } => bindgen.web(true)?.omit_default_module_path(true),
        Kind::Worker => bindgen.module(true)?.reset_state_function(true).force_enable_abort_handler(true),
    };
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    bindgen.generate(&out).with_context(|| format!("wasm-bindgen cannot bind {name}"))?;
    if let Kind::Browser { exports } = kind {
        shrink(&out, name, exports)?;
    }
    if kind == Kind::Worker {
        // workerd knows no source-phase imports; its wasm modules are imported as they are.
        let script = out.join(format!("{name}.js"));
        let text = fs::read_to_string(&script)?;
        ensure!(text.contains("import source "), "wasm-bindgen no longer writes `import source`; look at how {name} imports its wasm");
        let text = text.replace("import source ", "import ");
        fs::write(script, text)?;
    }
    fs::write(out.join("stamp"), stamp)?;
    Ok(out)
}

/// A name for the state of the sources that pages and bundle are made of.
fn build_id() -> Result<String> {
    let mut texts = Vec::new();
    let mut folders = vec![
        root().join("app/src"),
        root().join("app/find-box/src"),
        root().join("app/photo-desk/src"),
        root().join("app/card-reader/src"),
        root().join("domain/src"),
        root().join("search/src"),
    ];
    let mut files: Vec<PathBuf> = [
        "Cargo.lock",
        "Cargo.toml",
        "app/Cargo.toml",
        "app/find-box/Cargo.toml",
        "app/photo-desk/Cargo.toml",
        "app/card-reader/Cargo.toml",
        "domain/Cargo.toml",
        "search/Cargo.toml",
    ]
    .iter()
    .map(|name| root().join(name))
    .collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    for file in files {
        texts.push(fs::read(file)?);
    }
    let parts: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
    Ok(hash(&parts).chars().take(12).collect())
}

fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
