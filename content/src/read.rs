//! Reads every kind of content file and assembles the catalogue.

use crate::{
    check,
    front_matter::{open, split},
    markdown::Links,
    problem::{Fault, Problems},
    source::{SourceFile, Sources},
    table::{Desk, Table},
};
use domain::{
    catalogue::Catalogue,
    date::Date,
    language::{Language, Localized},
    procedure::Paper,
    slug::Slug,
};
use std::{cell::RefCell, collections::BTreeSet};

mod agency;
mod blank;
mod calendar;
mod field;
mod former;
mod life_event;
mod notice;
mod page;
mod procedure;
mod site;

/// The content folder being read.
struct Reading<'a> {
    sources: &'a Sources,
    desk: Desk<'a>,
    /// Files somebody read; the others are faults.
    read: RefCell<BTreeSet<&'a str>>,
}

/// Reads the whole folder; what is at fault is stood in for.
pub(crate) fn catalogue(sources: &Sources, as_of: Date, problems: &Problems) -> Option<Catalogue> {
    let links = Links::default();
    let reading = Reading { sources, desk: Desk { problems, links: &links, as_of }, read: RefCell::default() };

    let site = reading.toml("site.toml", site::read);
    let fields = reading.toml("fields.toml", field::read).unwrap_or_default();
    let papers: Vec<Paper> = reading.toml("papers.toml", procedure::shared_papers).unwrap_or_default();
    let calendar = reading.toml("holidays.toml", calendar::read).unwrap_or_default();
    let notices = reading.optional_toml("notices.toml", notice::read).unwrap_or_default();
    let former = reading.optional_toml("former.toml", former::read).unwrap_or_default();
    let mut agencies = reading.folder("agencies", ".toml", |slug, table, _| agency::read(slug, table));
    let mut life_events = reading.folder("life-events", ".toml", |slug, table, _| life_event::read(slug, table));
    let mut blanks = reading.folder("blanks", ".toml", |slug, table, _| blank::read(slug, table));
    let mut procedures = reading.folder("procedures", ".md", |slug, table, text| procedure::read(slug, table, text, reading.desk, &papers));
    let pages = pages(&reading);

    agencies.sort_by_key(|agency| agency.order);
    life_events.sort_by_key(|event| event.order);
    blanks.sort_by(|a, b| a.slug.cmp(&b.slug));
    procedures.sort_by(|a, b| search::fold(&a.title.vi).cmp(&search::fold(&b.title.vi)));

    reading.unread_files();
    let site = site?;
    let catalogue = Catalogue { site, fields, procedures, former, life_events, agencies, pages, blanks, notices, calendar };
    check::references(&catalogue, sources, problems);
    check::links(&catalogue, sources, &links, problems);
    check::dates(&catalogue, sources, as_of, problems);
    Some(catalogue)
}

impl<'a> Reading<'a> {
    /// Returns a file as text; says so when it is not UTF-8.
    fn file(&self, path: &str) -> Option<SourceFile<'a>> {
        let (path, bytes) = self.sources.iter().find(|(known, _)| *known == path)?;
        self.read.borrow_mut().insert(path);
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Some(SourceFile { path, text });
        }
        self.desk.problems.add_to_path(path, Fault::NotUtf8);
        None
    }

    fn optional_toml<T>(&self, path: &str, read: impl FnOnce(&Table<'_>) -> T) -> Option<T> {
        let file = self.file(path)?;
        Some(open(self.desk, file, 0..file.text.len(), read))
    }

    fn toml<T>(&self, path: &str, read: impl FnOnce(&Table<'_>) -> T) -> Option<T> {
        if self.sources.get(path).is_none() {
            self.desk.problems.add_to_path(path, Fault::MissingFile { path: path.to_owned() });
        }
        self.optional_toml(path, read)
    }

    /// Reads every file of a folder; each file's name is a slug.
    fn folder<T>(&self, folder: &str, extension: &str, read: impl Fn(Slug, &Table<'_>, MarkdownPart<'a>) -> T) -> Vec<T> {
        let mut things = Vec::new();
        for (path, _) in self.sources.iter() {
            let Some(name) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')).and_then(|name| name.strip_suffix(extension)) else {
                continue;
            };
            let Some(file) = self.file(path) else { continue };
            let Ok(slug) = name.parse::<Slug>() else {
                self.desk.problems.add(file, 0..0, Fault::BadFileName);
                continue;
            };
            if extension == ".toml" {
                let nothing = MarkdownPart { file, begin: file.text.len() };
                things.push(open(self.desk, file, 0..file.text.len(), |table| read(slug, table, nothing)));
            } else if let Some(parts) = split(file.text) {
                let markdown = MarkdownPart { file, begin: parts.markdown.start };
                things.push(open(self.desk, file, parts.toml, |table| read(slug, table, markdown)));
            } else {
                self.desk.problems.add(file, 0..0, Fault::NoFrontMatter);
            }
        }
        things
    }

    fn unread_files(&self) {
        let read = self.read.borrow();
        for (path, _) in self.sources.iter() {
            if !read.contains(path) && !path.starts_with("images/") {
                self.desk.problems.add_to_path(path, Fault::UnexpectedFile);
            }
        }
    }
}

/// The Markdown that follows a front matter.
#[derive(Debug, Clone, Copy)]
struct MarkdownPart<'a> {
    file: SourceFile<'a>,
    begin: usize,
}

impl<'a> MarkdownPart<'a> {
    fn text(self) -> &'a str {
        self.file.text.get(self.begin..).unwrap_or_default()
    }
}

/// Pages of running text stand in pairs: `name.md` and `name.en.md`.
fn pages(reading: &Reading<'_>) -> Vec<Localized<domain::site::TextPage>> {
    let names: Vec<&str> =
        reading.sources.iter().filter_map(|(path, _)| path.strip_prefix("pages/")?.strip_suffix(".md")).filter(|name| !name.ends_with(".en")).collect();
    let mut pages = Vec::new();
    for name in names {
        let one = |language: Language, path: &str| {
            let Some(file) = reading.file(path) else {
                if reading.sources.get(path).is_none() {
                    reading.desk.problems.add_to_path(path, Fault::MissingTranslation { path: path.to_owned() });
                }
                return None;
            };
            let Ok(slug) = name.parse::<Slug>() else {
                reading.desk.problems.add(file, 0..0, Fault::BadFileName);
                return None;
            };
            let Some(parts) = split(file.text) else {
                reading.desk.problems.add(file, 0..0, Fault::NoFrontMatter);
                return None;
            };
            let markdown = MarkdownPart { file, begin: parts.markdown.start };
            Some(open(reading.desk, file, parts.toml, |table| page::read(slug, language, table, markdown, reading.desk)))
        };
        let vi = one(Language::Vietnamese, &format!("pages/{name}.md"));
        let en = one(Language::English, &format!("pages/{name}.en.md"));
        if let (Some(vi), Some(en)) = (vi, en) {
            pages.push(Localized { vi, en });
        }
    }
    pages
}
