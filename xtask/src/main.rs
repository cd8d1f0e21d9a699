//! How the portal is built and checked: `cargo xtask serve | test | build | check | new | bench`.
//!
//! Everything it needs it installs itself and says so: the wasm target, npm packages from the lock file, Chromium.

mod account;
mod arguments;
mod bench;
mod budget;
mod bundle;
mod compress;
mod config;
mod live;
mod new;
mod serve;
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
        Command::Test => Ok(test::run()),
        Command::New { slug } => new::guide(&slug).map(|()| ExitCode::SUCCESS),
        Command::BenchLighthouse => bench::lighthouse().map(|()| ExitCode::SUCCESS),
    }
}
