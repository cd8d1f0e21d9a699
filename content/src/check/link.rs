//! Checks that every link to this site leads to a page, and to a place on it.

use super::file;
use crate::{
    markdown::GUIDE_SECTIONS,
    problem::{Fault, Problems},
    register::{Link, Name, Register, Thing},
    source::Sources,
};
use domain::slug::Slug;
use std::collections::BTreeMap;

/// Those of [`GUIDE_SECTIONS`] that the English page of a guide has.
const ENGLISH_GUIDE_SECTIONS: [&str; 2] = ["phieu", "noi-lam"];

/// What a picture's file may end in.
const PICTURES: [&str; 4] = ["svg", "png", "jpg", "webp"];

/// Addresses that are there without a file of their own, and whether they are in English too.
const ALWAYS_THERE: [(&str, bool); 8] = [
    ("/", true),
    ("/thu-tuc/", true),
    ("/su-kien/", true),
    ("/co-quan/", true),
    ("/tra-cuu/", false),
    ("/tai-khoan/", false),
    ("/thong-ke/", false),
    ("/dia-chi-cu/", false),
];

/// Checks that every link to this site leads somewhere.
pub(crate) fn links(register: &Register, sources: &Sources, problems: &Problems) {
    let addresses = addresses(&register.defined());
    for link in register.links().iter() {
        if !leads_somewhere(link, &addresses, register, sources) {
            let fault = Fault::BrokenLink { target: link.target.clone() };
            problems.add(file(sources, &link.path), link.span.clone(), fault);
        }
    }
}

fn leads_somewhere(link: &Link, addresses: &BTreeMap<String, String>, register: &Register, sources: &Sources) -> bool {
    if link.picture {
        return is_picture(&link.target, sources);
    }
    let (address, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let own = address.is_empty();
    let Some(home) = (if own { Some(&link.path) } else { addresses.get(address) }) else { return false };
    if home.starts_with("procedures/") && address.starts_with("/en/") {
        anchor.is_empty() || ENGLISH_GUIDE_SECTIONS.contains(&anchor)
    } else if home.starts_with("procedures/") {
        anchor.is_empty() || GUIDE_SECTIONS.contains(&anchor) || register.has_anchor(home, anchor)
    } else if home.starts_with("pages/") {
        anchor.is_empty() || register.has_anchor(home, anchor)
    } else {
        // Pages made of TOML have no headings of their own to link to; what stands on other pages is not known here.
        !own
    }
}

/// Tells whether a target is a picture that is there: `/images/NAME.EXT`, not in a folder below.
fn is_picture(target: &str, sources: &Sources) -> bool {
    let parts = target.strip_prefix("/images/").and_then(|file| file.rsplit_once('.'));
    let well_named = parts.is_some_and(|(name, extension)| name.parse::<Slug>().is_ok() && PICTURES.contains(&extension));
    well_named && target.strip_prefix('/').is_some_and(|path| sources.get(path).is_some())
}

/// Every address that content may link to, in both languages, with the file its page is made from.
fn addresses(defined: &[Name<Thing>]) -> BTreeMap<String, String> {
    let mut addresses = BTreeMap::new();
    for (address, translated) in ALWAYS_THERE {
        addresses.insert(address.to_owned(), String::new());
        if translated {
            addresses.insert(format!("/en{address}"), String::new());
        }
    }
    for name in defined {
        let Some((address, translated)) = address(name) else { continue };
        if translated {
            addresses.insert(format!("/en{address}"), english_file(name));
        }
        addresses.insert(address, name.path.clone());
    }
    addresses
}

/// Returns the address of a thing that has a page, and whether the page is in English too.
fn address(name: &Name<Thing>) -> Option<(String, bool)> {
    let id = &name.id;
    match name.of {
        Thing::Guide | Thing::Former | Thing::NationalRecord => Some((format!("/thu-tuc/{id}/"), true)),
        Thing::LifeEvent => Some((format!("/su-kien/{id}/"), true)),
        Thing::Agency => Some((format!("/co-quan/{id}/"), true)),
        Thing::Field | Thing::NationalField => Some((format!("/linh-vuc/{id}/"), true)),
        // The page of help itself stands above the others.
        Thing::Page if id == "tro-giup" => Some(("/tro-giup/".to_owned(), true)),
        Thing::Page => Some((format!("/tro-giup/{id}/"), true)),
        Thing::Blank => Some((format!("/bieu-mau/{id}/"), false)),
        Thing::Form => Some((format!("/thu-tuc/{id}/nop-ho-so/"), false)),
        Thing::Survey => Some((format!("/khao-sat/{id}/"), false)),
        Thing::Door | Thing::Channel | Thing::ProcedureCode | Thing::AgencyCode => None,
    }
}

/// Returns the file of the English page: its own for pages of running text, the same for all else.
fn english_file(name: &Name<Thing>) -> String {
    if name.of == Thing::Page { format!("pages/{}.en.md", name.id) } else { name.path.clone() }
}
