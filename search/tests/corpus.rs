//! Everything the fuzzer was kept from finding anew, replayed without it; see `search/fuzz`.

use std::{fs, path::Path};

#[path = "../fuzz/src/lib.rs"]
#[allow(unreachable_pub, dead_code, reason = "a library for the fuzz targets, and here a module")]
mod fuzz;

/// Replays the kept inputs of a target; there must be some, each of them small.
#[track_caller]
fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut count = 0;
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.len() < 4096, "{} is too large to keep", path.display());
        // Printed only when it breaks something: then this is the name to look for.
        println!("{}", path.display());
        check(&bytes);
        count += 1;
    }
    assert!((9..200).contains(&count), "{count} inputs are kept for `{target}`");
}

#[test]
fn kept_indexes_are_read_or_refused_and_answer() {
    replay("index", fuzz::index::check);
}

#[test]
fn kept_queries_are_answered() {
    replay("query", fuzz::query::check);
}
