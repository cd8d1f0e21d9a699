//! Checks that need the whole catalogue: references between files, links, dates.

use crate::{
    markdown::{LinkUse, Links},
    problem::{Fault, Problems, Referent, nearest},
    source::{SourceFile, Sources},
};
use domain::{
    catalogue::Catalogue,
    date::Date,
    language::Language,
    procedure::{Office, Procedure},
    slug::Slug,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// A file and the place in it where a quoted id first stands.
fn place<'a>(sources: &'a Sources, path: &'a str, id: &str) -> (SourceFile<'a>, Range<usize>) {
    let text = sources.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    let quoted = format!("\"{id}\"");
    let span = text.find(&quoted).map_or(0..0, |at| at..at + quoted.len());
    (SourceFile { path, text }, span)
}

/// Checks that every slug and code is used once, and that whatever a file names exists.
pub(crate) fn references(catalogue: &Catalogue, sources: &Sources, problems: &Problems) {
    let add = |path: &str, id: &str, fault: Fault| {
        let (file, span) = place(sources, path, id);
        problems.add(file, span, fault);
    };
    duplicates(catalogue, &add);

    let guides: Vec<&str> = catalogue.procedures.iter().map(|procedure| procedure.slug.as_str()).collect();
    let unknown = |what, id: &Slug, known: &[&str]| Fault::UnknownReference { what, id: id.to_string(), nearest: nearest(id.as_str(), known.iter().copied()) };
    let guide_exists = |path: &str, slug: &Slug| {
        if !guides.contains(&slug.as_str()) {
            add(path, slug.as_str(), unknown(Referent::Procedure, slug, &guides));
        }
    };

    let fields: Vec<&str> = catalogue.fields.iter().map(|field| field.id.as_str()).collect();
    let agencies: Vec<&str> = catalogue.agencies.iter().map(|agency| agency.slug.as_str()).collect();
    let blanks: Vec<&str> = catalogue.blanks.iter().map(|blank| blank.slug.as_str()).collect();
    for procedure in &catalogue.procedures {
        let path = path_of(procedure);
        if !fields.contains(&procedure.field.as_str()) {
            add(&path, procedure.field.as_str(), unknown(Referent::Field, &procedure.field, &fields));
        }
        for slug in &procedure.related {
            guide_exists(&path, slug);
        }
        for duty in &procedure.agencies {
            if let Office::Agency(slug) = duty.office()
                && !agencies.contains(&slug.as_str())
            {
                add(&path, slug.as_str(), unknown(Referent::Agency, slug, &agencies));
            }
        }
        let needed: BTreeSet<&Slug> = procedure.cases.iter().flat_map(|case| &case.papers).filter_map(|need| need.paper.blank.as_ref()).collect();
        for slug in needed {
            if !blanks.contains(&slug.as_str()) {
                let here = sources.get(&path).is_some_and(|bytes| String::from_utf8_lossy(bytes).contains(&format!("\"{slug}\"")));
                add(if here { &path } else { "papers.toml" }, slug.as_str(), unknown(Referent::Blank, slug, &blanks));
            }
        }
    }
    for event in &catalogue.life_events {
        for slug in event.steps.iter().flat_map(|step| &step.procedures) {
            guide_exists(&format!("life-events/{}.toml", event.slug), slug);
        }
    }
    for slug in &catalogue.site.popular {
        guide_exists("site.toml", slug);
    }
    for former in &catalogue.former {
        if let Some(slug) = &former.replaced_by {
            guide_exists("former.toml", slug);
        }
    }
}

fn duplicates(catalogue: &Catalogue, add: &impl Fn(&str, &str, Fault)) {
    let mut codes: BTreeMap<&str, String> = BTreeMap::new();
    let mut slugs: BTreeMap<&str, String> = BTreeMap::new();
    for procedure in &catalogue.procedures {
        let path = path_of(procedure);
        slugs.insert(procedure.slug.as_str(), path.clone());
        for code in procedure.codes() {
            if let Some(other) = codes.insert(code.as_str(), path.clone()) {
                add(&path, code.as_str(), Fault::DuplicateCode { code: code.to_string(), other });
            }
        }
    }
    for former in &catalogue.former {
        let path = "former.toml".to_owned();
        if let Some(other) = slugs.insert(former.slug.as_str(), path.clone()) {
            add(&path, former.slug.as_str(), Fault::DuplicateSlug { slug: former.slug.to_string(), other });
        }
        if let Some(other) = codes.insert(former.code.as_str(), path.clone()) {
            add(&path, former.code.as_str(), Fault::DuplicateCode { code: former.code.to_string(), other });
        }
    }
    let mut agencies: BTreeMap<&str, String> = BTreeMap::new();
    for agency in &catalogue.agencies {
        let path = format!("agencies/{}.toml", agency.slug);
        if let Some(other) = agencies.insert(agency.code.as_str(), path.clone()) {
            add(&path, agency.code.as_str(), Fault::DuplicateCode { code: agency.code.to_string(), other });
        }
    }
    let mut fields = BTreeSet::new();
    for field in &catalogue.fields {
        if !fields.insert(&field.id) {
            add("fields.toml", field.id.as_str(), Fault::DuplicateId { id: field.id.to_string() });
        }
    }
}

/// Sections every guide has, which a link may point at.
pub(crate) const GUIDE_SECTIONS: [&str; 10] =
    ["truong-hop", "giay-to", "cac-buoc", "thoi-gian-va-phi", "noi-lam", "ket-qua", "hay-bi-tra-lai", "hoi-dap", "thong-tin-chinh-thuc", "phieu"];

/// Checks that every link to this site leads to a page.
pub(crate) fn links(catalogue: &Catalogue, sources: &Sources, links: &Links, problems: &Problems) {
    let paths = paths(catalogue);
    for link in links.0.borrow().iter() {
        if !leads_somewhere(link, &paths, catalogue, sources) {
            let text = sources.get(&link.path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
            problems.add(SourceFile { path: &link.path, text }, link.span.clone(), Fault::BrokenLink { target: link.target.clone() });
        }
    }
}

fn leads_somewhere(link: &LinkUse, paths: &BTreeSet<String>, catalogue: &Catalogue, sources: &Sources) -> bool {
    if link.picture {
        return link.target.strip_prefix('/').is_some_and(|path| sources.get(path).is_some());
    }
    let (path, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
    if !path.is_empty() {
        return paths.contains(path);
    }
    let own = |headings: &[domain::markup::Heading]| headings.iter().any(|heading| heading.anchor == anchor);
    let slug = link.path.rsplit('/').next().unwrap_or_default();
    let page = slug.strip_suffix(".en.md").map(|slug| (slug, Language::English)).or_else(|| slug.strip_suffix(".md").map(|slug| (slug, Language::Vietnamese)));
    match page {
        Some((slug, _)) if link.path.starts_with("procedures/") => {
            GUIDE_SECTIONS.contains(&anchor) || catalogue.procedure(slug).is_some_and(|procedure| own(&procedure.headings))
        }
        Some((slug, language)) => catalogue.page(slug, language).is_some_and(|page| own(&page.headings)),
        None => false,
    }
}

/// Every address that content may link to, in both languages.
fn paths(catalogue: &Catalogue) -> BTreeSet<String> {
    let mut both: Vec<String> = ["/", "/thu-tuc/", "/su-kien/", "/co-quan/", "/linh-vuc/"].map(str::to_owned).to_vec();
    both.extend(catalogue.procedures.iter().map(|procedure| format!("/thu-tuc/{}/", procedure.slug)));
    both.extend(catalogue.life_events.iter().map(|event| format!("/su-kien/{}/", event.slug)));
    both.extend(catalogue.pages.iter().map(|page| page_path(&page.vi.slug)));
    both.extend(catalogue.agencies.iter().map(|agency| format!("/co-quan/{}/", agency.slug)));
    both.extend(catalogue.fields.iter().map(|field| format!("/linh-vuc/{}/", field.id)));
    let vietnamese = catalogue.former.iter().map(|former| format!("/thu-tuc/{}/", former.slug));
    let vietnamese = vietnamese.chain(catalogue.blanks.iter().map(|blank| format!("/bieu-mau/{}/", blank.slug)));
    let english = both.iter().map(|path| format!("/en{path}")).collect::<Vec<_>>();
    both.into_iter().chain(english).chain(vietnamese).collect()
}

/// The address of a page of running text: `tro-giup` itself, the others under it.
fn page_path(slug: &Slug) -> String {
    if slug.as_str() == "tro-giup" { "/tro-giup/".to_owned() } else { format!("/tro-giup/{slug}/") }
}

/// Checks what the passing of time makes wrong.
pub(crate) fn dates(catalogue: &Catalogue, sources: &Sources, as_of: Date, problems: &Problems) {
    for procedure in &catalogue.procedures {
        if procedure.next_review() < as_of {
            let path = path_of(procedure);
            let text = sources.get(&path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
            let span = text.find("reviewed_on").map_or(0..0, |at| at..at + "reviewed_on".len());
            problems.add(SourceFile { path: &path, text }, span, Fault::ReviewOverdue { on: procedure.reviewed_on });
        }
    }
    // From October on, terms reach into the next year.
    let last = as_of.plus_months(3).year();
    for year in as_of.year()..=last {
        if catalogue.calendar.year(year).is_none() && sources.get("holidays.toml").is_some() {
            problems.add_to_path("holidays.toml", Fault::NoHolidays { year });
        }
    }
}

fn path_of(procedure: &Procedure) -> String {
    format!("procedures/{}.md", procedure.slug)
}
