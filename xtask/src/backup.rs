//! `cargo xtask backup` and `restore`: the store copied while the server works, and put back.
//!
//! How workerd opens its files was looked at with a running one (`/proc/locks`, its folder, a second reader): every object is
//! one SQLite file in WAL mode, `-wal` and `-shm` beside it, with the ordinary POSIX locks of SQLite's `unix` VFS. So another
//! process may read while it writes, and SQLite's own backup gives each file as of one commit. It is taken in a single step:
//! a backup in several steps starts anew with every commit of another process, and under load never ends. Meanwhile the writer
//! goes on; only its checkpoint waits. Copying the files themselves would lose what is still in the WAL.
//!
//! Files are copied one after the other, not at one instant, and the order makes up for it:
//! agencies first and papers last, so that every file a copied dossier names is there; what papers know beyond that
//! their alarm clears away, as it does with drafts nobody sent. In each folder `metadata.sqlite`, which holds the alarms, comes
//! last: an alarm it no longer has was done before the backup, and so was its notice.

mod manifest;
pub(crate) mod prove;
pub(crate) mod restore;

use crate::{compress::files, config};
use anyhow::{Context, Result, bail, ensure};
use manifest::{Entry, Manifest};
use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};
use std::{
    fs,
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

/// How long a file may stay locked by its writer before the backup gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// Copies the store under `data` into a new folder.
pub(crate) fn take(data: &Path, to: &Path) -> Result<Manifest> {
    let store = config::storage(data);
    ensure!(store.is_dir(), "{} holds no store", data.display());
    ensure!(empty(to)?, "{} is not empty; every backup has its own folder", to.display());
    // Whoever finds the folder under its own name finds all of it.
    let partial = beside(to)?;
    if partial.exists() {
        fs::remove_dir_all(&partial)?;
    }
    fs::create_dir_all(&partial)?;
    let mut progress = Progress::default();
    let mut entries = Vec::new();
    for kind in kinds(&store)? {
        // Listed only now: what was made while the kinds before it were copied belongs to it.
        for path in databases(&store.join(&kind))? {
            let name = format!("{kind}/{}", file_name(&path)?);
            if let Some(entry) = copy(&path, &partial, &name)? {
                progress.more(&entry);
                entries.push(entry);
            }
        }
    }
    progress.end();
    let manifest = Manifest::of(entries);
    fs::write(partial.join(manifest::FILE), manifest.to_json())?;
    if to.exists() {
        fs::remove_dir(to)?;
    }
    fs::rename(&partial, to)?;
    Ok(manifest)
}

/// The kinds of objects, those with dossiers first and those with papers last.
fn kinds(store: &Path) -> Result<Vec<String>> {
    let folders = fs::read_dir(store)?.flatten().filter(|entry| entry.path().is_dir());
    let mut kinds: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let rank = |kind: &str| if kind.starts_with("agency") { 0 } else { 1 + u8::from(kind.starts_with("papers")) };
    kinds.sort_by(|one, other| rank(one).cmp(&rank(other)).then_with(|| one.cmp(other)));
    Ok(kinds)
}

/// The SQLite files of a folder, the one with the alarms last.
fn databases(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = files(folder)?;
    found.retain(|path| path.extension().is_some_and(|extension| extension == "sqlite"));
    found.sort_by_key(|path| path.file_stem().is_some_and(|stem| stem == "metadata"));
    Ok(found)
}

/// Copies one file; nothing when it went away meanwhile, as an unsent draft does.
fn copy(from: &Path, folder: &Path, name: &str) -> Result<Option<Entry>> {
    let to = folder.join(name);
    fs::create_dir_all(to.parent().context("a file without folder")?)?;
    let source = match Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX) {
        Ok(source) => source,
        Err(_) if !from.exists() => return Ok(None),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be opened", from.display())),
    };
    let mut copy = Connection::open(&to)?;
    step_through(&source, &mut copy).with_context(|| format!("{} cannot be copied", from.display()))?;
    let rows = manifest::rows(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    fs::File::open(&to)?.sync_all()?;
    Entry::read(&to, name, rows).map(Some)
}

fn step_through(source: &Connection, copy: &mut Connection) -> Result<()> {
    let began = Instant::now();
    let backup = Backup::new(source, copy)?;
    loop {
        match backup.step(-1)? {
            StepResult::Done => return Ok(()),
            _ if began.elapsed() > PATIENCE => bail!("it stayed locked for {} s", PATIENCE.as_secs()),
            _ => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Tells whether a folder does not exist or has nothing in it.
fn empty(folder: &Path) -> Result<bool> {
    Ok(!folder.exists() || fs::read_dir(folder).with_context(|| format!("{} is no folder", folder.display()))?.next().is_none())
}

/// The name an unfinished folder has.
fn beside(folder: &Path) -> Result<PathBuf> {
    Ok(folder.with_file_name(format!("{}.partial", file_name(folder)?)))
}

fn file_name(path: &Path) -> Result<String> {
    Ok(path.file_name().with_context(|| format!("{} has no name", path.display()))?.to_string_lossy().into_owned())
}

/// A line that says how far it is; rewritten in a terminal, told now and then elsewhere.
#[derive(Debug, Default)]
struct Progress {
    files: usize,
    bytes: u64,
    told: Option<Instant>,
}

impl Progress {
    fn more(&mut self, entry: &Entry) {
        self.files += 1;
        self.bytes += entry.bytes;
        if self.told.is_none_or(|told| told.elapsed() > Duration::from_millis(500)) {
            self.told = Some(Instant::now());
            self.tell(if std::io::stdout().is_terminal() { "\r" } else { "\n" });
        }
    }

    fn tell(&self, end: &str) {
        print!("  {} files, {:.1} MB{end}", self.files, manifest::megabytes(self.bytes));
        // A terminal that is gone must not stop a backup.
        let _ = std::io::stdout().flush();
    }

    fn end(&self) {
        self.tell("\n");
    }
}

#[cfg(test)]
mod tests;
