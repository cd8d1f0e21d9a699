//! `cargo xtask serve`: builds, serves, and follows edits of the content.

use crate::{
    account,
    arguments::Options,
    bundle::{self, Built},
    compress,
    config::{self, Wiring},
    live::Live,
    sink::{Manner, Sink},
    site::{self, Extras},
    step::{seconds, step},
    tool::root,
    workerd::Server,
};
use anyhow::{Result, bail};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
    time::{Duration, Instant, SystemTime},
};

/// How often the content is looked at. A look at a few hundred files costs less than a millisecond,
/// and unlike notices of the system it works on every file system and within containers.
const LOOK: Duration = Duration::from_millis(120);

pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let began = Instant::now();
    let built = bundle::all()?;
    let data = root().join(&options.data);
    let _lock = lock(&data)?;
    let out = root().join("target/serve");
    let (live, sink) = (Live::start()?, Sink::start(Manner::Telling)?);
    step("Printing the site", || publish(&built, options, &out, &live, &sink))?;
    let secret = account::secret()?;
    let environment = [("SETUP", secret.as_str())];
    let mut server = Some(Server::start(&out, &data, options.port, &environment)?);
    let port = server.as_ref().map_or(options.port, |server| server.port);
    let desk = match account::first(port, &secret)? {
        Some((login, password)) => format!("sign in as {login} with {password} (shown this once)"),
        None => "the accounts of earlier times still work".to_owned(),
    };
    println!("\n  Ready in {}.\n", seconds(began.elapsed()));
    println!("  Portal       http://127.0.0.1:{port}/");
    println!("  English      http://127.0.0.1:{port}/en/");
    println!("  Desk         http://127.0.0.1:{port}/can-bo/   {desk}");
    println!("  Components   http://127.0.0.1:{port}/thanh-phan/");
    println!("  Notices      http://{}/   (nothing is sent; here they can be read)", sink.address());
    println!("\n  Edits in {} appear by themselves. Ctrl+C ends it.\n", options.content.display());
    let mut seen = look(&options.content);
    loop {
        thread::sleep(LOOK);
        if !server.as_mut().is_some_and(Server::runs) {
            bail!("workerd ended");
        }
        let now = look(&options.content);
        if now == seen {
            continue;
        }
        let changed: Vec<String> = changes(&seen, &now);
        seen = now;
        let edited = Instant::now();
        match publish(&built, options, &out, &live, &sink) {
            Ok(()) => {
                // The old server must have gone before the new one takes its port.
                drop(server.take());
                server = Some(Server::start(&out, &data, port, &environment)?);
                live.newer();
                println!("  {} → published in {}", changed.join(", "), seconds(edited.elapsed()));
            }
            Err(error) => println!("  {} → {error:#}; the last good site is still served", changed.join(", ")),
        }
    }
}

fn publish(built: &Built, options: &Options, out: &Path, live: &Live, sink: &Sink) -> Result<()> {
    site::print(built, options, out, Extras::GalleryAndLive)?;
    compress::all(out)?;
    config::write(out, built, Wiring { as_of: options.as_of.as_deref(), live: Some(live.port), notices: Some(&sink.address()) })
}

/// Two servers on one data folder would not notice each other.
pub(crate) fn lock(data: &Path) -> Result<File> {
    fs::create_dir_all(data)?;
    let file = File::create(data.join("lock"))?;
    if file.try_lock().is_err() {
        bail!("another `cargo xtask serve` uses {}; end it, or give this one its own folder with --data", data.display());
    }
    Ok(file)
}

/// When each file of the content was last written.
fn look(content: &Path) -> BTreeMap<PathBuf, Option<SystemTime>> {
    let folder = root().join(content);
    let files = compress::files(&folder)
        .unwrap_or_default()
        .into_iter()
        .filter(|path| !path.starts_with(folder.join("src")) && !path.starts_with(folder.join("tests")));
    files.map(|path| (path.clone(), fs::metadata(&path).and_then(|data| data.modified()).ok())).collect()
}

fn changes(before: &BTreeMap<PathBuf, Option<SystemTime>>, now: &BTreeMap<PathBuf, Option<SystemTime>>) -> Vec<String> {
    let differs = |path: &&PathBuf| before.get(*path) != now.get(*path);
    let mut names: Vec<&PathBuf> = before.keys().chain(now.keys()).filter(differs).collect();
    names.sort();
    names.dedup();
    names.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned()).collect()
}
