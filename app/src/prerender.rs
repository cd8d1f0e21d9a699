//! Prints the whole site into a folder: pages, assets, sitemap, tables, and what the Worker needs.
//!
//! Only files whose bytes changed are written, so that whoever watches the folder sees what changed.

use crate::{
    assets::{Assets, Bundle},
    bound::Bound,
    component::Press,
    page,
    route::Route,
    style,
};
use anyhow::{Context, Result};
use domain::{catalogue::Catalogue, date::Date, language::Language};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

mod form;
mod former;
mod pages;
mod table;

/// What to print, and where.
#[derive(Debug, Clone)]
pub struct Order {
    /// The folder the site is written to.
    pub out: PathBuf,
    /// The folder of files served as they lie.
    pub public: PathBuf,
    /// The folder of content, for its pictures.
    pub content: PathBuf,
    /// The folder with a folder for each bound bundle of the browser; pages do without when there is none.
    pub bundles: Option<PathBuf>,
    /// What the bundle answers when it belongs to these pages.
    pub build: String,
    /// The day the site is printed for.
    pub as_of: Date,
    /// Whether pages reload when content changes.
    pub live: bool,
    /// Whether the gallery of components is printed.
    pub gallery: bool,
}

/// What was printed.
#[derive(Debug, Default)]
pub struct Printed {
    /// Pages in the site.
    pub pages: usize,
    /// Files whose bytes changed.
    pub changed: usize,
    /// Files that were there and no longer belong to the site.
    pub removed: usize,
}

/// Prints the site; `index` is what is searched, in its parts.
///
/// # Errors
/// When a file cannot be read or written.
pub fn print_site(catalogue: &Catalogue, index: &[Vec<u8>], order: &Order) -> Result<Printed> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let index_addresses: Vec<String> = index.iter().map(|part| add(&mut files, "search", "bin", part.clone())).collect();
    let mut assets = assets(order, &index_addresses, &mut files)?;
    assets.index = index_addresses;
    form::assets(catalogue, &mut assets, &mut files)?;
    assets.former_places = former::lists(&catalogue.places.former, &mut files);
    copy_as_they_lie(order, &mut files)?;
    let mut routes = page::all(catalogue);
    if order.gallery {
        routes.push((Route::Gallery, Language::Vietnamese));
    }
    let site = order.out.join("site");
    let press = Press { catalogue, language: Language::Vietnamese, as_of: order.as_of, assets: &assets };
    let (mut printed, pages) = pages::print_all(press, &routes, &site)?;
    files.insert("sitemap.xml".to_owned(), sitemap(catalogue, &routes).into_bytes());
    files.insert(
        "robots.txt".to_owned(),
        format!(
            "User-agent: *\nDisallow: /tim-kiem\nDisallow: /en/tim-kiem\nDisallow: /can-bo/\nSitemap: {}/sitemap.xml\n",
            catalogue.site.base_url
        )
        .into_bytes(),
    );
    files.insert("manifest.webmanifest".to_owned(), manifest(catalogue).into_bytes());
    for language in Language::ALL {
        files.insert(file_of(&Route::CatalogueTable.path(language)), table::csv(press.in_language(language)).into_bytes());
    }
    files.insert("sw.js".to_owned(), service_worker(&assets, &files, &site)?.into_bytes());
    write_changed(&site, &files, &pages, &mut printed)?;
    let bound = Bound { catalogue: catalogue.clone(), assets, index: index.to_vec() };
    let data = postcard::to_allocvec(&bound).context("the catalogue cannot be written for the Worker")?;
    write_if_changed(&order.out.join("catalogue.bin"), &data)?;
    Ok(printed)
}

/// The service worker: its version changes with anything it fetches at once, assets and pages that were written before.
fn service_worker(assets: &Assets, files: &BTreeMap<String, Vec<u8>>, site: &Path) -> Result<String> {
    let bundles = [&assets.guide, &assets.finder];
    let bundles = bundles.into_iter().flat_map(|bundle| [&bundle.loader, &bundle.script, &bundle.wasm]);
    let core =
        [&assets.style, &assets.icons, &assets.logo].into_iter().chain(&assets.index).chain(bundles).filter(|address| !address.is_empty());
    let pages =
        [Route::Home, Route::Catalogue, Route::Offline].into_iter().flat_map(|route| Language::ALL.map(|language| route.path(language)));
    let core: Vec<String> = core.cloned().chain(pages).collect();
    let mut content: Vec<u8> = Vec::new();
    for name in core.iter().map(|path| file_of(path)) {
        match files.get(&name) {
            Some(bytes) => content.extend(bytes),
            None => content.extend(fs::read(site.join(&name)).with_context(|| format!("{name} cannot be read"))?),
        }
    }
    let list = serde_json::Value::from(core).to_string();
    Ok(include_str!("prerender/sw.js")
        .replace("{{version}}", &short_hash(&content))
        .replace("{{build}}", &assets.build)
        .replace("{{core}}", &list))
}

/// The file behind a path: `/thu-tuc/` is `thu-tuc/index.html`.
fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Adds an asset under a name with the hash of its content; returns its address.
fn add(files: &mut BTreeMap<String, Vec<u8>>, name: &str, extension: &str, bytes: Vec<u8>) -> String {
    let address = format!("assets/{name}.{}.{extension}", short_hash(&bytes));
    files.insert(address.clone(), bytes);
    format!("/{address}")
}

fn assets(order: &Order, index: &[String], files: &mut BTreeMap<String, Vec<u8>>) -> Result<Assets> {
    let mut add = |name: &str, extension: &str, bytes: Vec<u8>| add(files, name, extension, bytes);
    let read = |path: PathBuf| fs::read(&path).with_context(|| format!("{} cannot be read", path.display()));
    let mut assets = Assets {
        style: add("style", "css", style::sheet().into_bytes()),
        form_style: add("form", "css", style::form_sheet().into_bytes()),
        icons: add("icons", "svg", read(order.public.join("icons.svg"))?),
        desk_style: add("desk", "css", style::desk().into_bytes()),
        slip_style: add("slip", "css", style::slip().into_bytes()),
        former_style: add("former", "css", style::former().into_bytes()),
        logo: add("logo", "svg", read(order.public.join("logo.svg"))?),
        build: order.build.clone(),
        ..Assets::default()
    };
    if let Some(bundles) = &order.bundles {
        let drafts = add("drafts", "js", read(bundles.join("drafts/drafts.js"))?);
        let list = add("list", "js", read(bundles.join("drafts/list.js"))?);
        let people = add("people", "js", read(bundles.join("drafts/people.js"))?);
        let former = add("former", "js", read(bundles.join("former/former.js"))?);
        let mut bundle = |name: &str, card: &str| -> Result<Bundle> {
            let folder = bundles.join(name);
            let wasm = add(name, "wasm", read(folder.join(format!("{name}_bg.wasm")))?);
            let script = add(name, "js", read(folder.join(format!("{name}.js")))?);
            let loader = match name {
                "forms" => include_str!("wizard/loader.js"),
                "finder" => include_str!("../find-box/loader.js"),
                "photo" => include_str!("papers/worker.js"),
                "card" => include_str!("../card-reader/panel.js"),
                _ => include_str!("prerender/loader.js"),
            };
            let loader = loader
                .replace("{{script}}", &script)
                .replace("{{wasm}}", &wasm)
                .replace("{{drafts}}", &drafts)
                .replace("{{list}}", &list)
                .replace("{{card}}", card)
                .replace("{{people}}", &people)
                .replace("{{former}}", &former)
                .replace("{{index}}", &serde_json::json!(index).to_string());
            Ok(Bundle { loader: add(&format!("{name}-loader"), "js", loader.into_bytes()), script, wasm })
        };
        assets.guide = bundle("guide", "")?;
        assets.card = bundle("card", "")?;
        assets.forms = bundle("forms", &assets.card.loader)?;
        assets.desk = bundle("desk", "")?;
        assets.finder = bundle("finder", "")?;
        assets.people.clone_from(&people);
        assets.former.clone_from(&former);
        assets.photo = bundle("photo", "")?;
        assets.words = add("words", "js", read(bundles.join("follow/words.js"))?);
        let papers = String::from_utf8(read(bundles.join("papers/papers.js"))?).context("papers.js is not UTF-8")?;
        assets.papers = add("papers", "js", papers.replace("{{photo}}", &assets.photo.loader).into_bytes());
    }
    if order.live {
        assets.live = add("live", "js", include_bytes!("prerender/live.js").to_vec());
    }
    Ok(assets)
}

/// Files of `public/` that pages and browsers ask for by a fixed name, and the pictures of the content.
fn copy_as_they_lie(order: &Order, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let mut copy = |folder: &Path, prefix: &str, skip: &[&str]| -> Result<()> {
        let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_file() && !skip.contains(&name.as_str()) {
                files.insert(format!("{prefix}{name}"), fs::read(&path)?);
            }
        }
        Ok(())
    };
    copy(&order.public, "", &["icons.svg", "logo.svg", "og.svg", "README.md"])?;
    copy(&order.content.join("images"), "images/", &[])
}

fn sitemap(catalogue: &Catalogue, routes: &[(Route, Language)]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let base = &catalogue.site.base_url;
    for (route, language) in
        routes.iter().filter(|(route, _)| !matches!(route, Route::Desk | Route::NotFound | Route::Offline | Route::Gallery))
    {
        let changed = match route {
            Route::Procedure(slug) => {
                catalogue.procedure(slug.as_str()).map_or(catalogue.site.content_date, |procedure| procedure.reviewed_on)
            }
            _ => catalogue.site.content_date,
        };
        // Writing to a string cannot fail.
        let _ = write!(xml, "<url><loc>{base}{}</loc><lastmod>{changed}</lastmod>", route.path(*language));
        for other in Language::ALL.into_iter().filter(|other| route.exists_in(Language::English) && route.exists_in(*other)) {
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{base}{}\"/>", other.tag(), route.path(other));
        }
        xml.push_str("</url>\n");
    }
    for record in &catalogue.national.records {
        let path = Route::Procedure(record.slug.clone()).path(Language::Vietnamese);
        let changed = record.text.read_on.unwrap_or(catalogue.site.content_date);
        // The English page holds the same Vietnamese text; search engines need it once.
        let _ = writeln!(xml, "<url><loc>{base}{path}</loc><lastmod>{changed}</lastmod></url>");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn manifest(catalogue: &Catalogue) -> String {
    let site = &catalogue.site;
    let icon = |size: u16| serde_json::json!({ "src": format!("/icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any maskable" });
    let manifest = serde_json::json!({
        "name": site.portal.vi, "short_name": site.name.vi, "lang": "vi", "start_url": "/", "display": "browser",
        "background_color": "#FBF8F3", "theme_color": "#FBF8F3", "icons": [icon(192), icon(512)],
    });
    format!("{manifest}\n")
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes the files that differ, and removes those that no longer belong; assets of earlier releases stay.
fn write_changed(root: &Path, files: &BTreeMap<String, Vec<u8>>, pages: &[String], printed: &mut Printed) -> Result<()> {
    for (name, bytes) in files {
        if write_if_changed(&root.join(name), bytes)? {
            printed.changed += 1;
        }
    }
    let wanted: BTreeSet<PathBuf> = files.keys().chain(pages).map(|name| root.join(name)).collect();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                if path != root.join("assets") {
                    folders.push(path);
                }
            } else if !wanted.contains(&path) {
                fs::remove_file(&path)?;
                printed.removed += 1;
            }
        }
    }
    let list: Vec<&str> = files.keys().filter(|name| name.starts_with("assets/")).map(String::as_str).collect();
    write_if_changed(&root.with_file_name("assets.json"), format!("{}\n", serde_json::json!(list)).as_bytes())?;
    Ok(())
}

fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<bool> {
    if fs::read(path).is_ok_and(|known| known == bytes) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(true)
}
