//! How the portal is built and checked: `cargo xtask serve | test | build | check | new | backup | restore | bench | fuzz`.
//!
//! Everything it needs it installs itself and says so: the wasm target, npm packages from the lock file, Chromium.

mod account;
mod arguments;
mod backup;
mod bench;
mod budget;
mod bundle;
mod cloudflare;
mod compress;
mod config;
mod fuzz;
mod http;
mod import;
mod live;
mod new;
mod python;
mod schemathesis;
mod serve;
mod shrink;
mod sink;
mod site;
mod step;
mod test;
mod tool;
mod workerd;

#[cfg(test)]
mod tidy;
#[cfg(test)]
mod walls;

use anyhow::Result;
use arguments::Command;
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = match arguments::read(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("{error:#}\n\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Help => {
            println!("{}", arguments::HELP);
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve(options) => serve::run(&options),
        Command::Build(options) => site::release(&options).map(|()| ExitCode::SUCCESS),
        Command::Check { content, as_of, english } => site::check(&content, as_of.as_deref(), english),
        Command::Import(words) => import::run(&words),
        Command::Test { only } => test::run(only.as_deref()),
        Command::New { slug } => new::guide(&slug).map(|()| ExitCode::SUCCESS),
        Command::Backup { data, to } => {
            backup::take(&tool::root().join(data), &tool::root().join(&to))?.print();
            println!("\nThe backup is in {}. Put it back with: cargo xtask restore --from {0} --data AN-EMPTY-FOLDER", to.display());
            Ok(ExitCode::SUCCESS)
        }
        Command::BackupProve => backup::prove::run().map(|()| ExitCode::SUCCESS),
        Command::Restore { from, data } => {
            backup::restore::put(&tool::root().join(from), &tool::root().join(&data))?.print();
            println!("\nRestored. Serve it with: cargo xtask serve --data {}", data.display());
            Ok(ExitCode::SUCCESS)
        }
        Command::BenchCrash { kills } => bench::crash::run(kills).map(|()| ExitCode::SUCCESS),
        Command::BenchBuild => bench::build::build().map(|()| ExitCode::SUCCESS),
        Command::BenchForms => bench::forms::forms().map(|()| ExitCode::SUCCESS),
        Command::BenchLoad => bench::load::run().map(|()| ExitCode::SUCCESS),
        Command::BenchSearch { corpus, queries } => bench::search::search(corpus, queries).map(|()| ExitCode::SUCCESS),
        Command::BenchLighthouse => bench::lighthouse().map(|()| ExitCode::SUCCESS),
        Command::Fuzz { minutes } => fuzz::all(minutes).map(|()| ExitCode::SUCCESS),
    }
}
