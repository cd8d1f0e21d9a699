//! Compresses the finished files once, as small as it goes, on all cores; what did not change is left alone.

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// What is worth compressing; `bin` are indexes and definitions of forms, `wasm` bundles.
const WORTH: [&str; 11] = ["bin", "css", "csv", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The list of files the edge serves from: name, hash, encodings.
const LIST: &str = "files.json";

/// Compresses what changed in `out/site` into `out/encoded` and lists all files; returns how many were compressed.
pub(crate) fn all(out: &Path) -> Result<usize> {
    let site = out.join("site");
    let encoded = out.join("encoded");
    let known: Map<String, Value> = fs::read(out.join(LIST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let mut list = BTreeMap::new();
    let mut work: Vec<(String, Vec<u8>)> = Vec::new();
    for path in files(&site)? {
        let name = path.strip_prefix(&site)?.to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&path)?;
        let hash = short_hash(&bytes);
        let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned()).unwrap_or_default();
        let compressible = WORTH.contains(&extension.as_str());
        let current = known.get(&name).and_then(|entry| entry.get(0)).and_then(Value::as_str) == Some(&hash)
            && encoded.join(format!("{name}.br")).exists();
        if compressible && !current {
            work.push((name.clone(), bytes));
        }
        list.insert(name, json!([hash, if compressible { vec!["br", "gzip"] } else { Vec::new() }]));
    }
    let count = work.len();
    // Until a file is compressed anew nobody may take the old bytes for it, not even after an interruption.
    let changed: BTreeSet<&String> = work.iter().map(|(name, _)| name).collect();
    let done: BTreeMap<&String, &Value> = list.iter().filter(|(name, _)| !changed.contains(name)).collect();
    fs::write(out.join(LIST), serde_json::to_string(&done)?)?;
    encode(&encoded, &work)?;
    for path in if encoded.exists() { files(&encoded)? } else { Vec::new() } {
        let name = path.strip_prefix(&encoded)?.to_string_lossy().into_owned();
        let plain = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(&name);
        if !list.contains_key(plain) {
            fs::remove_file(path)?;
        }
    }
    fs::write(out.join(LIST), format!("{}\n", serde_json::to_string(&list)?))?;
    Ok(count)
}

fn encode(folder: &Path, work: &[(String, Vec<u8>)]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let failed: Mutex<Option<anyhow::Error>> = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((name, bytes)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = one(folder, name, bytes)
                        && let Ok(mut failed) = failed.lock()
                    {
                        *failed = Some(error);
                    }
                }
            });
        }
    });
    failed.into_inner().ok().flatten().map_or(Ok(()), Err)
}

fn one(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    let parent = path.parent().context("a file without folder")?;
    fs::create_dir_all(parent)?;
    fs::write(folder.join(format!("{name}.br")), brotli(bytes)?)?;
    fs::write(folder.join(format!("{name}.gz")), gzip(bytes)?)?;
    Ok(())
}

/// Brotli at its highest quality, as it goes over the wire.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    // A window larger than the file saves nothing, and clearing it takes longer than compressing a page.
    let window = bytes.len().next_power_of_two().ilog2().clamp(16, 22);
    let mut writer = brotli::CompressorWriter::new(&mut small, 1 << 16, 11, window);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(small)
}

/// Gzip at its highest level.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Every file under a folder, in order.
pub(crate) fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
