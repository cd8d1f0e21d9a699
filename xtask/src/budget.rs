//! What pages and programs may weigh, as a table; too much of anything is an error.

use crate::compress::{brotli, files, gzip};
use anyhow::{Context, Result, bail};
use std::{fs, path::Path};

struct Row {
    what: String,
    bytes: usize,
    budget: usize,
}

/// Weighs a built folder.
pub(crate) fn weigh(out: &Path) -> Result<()> {
    let site = out.join("site");
    let current: Vec<String> = serde_json::from_slice(&fs::read(out.join("assets.json"))?)?;
    let asset = |begin: &str, end: &str| -> Result<usize> {
        let name = current
            .iter()
            .find(|name| name.starts_with(&format!("assets/{begin}")) && name.ends_with(end))
            .with_context(|| format!("no asset {begin}…{end}"))?;
        Ok(brotli(&fs::read(site.join(name))?)?.len())
    };
    let style = asset("style.", ".css")?;
    let guide = asset("guide.", ".js")? + asset("guide.", ".wasm")? + asset("guide-loader.", ".js")?;
    let scripts = guide + asset("finder-loader.", ".js")?;
    let mut heaviest = (String::new(), 0);
    let mut pages = (String::new(), 0);
    let mut forms = (String::new(), 0);
    for path in files(&site)?.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "html")) {
        let weight = brotli(&fs::read(&path)?)?.len();
        let name = path.strip_prefix(&site)?.display().to_string();
        if name.starts_with("thanh-phan/") {
            // The gallery shows every component at once, to us alone.
            continue;
        }
        if name.contains("/nop-ho-so/") {
            // A form holds every question and, for each address, every province.
            forms = if weight > forms.1 { (name, weight) } else { forms };
            continue;
        }
        if name.contains("thu-tuc/") && weight > heaviest.1 {
            heaviest = (name.clone(), weight);
        }
        if weight > pages.1 {
            pages = (name, weight);
        }
    }
    let desk = asset("desk.", ".js")? + asset("desk.", ".wasm")? + asset("desk-loader.", ".js")? + asset("desk.", ".css")?;
    let filling = asset("forms.", ".js")? + asset("forms.", ".wasm")? + asset("forms-loader.", ".js")? + asset("drafts.", ".js")?;
    let definitions = current.iter().filter(|name| name.starts_with("assets/form-") && name.rsplit('.').next() == Some("bin"));
    let definition =
        definitions.map(|name| Ok(brotli(&fs::read(site.join(name))?)?.len())).max_by_key(|bytes| bytes.as_ref().ok().copied());
    let definition: usize = definition.unwrap_or_else(|| Ok::<_, anyhow::Error>(0))?;
    let finder = asset("finder.", ".js")? + asset("finder.", ".wasm")?;
    let card = asset("card.", ".js")? + asset("card.", ".wasm")? + asset("card-loader.", ".js")?;
    let former = asset("former.", ".js")?;
    let people = asset("people.", ".js")?;
    let words = asset("words.", ".js")?;
    let index = asset("search.", ".bin")?;
    let (papers, photo) = (asset("papers.", ".js")?, asset("photo.", ".js")? + asset("photo.", ".wasm")? + asset("photo-loader.", ".js")?);
    let form_style = asset("form.", ".css")?;
    let worker = gzip(&fs::read(out.join("server/bound/worker_bg.wasm"))?)?.len();
    let rows = [
        Row { what: format!("heaviest guide, HTML + CSS ({})", heaviest.0), bytes: heaviest.1 + style, budget: 14 * 1024 },
        Row { what: format!("heaviest page, HTML + CSS ({})", pages.0), bytes: pages.1 + style, budget: 16 * 1024 },
        Row { what: "style sheet".to_owned(), bytes: style, budget: 6 * 1024 },
        Row { what: "script + WebAssembly of a guide".to_owned(), bytes: scripts, budget: 25 * 1024 },
        Row { what: format!("heaviest form, HTML + CSS ({})", forms.0), bytes: forms.1 + style + form_style, budget: 28 * 1024 },
        Row { what: "script + WebAssembly + definition of a form".to_owned(), bytes: filling + definition, budget: 75 * 1024 },
        Row { what: "page of papers, script".to_owned(), bytes: papers, budget: 8 * 1024 },
        // Fetched when somebody chooses a picture or a PDF.
        Row { what: "photo desk, script + WebAssembly".to_owned(), bytes: photo, budget: 72 * 1024 },
        // Fetched when somebody turns to a search box.
        Row { what: "search, script + WebAssembly".to_owned(), bytes: finder, budget: 25 * 1024 },
        // Fetched when somebody wants a card read.
        Row { what: "reader of cards, script + WebAssembly".to_owned(), bytes: card, budget: 32 * 1024 },
        // Fetched when somebody's papers still name a district.
        Row { what: "help with old addresses, script".to_owned(), bytes: former, budget: 4 * 1024 },
        // Fetched when somebody opens the page of this device, or chooses whom a form is for.
        Row { what: "people of a family, script".to_owned(), bytes: people, budget: 5 * 1024 },
        // Fetched when somebody opens a dossier with its key.
        Row { what: "words on their way, script".to_owned(), bytes: words, budget: 2 * 1024 },
        Row { what: "search, index of the sample site".to_owned(), bytes: index, budget: 32 * 1024 },
        Row { what: "officers' desk, script + WebAssembly + CSS".to_owned(), bytes: desk, budget: 250 * 1024 },
        Row { what: "Worker, WebAssembly (gzip)".to_owned(), bytes: worker, budget: 1024 * 1024 },
    ];
    println!("  {:<72} {:>9} {:>9}", "what (brotli)", "bytes", "budget");
    for row in &rows {
        println!("  {:<72} {:>9} {:>9}{}", row.what, row.bytes, row.budget, if row.bytes > row.budget { "  ✗" } else { "" });
    }
    let over: Vec<&str> = rows.iter().filter(|row| row.bytes > row.budget).map(|row| row.what.as_str()).collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join("; "));
    }
    Ok(())
}
