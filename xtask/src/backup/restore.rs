//! Puts a backup into an empty folder, after looking at every byte of it.

use super::{beside, empty, manifest};
use crate::{config, serve};
use anyhow::{Context, Result, ensure};
use manifest::Manifest;
use rusqlite::Connection;
use std::{
    fs::{self, File},
    path::Path,
};

/// Restores the backup in `from` under `data`, which must hold no store and no running server.
pub(crate) fn put(from: &Path, data: &Path) -> Result<Manifest> {
    let manifest = Manifest::read(from)?;
    let _lock = serve::lock(data)?;
    let store = config::storage(data);
    ensure!(empty(&store)?, "{} already holds a store; restore into an empty folder, then serve that one", data.display());
    let others = fs::read_dir(data)?.flatten().filter(|entry| entry.file_name() != "lock" && entry.path() != store).count();
    ensure!(others == 0, "{} is not empty; restore into an empty folder, then serve that one", data.display());
    let partial = beside(&store)?;
    fs::create_dir_all(&partial)?;
    let restored = manifest.entries.iter().try_for_each(|entry| one(from, &partial, entry));
    if let Err(error) = restored {
        // Nothing half-way stays: the folder is as empty as before.
        fs::remove_dir_all(&partial)?;
        return Err(error);
    }
    if store.exists() {
        fs::remove_dir(&store)?;
    }
    fs::rename(&partial, &store)?;
    Ok(manifest)
}

/// Copies a file and makes sure that it is the one, whole.
fn one(from: &Path, to: &Path, entry: &manifest::Entry) -> Result<()> {
    let path = to.join(&entry.name);
    fs::create_dir_all(path.parent().context("a file without folder")?)?;
    fs::copy(from.join(&entry.name), &path).with_context(|| format!("{} is missing", entry.name))?;
    let found = manifest::hash(&path)?;
    ensure!(found == (entry.bytes, entry.sha256.clone()), "{} is not what the manifest says: its hash differs", entry.name);
    let database = Connection::open(&path)?;
    let verdict: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(verdict == "ok", "{}: {verdict}", entry.name);
    ensure!(manifest::rows(&database)? == entry.rows, "{} holds another number of rows than the manifest says", entry.name);
    database.close().map_err(|(_, error)| error)?;
    File::open(&path)?.sync_all()?;
    Ok(())
}
