//! `cargo xtask fuzz`: tries the index reader and the query parser of `search` with inputs made by chance.
//!
//! Stable Rust counts what is reached as `cargo fuzz` does, only without a sanitizer: `search` has no unsafe code,
//! so what can be found are panics, broken promises, endless loops and too much memory.

use crate::{
    step::{cargo, output, run, step},
    tool::root,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The targets, each with the most bytes of an input: longer ones reach nothing more, only slower.
const TARGETS: [(&str, u32); 2] = [("index", 2048), ("query", 256)];

/// What makes the compiler count what is reached and tell what is compared.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Cdebug-assertions -Ccodegen-units=1";

/// How many lines of the fuzzer's own words are shown when something was found.
const SHOWN: usize = 30;

/// What the fuzzer said of its run.
#[derive(Debug, Default, PartialEq, Eq)]
struct Report {
    /// How many inputs were tried.
    executions: Option<u64>,
    /// How many places of the program were reached.
    coverage: Option<u64>,
    /// The input that broke something.
    found: Option<PathBuf>,
}

/// Tries each target for so many minutes, beginning with the kept inputs; what is new stays under `target/fuzz`.
pub(crate) fn all(minutes: u32) -> Result<()> {
    let programs = build()?;
    let mut lines = Vec::new();
    for (target, longest) in TARGETS {
        let report = step(&format!("Trying `{target}` for {minutes} min"), || one(&programs, target, longest, minutes))?;
        let number = |number: Option<u64>| number.map_or_else(|| "?".to_owned(), |number| number.to_string());
        lines.push(format!("{target}: {} inputs tried, {} places reached", number(report.executions), number(report.coverage)));
    }
    println!("\n{}", lines.join("\n"));
    Ok(())
}

/// The folder of everything that is not kept.
fn scratch() -> PathBuf {
    root().join("target/fuzz")
}

/// Builds the targets and returns the folder they are in.
fn build() -> Result<PathBuf> {
    let version = output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not say for which machine it is")?;
    step("Building the fuzz targets", || {
        // Named though it is the machine's own: so the flags do not reach build scripts.
        let mut command = cargo(&["build", "--quiet", "--release", "--bins", "--locked", "--target", host, "--target-dir"]);
        command.arg(scratch()).env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", FLAGS).current_dir(root().join("search/fuzz"));
        run(&mut command)
    })?;
    Ok(scratch().join(host).join("release"))
}

/// Tries one target; fails with the input that broke it.
fn one(programs: &Path, target: &str, longest: u32, minutes: u32) -> Result<Report> {
    let (corpus, broken) = (scratch().join("corpus").join(target), scratch().join("artifacts").join(target));
    let log = scratch().join(target).with_extension("log");
    for folder in [&corpus, &broken] {
        fs::create_dir_all(folder)?;
    }
    let mut command = Command::new(programs.join(target));
    // Long inputs from the start: ten minutes are too short to grow to them.
    command.args(["-print_final_stats=1", "-timeout=10", "-rss_limit_mb=1024", "-len_control=0"]);
    command.arg(format!("-max_len={longest}")).arg(format!("-max_total_time={}", u64::from(minutes) * 60));
    // The fuzzer puts the name of the input right behind this prefix.
    command.arg(format!("-artifact_prefix={}/", broken.display()));
    // What is new goes into the first folder; the kept inputs are only read.
    command.arg(corpus).arg(root().join("search/fuzz/corpus").join(target));
    let status = command.stderr(fs::File::create(&log)?).status().with_context(|| format!("`{target}` cannot be started"))?;
    let said = fs::read(&log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())?;
    let report = read(&said);
    if status.success() && report.found.is_none() {
        return Ok(report);
    }
    let lines: Vec<&str> = said.lines().filter(|line| !line.starts_with('#')).collect();
    println!("{}", lines.iter().skip(lines.len().saturating_sub(SHOWN)).copied().collect::<Vec<_>>().join("\n"));
    match report.found {
        Some(input) => bail!("`{target}` is broken by {}; mend it and keep it as a test in search/tests/found.rs", input.display()),
        None => bail!("`{target}` ended early ({status}); all it said is in {}", log.display()),
    }
}

/// Reads what the fuzzer said.
fn read(said: &str) -> Report {
    let mut report = Report::default();
    for line in said.lines() {
        if let Some((_, rest)) = line.split_once(" cov: ") {
            report.coverage = rest.split_whitespace().next().and_then(|number| number.parse().ok()).or(report.coverage);
        } else if let Some(number) = line.strip_prefix("stat::number_of_executed_units:") {
            report.executions = number.trim().parse().ok();
        } else if let Some((_, path)) = line.split_once("Test unit written to ") {
            report.found = Some(path.trim().into());
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(said: &str, executions: Option<u64>, coverage: Option<u64>, found: Option<&str>) {
        assert_eq!(read(said), Report { executions, coverage, found: found.map(PathBuf::from) });
    }

    #[test]
    fn what_the_fuzzer_says_is_read() {
        check(
            "#2\tINITED cov: 12 ft: 13\n#900\tDONE   cov: 2259 ft: 9129 corp: 1144/549Kb\nstat::number_of_executed_units: 900\n",
            Some(900),
            Some(2259),
            None,
        );
        check("#2\tINITED cov: 12 ft: 13\nartifact_prefix='a/'; Test unit written to a/crash-1f\n", None, Some(12), Some("a/crash-1f"));
        check("", None, None, None);
    }
}
