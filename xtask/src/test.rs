//! `cargo xtask test`: everything that checks the portal, then a summary.

mod nation;
mod portal;

use crate::{
    arguments::Options,
    backup,
    bench::crash,
    budget, bundle, cloudflare, compress,
    config::{self, Wiring},
    schemathesis,
    site::{self, Extras},
    step::{self, cargo, seconds},
    tool::{self, root},
};
use anyhow::{Result, bail};
use portal::Portal;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

/// The day the tested site is printed for, so that its bytes do not depend on the clock.
const DAY: &str = "2026-11-21";

/// What the tests make the first account with.
const SETUP: &str = "only-for-tests-0123456789";

/// What a check found and how long it took.
struct Outcome {
    name: &'static str,
    result: Result<()>,
    time: Duration,
}

/// Runs every check, or those with some words in their names.
pub(crate) fn run(only: Option<&str>) -> Result<ExitCode> {
    let out = root().join("target/tested");
    let options = Options { out: out.clone(), as_of: Some(DAY.to_owned()), ..Options::default() };
    let portal = Portal::new(&out);
    let checks: [(&'static str, &dyn Fn() -> Result<()>); 14] = [
        ("formatting", &|| run_cargo(&["fmt", "--all", "--check"])),
        ("tools", &|| tool::wasm_target().and_then(|()| tool::npm())),
        ("lints", &lints),
        ("unit, property and snapshot tests, tidy, walls", &tests),
        ("content without problems", &|| content(&options)),
        ("build", &|| build(&options, &out, &portal.notices()?)),
        ("same input, same bytes", &|| same_bytes(&options, &out)),
        ("budgets", &|| budget::weigh(&out)),
        ("deployment to Cloudflare, dry run", &|| cloudflare::dry_run(&out)),
        ("browser tests", &|| portal.start().and_then(|port| browser_tests(&out, port, &Portal::data(), None))),
        ("browser tests of an imported catalogue", &|| nation::run(&options)),
        ("API against its description (schemathesis)", &|| portal.start().and_then(schemathesis::check)),
        ("backup under load, restored and served", &backup::prove::run),
        ("nothing lost in 5 crashes", &|| crash::run(5)),
    ];
    let mut outcomes = Vec::new();
    for (name, check) in checks.into_iter().filter(|(name, _)| only.is_none_or(|only| name.contains(only))) {
        println!("\n━━ {name}");
        let began = Instant::now();
        let result = check();
        if let Err(error) = &result {
            println!("✗ {error:#}");
        }
        outcomes.push(Outcome { name, result, time: began.elapsed() });
    }
    if outcomes.is_empty() {
        bail!("no check has «{}» in its name; `cargo xtask test` runs them all and names them", only.unwrap_or_default());
    }
    Ok(summary(&outcomes))
}

fn summary(outcomes: &[Outcome]) -> ExitCode {
    println!("\n━━ summary");
    for outcome in outcomes {
        println!("{} {:<50} {:>9}", if outcome.result.is_ok() { "✓" } else { "✗" }, outcome.name, seconds(outcome.time));
    }
    let failed = outcomes.iter().filter(|outcome| outcome.result.is_err()).count();
    let all: Duration = outcomes.iter().map(|outcome| outcome.time).sum();
    println!("{:<52} {:>9}", "", seconds(all));
    println!("{} passed, {failed} failed", outcomes.len() - failed);
    // Once more and last: what was said where it was found is far above by now.
    for outcome in outcomes {
        if let Err(error) = &outcome.result {
            println!("\n✗ {}\n{error:#}", outcome.name);
        }
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run_cargo(arguments: &[&str]) -> Result<()> {
    step::run(cargo(arguments).current_dir(root()))
}

/// The scripts of pages name nothing that is not there, and hand over what is asked for.
fn scripts() -> Result<()> {
    tool::npm()?;
    step::run(Command::new("node").args(["node_modules/typescript/bin/tsc", "--project", "app/jsconfig.json"]).current_dir(root()))
}

/// Each package by itself: the faces of `app` are never built together.
fn lints() -> Result<()> {
    tool::wasm_target()?;
    scripts()?;
    let deny = ["--", "--deny", "warnings"];
    let clippy = |arguments: &[&str]| run_cargo(&[&["clippy", "--quiet"], arguments, &deny].concat());
    clippy(&["-p", "domain", "-p", "search", "-p", "content", "-p", "xtask", "--all-targets"])?;
    clippy(&["-p", "app", "--features", "prerender", "--all-targets"])?;
    clippy(&["-p", "app", "--lib", "--features", "guide", "--target", "wasm32-unknown-unknown"])?;
    clippy(&["-p", "app", "--lib", "--features", "forms", "--target", "wasm32-unknown-unknown"])?;
    clippy(&["-p", "find-box", "--lib", "--target", "wasm32-unknown-unknown"])?;
    clippy(&["-p", "app", "--lib", "--features", "desk", "--target", "wasm32-unknown-unknown"])?;
    clippy(&["-p", "functions", "--all-targets", "--features", "openapi"])
}

fn tests() -> Result<()> {
    run_cargo(&["test", "--quiet", "-p", "domain", "-p", "search", "-p", "content", "-p", "xtask"])?;
    run_cargo(&["test", "--quiet", "-p", "app", "--features", "prerender"])?;
    run_cargo(&["test", "--quiet", "-p", "app", "--lib", "--features", "guide"])?;
    run_cargo(&["test", "--quiet", "-p", "functions", "--features", "openapi"])
}

/// The content in the repository has neither errors nor warnings.
fn content(options: &Options) -> Result<()> {
    let checker = cargo(&["run", "--quiet", "-p", "content", "--", "--as-of", DAY, "--content"])
        .arg(&options.content)
        .current_dir(root())
        .output()?;
    let text = String::from_utf8_lossy(&checker.stdout);
    if !checker.status.success() || text.lines().count() != 1 {
        bail!("{text}");
    }
    print!("{text}");
    Ok(())
}

fn build(options: &Options, out: &Path, notices: &str) -> Result<()> {
    let built = bundle::all()?;
    site::print(&built, options, out, Extras::Gallery)?;
    compress::all(out)?;
    config::write(out, &built, Wiring { as_of: options.as_of.as_deref(), notices: Some(notices), ..Wiring::default() })
}

/// Prints the site a second time elsewhere and compares every byte.
fn same_bytes(options: &Options, out: &Path) -> Result<()> {
    let again = root().join("target/tested-again");
    if again.exists() {
        fs::remove_dir_all(&again)?;
    }
    let built = bundle::all()?;
    site::print(&built, options, &again, Extras::Gallery)?;
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        let site = folder.join("site");
        // Assets of earlier releases stay beside those of this one.
        let files = compress::files(&site)?.into_iter().filter(|path| !path.starts_with(site.join("assets")));
        files.map(|path| Ok(path.strip_prefix(&site)?.to_owned())).collect()
    };
    let files = names(out)?;
    if files != names(&again)? || fs::read(out.join("assets.json"))? != fs::read(again.join("assets.json"))? {
        bail!("two prints of the same content do not have the same files");
    }
    for name in &files {
        if fs::read(out.join("site").join(name))? != fs::read(again.join("site").join(name))? {
            bail!("{} differs between two prints of the same content", name.display());
        }
    }
    if fs::read(out.join("catalogue.bin"))? != fs::read(again.join("catalogue.bin"))? {
        bail!("catalogue.bin differs between two prints of the same content");
    }
    println!("{} files are the same", files.len());
    Ok(())
}

/// Everything people do, in a browser, against the server on a port; `only` is the part that is for a server of its own.
fn browser_tests(out: &Path, port: u16, data: &Path, only: Option<&str>) -> Result<()> {
    tool::npm()?;
    let chromium = tool::chromium()?;
    tool::qpdf()?;
    let mut command = Command::new("npx");
    command.args(["--no-install", "playwright", "test", "--config", "e2e/playwright.config.ts"]);
    command
        .env("PORTAL", format!("http://127.0.0.1:{port}"))
        .env("PORTAL_SITE", out.join("site"))
        .env("PORTAL_SETUP", SETUP)
        .env("PORTAL_DATA", data)
        .env("CHROMIUM", chromium)
        .current_dir(root());
    if let Some(only) = only {
        command.arg(format!("{only}.spec.ts")).env("PORTAL_ONLY", only);
    }
    let faults = root().join("target/browser-faults.txt");
    // What an earlier run found is no fault of this one.
    if faults.exists() {
        fs::remove_file(&faults)?;
    }
    command.env("PORTAL_FAULTS", &faults);
    step::run(&mut command).map_err(|error| match fs::read_to_string(&faults) {
        Ok(told) => error.context(told),
        Err(_) => error,
    })
}
