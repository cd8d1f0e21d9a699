//! Reads every kind of content file and assembles the catalogue.

use crate::{
    check,
    front_matter::{open, split},
    markdown,
    problem::{Fault, Problems},
    register::{Register, Thing},
    source::{SourceFile, Sources},
    table::{Desk, Table},
    wording,
    written::Written,
};
use domain::{
    address::{PlaceProvince, Places},
    agency::Agency,
    blank::Blank,
    calendar::WorkingCalendar,
    catalogue::Catalogue,
    date::Date,
    form::Form,
    language::{Language, Localized},
    markup::{Heading, Markup},
    national::National,
    procedure::{Paper, Procedure},
    slug::Slug,
    unit::AdministrativeUnits,
};
use form::{AsFarAsKnown, Frame};
use std::{cell::RefCell, collections::BTreeSet, path::Path};

mod agency;
mod blank;
mod calendar;
mod field;
mod form;
mod former;
mod lexicon;
mod life_event;
mod national;
mod notice;
mod page;
mod place;
mod procedure;
mod reason;
mod regulation;
mod site;

use crate::finding::Finding;
pub use lexicon::Expectation;
use search::Lexicon;

/// The content folder being read.
struct Reading<'a> {
    sources: &'a Sources,
    /// The state's provinces and communes, where they are at hand.
    units: Option<&'a AdministrativeUnits>,
    desk: Desk<'a>,
    /// Files somebody read; the others are faults.
    read: RefCell<BTreeSet<&'a str>>,
}

/// Reads the whole folder; what is at fault is stood in for.
pub(crate) fn catalogue(
    sources: &Sources,
    as_of: Date,
    units: Option<&AdministrativeUnits>,
    problems: &Problems,
) -> (Option<Catalogue>, Finding) {
    let register = Register::default();
    let desk = Desk { problems, register: &register, as_of };
    let reading = Reading { sources, units, desk, read: RefCell::default() };
    let catalogue = reading.everything();
    let finding = reading.lexicon();
    reading.unread_files();
    check::duplicates(&register, sources, problems);
    check::references(&register, sources, problems);
    check::links(&register, sources, problems);
    if let Some(catalogue) = &catalogue {
        check::sayings(catalogue, &finding, sources, problems);
    }
    (catalogue, finding)
}

impl<'a> Reading<'a> {
    /// Reads all files of the lexicon.
    fn lexicon(&self) -> Finding {
        let sayings = RefCell::default();
        for (path, _) in self
            .sources
            .iter()
            .filter(|(path, _)| path.starts_with("lexicon/") && Path::new(path).extension().is_some_and(|extension| extension == "toml"))
        {
            self.optional_toml(path, |table| lexicon::read(path, table, &sayings));
        }
        let sayings: lexicon::Sayings = sayings.into_inner();
        Finding { lexicon: Lexicon { phrases: sayings.phrases }, expectations: sayings.expectations }
    }

    fn everything(&self) -> Option<Catalogue> {
        let (site, own_places) = self.toml("site.toml", site::read).unzip();
        let fields = self.toml("fields.toml", field::read).unwrap_or_default();
        let papers = self.toml("papers.toml", procedure::papers).unwrap_or_default();
        let calendar = self.toml("holidays.toml", calendar::read).unwrap_or_default();
        let notices = self.optional_toml("notices.toml", notice::read).unwrap_or_default();
        let mut agencies = self.folder("agencies", ".toml", Thing::Agency, |slug, table, _| agency::read(slug, table));
        let mut life_events = self.folder("life-events", ".toml", Thing::LifeEvent, |slug, table, _| life_event::read(slug, table));
        let mut blanks = self.folder("blanks", ".toml", Thing::Blank, |slug, table, _| blank::read(slug, table));
        // Guides are read before former procedures: where both use a slug or code, the former one is at fault.
        let mut procedures = self
            .folder("procedures", ".md", Thing::Guide, |slug, table, markdown| procedure::read(slug, table, markdown, self.desk, &papers));
        let former = self.optional_toml("former.toml", former::read).unwrap_or_default();
        let national = self.folder("national", ".toml", Thing::NationalRecord, |slug, table, _| national::read(slug, table));
        let pages = self.pages();
        let reasons = self.optional_toml("reasons.toml", reason::read).unwrap_or_default();
        let regulation = self.optional_toml("regulation.toml", regulation::read).unwrap_or_default();
        let surveys = self.folder("surveys", ".toml", Thing::Survey, |slug, table, _| form::survey(slug, table));
        let places = self.places(own_places.unwrap_or_default());
        let forms = self.forms(&procedures, &agencies, (&papers, &blanks), (&places, &calendar));

        agencies.sort_by_key(|agency| agency.order);
        life_events.sort_by_key(|event| event.order);
        blanks.sort_by(|a, b| a.slug.cmp(&b.slug));
        procedures.sort_by_cached_key(|procedure| search::fold(&procedure.title.vi));
        check::holidays(&calendar, self.desk.as_of, self.desk.problems);
        let site = site?;
        let mut catalogue = Catalogue {
            site,
            fields,
            procedures,
            national: National::default(),
            former,
            life_events,
            agencies,
            pages,
            blanks,
            notices,
            calendar,
            forms,
            surveys,
            reasons,
            regulation,
            places,
        };
        catalogue.national = national::assembled(national, &catalogue);
        Some(catalogue)
    }

    /// Puts the portal's own places before those of the state.
    fn places(&self, own: Vec<PlaceProvince>) -> Places {
        match self.units {
            Some(units) => Places::new(units, own),
            None => Places { provinces: own, ..Places::default() },
        }
    }

    /// Reads every form, and proves the example beside it.
    fn forms(
        &self,
        procedures: &[Procedure],
        agencies: &[Agency],
        (papers, blanks): (&[Paper], &[Blank]),
        (places, calendar): (&Places, &WorkingCalendar),
    ) -> Vec<Form> {
        let frame = self.optional_toml("form-pages.toml", Frame::read).flatten();
        let places = AsFarAsKnown { places, whole: self.units.is_some() };
        let context = form::Context { procedures, agencies, papers, blanks, frame: frame.as_ref(), places: &places, calendar };
        let forms = self.folder("forms", ".toml", Thing::Form, |slug, table, _| form::read(slug, table, self.desk, &context));
        if !forms.is_empty() && self.sources.get("form-pages.toml").is_none() {
            let path = "form-pages.toml".to_owned();
            self.desk.problems.add_to_path(&path, Fault::MissingFile { path: path.clone() });
        }
        let with_example = |form: Form| {
            let path = format!("forms/{}.example.json", form.procedure);
            if self.sources.get(&path).is_none() {
                self.desk.problems.add_to_path(&path, Fault::MissingFile { path: path.clone() });
            }
            match self.file(&path) {
                Some(file) => form::proved(form, file, self.desk, &context),
                None => form,
            }
        };
        forms.into_iter().map(with_example).collect()
    }

    /// Returns a file as text; says so when it is not UTF-8.
    fn file(&self, path: &str) -> Option<SourceFile<'a>> {
        let (path, bytes) = self.sources.entry(path)?;
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
    fn folder<T>(&self, folder: &str, extension: &str, thing: Thing, read: impl Fn(Slug, &Table<'_>, MarkdownPart<'a>) -> T) -> Vec<T> {
        let mut things = Vec::new();
        for (path, _) in self.sources.iter() {
            let rest = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
            let Some(name) = rest.and_then(|name| name.strip_suffix(extension)) else { continue };
            let file = self.file(path);
            let Some(slug) = self.named(thing, name, path) else { continue };
            let Some(file) = file else { continue };
            if extension == ".toml" {
                let nothing = MarkdownPart { file, begin: file.text.len() };
                things.push(open(self.desk, file, 0..file.text.len(), |table| read(slug, table, nothing)));
            } else {
                things.extend(self.markdown(file, |table, markdown| read(slug, table, markdown)));
            }
        }
        things
    }

    /// Notes the thing a file is named after, even if the file cannot be read: others may name it.
    fn named(&self, thing: Thing, name: &str, path: &str) -> Option<Slug> {
        let slug = name.parse::<Slug>().ok();
        match slug {
            Some(_) => self.desk.register.define(thing, name, path, 0..0),
            None => self.desk.problems.add_to_path(path, Fault::BadFileName),
        }
        slug
    }

    /// Opens the front matter of a Markdown file.
    fn markdown<T>(&self, file: SourceFile<'a>, read: impl FnOnce(&Table<'_>, MarkdownPart<'a>) -> T) -> Option<T> {
        let Some(parts) = split(file.text) else {
            self.desk.problems.add(file, 0..0, Fault::NoFrontMatter);
            return None;
        };
        let markdown = MarkdownPart { file, begin: parts.markdown.start };
        Some(open(self.desk, file, parts.toml, |table| read(table, markdown)))
    }

    /// Pages of running text stand in pairs: `name.md` and `name.en.md`.
    fn pages(&self) -> Vec<Localized<domain::site::TextPage>> {
        let paths = self.sources.iter().filter_map(|(path, _)| path.strip_prefix("pages/")?.strip_suffix(".md"));
        let names: BTreeSet<&str> = paths.map(|name| name.strip_suffix(".en").unwrap_or(name)).collect();
        let mut pages = Vec::new();
        for name in names {
            let vietnamese = format!("pages/{name}.md");
            let english = format!("pages/{name}.en.md");
            let present = if self.sources.get(&vietnamese).is_some() { &vietnamese } else { &english };
            let slug = self.named(Thing::Page, name, present);
            let vi = self.page(slug.clone(), Language::Vietnamese, &vietnamese);
            let en = self.page(slug, Language::English, &english);
            pages.extend(vi.zip(en).map(|(vi, en)| Localized { vi, en }));
        }
        pages
    }

    fn page(&self, slug: Option<Slug>, language: Language, path: &str) -> Option<domain::site::TextPage> {
        if self.sources.get(path).is_none() {
            self.desk.problems.add_to_path(path, Fault::MissingTranslation { path: path.to_owned() });
        }
        let file = self.file(path)?;
        let slug = slug?;
        self.markdown(file, |table, markdown| page::read(slug, language, table, markdown, self.desk))
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
    fn written(self) -> Written<'a> {
        Written::plain(self.file, self.begin..self.file.text.len())
    }

    /// Reads running text in a language; its headings may be linked to.
    fn read(self, language: Language, desk: Desk<'_>) -> (Markup, Vec<Heading>) {
        let written = self.written();
        wording::composition(&written, desk.problems);
        if language == Language::Vietnamese {
            wording::marks(&written, desk.problems);
            wording::officialese(&written, desk.problems);
        }
        let (markup, headings) = markdown::to_markup(&written, desk.problems, desk.register);
        desk.register.headings(self.file.path, &headings);
        (markup, headings)
    }
}
