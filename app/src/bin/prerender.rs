//! Compiles the content and prints the site; `cargo xtask` runs it.

use anyhow::{Context, Result, bail};
use app::prerender::{Order, print_site};
use content::{
    compile_with,
    report::{Look, report},
    source::Sources,
};
use domain::{
    date::{Date, Moment},
    language::Language,
    unit::AdministrativeUnits,
};
use std::{
    env, fs,
    io::{IsTerminal, stderr},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

/// How many records of a large catalogue go into the part of the index that browsers fetch first.
const LIKELY: usize = 500;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = env::args().skip(1);
    let mut order = Order {
        out: PathBuf::from("dist"),
        public: PathBuf::from("public"),
        content: PathBuf::from("content"),
        bundles: None,
        build: String::new(),
        as_of: today(),
        live: false,
        gallery: false,
    };
    let mut language = Language::Vietnamese;
    let (mut units, mut likely) = (None, LIKELY);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--out" => order.out = value()?.into(),
            "--public" => order.public = value()?.into(),
            "--content" => order.content = value()?.into(),
            "--bundles" => order.bundles = Some(value()?.into()),
            "--build" => order.build = value()?,
            "--likely" => likely = value()?.parse().context("--likely wants a number of records")?,
            "--units" => units = Some(PathBuf::from(value()?)),
            "--as-of" => order.as_of = value()?.parse().context("--as-of wants a day such as 2026-11-21")?,
            "--lang" => language = if value()? == "en" { Language::English } else { Language::Vietnamese },
            "--live" => order.live = true,
            "--gallery" => order.gallery = true,
            other => bail!("unknown argument {other}"),
        }
    }
    let units = units.map(|path| administrative_units(&path)).transpose()?;
    if let Some(units) = &units {
        eprintln!("{} provinces, {} communes, {} old-to-new mappings", units.provinces().len(), units.communes().len(), units.mappings());
    }
    let sources = Sources::read(&order.content).with_context(|| format!("the folder {} cannot be read", order.content.display()))?;
    let compiled = compile_with(&sources, order.as_of, units.as_ref());
    let folder = format!("{}/", order.content.display());
    let look = Look { language, color: stderr().is_terminal(), folder: &folder };
    if !compiled.problems.is_empty() {
        eprint!("{}", report(&compiled.problems, &sources, look));
    }
    let Some(catalogue) = compiled.catalogue else { return Ok(ExitCode::FAILURE) };
    any_spawner::Executor::init_futures_executor().context("the executor cannot start")?;
    let records = content::finding::records(&catalogue);
    let likely = (records.len() > 2 * likely).then_some(likely);
    let index = search::write(&records, &compiled.finding.lexicon, likely)?;
    let printed = print_site(&catalogue, &index, &order)?;
    println!("{} pages, {} files changed, {} removed", printed.pages, printed.changed, printed.removed);
    Ok(ExitCode::SUCCESS)
}

/// Reads the state's provinces and communes.
fn administrative_units(path: &Path) -> Result<AdministrativeUnits> {
    let json = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(content::unit::read(&json)?)
}

fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    Moment::from_unix_milliseconds(i64::try_from(since).unwrap_or(0)).date
}
