//! Imports a small nation of our own into the good site, and the real one where its files lie beside the project.

use content::{
    compile,
    import::{Covered, FOLDER, Imported, Raw, Wanted, plan::Plan, read, report::Remark},
    problem::Severity,
    source::Sources,
};
use domain::{catalogue::Catalogue, date::Date, language::Language};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

fn content() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn good_site() -> Sources {
    Sources::read(&content().join("tests/good_site")).unwrap()
}

fn raw(folder: &Path) -> Raw {
    let files = |name: &str| -> BTreeMap<String, String> {
        let paths = fs::read_dir(folder.join(name)).unwrap().map(|entry| entry.unwrap().path());
        paths.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap())).collect()
    };
    let list = "national-catalogue.json";
    Raw {
        list: Some((list.to_owned(), fs::read_to_string(folder.join(list)).unwrap())),
        records: files("national-records"),
        texts: files("national-procedures"),
    }
}

fn nation() -> Raw {
    raw(&content().join("tests/nation"))
}

fn imported(raw: &Raw, catalogue: &Catalogue) -> Imported {
    let wanted =
        Wanted { taken_on: "2026-07-18".parse().unwrap(), own_publisher: format!("UBND {}", catalogue.site.name.vi), everything: false };
    read(raw, &wanted, &Covered::by(catalogue))
}

/// A site with the files of an import in it.
fn with(sources: &Sources, files: &BTreeMap<String, String>) -> Sources {
    let own = sources.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    Sources::from_files(own.chain(files.iter().map(|(name, text)| (format!("{FOLDER}/{name}"), text.as_bytes().to_vec()))))
}

fn catalogue(sources: &Sources) -> Catalogue {
    let compiled = compile(sources, day());
    let errors: Vec<_> = compiled.problems.iter().filter(|problem| problem.fault.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    compiled.catalogue.unwrap()
}

#[test]
fn three_formats_become_records_and_a_report() {
    let imported = imported(&nation(), &catalogue(&good_site()));
    let files = imported.files.iter().fold(String::new(), |all, (name, text)| all + "== " + name + "\n" + text + "\n");
    insta::assert_snapshot!("files", files);
    insta::assert_snapshot!("report", imported.report.shown(Language::Vietnamese));
    insta::assert_snapshot!("report_english", imported.report.shown(Language::English));
}

#[test]
fn what_is_imported_is_content_the_compiler_accepts() {
    let site = good_site();
    let imported = imported(&nation(), &catalogue(&site));
    let catalogue = catalogue(&with(&site, &imported.files));
    assert_eq!(catalogue.national.records.len(), imported.files.len());
    let record = catalogue.national.by_code("1.900001").unwrap();
    assert_eq!(record.text.channels.len(), 3);
    assert!(catalogue.national.by_code("1.900004").is_some_and(|record| record.code.as_str() == "1.900003"), "of one name, on one page");
}

#[test]
fn a_second_import_changes_nothing() {
    let site = good_site();
    let imported = imported(&nation(), &catalogue(&site));
    let plan = Plan::new(&imported, &with(&site, &imported.files));
    assert!(plan.is_empty(), "{plan:?}");
    assert_eq!(plan.same, imported.files.len());
}

#[test]
fn a_plan_tells_new_changed_gone_and_edited_files_apart() {
    let site = good_site();
    let imported = imported(&nation(), &catalogue(&site));
    let mut standing = imported.files.clone();
    let edited = standing["1-900001.toml"].replace("Người dân", "Bạn");
    standing.insert("1-900001.toml".to_owned(), edited);
    standing.remove("1-900006.toml");
    standing.insert("1-800000.toml".to_owned(), standing["1-900009.toml"].clone());
    let mut changed = imported.clone();
    let later = changed.files["1-900003.toml"].replace("2026-07-18", "2026-08-18");
    // As an import of a later day would write it.
    let nation = nation();
    let wanted = Wanted { taken_on: "2026-08-18".parse().unwrap(), own_publisher: "UBND Tỉnh Mẫu".to_owned(), everything: false };
    let fresh = read(&nation, &wanted, &Covered::by(&catalogue(&site)));
    changed.files.insert("1-900003.toml".to_owned(), fresh.files["1-900003.toml"].clone());
    assert_ne!(later, changed.files["1-900003.toml"], "the fingerprint follows the text");
    let plan = Plan::new(&changed, &with(&site, &standing));
    insta::assert_snapshot!("plan", plan.shown(Language::Vietnamese));
    assert!(plan.new.contains_key("1-900006.toml") && plan.kept.contains("1-900001.toml") && plan.gone.contains("1-800000.toml"));
    assert!(plan.empties_the_folder(), "one of six files is more than a tenth");
}

#[test]
fn a_guide_stands_before_the_record_of_its_code() {
    let site = good_site();
    let guides = catalogue(&site);
    let guide = &guides.procedures[0];
    let mut nation = nation();
    let (name, list) = nation.list.clone().unwrap();
    nation.list = Some((name, list.replace("1.900009", guide.code.as_str())));
    let imported = imported(&nation, &guides);
    assert_eq!(imported.report.count(Remark::CoveredByGuide), 1);
    assert!(!imported.files.keys().any(|file| file.contains(&guide.code.as_str().replace('.', "-"))));
    // And where the record came first, the guide written since is what is shown.
    let record = imported.files["1-900001.toml"].replace("1.900001", guide.code.as_str());
    let slug = guide.code.as_str().replace('.', "-");
    let both = catalogue(&with(&site, &BTreeMap::from([(format!("{slug}.toml"), record)])));
    assert!(both.national.records.is_empty());
}

#[test]
fn the_real_nation_is_imported_whole() {
    let beside: PathBuf = content().join("../../shared/data");
    if !beside.exists() {
        eprintln!("the nation's files do not lie beside the project; nothing was tried");
        return;
    }
    let site = Sources::read(content()).unwrap();
    let known = catalogue(&site);
    let imported = imported(&raw(&beside), &known);
    let count = |remark| imported.report.count(remark);
    assert_eq!([count(Remark::InList), count(Remark::InTexts), count(Remark::InRecords)], [5669, 207, 502]);
    assert_eq!([count(Remark::Internal), count(Remark::BadCode), count(Remark::Unreadable)], [191, 3, 0]);
    assert!(count(Remark::Published) > 4_400 && count(Remark::OtherProvince) > 850);
    let whole = with(&site, &imported.files);
    assert_eq!(catalogue(&whole).national.records.len(), imported.files.len());
    assert!(Plan::new(&imported, &whole).is_empty());
}
