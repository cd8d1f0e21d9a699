//! House rules as tests over the sources: each fails with the file and the line.

use crate::tool::root;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A file of the project with its text.
struct Kept {
    name: String,
    text: String,
}

/// Every text file under version control, or about to be.
fn files() -> Vec<Kept> {
    let output = Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root()).output().unwrap();
    let names = String::from_utf8(output.stdout).unwrap();
    let names = names.lines().filter(|name| {
        !name.contains("/bad_sites/") && extension(name) != "lock" && *name != "package-lock.json" && !name.ends_with("/package-lock.json")
    });
    names.filter_map(|name| Some(Kept { name: name.to_owned(), text: fs::read_to_string(root().join(name)).ok()? })).collect()
}

/// Fails with every place found.
#[track_caller]
fn check(rule: &str, found: impl Iterator<Item = String>) {
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

fn lines_with<'a>(file: &'a Kept, wrong: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = String> + 'a {
    file.text
        .lines()
        .enumerate()
        .filter(move |(_, line)| wrong(line))
        .map(|(at, line)| format!("{}:{}: {}", file.name, at + 1, line.trim()))
}

fn extension(name: &str) -> &str {
    Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn is_code(name: &str) -> bool {
    matches!(extension(name), "rs" | "ts" | "js" | "mjs" | "css" | "toml")
}

#[test]
fn a_file_says_in_its_first_line_what_it_is() {
    let rust = files().into_iter().filter(|file| extension(&file.name) == "rs");
    check("The first line must be `//! <what this file is>.`", rust.filter(|file| !file.text.starts_with("//! ")).map(|file| file.name));
    let scripts = files().into_iter().filter(|file| matches!(extension(&file.name), "ts" | "js" | "mjs"));
    check(
        "The first line must be a comment that says what the file is",
        scripts.filter(|file| !file.text.starts_with("//")).map(|file| file.name),
    );
}

#[test]
fn lines_end_cleanly() {
    let all = files();
    let text = all.iter().filter(|file| is_code(&file.name) || extension(&file.name) == "md");
    check(
        "No spaces at the end of a line, no tabs",
        text.clone().flat_map(|file| lines_with(file, |line| line.ends_with(' ') || line.contains('\t'))),
    );
    check(
        "A file ends with one line break",
        text.filter(|file| !file.text.ends_with('\n') || file.text.ends_with("\n\n")).map(|file| file.name.clone()),
    );
}

#[test]
fn files_stay_short_or_say_why_not() {
    // A form is as long as the official one.
    let short = files().into_iter().filter(|file| is_code(&file.name) && !file.name.starts_with("content/forms/"));
    let long = short.filter(|file| file.text.lines().count() > 400 && !file.text.contains("tidy-long: "));
    check(
        "Over 400 lines: part it, or say why with `// tidy-long: …`",
        long.map(|file| format!("{} ({} lines)", file.name, file.text.lines().count())),
    );
}

#[test]
fn nothing_is_left_open_or_switched_off() {
    let marks = [
        "todo!(",
        "unimplemented!(",
        "#[ignore",
        "#[should_panic",
        "FIXME",
        "XXX",
        "test.only(",
        "test.skip(",
        "test.fixme(",
        "waitForTimeout",
    ];
    let all = files();
    let code = all.iter().filter(|file| is_code(&file.name) && file.name != "xtask/src/tidy.rs");
    check("Finish it or leave it out", code.flat_map(|file| lines_with(file, move |line| marks.iter().any(|mark| line.contains(mark)))));
}

#[test]
fn time_is_asked_for_in_one_place_each() {
    let clocks = ["functions/src/clock.rs", "app/src/clock.rs", "app/src/bin/prerender.rs", "content/src/main.rs", "xtask/src/tidy.rs"];
    let asks = ["SystemTime", "Instant::now", "Date::now"];
    let all = files();
    let code = all
        .iter()
        .filter(|file| extension(&file.name) == "rs" && !clocks.contains(&file.name.as_str()) && !file.name.starts_with("xtask/"));
    check(
        "Only a clock asks what time it is",
        code.flat_map(|file| lines_with(file, move |line| asks.iter().any(|ask| line.contains(ask)))),
    );
}

#[test]
fn a_component_is_a_folder_with_style_and_examples() {
    let folder = root().join("app/src/component");
    let missing = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() && !path.ends_with("tests"))
        .flat_map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let parts: [PathBuf; 3] = [folder.join(format!("{name}.rs")), path.join(format!("{name}.css")), path.join("examples.rs")];
            parts.into_iter().filter(|part| !part.exists()).map(|part| part.display().to_string()).collect::<Vec<_>>()
        });
    check("A component has its view, its style and its examples", missing.filter(|path| !path.contains("/snapshots")));
}

#[test]
fn no_file_names_a_machine() {
    let marks = ["/home/", "/root/", "/Users/", "C:\\Users"].map(str::to_owned).into_iter().chain([root().display().to_string()]);
    let marks: Vec<String> = marks.collect();
    let all = files();
    let kept = all.iter().filter(|file| file.name != "xtask/src/tidy.rs");
    check(
        "No path of somebody's machine",
        kept.flat_map(|file| lines_with(file, |line| marks.iter().any(|mark| line.contains(mark.as_str())))),
    );
}

#[test]
fn pages_write_no_path_but_through_routes() {
    let all = files();
    let views = all.iter().filter(|file| file.name.starts_with("app/src/page") || file.name.starts_with("app/src/component/"));
    let views = views.filter(|file| extension(&file.name) == "rs" && !file.name.contains("/tests") && !file.name.ends_with("/examples.rs"));
    check("Addresses come from `Route`", views.flat_map(|file| lines_with(file, |line| line.contains("href=\"/"))));
}
