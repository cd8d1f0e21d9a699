//! What a backup says about itself: every file with its hash and counts.

use anyhow::{Context, Result, ensure};
use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs::{self, File},
    io::Read,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

/// Its name in the folder.
pub(super) const FILE: &str = "manifest.json";

/// The shape of folder and manifest.
const SHAPE: u64 = 1;

/// A list of what was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// When the backup was finished, in seconds of Unix time.
    pub(crate) at: u64,
    pub(super) entries: Vec<Entry>,
}

/// One copied file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its path below the store, such as `agency-1/….sqlite`.
    pub(super) name: String,
    pub(super) bytes: u64,
    /// How many rows its tables hold together.
    pub(super) rows: u64,
    pub(super) sha256: String,
}

impl Entry {
    /// Reads a finished copy.
    pub(super) fn read(path: &Path, name: &str, rows: u64) -> Result<Self> {
        let (bytes, sha256) = hash(path)?;
        Ok(Self { name: name.to_owned(), bytes, rows, sha256 })
    }
}

impl Manifest {
    pub(super) fn of(entries: Vec<Entry>) -> Self {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Self { at, entries }
    }

    pub(super) fn to_json(&self) -> String {
        let files: Vec<Value> = self
            .entries
            .iter()
            .map(|entry| json!({ "name": entry.name, "bytes": entry.bytes, "rows": entry.rows, "sha256": entry.sha256 }))
            .collect();
        let sums: Vec<Value> = self
            .sums()
            .iter()
            .map(|(kind, [files, rows, bytes])| json!({ "kind": kind, "files": files, "rows": rows, "bytes": bytes }))
            .collect();
        format!("{:#}\n", json!({ "shape": SHAPE, "at": self.at, "kinds": sums, "files": files }))
    }

    /// Reads the manifest of a backup.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let text = fs::read(&path).with_context(|| format!("{} is no backup: it has no {FILE}", folder.display()))?;
        let value: Value = serde_json::from_slice(&text).with_context(|| format!("{} cannot be read", path.display()))?;
        ensure!(value["shape"] == SHAPE, "{} was written by another release", path.display());
        let entry = |value: &Value| {
            let name = value["name"].as_str()?.to_owned();
            // A name that leads out of the folder would write elsewhere.
            let plain = name.split('/').all(|part| !part.is_empty() && part != ".." && !part.contains('\\'));
            let sha256 = value["sha256"].as_str()?.to_owned();
            plain.then_some(())?;
            Some(Entry { name, bytes: value["bytes"].as_u64()?, rows: value["rows"].as_u64()?, sha256 })
        };
        let entries: Option<Vec<Entry>> = value["files"].as_array().and_then(|files| files.iter().map(entry).collect());
        Ok(Self { at: value["at"].as_u64().unwrap_or(0), entries: entries.with_context(|| format!("{} is broken", path.display()))? })
    }

    /// Files, rows and bytes of each kind of object.
    fn sums(&self) -> BTreeMap<&str, [u64; 3]> {
        let mut sums: BTreeMap<&str, [u64; 3]> = BTreeMap::new();
        for entry in &self.entries {
            let [files, rows, bytes] = sums.entry(entry.name.split('/').next().unwrap_or_default()).or_default();
            *files += 1;
            *rows += entry.rows;
            *bytes += entry.bytes;
        }
        sums
    }

    /// Prints the counts as a table.
    pub(crate) fn print(&self) {
        println!("  {:<16} {:>8} {:>10} {:>10}", "kind", "files", "rows", "MB");
        for (kind, [files, rows, bytes]) in self.sums() {
            println!("  {kind:<16} {files:>8} {rows:>10} {:>10.1}", megabytes(bytes));
        }
    }
}

/// Bytes as megabytes, for people.
#[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
pub(super) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Counts the rows of all tables.
pub(super) fn rows(database: &Connection) -> Result<u64> {
    let mut statement = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?;
    let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    tables.iter().try_fold(0, |sum, table| {
        let count: i64 = database.query_row(&format!("SELECT count(*) FROM \"{}\"", table.replace('"', "\"\"")), [], |row| row.get(0))?;
        Ok(sum + u64::try_from(count)?)
    })
}

/// Length and SHA-256 of a file.
pub(super) fn hash(path: &Path) -> Result<(u64, String)> {
    let mut file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let (mut hasher, mut block, mut bytes) = (Sha256::new(), vec![0; 1 << 16], 0);
    loop {
        let read = file.read(&mut block)?;
        if read == 0 {
            break;
        }
        bytes += u64::try_from(read)?;
        hasher.update(block.get(..read).unwrap_or_default());
    }
    let text = hasher.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    Ok((bytes, text))
}
