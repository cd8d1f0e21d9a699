//! Backups of files that somebody is writing, and restores that must be refused.

use super::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// An empty folder of this test run.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("backup-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A store as workerd leaves it: files in WAL mode, still open.
fn store(data: &Path, kind: &str, name: &str) -> Connection {
    let folder = config::storage(data).join(kind);
    fs::create_dir_all(&folder).unwrap();
    let connection = Connection::open(folder.join(name)).unwrap();
    connection.pragma_update(None, "journal_mode", "wal").unwrap();
    connection.execute_batch("CREATE TABLE dossier (number INTEGER PRIMARY KEY, text TEXT); CREATE TABLE event (at INTEGER)").unwrap();
    connection
}

fn count(data: &Path) -> i64 {
    let path = config::storage(data).join("agency-1/a.sqlite");
    Connection::open(path).unwrap().query_row("SELECT count(*) FROM dossier", [], |row| row.get(0)).unwrap()
}

#[test]
fn what_was_committed_before_a_backup_is_in_it() {
    let root = folder("load");
    let data = root.join("data");
    let writer = store(&data, "agency-1", "a.sqlite");
    store(&data, "papers-1", "b.sqlite");
    store(&data, "agency-1", "metadata.sqlite");
    for _ in 0..50 {
        writer.execute("INSERT INTO dossier (text) VALUES ('tờ khai')", []).unwrap();
    }
    let (stop, write) = (AtomicBool::new(false), || writer.execute("INSERT INTO dossier (text) VALUES ('sau')", []));
    let manifest = thread::scope(|scope| {
        let to = root.join("backup");
        let (stop, data) = (&stop, &data);
        let taker = scope.spawn(move || {
            let manifest = take(data, &to);
            stop.store(true, Ordering::Relaxed);
            manifest
        });
        while !stop.load(Ordering::Relaxed) {
            write().unwrap();
        }
        taker.join().unwrap().unwrap()
    });
    let names: Vec<&str> = manifest.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["agency-1/a.sqlite", "agency-1/metadata.sqlite", "papers-1/b.sqlite"]);
    let again = root.join("again");
    assert_eq!(restore::put(&root.join("backup"), &again).unwrap().entries, manifest.entries);
    assert!(count(&again) >= 50);
    fs::remove_dir_all(root).unwrap();
}

/// Checks that a restore is refused with words.
#[track_caller]
fn check_refused(from: &Path, data: &Path, words: &str) {
    let error = restore::put(from, data).unwrap_err().to_string();
    assert!(error.contains(words), "{error}");
}

#[test]
fn a_restore_that_would_harm_is_refused() {
    let root = folder("refused");
    let data = root.join("data");
    store(&data, "agency-1", "a.sqlite").execute("INSERT INTO dossier (text) VALUES ('một')", []).unwrap();
    let backup = root.join("backup");
    take(&data, &backup).unwrap();
    assert!(take(&data, &backup).unwrap_err().to_string().contains("not empty"));
    check_refused(&backup, &data, "already holds a store");
    check_refused(&root.join("nowhere"), &root.join("new"), "is no backup");
    {
        let _running = crate::serve::lock(&root.join("locked")).unwrap();
        check_refused(&backup, &root.join("locked"), "another");
    }
    let file = backup.join("agency-1/a.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, &bytes).unwrap();
    check_refused(&backup, &root.join("flipped"), "its hash differs");
    assert!(!config::storage(&root.join("flipped")).exists());
    fs::remove_file(&file).unwrap();
    check_refused(&backup, &root.join("lost"), "is missing");
    let manifest = fs::read_to_string(backup.join(manifest::FILE)).unwrap();
    fs::write(backup.join(manifest::FILE), manifest.replace("agency-1/a", "../a")).unwrap();
    check_refused(&backup, &root.join("outside"), "is broken");
    fs::remove_dir_all(root).unwrap();
}
