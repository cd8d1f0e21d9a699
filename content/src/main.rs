//! Compiles a content folder and prints its problems; `cargo xtask check` runs it. `content measure` measures its search, `content import` takes over the nation's records.

use content::{
    compile,
    problem::Severity,
    report::{Look, report},
    source::Sources,
};
use domain::{
    date::{Date, Moment},
    language::Language,
};
use std::{
    env,
    io::{IsTerminal, Write, stdout},
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

mod measure;
mod national;

fn main() -> ExitCode {
    let mut folder = PathBuf::from("content");
    let mut language = Language::Vietnamese;
    let mut as_of = today();
    let mut arguments = env::args().skip(1);
    match env::args().nth(1).as_deref() {
        Some("measure") => return measure::run(env::args().skip(2), as_of, clock),
        Some("import") => return national::run(env::args().skip(2), as_of),
        _ => {}
    }
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--lang" => match arguments.next().as_deref() {
                Some("en") => language = Language::English,
                Some("vi") => language = Language::Vietnamese,
                _ => return usage(),
            },
            "--as-of" => match arguments.next().and_then(|text| text.parse().ok()) {
                Some(date) => as_of = date,
                None => return usage(),
            },
            "--content" => folder = arguments.next().map_or(folder, PathBuf::from),
            _ => return usage(),
        }
    }
    let sources = match Sources::read(&folder) {
        Ok(sources) => sources,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            return ExitCode::from(2);
        }
    };
    let compiled = compile(&sources, as_of);
    let shown = format!("{}/", folder.display());
    let look = Look { language, color: stdout().is_terminal(), folder: &shown };
    // A closed pipe is the reader's choice.
    let _ = stdout().write_all(report(&compiled.problems, &sources, look).as_bytes());
    let failed = compiled.problems.iter().any(|problem| problem.fault.severity() == Severity::Error);
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn usage() -> ExitCode {
    eprintln!("content [--content DIR] [--as-of 2026-11-21] [--lang vi|en]");
    ExitCode::from(2)
}

/// The time since the first call.
fn clock() -> Duration {
    static FIRST: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    FIRST.get_or_init(Instant::now).elapsed()
}

fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    Moment::from_unix_milliseconds(i64::try_from(since).unwrap_or(0)).date
}
