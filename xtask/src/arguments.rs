//! What was asked for on the command line.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// What `--help` says.
pub(crate) const HELP: &str = "\
cargo xtask serve            builds everything, serves the portal on http://127.0.0.1:8787, follows edits of content
      --port N               another port; 0 takes a free one
      --content DIR          another content folder (default: content)
      --data DIR             where state is kept (default: data)
      --as-of 2026-11-21     the site as of that day (default: today in Vietnam)
cargo xtask test             everything that checks the portal; ends with a summary
      --only WORDS           the checks with these words in their names; «build» comes before most others
cargo xtask build            writes dist/: the site, its compressed twin, the Worker, the server's configuration
      --content DIR, --as-of DAY, --out DIR
cargo xtask check            compiles only the content and prints its problems
      --content DIR, --as-of DAY, --lang vi|en
cargo xtask import           shows what the nation's lists and records would change in a content folder
      --from DIR             national-catalogue.json, national-records/, national-procedures/
      --taken-on 2026-07-18  the day they were taken from the nation's database
      --content DIR          begun as a copy of `content` where it does not exist (default: content)
      --apply                writes it; --many-may-go lets more than a tenth of the records be removed
cargo xtask new guide SLUG   starts content/procedures/SLUG.md from a template
cargo xtask backup           copies the store while the server works, with a manifest of hashes and counts
      --data DIR --to DIR    --to is a new or empty folder
      --prove                proves it: files under load, backs up, restores, serves, and asks for everything
cargo xtask restore          puts a backup into an empty folder, every file checked
      --from DIR --data DIR
cargo xtask bench build      builds 7,000 procedures in both languages, beside Hugo with the same text
cargo xtask bench crash      kills the server at random under load; nothing acknowledged may be lost, doubled or changed
      --kills N              how often (default: 100)
cargo xtask bench forms      what a letter costs in the longest forms on a slow phone, what pictures of papers cost
cargo xtask bench load       submissions and reads a second, their times, processor and memory
cargo xtask bench search     how well and how fast a national catalogue is searched, beside other libraries
      --queries FILE         queries with what they should find (default: search-queries.json beside the project)
      --corpus FILE          a list of procedures (default: 7,000 made from the national list beside the project)
cargo xtask bench lighthouse runs Lighthouse (mobile) on home, catalogue and a guide
cargo xtask fuzz             tries the index reader and the query parser with inputs made by chance; needs a C++ compiler
      --minutes N            how long for each of the two (default: 10)";

/// A command with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Serve(Options),
    Build(Options),
    Check {
        content: PathBuf,
        as_of: Option<String>,
        english: bool,
    },
    /// What stands behind `import` goes to the compiler of content as it is.
    Import(Vec<String>),
    Test {
        /// Words in the names of the checks that are wanted; all, where none is named.
        only: Option<String>,
    },
    New {
        slug: String,
    },
    Backup {
        data: PathBuf,
        to: PathBuf,
    },
    BackupProve,
    Restore {
        from: PathBuf,
        data: PathBuf,
    },
    BenchBuild,
    BenchForms,
    BenchCrash {
        kills: u32,
    },
    BenchLoad,
    BenchLighthouse,
    BenchSearch {
        corpus: Option<PathBuf>,
        queries: Option<PathBuf>,
    },
    Fuzz {
        minutes: u32,
    },
}

/// Options of `serve` and `build`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) content: PathBuf,
    pub(crate) data: PathBuf,
    pub(crate) out: PathBuf,
    pub(crate) as_of: Option<String>,
    /// How many records come in the first part of the index, where not the usual number.
    pub(crate) likely: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8787, content: "content".into(), data: "data".into(), out: "dist".into(), as_of: None, likely: None }
    }
}

/// Reads the words after `cargo xtask`.
pub(crate) fn read(words: impl Iterator<Item = String>) -> Result<Command> {
    let mut words = words.peekable();
    let Some(command) = words.next() else { return Ok(Command::Help) };
    if words.peek().is_some_and(|word| word == "--help" || word == "-h") {
        return Ok(Command::Help);
    }
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "serve" => options(words, &["--port", "--content", "--data", "--as-of"]).map(|(options, _)| Command::Serve(options)),
        "build" => options(words, &["--content", "--as-of", "--out"]).map(|(options, _)| Command::Build(options)),
        "check" => {
            let (options, english) = options(words, &["--content", "--as-of", "--lang"])?;
            Ok(Command::Check { content: options.content, as_of: options.as_of, english })
        }
        "import" => Ok(Command::Import(words.collect())),
        "test" => values(words, ["--only"]).map(|[only]| Command::Test { only }),
        "new" => match (words.next().as_deref(), words.next()) {
            (Some("guide"), Some(slug)) => nothing_more(words).map(|()| Command::New { slug }),
            _ => bail!("`new` wants `guide` and a slug, such as `cargo xtask new guide chuyen-truong`"),
        },
        "bench" => match words.next().as_deref() {
            Some("build") => nothing_more(words).map(|()| Command::BenchBuild),
            Some("forms") => nothing_more(words).map(|()| Command::BenchForms),
            Some("lighthouse") => nothing_more(words).map(|()| Command::BenchLighthouse),
            Some("load") => nothing_more(words).map(|()| Command::BenchLoad),
            Some("search") => {
                let [corpus, queries] = values(words, ["--corpus", "--queries"])?.map(|file| file.map(PathBuf::from));
                Ok(Command::BenchSearch { corpus, queries })
            }
            Some("crash") => {
                let [kills] = values(words, ["--kills"])?;
                let kills = kills.unwrap_or_else(|| "100".to_owned());
                Ok(Command::BenchCrash { kills: kills.parse().with_context(|| format!("`{kills}` is not a number"))? })
            }
            _ => bail!("`bench` knows `build`, `crash`, `forms`, `lighthouse`, `load` and `search`"),
        },
        "fuzz" => {
            let [minutes] = values(words, ["--minutes"])?;
            let minutes = minutes.unwrap_or_else(|| "10".to_owned());
            match minutes.parse() {
                // The fuzzer takes no time at all for all the time there is.
                Ok(minutes @ 1..) => Ok(Command::Fuzz { minutes }),
                _ => bail!("`{minutes}` is not a number of minutes"),
            }
        }
        "backup" if words.peek().is_some_and(|word| word == "--prove") => nothing_more(words.skip(1)).map(|()| Command::BackupProve),
        "backup" => {
            let [data, to] = values(words, ["--data", "--to"])?;
            let to = to.context("`backup` wants `--to` and a new folder")?;
            Ok(Command::Backup { data: data.unwrap_or_else(|| "data".to_owned()).into(), to: to.into() })
        }
        "restore" => {
            let [from, data] = values(words, ["--from", "--data"])?;
            let wanted = "`restore` wants `--from` with a backup and `--data` with an empty folder";
            Ok(Command::Restore { from: from.context(wanted)?.into(), data: data.context(wanted)?.into() })
        }
        other => bail!("there is no command `{other}`"),
    }
}

fn nothing_more(mut words: impl Iterator<Item = String>) -> Result<()> {
    match words.next() {
        None => Ok(()),
        Some(word) => bail!("`{word}` is one word too many"),
    }
}

/// Reads options that have a value each, in any order.
fn values<const N: usize>(mut words: impl Iterator<Item = String>, names: [&str; N]) -> Result<[Option<String>; N]> {
    let mut values = [const { None }; N];
    while let Some(name) = words.next() {
        let Some(place) = names.iter().position(|known| *known == name).and_then(|at| values.get_mut(at)) else {
            bail!("`{name}` is not an option here; these are: {}", names.join(", "));
        };
        *place = Some(words.next().with_context(|| format!("`{name}` wants a value"))?);
    }
    Ok(values)
}

fn options(mut words: impl Iterator<Item = String>, allowed: &[&str]) -> Result<(Options, bool)> {
    let mut options = Options::default();
    let mut english = false;
    while let Some(name) = words.next() {
        if !allowed.contains(&name.as_str()) {
            bail!("`{name}` is not an option here; these are: {}", allowed.join(", "));
        }
        let value = words.next().with_context(|| format!("`{name}` wants a value"))?;
        match name.as_str() {
            "--port" => options.port = value.parse().with_context(|| format!("`{value}` is not a port"))?,
            "--content" => options.content = value.into(),
            "--data" => options.data = value.into(),
            "--out" => options.out = value.into(),
            "--as-of" => options.as_of = Some(day(value)?),
            _ => match value.as_str() {
                "en" => english = true,
                "vi" => english = false,
                other => bail!("`{other}` is not a language here; these are: vi, en"),
            },
        }
    }
    Ok((options, english))
}

fn day(text: String) -> Result<String> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if shaped { Ok(text) } else { bail!("`{text}` is not a day such as 2026-11-21") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Result<Command, &str>) {
        let found = read(line.split_whitespace().map(str::to_owned)).map_err(|error| error.to_string());
        assert_eq!(found, expected.map_err(str::to_owned));
    }

    #[test]
    fn commands_are_read_or_refused_with_a_reason() {
        check("", Ok(Command::Help));
        check("serve --help", Ok(Command::Help));
        check("serve", Ok(Command::Serve(Options::default())));
        check(
            "serve --port 0 --as-of 2027-01-02",
            Ok(Command::Serve(Options { port: 0, as_of: Some("2027-01-02".into()), ..Options::default() })),
        );
        check("serve --as-of tomorrow", Err("`tomorrow` is not a day such as 2026-11-21"));
        check("serve --out x", Err("`--out` is not an option here; these are: --port, --content, --data, --as-of"));
        check("build --out", Err("`--out` wants a value"));
        check("new guide chuyen-truong", Ok(Command::New { slug: "chuyen-truong".into() }));
        check("new page x", Err("`new` wants `guide` and a slug, such as `cargo xtask new guide chuyen-truong`"));
        check("backup --prove", Ok(Command::BackupProve));
        check("backup --to b", Ok(Command::Backup { data: "data".into(), to: "b".into() }));
        check("backup", Err("`backup` wants `--to` and a new folder"));
        check("restore --data d --from b", Ok(Command::Restore { from: "b".into(), data: "d".into() }));
        check("restore --to d", Err("`--to` is not an option here; these are: --from, --data"));
        check("import --from x --apply", Ok(Command::Import(["--from", "x", "--apply"].map(str::to_owned).to_vec())));
        check("bench build", Ok(Command::BenchBuild));
        check("bench forms", Ok(Command::BenchForms));
        check("bench crash", Ok(Command::BenchCrash { kills: 100 }));
        check("bench search --queries q.json", Ok(Command::BenchSearch { corpus: None, queries: Some("q.json".into()) }));
        check("bench crash --kills many", Err("`many` is not a number"));
        check("fuzz", Ok(Command::Fuzz { minutes: 10 }));
        check("fuzz --minutes 2", Ok(Command::Fuzz { minutes: 2 }));
        check("fuzz --minutes 0", Err("`0` is not a number of minutes"));
        check("test", Ok(Command::Test { only: None }));
        check("test --only browser", Ok(Command::Test { only: Some("browser".into()) }));
        check("test now", Err("`now` is not an option here; these are: --only"));
        check("dance", Err("there is no command `dance`"));
    }
}
