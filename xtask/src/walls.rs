//! Which crate may know which, licences, and versions that stand twice: tests over `cargo metadata`.

use crate::tool::root;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

/// What our crates may use of each other. `app` has `content` in its native printer only.
const ALLOWED: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("search", &[]),
    ("content", &["domain", "search"]),
    ("app", &["domain", "search", "content"]),
    ("card-reader", &["domain"]),
    ("find-box", &["search"]),
    ("photo-desk", &[]),
    ("functions", &["domain", "search", "app"]),
    ("xtask", &[]),
];

/// Crates that one of ours alone may name.
const OWNED: [(&str, &str); 4] = [("worker", "functions"), ("leptos", "app"), ("pulldown-cmark", "content"), ("toml", "content")];

/// Licences that fit MIT OR Apache-2.0.
const LICENCES: [&str; 11] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    // The tables of JPEG by the Independent JPEG Group, which wants to be named: see README.
    "IJG",
    "ISC",
    "Unicode-3.0",
    "Zlib",
    "CC0-1.0",
];

/// Crates known to stand in the lock file in two versions, each with who needs the older one.
const DUPLICATES: [(&str, &str); 8] = [
    ("convert_case", "config, of leptos_config"),
    ("cpufeatures", "sha2 0.10"),
    ("embedded-io", "postcard, for readers nobody here uses"),
    ("hashbrown", "wasmparser, of wasm-bindgen-cli-support"),
    ("syn", "walrus-macro, of wasm-bindgen-cli-support"),
    ("thiserror", "server_fn, of leptos"),
    ("thiserror-impl", "server_fn, of leptos"),
    ("wasm-streams", "server_fn, of leptos"),
];

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn metadata() -> Value {
    serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--locked"])).unwrap()
}

/// The direct dependencies our crates name in their manifests, tests left out.
fn named() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap().iter().filter(|package| package["source"].is_null());
    let of = |package: &Value| {
        let dependencies = package["dependencies"].as_array().unwrap().iter().filter(|dependency| dependency["kind"] != "dev");
        dependencies.map(|dependency| dependency["name"].as_str().unwrap().to_owned()).collect()
    };
    packages.map(|package| (package["name"].as_str().unwrap().to_owned(), of(package))).collect()
}

#[test]
fn crates_know_only_whom_they_may() {
    let named = named();
    let ours: BTreeSet<&str> = named.keys().map(String::as_str).collect();
    for (name, allowed) in ALLOWED {
        let known: BTreeSet<&str> = named[name].iter().map(String::as_str).filter(|dependency| ours.contains(dependency)).collect();
        let wrong: Vec<&&str> = known.iter().filter(|dependency| !allowed.contains(dependency)).collect();
        assert!(wrong.is_empty(), "{name} names {wrong:?}");
    }
    for (dependency, owner) in OWNED {
        let others: Vec<&String> =
            named.iter().filter(|(name, all)| *name != owner && all.contains(dependency)).map(|(name, _)| name).collect();
        assert!(others.is_empty(), "{dependency} belongs to {owner}, {others:?} name it too");
    }
    assert!(named["search"].is_empty(), "search names {:?}", named["search"]);
}

/// Every crate that ends up in a program.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let base =
        ["tree", "--locked", "-e", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", "--target", "wasm32-unknown-unknown"];
    let text = cargo(&[&base[..], arguments].concat());
    text.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[track_caller]
fn check_without(arguments: &[&str], absent: &[&str]) {
    let tree = tree(arguments);
    let found: Vec<&&str> = absent.iter().filter(|name| tree.contains(**name)).collect();
    assert!(found.is_empty(), "{arguments:?} carries {found:?}");
}

#[test]
fn what_is_sent_carries_no_compiler_and_no_framework_it_does_not_need() {
    check_without(&["-p", "app", "--features", "guide"], &["leptos", "content", "pulldown-cmark", "toml", "serde_json", "worker"]);
    check_without(
        &["-p", "app", "--features", "forms"],
        &["leptos", "content", "pulldown-cmark", "toml", "serde_json", "worker", "search"],
    );
    check_without(&["-p", "app", "--features", "desk"], &["content", "pulldown-cmark", "worker", "search"]);
    check_without(&["-p", "functions"], &["content", "pulldown-cmark", "annotate-snippets"]);
}

/// Tells whether a licence expression (SPDX) can be met: of a choice one part must fit, of a sum all.
fn fits(expression: &str) -> bool {
    let parts = |word: &str| -> Vec<String> {
        let (mut depth, mut parts, mut last) = (0, Vec::new(), 0);
        for (at, letter) in expression.char_indices() {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            if depth == 0 && expression[at..].starts_with(word) {
                parts.push(expression[last..at].trim().to_owned());
                last = at + word.len();
            }
        }
        parts.push(expression[last..].trim().to_owned());
        parts
    };
    let (choice, sum) = (parts(" OR "), parts(" AND "));
    if choice.len() > 1 {
        return choice.iter().any(|part| fits(part));
    }
    if sum.len() > 1 {
        return sum.iter().all(|part| fits(part));
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => fits(inner.trim()),
        None => LICENCES.contains(&expression),
    }
}

#[test]
fn licence_expressions_are_read_with_their_brackets() {
    for (expression, good) in [
        ("MIT OR GPL-3.0", true),
        ("GPL-3.0", false),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR Apache-2.0) AND GPL-3.0", false),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
        ("", false),
    ] {
        assert_eq!(fits(expression), good, "{expression}");
    }
}

#[test]
fn every_dependency_has_a_licence_that_fits() {
    let metadata = metadata();
    let mut wrong = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        let licence = package["license"].as_str().unwrap_or_default().replace('/', " OR ");
        if !fits(&licence) {
            wrong.push(format!("{} {}: {licence}", package["name"], package["version"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn versions_that_stand_twice_are_known() {
    let metadata = metadata();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        versions.entry(package["name"].as_str().unwrap()).or_default().insert(package["version"].as_str().unwrap());
    }
    let twice: BTreeSet<&str> = versions.iter().filter(|(_, versions)| versions.len() > 1).map(|(name, _)| *name).collect();
    let known: BTreeSet<&str> = DUPLICATES.iter().map(|(name, _)| *name).collect();
    let new: Vec<_> = twice.difference(&known).collect();
    let gone: Vec<_> = known.difference(&twice).collect();
    assert!(new.is_empty(), "now in two versions: {new:?}");
    assert!(gone.is_empty(), "no longer in two versions, take them off the list: {gone:?}");
}
