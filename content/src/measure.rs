//! `content measure`: builds a search index of a list of the nation, asks it queries, and prints how well and how fast it answers.

use content::{compile, finding, source::Sources, yardstick};
use domain::date::Date;
use search::Index;
use std::{env::Args, fmt::Write as _, fs, iter::Skip, path::PathBuf, process::ExitCode, time::Duration};

/// What is measured.
struct Wanted {
    content: PathBuf,
    corpus: PathBuf,
    queries: PathBuf,
    out: Option<PathBuf>,
    worst: usize,
    hot: Option<usize>,
}

fn wanted(mut arguments: Skip<Args>) -> Option<Wanted> {
    let mut wanted = Wanted { content: "content".into(), corpus: PathBuf::new(), queries: PathBuf::new(), out: None, worst: 20, hot: None };
    while let Some(argument) = arguments.next() {
        let value = arguments.next()?;
        match argument.as_str() {
            "--content" => wanted.content = value.into(),
            "--corpus" => wanted.corpus = value.into(),
            "--queries" => wanted.queries = value.into(),
            "--out" => wanted.out = Some(value.into()),
            "--worst" => wanted.worst = value.parse().ok()?,
            "--hot" => wanted.hot = Some(value.parse().ok()?),
            _ => return None,
        }
    }
    Some(wanted)
}

/// Runs the command; `clock` tells the time since some moment.
pub(crate) fn run(arguments: Skip<Args>, as_of: Date, clock: fn() -> Duration) -> ExitCode {
    let Some(wanted) = wanted(arguments) else {
        eprintln!("content measure --corpus FILE --queries FILE [--content DIR] [--out FILE] [--worst 20] [--hot RECORDS]");
        return ExitCode::from(2);
    };
    match measured(&wanted, as_of, clock) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measured(wanted: &Wanted, as_of: Date, clock: fn() -> Duration) -> Result<String, String> {
    let read = |path: &PathBuf| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let sources = Sources::read(&wanted.content).map_err(|error| error.to_string())?;
    let known = compile(&sources, as_of).finding;
    let records = finding::national_records(&read(&wanted.corpus)?)?;
    let begun = clock();
    let parts = search::write(&records, &known.lexicon, wanted.hot).map_err(|error| error.to_string())?;
    let built = clock().saturating_sub(begun);
    let slices: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    let mut ready: Vec<Duration> = Vec::new();
    for _ in 0..5 {
        let begun = clock();
        let index = Index::read(&slices).map_err(|error| error.to_string())?;
        ready.push(clock().saturating_sub(begun));
        drop(index);
    }
    ready.sort();
    let index = Index::read(&slices).map_err(|error| error.to_string())?;
    if let Some(out) = &wanted.out {
        for (number, part) in parts.iter().enumerate() {
            fs::write(out.with_extension(format!("{number}.bin")), part).map_err(|error| error.to_string())?;
        }
    }
    let queries = yardstick::queries(&read(&wanted.queries)?)?;
    let results = yardstick::measure(&index, &queries);
    let mut text = yardstick::table(&results, wanted.worst);
    let times = yardstick::keystrokes(&index, &queries, clock);
    let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
    let middle = ready.get(2).copied().unwrap_or_default();
    // Writing to a string cannot fail.
    let parts = parts.iter().map(Vec::len).collect::<Vec<_>>();
    let _ = writeln!(
        text,
        "\n{} records, {} phrases; built in {built:?}; parts {parts:?} bytes; ready in {middle:?}; {} bytes of memory",
        index.len(),
        known.lexicon.phrases.len(),
        index.bytes(),
    );
    if let (Some(_), Some(first)) = (wanted.hot, slices.first()) {
        let part = Index::read(&[first]).map_err(|error| error.to_string())?;
        let (first, five) = yardstick::shares(&yardstick::measure(&part, &queries));
        let _ = writeln!(text, "first part alone: {first:.3} first, {five:.3} of five");
    }
    let longest = times.last().copied().unwrap_or_default();
    let _ = writeln!(text, "{} keystrokes: p50 {:?}, p95 {:?}, longest {longest:?}", times.len(), at(50), at(95));
    let misses = finding::misses(&index, &known.expectations);
    let _ = writeln!(text, "{} of {} expectations of the lexicon missed", misses.len(), known.expectations.len());
    for finding::Miss { expectation, instead } in misses.iter().take(wanted.worst) {
        let _ = writeln!(text, "  «{}» {} instead: {}", expectation.saying, expectation.codes.join(" "), instead.join(" | "));
    }
    Ok(text)
}
